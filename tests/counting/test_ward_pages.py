"""A ward's conference from its creation to both summaries, on the pages alone (issue 3.5)."""

import json
from base64 import b64encode
from dataclasses import asdict
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from guong.ceremony.preparing import PreparedPoll, prepare_poll
from guong.core.secrecy import slips
from guong.core.secrecy.box import Box
from guong.core.secrecy.requests import PollRequest
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences.models import Conference
from guong.office.registry import selectors as registry
from guong.office.registry.models import Unit
from tests.conferences.ward import CHAIRMAN, SECRETARY, TWO_CLASSES, WARD_DETAILS, ward
from tests.conferences.world import HELD_ON, PIN, SEATS, SEED, officer
from tests.counting import wards
from tests.counting.wards import COUNTERS, NO_STAMP, TYPISTS, WardHall, whole_hall
from tests.counting.world import CLERK, HEAD, WITNESS, code_of, opened_box, signed_in

SECRETARY_KEY, CHAIRMAN_KEY = "s1", "s2"


class Clerks:
    """The officers of the ward's conference, each signed in, on the pages of one conference."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.organiser = signed_in(officer(unit, Role.ORGANISER, username="tochuc"))
        self.counter = signed_in(officer(unit, Role.COUNTING_OFFICER, username="kiemphieu"))
        self.desk = signed_in(officer(unit, Role.PAPER_CLERK, username="nhapphieu"))
        self.reporter = signed_in(officer(unit, Role.REPORTER, username="baocao"))

    @property
    def conference(self) -> Conference:
        return Conference.objects.get(unit=self.unit)

    def see(self, client: Client, page: str, *more: str) -> str:
        answer = client.get(reverse(page, args=[self.conference.key, *more]))
        assert answer.status_code == 200
        return answer.content.decode()

    def do(self, client: Client, page: str, *more: str, **typed: object) -> str:
        """Press a page's button; the version is the one that the officer saw."""
        typed["version"] = self.conference.version
        answer = client.post(reverse(page, args=[self.conference.key, *more]), typed, follow=True)
        assert answer.status_code == 200
        assert '<div class="notice danger"' not in answer.content.decode()
        return answer.content.decode()

    def file(self, client: Client, page: str) -> HttpResponse:
        return client.post(reverse(page, args=[self.conference.key]))  # type: ignore[return-value]  # test response


def create(clerks: Clerks) -> None:
    heads = registry.current_heads(unit=clerks.unit, on=HELD_ON)
    details = asdict(WARD_DETAILS)
    details.pop("questionnaire_key")
    typed = details | {"posts": [post.pk for post in heads], "locality": "Bến Đá", "begins_at": "08:00"}
    answer = clerks.organiser.post(f"{reverse('conferences:new')}?unit={clerks.unit.pk}", typed)
    assert answer.status_code == 302


def prepare(clerks: Clerks) -> PreparedPoll:
    organiser = clerks.organiser
    assert TWO_CLASSES in clerks.do(organiser, "conferences:roll-build")
    clerks.do(organiser, "conferences:roll-agree")
    seats: dict[str, object] = {}
    for seat in SEATS:
        seats |= {f"{seat.role}_0_name": seat.full_name, f"{seat.role}_0_body": seat.organisation}
    clerks.do(organiser, "conferences:board", **seats)
    clerks.do(organiser, "conferences:request-make")
    raw = organiser.get(reverse("conferences:request-file", args=[clerks.conference.key])).content
    made = prepare_poll(PollRequest.from_bytes(raw), SEED)
    clerks.do(organiser, "conferences:keys", keys=SimpleUploadedFile("khoa.json", made.keys.raw))
    return made


def print_papers(clerks: Clerks) -> None:
    shown = clerks.see(clerks.organiser, "conferences:printing")
    for key in (SECRETARY_KEY, CHAIRMAN_KEY):
        address = reverse("conferences:ballot-sheet", args=[clerks.conference.key, key])
        assert address in shown
        assert clerks.organiser.get(address).content.startswith(b"%PDF")
    clerks.do(clerks.organiser, "conferences:attendance-list")
    clerks.do(clerks.organiser, "conferences:printed")


def hold(clerks: Clerks, made: PreparedPoll, acts: WardHall) -> None:
    organiser = clerks.organiser
    witness = conference_selectors.keepers_of(clerks.conference)[-1].pk
    clerks.do(organiser, "conferences:pins", member=witness, pin=PIN, again=PIN)
    clerks.do(organiser, "conferences:open", member=witness, pin=PIN, sure=["in_room", "unfinished"])
    wards.cast_phones(clerks.conference, made, acts.phones)
    for entry in list(clerks.conference.roll.all())[: len(acts.phones) + acts.paper_sets]:
        clerks.do(organiser, "conferences:attendance", person=entry.person_id, present="1")
    for _ in range(acts.paper_sets):
        clerks.do(organiser, "conferences:paper-set", change="1")
    clerks.do(organiser, "conferences:close", sure="1", member=witness, pin=PIN)


def count(clerks: Clerks, made: PreparedPoll, acts: WardHall) -> None:
    counter = clerks.counter
    for typist, name in enumerate(COUNTERS, 1):
        numbers = asdict(wards.hand_count(made, acts))
        clerks.do(counter, "counting:hand", typist=typist, typist_name=name, **numbers)
    for ticket in made.tickets[len(acts.phones) :]:
        clerks.do(counter, "counting:left_over", code="".join(slips.printed_groups(ticket, made.keys.poll)))


def key_in(clerks: Clerks, made: PreparedPoll, acts: WardHall) -> None:
    desk = clerks.desk
    clerks.do(desk, "paperdesk:typists", first_typist=TYPISTS[0], second_typist=TYPISTS[1])
    for subject, sheets in acts.sheets.items():
        typed = {"first_counter": COUNTERS[0], "second_counter": COUNTERS[1]}
        clerks.do(
            desk, "paperdesk:count", subject, **typed, first_count=len(sheets), second_count=len(sheets)
        )
        clerks.see(desk, "paperdesk:sheets", subject)
        for sheet in sheets:
            send_sheet(clerks, made, subject, sheet)
    clerks.do(desk, "paperdesk:log")


def send_sheet(clerks: Clerks, made: PreparedPoll, subject: str, sheet: str) -> None:
    slot_key, sealed = wards.sealed_sheet(clerks.conference, made, subject, sheet)
    body = {
        "slot_key_b64": b64encode(slot_key).decode(),
        "envelope_b64": b64encode(sealed).decode(),
        "invalid": "no_stamp" if sheet == NO_STAMP else "",
        "differences": 0,
    }
    address = reverse("paperdesk:put", args=[clerks.conference.key, subject])
    answer = clerks.desk.post(address, json.dumps(body), content_type="application/json")
    assert answer.json()["state"] == "entered"


def seal_and_open(clerks: Clerks) -> None:
    counter = clerks.counter
    clerks.do(counter, "counting:seal", confirm="on")
    clerks.do(
        counter, "counting:sealing_minutes", receiver_name="Tạ Phương Nhung", opening="14 giờ", copies=3
    )
    found = opened_box(Box.from_bytes(clerks.file(counter, "counting:box").content))
    clerks.do(
        counter,
        "counting:import",
        result=SimpleUploadedFile("result.json", found.opening.raw),
        archive=SimpleUploadedFile("archive.age", found.archive),
        first_confirmer=HEAD,
        first_code=code_of(found),
        second_confirmer=CLERK,
        second_code=code_of(found),
    )
    clerks.do(counter, "counting:bundle")
    clerks.do(
        counter, "counting:destroy", keys_destroyed=3, head_name=HEAD, witness_name=WITNESS, confirm="on"
    )


@pytest.mark.slow
def test_a_ward_is_played_on_the_pages(db: None, urn_folder: Path) -> None:
    clerks, acts = Clerks(ward()), whole_hall()
    create(clerks)
    made = prepare(clerks)
    print_papers(clerks)
    hold(clerks, made, acts)
    count(clerks, made, acts)
    key_in(clerks, made, acts)
    reconciled = clerks.see(clerks.counter, "counting:reconcile")
    for name, total in ((SECRETARY, 16), (CHAIRMAN, 15)):
        assert f'data-label="Cộng">{total}</td>' in reconciled.partition(name)[2]
    seal_and_open(clerks)
    for key, name in ((SECRETARY_KEY, SECRETARY), (CHAIRMAN_KEY, CHAIRMAN)):
        moments = {"opened_at": "2026-11-20T14:00", "finished_at": "2026-11-20T15:00", "place": "Hội trường"}
        assert name in clerks.do(clerks.counter, "release:minutes", key, **moments, copies=3)
        assert name in clerks.see(clerks.reporter, "release:result", key)
        assert name in clerks.do(clerks.reporter, "release:summary", key)
