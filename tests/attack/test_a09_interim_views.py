"""A9: whatever was ticked and however many have voted, every page before the closing is the same, byte for byte."""

import re
from collections.abc import Sequence
from datetime import time

import pytest
from django.urls import reverse

from guong.ballots import casting
from guong.ceremony.preparing import PreparedPoll
from guong.core import ballot
from guong.core.ballot import Part
from guong.core.lifecycle import SlotState
from guong.core.questionnaire import official
from guong.core.secrecy import envelope, slips
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors
from guong.office.conferences.models import Conference
from guong.office.conferences.views import hall
from tests.conferences.conftest import urn_folder, world
from tests.conferences.test_pages import PAGES, signed_in
from tests.conferences.world import World, good, officer, opened

__all__ = ["urn_folder", "world"]

FORM = official("school_head")
VOTERS = 8
TOKEN = re.compile(rb"csrf[\w-]*\"[^>]*?(?:value|content)=\"[^\"]+\"|[\"'][A-Za-z0-9]{64}[\"']")
ELSEWHERE = ("overview:home", "conferences:list", "counting:list", "paperdesk:list", "release:list")


def everything(officers: Sequence[User], conference: Conference) -> dict[str, bytes]:
    """Every page that an officer with every role of the office can ask for while people vote."""
    addresses = [reverse(f"conferences:{name}", args=[conference.key]) for name in PAGES]
    addresses += [reverse(name) for name in ELSEWHERE]
    addresses += [f"/kiem-phieu/{conference.key}/", f"/kiem-phieu/{conference.key}/doi-chieu/"]
    addresses += [f"/kiem-phieu/{conference.key}/hom-phieu/", f"/ket-qua/{conference.key}/s1/"]
    found = {}
    for user in officers:
        client = signed_in(user)
        for address in addresses:
            answer = client.get(address)
            found[f"{user.username} {address}"] = b"%d" % answer.status_code + TOKEN.sub(b"", answer.content)
    return found


def put(made: PreparedPoll, conference: Conference, marks: str, voter: int) -> bytes:
    """One sealed answer of a voter."""
    definition = selectors.definition_of(conference)
    assert definition is not None
    text = ballot.encode(made.keys.poll, [Part("s1", marks)], FORM, subjects=1)
    signer = slips.signing_key(made.tickets[voter], made.keys.poll)
    return envelope.seal(definition, slips.public_key(made.tickets[voter], made.keys.poll), text, signer)


def all_vote(made: PreparedPoll, conference: Conference, marks: str) -> None:
    for voter in range(VOTERS):
        slot = slips.public_key(made.tickets[voter], made.keys.poll)
        sealed = put(made, conference, marks, voter)
        good(casting.cast(selectors.urn_store(), poll=made.keys.poll, slot_key=slot, envelope=sealed))


def other_answers(made: PreparedPoll, conference: Conference, marks: str) -> None:
    """The same urn, had the same people ticked otherwise."""
    with selectors.urn_store().writing() as session:
        for voter in range(VOTERS):
            slot = slips.public_key(made.tickets[voter], made.keys.poll)
            sealed = put(made, conference, marks, voter)
            session.change("UPDATE slot SET envelope = ? WHERE slot_key = ?", [sealed, slot])


def officers(world: World) -> list[User]:
    """The organiser and one officer of each other role, all with the school in their scope."""
    others = [role for role in Role if role is not Role.ORGANISER]
    return [
        world.organiser,
        *(officer(world.school, role, username=f"vt{number}") for number, role in enumerate(others)),
    ]


def test_no_page_changes_with_what_or_how_many_have_voted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The desk's page proposes the hour, to five minutes: on a slow machine it would move on between two looks.
    monkeypatch.setattr(hall, "rounded", lambda at: time(8, 5))
    conference, made = opened(world)
    people = officers(world)
    nobody = everything(people, conference)
    all_vote(made, conference, "1" * len(FORM.items))
    satisfied = everything(people, conference)
    other_answers(made, conference, "4" * len(FORM.items))
    unhappy = everything(people, conference)
    assert sum(page.startswith(b"200") for page in nobody.values()) > 15
    assert satisfied == nobody
    assert unhappy == satisfied


def test_positive_control_a_page_that_counts_envelopes_is_caught(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def careless(conference: Conference) -> str:
        with selectors.urn_store().reading() as session:
            return str(
                session.rows("SELECT count(*) FROM slot WHERE state = ?", [SlotState.CAST.value])[0][0]
            )

    monkeypatch.setattr(selectors, "state_text", careless)
    conference, made = opened(world)
    people = [world.organiser]
    nobody = everything(people, conference)
    all_vote(made, conference, "1" * len(FORM.items))
    assert everything(people, conference) != nobody
