"""A fault in one poll's unfinished act blocks neither the other polls nor the start of the server (DESIGN §2)."""

import logging

import pytest

from guong.office.conferences import services
from guong.office.conferences.intents import finish_intents
from guong.office.conferences.models import Intent, Poll
from tests.conferences.world import World, good, with_roll

pytestmark = pytest.mark.django_db


@pytest.fixture
def poll(world: World) -> Poll:
    return good(services.prepare_request(actor=world.organiser, conference=with_roll(world)))


def test_a_fault_stays_with_its_poll(poll: Poll, caplog: pytest.LogCaptureFixture) -> None:
    poll.keys = b"not a key file"
    poll.save(update_fields=["keys"])
    broken = Intent.objects.create(poll_key=poll.poll_key, act="prepare")
    other = Intent.objects.create(poll_key="0123456789", act="open")
    with caplog.at_level(logging.ERROR):
        finish_intents()
    assert Intent.objects.get(pk=broken.pk).state == Intent.WANTED
    assert Intent.objects.get(pk=other.pk).state == Intent.REFUSED
    assert "still unfinished" in caplog.text


def test_an_act_that_was_settled_meanwhile_is_not_done_again(poll: Poll) -> None:
    intent = Intent.objects.create(poll_key=poll.poll_key, act="prepare")
    Intent.objects.filter(pk=intent.pk).update(state=Intent.REFUSED)
    assert finish_intents() == []
