"""Two schools counted by services, and everybody who has to do with the results, each at a browser of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from tests.conferences.world import officer
from tests.counting.world import signed_in
from tests.e2e.screens import Office, Screen, office
from tests.release.round_world import SCHOOLS, PlayedRound, played
from tests.release.told_world import head_account
from tests.remarks.world import editor

EDITORS = ("người biên tập thứ nhất", "người biên tập thứ hai")
REPORTER, APPROVER = "người tổng hợp", "người duyệt"
BOARD, COMMITTEE = "Thường trực", "Ban Thường vụ"
HEAD, COLLEAGUE = "người đứng đầu", "người đứng đầu khác"


@dataclass(frozen=True)
class Counted:
    """A round whose boxes are open: the addresses of the first head's result, and who holds which session."""

    person: str
    of_round: str
    head_name: str
    sessions: dict[str, dict[str, str]]


def counted() -> Counted:
    """Count two schools to their destroyed keys; nobody has edited, presented or told anything."""
    place = played(SCHOOLS[1:3], edited=False)
    site = place.sites[0]
    people = _people(place)
    return Counted(
        person=f"{site.conference.key}/s1/",
        of_round=place.of_round.key,
        head_name=site.head,
        sessions={who: _cookies(user) for who, user in people.items()},
    )


def _people(place: PlayedRound) -> dict[str, User]:
    first, second = (site.conference for site in place.sites)
    return {
        EDITORS[0]: editor(place.body, username="bientap1", full_name="Ngạc Thu Sương"),
        EDITORS[1]: editor(place.body, username="bientap2", full_name="Ứng Hoài Thu"),
        REPORTER: place.reporter,
        APPROVER: officer(place.body, Role.REPORTER, username="duyet"),
        BOARD: officer(place.body, Role.STANDING_BOARD, username="thuong-truc"),
        COMMITTEE: officer(place.body, Role.COMMITTEE, username="ban-thuong-vu"),
        HEAD: head_account(first, username="dung-dau-1"),
        COLLEAGUE: head_account(second, username="dung-dau-2"),
    }


def _cookies(user: User) -> dict[str, str]:
    return {name: one.value for name, one in signed_in(user).cookies.items()}


class House:
    """Everybody's screens, and who may see a page now."""

    def __init__(self, people: Office, origin: str, made: Counted) -> None:
        self.made = made
        self.people = people
        self.at: dict[str, Screen] = {}
        for who, cookies in made.sessions.items():
            screen = people.screen(origin, who)
            screen.context.add_cookies(_rows(cookies, origin))
            self.at[who] = screen

    def readers(self, path: str) -> set[str]:
        """Return to whom a page opens; to everybody else it must be refused or not exist."""
        found = set()
        for who, screen in self.at.items():
            answer = screen.context.request.get(screen.origin + path, max_redirects=0)
            assert answer.status in {200, 403, 404}, f"{path}, {who}: {answer.status}"
            if answer.status == 200:
                found.add(who)
        return found

    @property
    def result(self) -> str:
        """The first head's figures as officers read them."""
        return f"/ket-qua/{self.made.person}"

    @property
    def own(self) -> str:
        """The same as the person reads them."""
        return f"/tiep-thu/{self.made.person}"

    @property
    def plan(self) -> str:
        """The first head's remediation plan."""
        return f"/khac-phuc/{self.made.person}"

    @property
    def desk(self) -> str:
        """Where the remarks about the first head are edited."""
        return f"/bien-tap/{self.made.person}"

    @property
    def glance(self) -> str:
        """The committee's page of the round."""
        return f"/toan-canh/dot/{self.made.of_round}/"

    @property
    def proposals(self) -> str:
        """What is proposed to the committee about the first head."""
        return f"/toan-canh/{self.made.person}de-xuat/"

    @property
    def steps(self) -> str:
        """The steps of the round's release."""
        return f"/ket-qua/dot/{self.made.of_round}/cong-bo/"


@contextmanager
def house(browser: Browser, origin: str, made: Counted) -> Iterator[House]:
    """Sit everybody down; all browsers are closed afterwards."""
    with office(browser) as people:
        yield House(people, origin, made)


def _rows(cookies: dict[str, str], origin: str) -> Any:
    return [{"name": name, "value": value, "url": origin} for name, value in cookies.items()]
