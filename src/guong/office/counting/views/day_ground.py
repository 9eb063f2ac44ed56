"""Finding the opening day of a page within the officer's scope, and what every page of a day shows."""

from django.http import Http404, HttpRequest

from guong.core.wording import in_digits
from guong.office.counting import selectors
from guong.office.counting.day_steps import BoxStanding, DayStepKey
from guong.office.counting.models import OpeningDay
from guong.office.counting.selectors import BoxLine, DayView

TITLES = {
    DayStepKey.RECEIVE: ("Nhận hòm phiếu, đối chiếu mã niêm phong", "counting:day_receive"),
    DayStepKey.OPEN: ("Mở hòm phiếu, nhập kết quả", "counting:day_open"),
    DayStepKey.BUNDLE: ("Lập hồ sơ kiểm tra chung", "counting:day_bundle"),
    DayStepKey.DESTROY: ("Huỷ chìa khoá", "counting:day_destroy"),
    DayStepKey.ARCHIVE: ("Niêm phong lưu trữ", "counting:day_archive"),
}
STANDINGS = {
    BoxStanding.NOT_SEALED: ("Chưa niêm phong", ""),
    BoxStanding.EXPECTED: ("Chưa nhận", "warn"),
    BoxStanding.RECEIVED: ("Đã nhận", "accent"),
    BoxStanding.OTHER_CODE: ("Khác mã niêm phong", "danger"),
    BoxStanding.LEFT_OUT: ("Không mở", "danger"),
    BoxStanding.OPENED: ("Đã mở", "ok"),
    BoxStanding.ENDED: ("Đã mở, đã huỷ khoá", "ok"),
    BoxStanding.ELSEWHERE: ("Đã mở tại chỗ", ""),
    BoxStanding.VOID: ("Lần bỏ phiếu đã huỷ", ""),
    BoxStanding.CANCELLED: ("Hội nghị đã huỷ", ""),
}


def day_or_404(request: HttpRequest, key: str) -> OpeningDay:
    """Return the day; outside the officer's units it doesn't exist."""
    found = selectors.day_in_scope(user=request.user, key=key)
    if found is None:
        raise Http404
    return found


def box_rows(view: DayView) -> list[dict[str, object]]:
    """Return the boxes of a day with their states in words."""
    return [_row(line) for line in view.lines]


def counted(view: DayView) -> str:
    """Return the day's one number: boxes opened once there are any, else boxes received, of all that are expected."""
    facts = view.facts
    done, said = (facts.opened, "Đã mở") if facts.opened else (facts.received, "Đã nhận")
    return f"{said} {in_digits(done)}/{in_digits(facts.boxes)} hòm phiếu"


def _row(line: BoxLine) -> dict[str, object]:
    words, mark = STANDINGS[line.standing]
    return {"line": line, "conference": line.conference, "words": words, "mark": mark}
