"""One run of the verifier: which checks are made, in which order, and what stays unchecked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from guong.verify.archive import Identity
from guong.verify.box import Box
from guong.verify.boxes import BoxFile
from guong.verify.bundle import (
    PublicPoll,
    check_archive,
    check_box,
    check_opening,
    check_public_poll,
)
from guong.verify.draws import check_draw
from guong.verify.given_boxes import check_given_boxes
from guong.verify.journal import check_journal
from guong.verify.keys import KeyShare, recover_seed
from guong.verify.manifest import Part
from guong.verify.opening import Opening, own_seed
from guong.verify.parts import check_parts, find_folders
from guong.verify.report import Report
from guong.verify.strict import Fault

NO_KEYS = "nội dung phiếu trong hòm và việc đếm lại: chưa đưa hai chìa khoá hòm phiếu (--key hai lần)."
NO_ARCHIVE_KEY = "bản lưu các dòng đánh dấu: chưa đưa khoá lưu phiếu (--archive-key)."


@dataclass(frozen=True)
class Task:
    """What to verify. `sets` are pairs of keys, one pair for each set of envelopes; `expect` and `journal` 16 digits."""

    folder: Path | None = None
    boxes: tuple[BoxFile, ...] = ()
    sets: tuple[tuple[KeyShare, KeyShare], ...] = ()
    archives: tuple[Identity, ...] = ()
    expect: str | None = None
    journal: str | None = None


def verify(task: Task) -> Report:
    """Make every check that the task's input allows. Refuses (Fault) a folder that is no bundle, and keys
    that have nothing to open."""
    report = Report()
    seeds = _recover(report, task.sets)
    public: Part | None = None
    sealed: Part | None = None
    if task.folder is not None:
        folders = find_folders(task.folder)
        if folders.sealed is None and (task.archives or (task.sets and not task.boxes)):
            raise Fault("hồ sơ này không có phần niêm phong để mở bằng chìa khoá")
        public, sealed = check_parts(report, folders)
        _check_expected(report, task)
    for key, data in (public.draws() if public else {}).items():
        check_draw(report, key, data)
    polls = _check_polls(report, public)
    if public is not None:
        check_journal(report, public, sealed, task.journal)
    boxes = _sealed_boxes(report, sealed, polls)
    if task.boxes:
        given = None if task.folder is None else polls
        boxes = check_given_boxes(report, task.boxes, given, has_keys=bool(task.sets))
    openings = _open_boxes(report, boxes, seeds, polls, task)
    if sealed is not None:
        _check_archives(report, sealed, polls, openings, task)
    return report


def _recover(report: Report, sets: tuple[tuple[KeyShare, KeyShare], ...]) -> list[bytes]:
    seeds = [
        report.attempt(
            "keys" if number == 1 else f"keys.{number}",
            "Hai chìa khoá" if len(sets) == 1 else f"Hai chìa khoá của bộ thứ {number}",
            "thuộc cùng một bộ phong bì.",
            "Lấy hai phong bì khác nhau của cùng một bộ rồi làm lại.",
            partial(recover_seed, first, second),
        )
        for number, (first, second) in enumerate(sets, 1)
    ]
    return [seed for seed in seeds if seed is not None]


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


def _open_boxes(
    report: Report,
    boxes: Mapping[str, Box],
    seeds: Sequence[bytes],
    polls: Mapping[str, PublicPoll],
    task: Task,
) -> dict[str, Opening]:
    if not task.sets:
        if boxes or polls or not report.ok:
            report.not_checked.append(NO_KEYS)
    elif task.boxes and set(polls) - set(boxes):
        report.not_checked.append(
            "nội dung phiếu của các cuộc khác: hai chìa khoá chỉ dùng cho tệp hòm đã chọn."
        )
    if not seeds:
        return {}
    opened = {
        key: check_opening(report, box, own_seed(box, seeds), polls.get(key)) for key, box in boxes.items()
    }
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
