"""Reading the file that an opening hands to the server (formats §10): every figure is checked against every other."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guong.core import canonical
from guong.core.ballot import tidy_remark
from guong.core.outcome import Refused
from guong.core.questionnaire import Questionnaire
from guong.core.secrecy.box import Box
from guong.core.secrecy.opening import FORMAT, count_as_data
from guong.core.tally import SubjectCount

_SALT = re.compile(r"[0-9a-f]{32}\Z")
_BROKEN = Refused(
    "broken_result",
    "Tệp kết quả bị hỏng hoặc không phải do chương trình mở hòm phiếu lập ra. "
    "Đề nghị lấy lại tệp có tên bắt đầu bằng “result” ở máy mở hòm phiếu.",
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
        is_whole = _written(box, data["salt"], counts) == raw
    except (ValueError, KeyError, TypeError, AttributeError):
        return _BROKEN
    wanted = [subject.key for subject in box.definition.subjects]
    if not is_whole or [count.subject for count in counts] != wanted:
        return _BROKEN
    if not all(_adds_up(count, box) for count in counts):
        return _BROKEN
    return OpeningResult(raw, counts)


def read_count(entry: Mapping[str, Any]) -> SubjectCount:
    """Return one subject's count of result.json or counts.json; raises KeyError, TypeError or ValueError."""
    number, text = canonical.number, canonical.text
    device, paper = number(entry["device"]), number(entry["paper"])
    if entry["state"] != "opened":
        return SubjectCount(text(entry["subject"]), text(entry["state"]), device, paper)
    return SubjectCount(
        subject=text(entry["subject"]),
        state="opened",
        device=device,
        paper=paper,
        valid=number(entry["valid"]),
        invalid=number(entry["invalid"]),
        items={key: tuple(number(count) for count in row) for key, row in entry["items"].items()},
        remarks_state=text(entry["remarks_state"]),
        remarks={key: tuple(text(one) for one in texts) for key, texts in entry.get("remarks", {}).items()},
    )


def _written(box: Box, salt: str, counts: Sequence[SubjectCount]) -> bytes:
    """Return the file as the board's program would write it: nothing else may travel in it."""
    if not _SALT.match(salt):
        raise ValueError("not a salt")
    definition = box.definition
    return canonical.encode(
        {
            "format": FORMAT,
            "poll": definition.poll,
            "board_key": definition.board_key.hex(),
            "questionnaire": definition.questionnaire.hex(),
            "box_digest": box.digest.hex(),
            "list_digest": box.list_digest.hex(),
            "salt": salt,
            "subjects": [count_as_data(count, remarks=True) for count in counts],
        }
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
        and min(count.valid, count.invalid) >= 0
        and _items_add_up(count, box.form)
        and _remarks_fit(count, box)
    )


def _remarks_fit(count: SubjectCount, box: Box) -> bool:
    kept = count.opened >= box.definition.remarks_from
    if count.remarks_state != ("kept" if kept else "discarded") or (count.remarks and not kept):
        return False
    return set(count.remarks) <= set(box.form.remark_fields) and all(
        1 <= len(texts) <= count.valid
        and list(texts) == sorted(texts)
        and all(text and text == tidy_remark(text) for text in texts)
        for texts in count.remarks.values()
    )


def _items_add_up(count: SubjectCount, form: Questionnaire) -> bool:
    return set(count.items) == {item.key for item in form.items} and all(
        len(row) == 5 and min(row) >= 0 and sum(row) == count.valid for row in count.items.values()
    )
