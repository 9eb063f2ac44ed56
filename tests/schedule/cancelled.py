"""Conferences of the campaign that are cancelled, before or after their slips were made."""

from datetime import date

from guong.ceremony.preparing import prepare_poll
from guong.core.secrecy.requests import PollRequest
from guong.office.conferences import services as conferences
from guong.office.conferences.models import Cancellation, Conference
from tests.conferences.world import SEED, good
from tests.schedule.test_papers import with_roll
from tests.schedule.world import Campaign

DAY = date(2023, 5, 12)
REASON = "Trường sáp nhập từ ngày 11/5/2023"
DECIDED_BY = "đồng chí Tạ Thị Lan Chi, Trưởng Ban"


def cancelled(world: Campaign, conference: Conference, *, reason: str = REASON) -> Cancellation:
    """Cancel it by decision of the lead body."""
    conference.refresh_from_db()
    return good(
        conferences.cancel(
            actor=world.organiser,
            conference=conference,
            version=conference.version,
            reason=reason,
            decided_by=DECIDED_BY,
            day=DAY,
        )
    )


def with_slips(world: Campaign, conference: Conference) -> Conference:
    """Take a staffed conference to its prepared poll: the board's program printed slips."""
    with_roll(world, conference)
    poll = good(conferences.prepare_request(actor=world.organiser, conference=conference))
    made = prepare_poll(PollRequest.from_bytes(bytes(poll.request)), SEED)
    good(conferences.import_keys(actor=world.organiser, conference=conference, raw=made.keys.raw))
    conference.refresh_from_db()
    return conference
