"""One run of the verifier: which checks are made, in which order, and what stays unchecked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guong.verify.archive import Identity
from guong.verify.box import Box
from guong.verify.bundle import (
    PublicPoll,
    check_archive,
    check_box,
    check_box_public,
    check_opening,
    check_public_poll,
    read_whole_box,
)
from guong.verify.draws import check_draw
from guong.verify.keys import KeyShare, recover_seed
from guong.verify.manifest import Part
from guong.verify.opening import Opening
from guong.verify.parts import check_parts, find_folders
from guong.verify.report import PollResult, Report
from guong.verify.strict import Fault

NO_KEYS = "nội dung phiếu trong hòm và việc đếm lại: chưa đưa hai chìa khoá hòm phiếu (--key hai lần)."
NO_ARCHIVE_KEY = "bản lưu các dòng đánh dấu: chưa đưa khoá lưu phiếu (--archive-key)."
NO_FOLDER = "số liệu công bố và đối chiếu số phiếu: chưa đưa thư mục hồ sơ."


@dataclass(frozen=True)
class Task:
    """What to verify. `box` is a box file's bytes; `shares` none or two; `expect` 16 digits."""

    folder: Path | None = None
    box: bytes | None = None
    shares: tuple[KeyShare, ...] = ()
    archives: tuple[Identity, ...] = ()
    expect: str | None = None


def verify(task: Task) -> Report:
    """Make every check that the task's input allows. Refuses (Fault) a folder that is no bundle, and keys
    that have nothing to open."""
    report = Report()
    seed = _recover(report, task.shares)
    public: Part | None = None
    sealed: Part | None = None
    if task.folder is not None:
        folders = find_folders(task.folder)
        if folders.sealed is None and (task.archives or (task.shares and task.box is None)):
            raise Fault("hồ sơ này không có phần niêm phong để mở bằng chìa khoá")
        public, sealed = check_parts(report, folders)
        _check_expected(report, task)
    for key, data in (public.draws() if public else {}).items():
        check_draw(report, key, data)
    polls = _check_polls(report, public)
    boxes = _sealed_boxes(report, sealed, polls)
    if task.box is not None:
        boxes = _given_box(report, task, polls)
    openings = _open_boxes(report, boxes, seed, polls, task)
    if sealed is not None:
        _check_archives(report, sealed, polls, openings, task)
    return report


def _recover(report: Report, shares: tuple[KeyShare, ...]) -> bytes | None:
    if not shares:
        return None
    first, second = shares
    return report.attempt(
        "keys",
        "Hai chìa khoá",
        "thuộc cùng một bộ phong bì.",
        "Lấy hai phong bì khác nhau của cùng một bộ rồi làm lại.",
        lambda: recover_seed(first, second),
    )


def _check_expected(report: Report, task: Task) -> None:
    if task.expect is None:
        return
    if report.code is not None and report.code.replace(" ", "") == task.expect:
        report.passed("expect", "Mã hồ sơ đúng bằng mã ghi trong biên bản.")
    else:
        report.failed(
            "expect",
            "Mã hồ sơ khác mã đã cho: đây không phải hồ sơ ghi trong biên bản. "
            "Kiểm tra lại mã; nếu đúng, lấy lại hồ sơ từ nơi lưu giữ.",
        )


def _check_polls(report: Report, public: Part | None) -> dict[str, PublicPoll]:
    if public is None:
        return {}
    checked = {key: check_public_poll(report, public, key) for key in public.polls()}
    return {key: poll for key, poll in checked.items() if poll is not None}


def _sealed_boxes(report: Report, sealed: Part | None, polls: Mapping[str, PublicPoll]) -> dict[str, Box]:
    if sealed is None:
        return {}
    checked = {key: check_box(report, sealed.take(key, "box.json"), poll) for key, poll in polls.items()}
    return {key: box for key, box in checked.items() if box is not None}


def _given_box(report: Report, task: Task, polls: Mapping[str, PublicPoll]) -> dict[str, Box]:
    box = read_whole_box(report, task.box or b"", "box", "Tệp hòm phiếu")
    if box is None:
        return {}
    key = box.poll.key
    if task.folder is None:
        report.not_checked.append(NO_FOLDER)
        if not task.shares:
            report.polls.append(PollResult(key, None))
        return {key: box}
    if key not in polls:
        report.failed(
            "box.public",
            f"Hòm phiếu là của cuộc {key}, hồ sơ không có cuộc ấy hoặc số liệu của cuộc ấy không đạt. "
            "Kiểm tra lại đã chọn đúng tệp chưa.",
        )
        return {}
    return {key: box} if check_box_public(report, box, "box", polls[key]) else {}


def _open_boxes(
    report: Report, boxes: Mapping[str, Box], seed: bytes | None, polls: Mapping[str, PublicPoll], task: Task
) -> dict[str, Opening]:
    if not task.shares:
        if boxes or polls or not report.ok:
            report.not_checked.append(NO_KEYS)
    elif task.box is not None and set(polls) - set(boxes):
        report.not_checked.append(
            "nội dung phiếu của các cuộc khác: hai chìa khoá chỉ dùng cho tệp hòm đã chọn."
        )
    if seed is None:
        return {}
    opened = {key: check_opening(report, box, seed, polls.get(key)) for key, box in boxes.items()}
    return {key: opening for key, opening in opened.items() if opening is not None}


def _check_archives(
    report: Report,
    sealed: Part,
    polls: Mapping[str, PublicPoll],
    openings: Mapping[str, Opening],
    task: Task,
) -> None:
    if not task.archives:
        report.not_checked.append(NO_ARCHIVE_KEY)
        return
    for key, poll in polls.items():
        check_archive(report, sealed.take(key, "archive.age"), task.archives, poll, openings.get(key))
