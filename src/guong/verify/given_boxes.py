"""Boxes that were handed over by themselves, beside a bundle or without one (DESIGN §10)."""

from collections.abc import Mapping, Sequence

from guong.verify.box import Box
from guong.verify.boxes import BoxFile
from guong.verify.bundle import PublicPoll, check_box_public, read_whole_box
from guong.verify.report import PollResult, Report
from guong.verify.strict import printable

NO_FOLDER = "số liệu công bố và đối chiếu số phiếu: chưa đưa thư mục hồ sơ."
TWO_BOXES = (
    "Có hai hòm phiếu khác nhau của cuộc {poll} nên chưa mở hòm nào của cuộc ấy. "
    "Đối chiếu mã niêm phong với biên bản, bỏ tệp sai rồi kiểm lại."
)


def check_given_boxes(
    report: Report, files: Sequence[BoxFile], polls: Mapping[str, PublicPoll] | None, *, has_keys: bool
) -> dict[str, Box]:
    """Check each box by itself and, with `polls` (None without a bundle), that it is a published one. Gives those that may be
    opened, by poll; of two different boxes of one poll neither."""
    if polls is None:
        report.not_checked.append(NO_FOLDER)
    boxes: dict[str, Box] = {}
    doubled: set[str] = set()
    for number, file in enumerate(files, 1):
        name = "box" if len(files) == 1 else f"box.{number}"
        title = "Tệp hòm phiếu" if len(files) == 1 else f"Tệp hòm phiếu {printable(file.name)}"
        box = read_whole_box(report, file.data, name, title)
        if box is None:
            continue
        if box.poll.key in boxes:
            doubled.add(box.poll.key)
            report.failed(f"{name}.twice", TWO_BOXES.format(poll=box.poll.key))
        elif polls is None or _is_of_folder(report, box, name, polls):
            boxes[box.poll.key] = box
    if polls is None and not has_keys:
        report.polls += [PollResult(key, None, box.poll.unit) for key, box in boxes.items()]
    return {key: box for key, box in boxes.items() if key not in doubled}


def _is_of_folder(report: Report, box: Box, name: str, polls: Mapping[str, PublicPoll]) -> bool:
    key = box.poll.key
    if key in polls:
        return check_box_public(report, box, name, polls[key])
    report.failed(
        f"{name}.public",
        f"Hòm phiếu là của cuộc {key}, hồ sơ không có cuộc ấy hoặc số liệu của cuộc ấy không đạt. "
        "Kiểm tra lại đã chọn đúng tệp chưa.",
    )
    return False
