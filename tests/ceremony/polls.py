"""Requests, seeds and boxes of invented polls for the ceremony's tests."""

from datetime import date

from guong.core.poll import Subject
from guong.core.secrecy.requests import PollRequest
from tests.core.answers import POLL, SCHOOL_FORM

OTHER_POLL = "0123456789"


def request(poll: str = POLL, *, eligible: int = 12, stations: int = 1) -> PollRequest:
    """A request for one school head's poll."""
    return PollRequest(
        poll=poll,
        title="Hội nghị lấy ý kiến góp ý đối với người đứng đầu",
        unit="Trường Tiểu học Hoa Sen",
        held_on=date(2023, 5, 15),
        origin="https://gopy.example",
        eligible=eligible,
        subjects=(Subject("s1", "Nguyễn Thị A", "đ/c Nguyễn Thị A - Hiệu trưởng trường Tiểu học Hoa Sen"),),
        questionnaire=SCHOOL_FORM.digest,
        stations=stations,
    )
