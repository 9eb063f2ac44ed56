"""The checks of one poll: its public files, its box, its opening, its archive (DESIGN §10, formats §11)."""

from dataclasses import dataclass

from guong.verify.archive import Identity, open_archive
from guong.verify.box import Box, check_signatures, read_box
from guong.verify.counts import Counts, check_hash_list, list_digest, read_counts, read_hash_list
from guong.verify.definitions import Poll, read_poll, read_questionnaire
from guong.verify.equations import check_equations
from guong.verify.manifest import Part
from guong.verify.opening import Opening, open_box
from guong.verify.report import PollResult, Report
from guong.verify.strict import Fault, sixteen_digits

KEEP = "Giữ nguyên các tệp và báo tổ kiểm phiếu."
WRONG_KEYS = (
    "Kiểm tra lại đúng phong bì của đúng cuộc bỏ phiếu; nếu đúng, giữ nguyên các tệp và báo tổ kiểm phiếu."
)


@dataclass(frozen=True)
class PublicPoll:
    """The public files of one poll, checked among themselves."""

    poll: Poll
    questionnaire_data: bytes
    leaves: list[bytes]
    counts: Counts


def check_public_poll(report: Report, public: Part, poll: str) -> PublicPoll | None:
    """Check the five public files of one poll among themselves."""
    definition = report.attempt(
        f"{poll}.definition",
        f"Cuộc {poll}",
        "định nghĩa và mẫu phiếu khớp nhau, ngưỡng bảo vệ bí mật đúng quy định.",
        KEEP,
        lambda: _read_definition(public, poll),
    )
    if definition is None:
        return None
    counts = report.attempt(
        f"{poll}.counts",
        f"Cuộc {poll}",
        "số liệu cộng lại khớp ở từng người và từng mục, đúng ngưỡng công bố.",
        KEEP,
        lambda: read_counts(public.take(poll, "counts.json"), definition),
    )
    if counts is None:
        return None
    report.polls.append(PollResult(poll, counts.opening_digest, definition.unit))
    leaves = report.attempt(
        f"{poll}.list",
        f"Cuộc {poll}",
        f"danh sách phiếu đã niêm phong đủ {counts.device} phiếu, không phiếu nào lặp. "
        f"Mã niêm phong {sixteen_digits(counts.list_digest)}.",
        KEEP,
        lambda: _read_list(public, poll, counts, definition),
    )
    report.attempt(
        f"{poll}.equations",
        f"Cuộc {poll}",
        _reconciled,
        "Tổ kiểm phiếu phải đếm lại hoặc giải trình trước khi công bố.",
        lambda: check_equations(public.take(poll, "equations.json"), definition, counts),
    )
    questionnaire = public.take(poll, "questionnaire.json")
    return None if leaves is None else PublicPoll(definition, questionnaire, leaves, counts)


def check_box(report: Report, data: bytes, public: PublicPoll) -> Box | None:
    """Check the sealed box of a published poll; None where it may not be opened."""
    key = public.poll.key
    box = read_whole_box(report, data, f"{key}.box", f"Cuộc {key}, hòm phiếu")
    if box is None:
        return None
    return box if check_box_public(report, box, f"{key}.box", public) else None


def read_whole_box(report: Report, data: bytes, name: str, title: str) -> Box | None:
    """Check a box by itself: structure, sizes, list, signatures; None where it may not be opened."""
    box = report.attempt(
        name,
        title,
        "đúng cấu trúc, mọi phiếu cùng kích thước, đúng mã niêm phong.",
        KEEP,
        lambda: read_box(data),
    )
    if box is None:
        return None
    signed = report.attempt(
        f"{name}.signatures",
        title,
        f"chữ ký số của {len(box.device)} phiếu điện thoại và {len(box.paper)} phiếu giấy đều đúng.",
        KEEP,
        lambda: _signatures_hold(box),
    )
    return box if signed else None


def check_box_public(report: Report, box: Box, name: str, public: PublicPoll) -> bool:
    """Check that a box is the one whose list and counts were published."""
    return bool(
        report.attempt(
            f"{name}.public",
            f"Cuộc {box.poll.key}",
            "hòm phiếu đúng là hòm đã công bố danh sách và số liệu.",
            KEEP,
            lambda: _box_is_public(box, public),
        )
    )


def check_opening(report: Report, box: Box, seed: bytes, public: PublicPoll | None) -> Opening | None:
    """Open and recount a box; compare with counts.json where there is one."""
    key = box.poll.key
    opening = report.attempt(
        f"{key}.opening",
        f"Cuộc {key}",
        "hai chìa khoá mở được hòm; đã đếm lại toàn bộ phiếu một cách độc lập.",
        WRONG_KEYS,
        lambda: open_box(box, seed),
    )
    if opening is None:
        return None
    if public is None:
        report.polls.append(PollResult(key, opening.digest, box.poll.unit))
        return opening
    report.attempt(
        f"{key}.recount",
        f"Cuộc {key}",
        "kết quả đếm lại trùng khớp với số liệu đã công bố và mã kết quả.",
        f"Kết quả đếm lại có mã {sixteen_digits(opening.digest)}. Không công bố; {KEEP[0].lower()}{KEEP[1:]}",
        lambda: _compare_opening(opening, public.counts),
    )
    return opening


def check_archive(
    report: Report, data: bytes, identities: tuple[Identity, ...], public: PublicPoll, opening: Opening | None
) -> None:
    """Recount the archive with whichever given identity opens it; compare with the opening's rows."""
    key = public.poll.key
    report.attempt(
        f"{key}.archive",
        f"Cuộc {key}",
        "đếm lại bản lưu các dòng đánh dấu ra đúng số liệu đã công bố.",
        "Kiểm tra lại đúng tờ khoá lưu phiếu; nếu đúng, giữ nguyên các tệp và báo tổ kiểm phiếu.",
        lambda: _recount_archive(data, identities, public, opening),
    )


def _read_definition(public: Part, poll: str) -> Poll:
    questionnaire = read_questionnaire(public.take(poll, "questionnaire.json"))
    definition = read_poll(public.take(poll, "poll.json"), questionnaire)
    if definition.key != poll:
        raise Fault(f"thư mục {poll} chứa định nghĩa của cuộc {definition.key}")
    return definition


def _read_list(public: Part, poll: str, counts: Counts, definition: Poll) -> list[bytes]:
    leaves = read_hash_list(public.take(poll, "hashes.txt"))
    check_hash_list(leaves, counts, definition)
    return leaves


def _reconciled(explained: int) -> str:
    if not explained:
        return "đối chiếu số phiếu khớp cả sáu đẳng thức."
    return f"đối chiếu số phiếu khớp, trong đó {explained} chênh lệch có giải trình đã ký (đọc ở equations.json)."


def _signatures_hold(box: Box) -> bool:
    check_signatures(box)
    return True


def _box_is_public(box: Box, public: PublicPoll) -> bool:
    if box.poll.data != public.poll.data or box.questionnaire_data != public.questionnaire_data:
        raise Fault("định nghĩa hoặc mẫu phiếu trong hòm khác bản đã công bố")
    if box.leaves() != public.leaves or list_digest(box.poll, public.leaves) != box.list_digest:
        raise Fault("các phiếu trong hòm khác danh sách phiếu đã niêm phong")
    if box.digest != public.counts.box_digest:
        raise Fault("hòm phiếu không phải hòm đã được mở để lấy số liệu này")
    for subject in public.counts.subjects:
        paper = sum(envelope.subject == subject.subject for envelope in box.paper)
        if (len(box.device), paper) != (subject.device, subject.paper):
            raise Fault(f"số phiếu trong hòm của {subject.subject} khác bảng số liệu")
    return True


def _compare_opening(opening: Opening, counts: Counts) -> None:
    if opening.subjects != counts.raw_subjects:
        raise Fault("đếm lại hòm phiếu ra số khác bảng số liệu đã công bố")
    if opening.digest != counts.opening_digest:
        raise Fault(
            "số phiếu khớp nhưng mã kết quả khác: ý kiến ghi trong biên bản mở hòm không đúng như trong hòm"
        )


def _recount_archive(
    data: bytes, identities: tuple[Identity, ...], public: PublicPoll, opening: Opening | None
) -> None:
    rows: dict[str, list[str]] | None = None
    for position, identity in enumerate(identities, 1):
        try:
            rows = open_archive(data, identity, public.poll, public.counts)
            break
        except Fault:
            if position == len(identities):
                raise
    if opening is not None and rows != opening.rows:
        raise Fault("các dòng trong bản lưu khác các dòng mở ra từ hòm phiếu")
