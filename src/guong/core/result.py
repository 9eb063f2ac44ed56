"""Reading the file that an opening hands to the server (formats §10): every figure is checked against every other."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from guong.core import canonical
from guong.core.outcome import Refused
from guong.core.questionnaire import Questionnaire
from guong.core.secrecy.box import Box
from guong.core.tally import SubjectCount

FORMAT = "guong/opening/v1"
_BROKEN = Refused(
    "broken_result",
    "Tệp kết quả bị hỏng hoặc không phải do chương trình mở hòm phiếu lập ra. "
    "Đề nghị lấy lại tệp result.json trong thư mục mở hòm phiếu.",
)
_OTHER_POLL = Refused(
    "other_poll", "Tệp kết quả này là của hội nghị khác. Đề nghị chọn đúng tệp của hội nghị đang kiểm phiếu."
)
_OTHER_BOX = Refused(
    "other_box",
    "Kết quả này không được mở từ hòm phiếu đã niêm phong trên máy chủ. Đề nghị tải lại hòm phiếu, mở lại bằng hai chìa khoá.",
)


@dataclass(frozen=True)
class OpeningResult:
    """A result.json that fits its box: its bytes, its digest, and the count of each subject."""

    raw: bytes
    counts: tuple[SubjectCount, ...]

    @staticmethod
    def digest_of(raw: bytes) -> bytes:
        """Return the opening digest of a result file's bytes."""
        return hashlib.sha256(raw).digest()

    @property
    def digest(self) -> bytes:
        """The opening digest."""
        return self.digest_of(self.raw)

    @property
    def data(self) -> dict[str, Any]:
        """The JSON value of the file."""
        value: dict[str, Any] = canonical.decode(self.raw)
        return value


def read_result(raw: bytes, box: Box) -> OpeningResult | Refused:
    """Read result.json for a sealed box; refused where it is broken, of another poll or of another box."""
    try:
        data = canonical.decode(raw)
        if data["format"] != FORMAT:
            return _BROKEN
        if data["poll"] != box.definition.poll:
            return _OTHER_POLL
        if (data["box_digest"], data["list_digest"]) != (box.digest.hex(), box.list_digest.hex()):
            return _OTHER_BOX
        counts = tuple(read_count(entry) for entry in data["subjects"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return _BROKEN
    wanted = [subject.key for subject in box.definition.subjects]
    if [count.subject for count in counts] != wanted or not all(_adds_up(count, box) for count in counts):
        return _BROKEN
    return OpeningResult(raw, counts)


def read_count(entry: Mapping[str, Any]) -> SubjectCount:
    """Return one subject's count of result.json or counts.json; raises KeyError, TypeError or ValueError."""
    if entry["state"] != "opened":
        return SubjectCount(entry["subject"], entry["state"], int(entry["device"]), int(entry["paper"]))
    return SubjectCount(
        subject=entry["subject"],
        state=entry["state"],
        device=int(entry["device"]),
        paper=int(entry["paper"]),
        valid=int(entry["valid"]),
        invalid=int(entry["invalid"]),
        items={key: tuple(int(number) for number in row) for key, row in entry["items"].items()},
        remarks_state=entry["remarks_state"],
        remarks={key: tuple(texts) for key, texts in entry.get("remarks", {}).items()},
    )


def _adds_up(count: SubjectCount, box: Box) -> bool:
    paper = sum(entry.subject == count.subject for entry in box.paper)
    if (count.device, count.paper) != (len(box.device), paper):
        return False
    if count.state == "too_few":
        return count.opened < box.definition.rows_from
    return (
        count.state == "opened"
        and count.opened >= box.definition.rows_from
        and count.opened == count.valid + count.invalid
        and _items_add_up(count, box.form)
        and (count.remarks_state == "kept") == (count.opened >= box.definition.remarks_from)
        and set(count.remarks) <= set(box.form.remark_fields)
        and (count.remarks_state == "kept" or not count.remarks)
    )


def _items_add_up(count: SubjectCount, form: Questionnaire) -> bool:
    return set(count.items) == {item.key for item in form.items} and all(
        len(row) == 5 and min(row) >= 0 and sum(row) == count.valid for row in count.items.values()
    )
