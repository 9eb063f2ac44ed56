"""counts.json and hashes.txt: shape, group sizes, sums (formats §8, §10-§12)."""

from dataclasses import dataclass
from itertools import pairwise

from guong.verify.definitions import Poll
from guong.verify.strict import (
    HEX,
    Fault,
    Json,
    count,
    exact,
    hex_bytes,
    listing,
    read_canonical,
    record,
    sha256,
)

TOO_FEW_FIELDS = ("subject", "state", "device", "paper", "opened")
OPENED_FIELDS = (*TOO_FEW_FIELDS, "valid", "invalid", "items", "remarks_state")


@dataclass(frozen=True)
class SubjectCounts:
    """One subject's numbers; `valid` and `invalid` are None when too few envelopes were there."""

    subject: str
    device: int
    paper: int
    opened: int
    valid: int | None
    invalid: int | None
    items: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Counts:
    """counts.json; `raw_subjects` is its list of subjects as parsed, to compare with a recount."""

    opening_digest: bytes
    list_digest: bytes
    box_digest: bytes
    device: int
    subjects: tuple[SubjectCounts, ...]
    raw_subjects: list[Json]


def list_digest(poll: Poll, leaves: list[bytes]) -> bytes:
    """The digest whose sixteen digits are the mã niêm phong; `leaves` sorted (formats §8)."""
    return sha256(b"guong/list/v1\n", poll.key.encode(), *leaves)


def read_hash_list(data: bytes) -> list[bytes]:
    """The leaves of hashes.txt: 64 hex digits a line, final newline, sorted, none twice."""
    if data and not data.endswith(b"\n"):
        raise Fault("hashes.txt: thiếu dấu xuống dòng ở cuối")
    lines = data.decode("ascii", errors="replace").split("\n")[:-1]
    if not all(len(line) == 64 and HEX.fullmatch(line) for line in lines):
        raise Fault("hashes.txt: có dòng không đúng dạng")
    leaves = [bytes.fromhex(line) for line in lines]
    if any(earlier >= later for earlier, later in pairwise(leaves)):
        raise Fault("hashes.txt: không xếp theo thứ tự hoặc có dòng lặp")
    return leaves


def read_counts(data: bytes, poll: Poll) -> Counts:
    """Parse counts.json against its poll; refuses sums that don't hold and figures of too small groups."""
    top = record(
        read_canonical(data), "bảng số liệu",
        "format", "poll", "opening_digest", "list_digest", "box_digest", "subjects",
    )  # fmt: skip
    exact(top["format"], "guong/counts/v1", "bảng số liệu, format")
    exact(top["poll"], poll.key, "bảng số liệu, poll")
    raw = listing(top["subjects"], "subjects")
    if len(raw) != len(poll.subjects):
        raise Fault("bảng số liệu không đủ người được góp ý")
    subjects = tuple(_read_subject(value, key, poll) for value, key in zip(raw, poll.subjects, strict=True))
    if len({subject.device for subject in subjects}) != 1:
        raise Fault("số phiếu gửi bằng điện thoại không giống nhau giữa những người được góp ý")
    return Counts(
        opening_digest=hex_bytes(top["opening_digest"], "opening_digest"),
        list_digest=hex_bytes(top["list_digest"], "list_digest"),
        box_digest=hex_bytes(top["box_digest"], "box_digest"),
        device=subjects[0].device,
        subjects=subjects,
        raw_subjects=raw,
    )


def check_hash_list(leaves: list[bytes], counts: Counts, poll: Poll) -> None:
    """Refuse a list that has another length or another digest than the counts say."""
    if list_digest(poll, leaves) != counts.list_digest:
        raise Fault("danh sách phiếu đã niêm phong (hashes.txt) không khớp mã niêm phong trong bảng số liệu")
    if len(leaves) != counts.device:
        raise Fault(f"danh sách có {len(leaves)} phiếu, bảng số liệu ghi {counts.device} phiếu điện thoại")


def _read_subject(value: Json, key: str, poll: Poll) -> SubjectCounts:
    where = f"số liệu của {key}"
    state = value.get("state") if isinstance(value, dict) else None
    fields = record(value, where, *(TOO_FEW_FIELDS if state == "too_few" else OPENED_FIELDS))
    exact(fields["subject"], key, f"{where}, subject")
    device, paper, opened = (
        count(fields[name], f"{where}, {name}") for name in ("device", "paper", "opened")
    )
    if device + paper != opened:
        raise Fault(f"{where}: {device} phiếu điện thoại + {paper} phiếu giấy khác {opened} phiếu mở ra")
    exact(fields["state"], "opened" if opened >= poll.rows_from else "too_few", f"{where}, state")
    if state == "too_few":
        return SubjectCounts(key, device, paper, opened, None, None, ())
    valid, invalid = count(fields["valid"], f"{where}, valid"), count(fields["invalid"], f"{where}, invalid")
    if valid + invalid != opened:
        raise Fault(f"{where}: {valid} hợp lệ + {invalid} không hợp lệ khác {opened} phiếu mở ra")
    remarks_state = "kept" if opened >= poll.remarks_from else "discarded"
    exact(fields["remarks_state"], remarks_state, f"{where}, remarks_state")
    items = _read_items(fields["items"], poll, valid, where)
    return SubjectCounts(key, device, paper, opened, valid, invalid, items)


def _read_items(value: Json, poll: Poll, valid: int, where: str) -> tuple[tuple[int, ...], ...]:
    fields = record(value, f"{where}, items", *poll.questionnaire.items)
    rows = []
    for item in poll.questionnaire.items:
        row = tuple(count(number, f"{where}, {item}") for number in listing(fields[item], f"{where}, {item}"))
        if len(row) != 5 or sum(row) != valid:
            raise Fault(f"{where}, mục {item}: bỏ trống và bốn mức cộng lại phải bằng {valid} phiếu hợp lệ")
        rows.append(row)
    return tuple(rows)
