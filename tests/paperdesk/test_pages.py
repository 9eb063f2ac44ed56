"""The desk's pages: by role and scope; the POST takes sealed sheets and nothing else."""

import json
from base64 import b64encode

import pytest
from django.test import Client
from django.urls import reverse

from guong.core import ballot
from guong.core.questionnaire import official
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference
from guong.office.paperdesk import selectors, services
from tests.conferences.world import World, closed, good, officer, opened, school, sheet_envelope

COUNTERS = ("Lò Thị Ban Mai", "Quách Thế Vinh")


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(name: str, conference: Conference, *more: str) -> str:
    return reverse(f"paperdesk:{name}", args=[conference.key, *more])


@pytest.fixture
def clerk(world: World) -> User:
    return officer(world.school, Role.PAPER_CLERK, username="nhapphieu")


def ready(world: World) -> Conference:
    conference, _ = closed(world, paper_sets=2)
    good(
        services.count_sheets(
            actor=world.organiser, conference=conference, subject_key="s1", counted=2, counters=COUNTERS
        )
    )
    good(services.name_typists(conference=conference, first_typist="Mai Ka", second_typist="Vinh Ly"))
    return conference


def test_the_desk_lists_closed_conferences_only(world: World, clerk: User) -> None:
    opened(world)
    assert "Mở bàn nhập" not in signed_in(clerk).get(reverse("paperdesk:list")).content.decode()


def test_the_clerk_works_through_the_pages(world: World, clerk: User) -> None:
    conference, _ = closed(world, paper_sets=2)
    client = signed_in(clerk)
    assert "Mở bàn nhập" in client.get(reverse("paperdesk:list")).content.decode()
    typed = {"first_counter": "Mai Ka", "first_count": 2, "second_counter": "Vinh Ly", "second_count": 2}
    client.post(page("count", conference, "s1"), typed)
    client.post(page("typists", conference), {"first_typist": "Mai Ka", "second_typist": "Vinh Ly"})
    text = client.get(page("sheets", conference, "s1")).content.decode()
    assert "Là trung tâm của sự đoàn kết trong nhà trường" in text
    assert "/b/static/station.js" in text


def test_two_different_counts_are_not_taken(world: World, clerk: User) -> None:
    conference, _ = closed(world, paper_sets=2)
    typed = {"first_counter": "Mai Ka", "first_count": 1, "second_counter": "Vinh Ly", "second_count": 2}
    answer = signed_in(clerk).post(page("count", conference, "s1"), typed, follow=True)
    assert "hai số khác nhau" in answer.content.decode()


def test_outside_the_scope_the_desk_does_not_exist(world: World) -> None:
    conference = ready(world)
    other, _ = school(name="Trường Tiểu học Sao Mai", key="TH-02")
    client = signed_in(officer(other, Role.PAPER_CLERK, username="khac"))
    assert client.get(page("desk", conference)).status_code == 404
    assert (
        client.post(page("put", conference, "s1"), "{}", content_type="application/json").status_code == 404
    )


def test_an_organiser_does_not_key_in_ballots(world: World) -> None:
    conference = ready(world)
    assert signed_in(world.organiser).get(page("desk", conference)).status_code == 403


def test_a_sealed_sheet_comes_in_by_post(world: World, clerk: User) -> None:
    conference, made = closed(world, paper_sets=2)
    good(
        services.count_sheets(
            actor=clerk, conference=conference, subject_key="s1", counted=2, counters=COUNTERS
        )
    )
    slot_key = selectors.free_slots(conference, "s1")[0]
    form = official("school_head")
    plaintext = ballot.encode(made.keys.poll, [ballot.Part("s1", "2" * len(form.items))], form, subjects=1)
    sheet = {
        "slot_key_b64": b64encode(slot_key).decode(),
        "envelope_b64": b64encode(sheet_envelope(made, conference, slot_key, plaintext)).decode(),
        "invalid": "",
        "differences": 0,
    }
    answer = signed_in(clerk).post(
        page("put", conference, "s1"), json.dumps(sheet), content_type="application/json"
    )
    assert answer.json()["state"] == "entered"
    assert (answer.json()["entered"], answer.json()["counted"]) == (1, 2)


def test_a_page_loaded_anew_names_the_pile(world: World, clerk: User) -> None:
    conference, made = closed(world, paper_sets=2)
    good(
        services.count_sheets(
            actor=clerk, conference=conference, subject_key="s1", counted=2, counters=COUNTERS
        )
    )
    good(services.name_typists(conference=conference, first_typist="Mai Ka", second_typist="Vinh Ly"))
    client, sheets = signed_in(clerk), page("sheets", conference, "s1")
    assert "đếm lại chồng phiếu" not in client.get(sheets).content.decode()
    form, slot_key = official("school_head"), selectors.free_slots(conference, "s1")[0]
    plaintext = ballot.encode(made.keys.poll, [ballot.Part("s1", "2" * len(form.items))], form, subjects=1)
    envelope = sheet_envelope(made, conference, slot_key, plaintext)
    good(services.put_sheet(conference=conference, subject_key="s1", slot_key=slot_key, envelope=envelope))
    assert "phải đúng 1 tờ rồi mới nhập tiếp" in client.get(sheets).content.decode()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}",
        b'{"marks":"1111"}',
        b'{"slot_key_b64":"!","envelope_b64":"","invalid":"","differences":0}',
        b'{"slot_key_b64":"","envelope_b64":"","invalid":"","differences":Infinity}',
        b'{"slot_key_b64":"","envelope_b64":"","invalid":"","differences":NaN}',
        b'{"slot_key_b64":"","envelope_b64":"","invalid":[],"differences":true}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_anything_else_is_refused(world: World, clerk: User, body: bytes) -> None:
    conference = ready(world)
    answer = signed_in(clerk).post(page("put", conference, "s1"), body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["reason"] == "malformed"
    assert "không đúng khuôn dạng" in answer.json()["sentence"]
