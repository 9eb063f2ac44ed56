"""The invented campaign of the gallery's calendar: one round held for three days, the other not yet begun."""

from django.conf import settings
from django.test import Client

from guong.ballots.store import migrate
from guong.office.accounts.models import User
from guong.office.conferences.details import Sitting
from guong.office.schedule import services
from tests.conferences.world import good
from tests.schedule import world as campaign


def prepare() -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """Set everything up in an empty register; returns addresses by role and picture, and officers' sessions."""
    migrate(settings.GUONG_URN_URL)
    world = campaign.campaign()
    made = campaign.held(world)
    moved = made[4]
    good(
        services.move(
            actor=world.organiser,
            conference=moved,
            version=moved.version,
            to=Sitting(made[6].held_on, made[6].begins_at, made[6].place),
            reason="Trường tổ chức thi học kỳ",
        )
    )
    pages = {
        "organiser": {
            "rounds": campaign.page("rounds"),
            "make": campaign.page("make", world.wards.key),
            "calendar": campaign.page("calendar", world.schools.key),
            "move": campaign.page("move", moved.key),
        }
    }
    return pages, {"organiser": _session(world.organiser)}


def _session(user: User) -> str:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client.cookies["sessionid"].value
