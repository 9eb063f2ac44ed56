"""The small world of the hall taken on: phones and sheets answer, two people count, the board opens its box."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from django.test import Client

from guong.ballots import casting, polls
from guong.ceremony.opening import OpenedBox, open_in_memory
from guong.ceremony.preparing import PreparedPoll
from guong.core import ballot, crockford
from guong.core.ballot import Part
from guong.core.outcome import Refused
from guong.core.questionnaire import official
from guong.core.reconciliation import HandCount
from guong.core.secrecy import envelope, keys, slips
from guong.core.secrecy.box import Box
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors as conferences
from guong.office.conferences import services as hall
from guong.office.conferences.models import Conference
from guong.office.counting import services
from guong.office.counting.models import Opening
from guong.office.paperdesk import services as paperdesk
from guong.office.papers import archive
from guong.office.papers.models import Paper
from tests.conferences.world import SEATS, SEED, World, close_by_two, good, officer, opened, sheet_envelope

FORM = official("school_head")
COUNTERS = (SEATS[0].full_name, SEATS[1].full_name)
HEAD, CLERK, WITNESS = SEATS[0].full_name, SEATS[1].full_name, SEATS[3].full_name
REMARK = "Đề nghị công khai lịch trực sớm hơn"
Remarks = tuple[tuple[str, str], ...]
WRITTEN: tuple[Remarks, ...] = ((("other", REMARK),), (("other", REMARK),))


@dataclass
class Count:
    """A conference being counted: its slips, what lies on the table, and the officer who counts."""

    conference: Conference
    made: PreparedPoll
    officer: User
    drawn: int
    hand: HandCount

    @property
    def left_over(self) -> list[bytes]:
        """Tickets of the slips that nobody drew."""
        return self.made.tickets[self.drawn :]

    def code(self, ticket: bytes) -> str:
        """What is printed on a slip."""
        return " ".join(slips.printed_groups(ticket, self.made.keys.poll))


def marks(place: int) -> str:
    """An answer to every item that differs from voter to voter, mostly good, always the same for a place."""
    chance = Random(place)
    return "".join(chance.choices("01234", weights=(1, 50, 33, 12, 4))[0] for _ in FORM.items)


def closed(
    world: World,
    *,
    phones: int = 11,
    sheets: int = 1,
    answer: str = "",
    username: str = "kiemphieu",
    remarks: Sequence[Remarks] = WRITTEN,
) -> Count:
    """A closed conference at which ``phones`` people voted by phone and ``sheets`` on paper; the first wrote ``remarks``."""
    conference, made = opened(world)
    definition = conferences.definition_of(conference)
    assert definition is not None
    for place, ticket in enumerate(made.tickets[:phones]):
        part = Part("s1", answer or marks(place), remarks[place] if place < len(remarks) else ())
        text = ballot.encode(made.keys.poll, [part], FORM, subjects=1)
        slot_key = slips.public_key(ticket, made.keys.poll)
        sealed = envelope.seal(definition, slot_key, text, slips.signing_key(ticket, made.keys.poll))
        store = conferences.urn_store()
        good(casting.cast(store, poll=made.keys.poll, slot_key=slot_key, envelope=sealed))
    people = list(conference.roll.all())[: phones + sheets]
    for entry in people:
        good(hall.mark_present(conference=conference, person_id=entry.person_id, present=True))
    for _ in range(sheets):
        good(hall.count_paper_set(conference=conference, change=1))
    good(close_by_two(world.organiser, conference))
    conference.refresh_from_db()
    counter = officer(world.school, Role.COUNTING_OFFICER, username=username)
    return Count(conference, made, counter, phones, hand_count(len(made.tickets), phones, sheets))


def hand_count(printed: int, phones: int, sheets: int) -> HandCount:
    """What lies on the table where nobody exchanged or spoiled anything."""
    return HandCount(
        signatures=phones + sheets,
        printed=printed,
        drawn=phones,
        left_over=printed - phones,
        paper_sets=sheets,
        exchanged=0,
        spoiled=0,
        replaced=0,
        not_returned=0,
    )


def hand_counted(count: Count, **differing: int) -> None:
    """Let both people type the same hand count."""
    hand = replace(count.hand, **differing)
    for typist, name in enumerate(COUNTERS, 1):
        good(
            services.type_hand_count(conference=count.conference, typist=typist, typist_name=name, count=hand)
        )


def slips_checked(count: Count) -> None:
    """Check every leftover slip."""
    for ticket in count.left_over:
        good(services.check_left_over(conference=count.conference, typed_code=count.code(ticket)))


def sheets_entered(count: Count) -> None:
    """Count the sheets by hand and key them in through the station."""
    sheets = count.hand.paper_sets
    good(
        paperdesk.count_sheets(
            actor=count.officer,
            conference=count.conference,
            subject_key="s1",
            counted=sheets,
            counters=COUNTERS,
        )
    )
    store, poll = conferences.urn_store(), count.made.keys.poll
    text = ballot.encode(poll, [Part("s1", marks(7), ())], FORM, subjects=1)
    for slot_key in polls.free_paper_slots(store, poll=poll, subject="s1")[:sheets]:
        sealed = sheet_envelope(count.made, count.conference, slot_key, text)
        good(polls.put_paper(store, poll=poll, subject="s1", slot_key=slot_key, envelope=sealed))


def sealed(count: Count) -> Box:
    """Take the count to its sealed box."""
    hand_counted(count)
    slips_checked(count)
    sheets_entered(count)
    return good(services.seal_box(conference=count.conference, actor=count.officer))


def opened_box(box: Box) -> OpenedBox:
    """Open a box on the board's laptop with two of its keys."""
    return good(open_in_memory(box.raw, keys.split_seed(SEED)[:2]))


def code_of(found: OpenedBox) -> str:
    """The sixteen digits that both programs show."""
    return crockford.sixteen_digits(found.opening.digest)


def import_result(
    count: Count,
    found: OpenedBox,
    *,
    result: bytes | None = None,
    confirmers: tuple[str, str] = (HEAD, CLERK),
    codes: tuple[str, str] | None = None,
) -> Opening | Refused:
    """Import an opening as two board members confirm it."""
    return services.import_opening(
        conference=count.conference,
        result=found.opening.raw if result is None else result,
        archive=found.archive,
        confirmers=confirmers,
        codes=codes or (code_of(found), code_of(found)),
        same_machine=False,
        actor=count.officer,
    )


def imported(count: Count) -> OpenedBox:
    """Take the count to its confirmed result."""
    found = opened_box(sealed(count))
    good(import_result(count, found))
    return found


def destroyed(count: Count) -> None:
    """Build the bundle and have the keys destroyed."""
    good(services.build_bundle(conference=count.conference, actor=count.officer))
    good(
        services.destroy_keys(
            conference=count.conference,
            keys_destroyed=3,
            head_name=HEAD,
            witness_name=WITNESS,
            actor=count.officer,
        )
    )


def finished(count: Count) -> None:
    """Take the count to its very end."""
    imported(count)
    destroyed(count)


def signed_in(user: User) -> Client:
    """A browser in which an officer is signed in."""
    client = Client()
    client.force_login(user)
    return client


def words_of(paper: Paper) -> str:
    """The running text of a filed paper, from its editable file."""
    file = archive.load(paper.files.get(format="docx"))
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode())
