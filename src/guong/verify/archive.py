"""The archive of mark rows: open it with its one-sheet key and recount (formats §10)."""

from dataclasses import dataclass, field

import pyrage  # type: ignore[import-untyped]  # ships no annotations

from guong.verify.counts import Counts
from guong.verify.definitions import Poll
from guong.verify.opening import count_rows
from guong.verify.strict import Fault, Json, exact, listing, read_canonical, record, text


@dataclass(frozen=True)
class Identity:
    """The key of an archive; `age` is the pyrage identity."""

    age: object = field(repr=False)


def read_identity(data: bytes) -> Identity:
    """The age identity of archive-key.txt; lines that begin with `#` are comments."""
    lines = [line.strip() for line in data.decode(errors="replace").splitlines()]
    keys = [line for line in lines if line and not line.startswith("#")]
    if len(keys) != 1:
        raise Fault("khoá lưu phiếu phải gồm đúng một dòng AGE-SECRET-KEY-…")
    try:
        return Identity(pyrage.x25519.Identity.from_str(keys[0]))
    except pyrage.IdentityError as error:
        raise Fault("khoá lưu phiếu không đúng dạng: có ký tự gõ sai") from error


def open_archive(data: bytes, identity: Identity, poll: Poll, counts: Counts) -> dict[str, list[str]]:
    """The rows of each opened subject; refuses another key, another opening, rows that don't fit the
    questionnaire or are not sorted, and rows whose counts differ from counts.json."""
    try:
        plain = pyrage.decrypt(data, [identity.age])
    except pyrage.DecryptError as error:
        raise Fault("khoá lưu phiếu không mở được tệp archive.age, hoặc tệp đã hỏng") from error
    top = record(read_canonical(plain), "bản lưu", "format", "poll", "opening_digest", "subjects")
    exact(top["format"], "guong/archive/v1", "bản lưu, format")
    exact(top["poll"], poll.key, "bản lưu, poll")
    exact(top["opening_digest"], counts.opening_digest.hex(), "bản lưu, opening_digest")
    opened = [subject for subject in counts.subjects if subject.valid is not None]
    values = listing(top["subjects"], "bản lưu, subjects")
    if len(values) != len(opened):
        raise Fault("bản lưu không đúng những người được góp ý đã mở phiếu")
    rows: dict[str, list[str]] = {}
    for value, subject in zip(values, opened, strict=True):
        rows[subject.subject] = _read_rows(value, subject.subject, poll)
        numbers = tuple(tuple(row) for row in count_rows(rows[subject.subject], poll).values())
        if len(rows[subject.subject]) != subject.valid or numbers != subject.items:
            raise Fault(f"đếm lại bản lưu của {subject.subject} ra số khác bảng số liệu")
    return rows


def _read_rows(value: Json, subject: str, poll: Poll) -> list[str]:
    fields = record(value, "bản lưu, subjects", "subject", "rows")
    exact(fields["subject"], subject, "bản lưu, subject")
    rows = [text(row, "bản lưu, rows") for row in listing(fields["rows"], "bản lưu, rows")]
    length = len(poll.questionnaire.items)
    if any(len(row) != length or set(row) - set("01234") for row in rows) or rows != sorted(rows):
        raise Fault(f"các dòng của bản lưu {subject} không đúng dạng hoặc không xếp theo thứ tự")
    return rows
