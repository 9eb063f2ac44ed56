"""The questionnaire and the poll definition (formats §2, §3)."""

import re
from dataclasses import dataclass

from guong.verify.strict import (
    Fault,
    Json,
    canonical,
    count,
    exact,
    hex_bytes,
    listing,
    poll_key,
    read_canonical,
    record,
    sha256,
    text,
)

SUBJECT_KEY = re.compile(r"[a-z0-9_]{1,32}")
QUESTIONNAIRE_FIELDS = (
    "format", "key", "version", "title", "subject_template", "headings",
    "level_codes", "page_break_after", "opinion_lines", "items", "opinions",
)  # fmt: skip
POLL_FIELDS = (
    "format", "poll", "title", "unit", "questionnaire", "board_key", "receipt_key",
    "station_keys", "subjects", "rows_from", "remarks_from", "remarks_readers",
)  # fmt: skip


@dataclass(frozen=True)
class Questionnaire:
    """What counting needs: item keys in the order of the digits, and the remark fields in order."""

    digest: bytes
    items: tuple[str, ...]
    remark_fields: tuple[str, ...]


@dataclass(frozen=True)
class Poll:
    """What opening and counting need of a poll definition; `data` is its canonical bytes."""

    data: bytes
    key: str
    unit: str
    board_key: bytes
    station_keys: tuple[bytes, ...]
    subjects: tuple[str, ...]
    rows_from: int
    remarks_from: int
    questionnaire: Questionnaire

    @property
    def plaintext_size(self) -> int:
        """P of formats §5, in bytes."""
        return 512 + 5120 * len(self.subjects)

    @property
    def envelope_size(self) -> int:
        """P + 112 of formats §6, in bytes."""
        return self.plaintext_size + 112


def read_questionnaire(data: bytes) -> Questionnaire:
    """Parse canonical questionnaire bytes; refuses items without exactly four levels or keys used twice."""
    top = record(read_canonical(data), "mẫu phiếu", *QUESTIONNAIRE_FIELDS)
    exact(top["format"], "guong/questionnaire/v1", "mẫu phiếu, format")
    items: list[str] = []
    noted: list[str] = []
    for value in listing(top["items"], "items"):
        item = record(value, "mục của mẫu phiếu", "key", "number", "text", "levels", "note")
        levels = [text(level, "levels") for level in listing(item["levels"], "levels")]
        if len(levels) != 4:
            raise Fault("mẫu phiếu: mỗi mục phải có đúng bốn mức")
        if not isinstance(item["note"], bool):
            raise Fault("mẫu phiếu: note phải là true hoặc false")
        items.append(text(item["key"], "key"))
        noted += [items[-1]] if item["note"] else []
    opinions = [
        text(record(value, "opinions", "key", "text")["key"], "key")
        for value in listing(top["opinions"], "opinions")
    ]
    if not items or len({*items, *opinions}) != len(items) + len(opinions):
        raise Fault("mẫu phiếu: không có mục nào hoặc mã mục bị lặp")
    return Questionnaire(sha256(data), tuple(items), (*noted, *opinions))


def read_poll(data: bytes, questionnaire: Questionnaire) -> Poll:
    """Parse a canonical poll definition; refuses another questionnaire, or group sizes below 5 and 10."""
    top = record(read_canonical(data), "định nghĩa cuộc bỏ phiếu", *POLL_FIELDS)
    exact(top["format"], "guong/poll/v1", "định nghĩa cuộc bỏ phiếu, format")
    for name in ("title", "unit", "remarks_readers"):
        text(top[name], name)
    hex_bytes(top["receipt_key"], "receipt_key")
    if hex_bytes(top["questionnaire"], "questionnaire") != questionnaire.digest:
        raise Fault("mẫu phiếu kèm theo không phải mẫu phiếu của cuộc bỏ phiếu này")
    rows_from, remarks_from = count(top["rows_from"], "rows_from"), count(top["remarks_from"], "remarks_from")
    if rows_from < 5 or remarks_from < 10:
        raise Fault("ngưỡng công bố thấp hơn mức bảo vệ bí mật (5 phiếu; ý kiến: 10 phiếu)")
    return Poll(
        data=data,
        key=poll_key(top["poll"], "poll"),
        unit=text(top["unit"], "unit"),
        board_key=hex_bytes(top["board_key"], "board_key"),
        station_keys=tuple(
            hex_bytes(key, "station_keys") for key in listing(top["station_keys"], "station_keys")
        ),
        subjects=_read_subjects(top["subjects"]),
        rows_from=rows_from,
        remarks_from=remarks_from,
        questionnaire=questionnaire,
    )


def read_definition(poll: Json, questionnaire: Json) -> Poll:
    """The poll of two parsed objects (a box carries them inside itself)."""
    return read_poll(canonical(poll), read_questionnaire(canonical(questionnaire)))


def _read_subjects(value: Json) -> tuple[str, ...]:
    subjects: list[str] = []
    for item in listing(value, "subjects"):
        subject = record(item, "người được góp ý", "key", "name", "line")
        text(subject["name"], "name")
        text(subject["line"], "line")
        subjects.append(text(subject["key"], "key"))
    if not subjects or len(set(subjects)) != len(subjects):
        raise Fault("danh sách người được góp ý trống hoặc bị lặp")
    if not all(SUBJECT_KEY.fullmatch(subject) for subject in subjects):
        raise Fault("mã người được góp ý không đúng dạng")
    return tuple(subjects)
