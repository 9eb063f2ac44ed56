"""A conference of the campaign taken into its hall and out of it again, with a real board's keys."""

from guong.ceremony.preparing import prepare_poll
from guong.core.secrecy.requests import PollRequest
from guong.office.conferences import services
from guong.office.conferences.models import Conference
from tests.conferences.world import SEED, close_by_two, good, open_by_two
from tests.schedule.test_papers import with_roll
from tests.schedule.world import Campaign


def opened(world: Campaign, conference: Conference) -> Conference:
    """Take a staffed conference into the hall."""
    if not conference.rehearsal:
        with_roll(world, conference)
    actor = world.organiser
    poll = good(services.prepare_request(actor=actor, conference=conference))
    made = prepare_poll(PollRequest.from_bytes(bytes(poll.request)), SEED)
    good(services.import_keys(actor=actor, conference=conference, raw=made.keys.raw))
    conference.refresh_from_db()
    good(services.confirm_printed(actor=actor, conference=conference, version=conference.version))
    good(open_by_two(actor, conference))
    return conference


def closed(world: Campaign, conference: Conference) -> Conference:
    """Take it past the end of casting; one person summoned stayed away."""
    opened(world, conference)
    for entry in conference.roll.all()[1:]:
        good(services.mark_present(conference=conference, person_id=entry.person_id, present=True))
    good(close_by_two(world.organiser, conference))
    return conference
