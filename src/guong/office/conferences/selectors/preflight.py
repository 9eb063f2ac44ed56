"""What stands before the opening: machine checks as they are now, marks as they were made (ux.md screen 23)."""

import shutil
from collections.abc import Callable, Mapping

from django.conf import settings
from django.utils import timezone

from guong.ballots import copies, polls
from guong.core import preflight
from guong.core.hall_hour import Moment
from guong.core.origin import is_protected
from guong.core.preflight import Check, Finding, Level, Question
from guong.office.conferences import urn
from guong.office.conferences.certificate import days_left
from guong.office.conferences.models import Conference, PreflightMark
from guong.office.conferences.selectors.acts import keepers_of
from guong.office.conferences.selectors.conference import is_before_casting, poll_of
from guong.office.conferences.selectors.hour import noted_moments

Marks = Mapping[str, PreflightMark]

_BY_HAND = {
    Check.KEYS_TRIED: "Hỏi tổ trưởng: máy của tổ đã hiện “Khoá hoạt động”, ba phong bì đã dán?",
    Check.SHEETS: "Xem xấp phiếu giấy: tờ nào cũng có dấu của cơ quan ban hành. Tờ không dấu là không hợp lệ.",
    Check.SCREENS: "Đặt kính đọc sách ở bàn phát thẻ, tấm bìa che ở chỗ ngồi bỏ phiếu và ở máy chung.",
    Check.PENS: "Đặt bút, hộp bốc thẻ đã trộn, hòm phiếu giấy đã kiểm tra rỗng và dán niêm phong.",
}


def findings_of(conference: Conference) -> tuple[Finding, ...]:
    """Return every check in the order of the page; a second disk only where one is configured."""
    marks = {mark.check_key: mark for mark in conference.preflight_marks.all()}
    return tuple(found for make in _MADE for found in make(conference, marks))


def questions_of(conference: Conference, findings: tuple[Finding, ...] | None = None) -> tuple[Question, ...]:
    """Return what is asked before the first opening; nothing once the poll was opened. ``findings``: where known already."""
    if not is_before_casting(conference):
        return ()
    return preflight.questions(
        now=timezone.localtime().replace(tzinfo=None),
        announced=conference.began,
        subject_left=Moment.LEFT in noted_moments(conference),
        findings=findings_of(conference) if findings is None else findings,
    )


def _prepared(conference: Conference, _: Marks) -> tuple[Finding, ...]:
    roll = (
        Finding(Check.ROLL, Level.OK, f"{conference.roll.count()} người.")
        if conference.roll_agreed
        else Finding(Check.ROLL, Level.BLOCK, "Danh sách chưa chốt. Đề nghị làm bước 1.")
    )
    printed = (
        Finding(Check.PRINTED, Level.OK, "Đã xác nhận in đủ.")
        if conference.papers_printed
        else Finding(Check.PRINTED, Level.BLOCK, "Chưa xác nhận in đủ giấy tờ. Đề nghị làm bước 5.")
    )
    return roll, printed


def _confirming(conference: Conference, _: Marks) -> tuple[Finding, ...]:
    names = [keeper.full_name for keeper in keepers_of(conference) if keeper.pin_digest]
    if names:
        return (Finding(Check.CONFIRMING, Level.OK, f"Đã chọn mã: {', '.join(names)}."),)
    return (
        Finding(
            Check.CONFIRMING,
            Level.TODO,
            "Mời tổ trưởng, thư ký tổ, đại biểu chứng kiến ngồi vào máy này, từng người tự chọn mã.",
        ),
    )


def _storage(_: Conference, __: Marks) -> tuple[Finding, ...]:
    problems = polls.durability_problems(urn.store())
    if problems:
        return (Finding(Check.STORAGE, Level.BLOCK, problems[0].sentence),)
    return (
        Finding(Check.STORAGE, Level.OK, "Điện thoại chỉ được báo “đã nhận” khi phiếu đã nằm trên ổ đĩa."),
    )


def _tried(_: Conference, marks: Marks) -> tuple[Finding, ...]:
    return (
        _marked(
            marks,
            Check.TEST_BALLOT,
            done="Hòm phiếu đã trả lời một thẻ giả là không có thẻ ấy: trang, phần niêm phong phiếu và đường gửi đều chạy.",
            todo="Đang chờ chạy phiếu thử từ máy này.",
        ),
        _marked(
            marks, Check.CLOCK, done=preflight.clocks(0).sentence, todo="Đang chờ so với đồng hồ của máy này."
        ),
    )


def _address(conference: Conference, _: Marks) -> tuple[Finding, ...]:
    return (
        preflight.address(
            is_https=settings.GUONG_ORIGIN.startswith("https://"),
            is_protected=is_protected(settings.GUONG_ORIGIN),
            decision=conference.plain_http_decision,
            days_left=days_left(settings.GUONG_CERTIFICATE, now=timezone.now()),
        ),
    )


def _disk(_: Conference, __: Marks) -> tuple[Finding, ...]:
    return (preflight.disk(shutil.disk_usage(settings.GUONG_DATA_DIR).free),)


def _second_disk(conference: Conference, _: Marks) -> tuple[Finding, ...]:
    folder = settings.GUONG_SECOND_DISK
    poll = poll_of(conference) if folder else None
    if folder is None or poll is None:
        return ()
    if copies.holds(folder / copies.FILE_NAME, poll.poll_key):
        return (Finding(Check.SECOND_DISK, Level.OK, "Bản thứ hai đã có hòm phiếu của hội nghị này."),)
    return (
        Finding(
            Check.SECOND_DISK,
            Level.WARN,
            "Ổ đĩa thứ hai chưa có hòm phiếu của hội nghị này. Đề nghị kiểm tra ổ đĩa còn cắm, rồi tải lại trang.",
        ),
    )


def _by_hand(_: Conference, marks: Marks) -> tuple[Finding, ...]:
    return tuple(
        _marked(
            marks,
            check,
            done=f"{marks[check.value].by} đã đánh dấu." if check.value in marks else "",
            todo=_BY_HAND[check],
        )
        for check in preflight.BY_HAND
    )


def _marked(marks: Marks, check: Check, *, done: str, todo: str) -> Finding:
    mark = marks.get(check.value)
    if mark is None:
        return Finding(check, Level.TODO, todo)
    return Finding(check, Level.OK, done) if mark.passed else Finding(check, Level.WARN, mark.note)


_MADE: tuple[Callable[[Conference, Marks], tuple[Finding, ...]], ...] = (
    _prepared,
    _confirming,
    _storage,
    _tried,
    _address,
    _disk,
    _second_disk,
    _by_hand,
)
