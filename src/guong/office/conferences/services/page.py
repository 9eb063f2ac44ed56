"""What phones were served: written down at the opening, so that a later upgrade can't change it (DESIGN §4.9)."""

from django.db import transaction

from guong.core.lifecycle import PollState
from guong.office.conferences import urn
from guong.office.conferences.models import Poll

_CASTING = {PollState.OPEN, PollState.PAUSED, PollState.SUSPENDED}


@transaction.atomic
def record_page(*, poll: Poll) -> None:
    """Write down the digests of the voter's page as it is served now.

    Called before a poll opens, opens again, or closes. Before the first opening they replace what stood there, later
    they are added where they changed, once casting is over nothing is written.
    """
    row = Poll.objects.select_for_update().get(pk=poll.pk)
    state, now = urn.state(poll.poll_key), urn.page_digests()
    if state is PollState.PREPARED:
        row.pages = [now]
    elif state in _CASTING and (not row.pages or row.pages[-1] != now):
        row.pages = [*row.pages, now]
    row.save(update_fields=["pages"])
