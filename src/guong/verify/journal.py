"""The chain of the office's journal (formats §15): nothing changed, dropped, added or moved since its head was printed."""

from dataclasses import dataclass

from guong.verify.manifest import Part
from guong.verify.report import Report
from guong.verify.strict import (
    Fault,
    Json,
    canonical,
    count,
    exact,
    hex_bytes,
    listing,
    read_canonical,
    record,
    sha256,
    sixteen_digits,
    text,
)

FILE = "journal.json"
ADVICE = "Có người đã sửa nhật ký ngoài chương trình. Giữ nguyên các tệp và báo cơ quan quản lý."
ABSENT = "nhật ký công việc: hồ sơ không kèm nhật ký."
SEALED_ONLY = "chuỗi nhật ký công việc: nhật ký nằm trong phần niêm phong, ở đây chỉ có mã của nó."
_WORDS = ("act", "actor_key", "actor_name", "recorded_at", "text", "unit_key")


@dataclass(frozen=True)
class Head:
    """What the public part says of the journal: how many entries, and the digest of the last."""

    entries: int
    digest: bytes


def check_journal(report: Report, public: Part, sealed: Part | None, code: str | None) -> None:
    """Check the exported chain against the published head, and ``code`` (16 digits, printed in minutes) against the chain."""
    if FILE not in public.files and (sealed is None or FILE not in sealed.files):
        if public.polls():
            report.not_checked.append(ABSENT)
        _miss(report, code, "hồ sơ không kèm nhật ký")
        return
    head = report.attempt(
        "journal.head",
        "Nhật ký",
        lambda found: f"đã công bố mã {sixteen_digits(found.digest)} của {found.entries} việc.",
        ADVICE,
        lambda: _read_head(public),
    )
    if sealed is None:
        report.not_checked.append(SEALED_ONLY)
        _miss(report, code, "phần niêm phong không có ở đây")
    if head is None or sealed is None:
        return
    digests = report.attempt(
        "journal.chain",
        "Nhật ký",
        f"{head.entries} việc nối liền nhau, việc cuối đúng mã đã công bố.",
        ADVICE,
        lambda: _read_chain(sealed, head),
    )
    if code is not None and digests is not None:
        report.attempt("journal.code", "Mã nhật ký đã cho", _told, ADVICE, lambda: _number_of(digests, code))


def _miss(report: Report, code: str | None, why: str) -> None:
    if code is not None:
        report.failed(
            "journal.code", f"Mã nhật ký đã cho: không kiểm được vì {why}. Hãy lấy đủ hồ sơ rồi kiểm lại."
        )


def _read_head(public: Part) -> Head:
    if FILE not in public.files:
        raise Fault(f"phần công khai thiếu tệp {FILE}")
    top = record(read_canonical(public.files[FILE]), FILE, "format", "entries", "head")
    exact(top["format"], "guong/journal-head/v1", "format")
    return Head(count(top["entries"], "entries"), hex_bytes(top["head"], "head"))


def _read_chain(sealed: Part, head: Head) -> list[bytes]:
    if FILE not in sealed.files:
        raise Fault(f"phần niêm phong thiếu tệp {FILE}")
    top = record(read_canonical(sealed.files[FILE]), FILE, "format", "entries")
    exact(top["format"], "guong/journal/v1", "format")
    digests: list[bytes] = []
    previous = bytes(32)
    for number, entry in enumerate(listing(top["entries"], "entries"), 1):
        previous = _link(entry, number, previous)
        digests.append(previous)
    if len(digests) != head.entries:
        raise Fault(f"có {len(digests)} việc, đã công bố {head.entries} việc")
    if previous != head.digest:
        raise Fault("việc cuối không đúng mã đã công bố")
    return digests


def _link(entry: Json, number: int, previous: bytes) -> bytes:
    fields = record(entry, f"việc số {number}", *_WORDS, "number", "previous")
    for name in _WORDS:
        text(fields[name], f"việc số {number}, {name}")
    if count(fields["number"], "number") != number:
        raise Fault(f"sau việc số {number - 1} là việc số {fields['number']}")
    if hex_bytes(fields["previous"], "previous") != previous:
        raise Fault(f"việc số {number} không nối vào việc trước nó")
    return sha256(canonical(fields))


def _number_of(digests: list[bytes], code: str) -> int:
    for number, digest in enumerate(digests, 1):
        if sixteen_digits(digest).replace(" ", "") == code:
            return number
    raise Fault("không việc nào trong nhật ký có mã này")


def _told(number: int) -> str:
    return f"là mã của việc số {number}; từ việc đó trở về trước, nhật ký còn nguyên như khi in mã."
