"""Hội nghị thử: five invented people, marked everywhere, in no figure, gone afterwards."""

from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from guong.core.outcome import Refused
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors as conferences
from guong.office.conferences import services as conference_services
from guong.office.conferences import urn
from guong.office.conferences.models import Conference, Intent, Poll, RollEntry
from guong.office.journal.models import Entry
from guong.office.papers.models import NumberSeries, Paper
from guong.office.registry.models import Person, Post, Unit
from guong.office.schedule import selectors, services
from guong.office.schedule.models import Photograph
from tests.conferences.world import good, officer
from tests.schedule.halls import closed, opened
from tests.schedule.test_hall import added, picture, seen
from tests.schedule.test_papers import refusal
from tests.schedule.world import Campaign, drawn_units, held, page, signed_in


def school(world: Campaign) -> Unit:
    return drawn_units(world)[0]


def begun(world: Campaign, unit: Unit | None = None) -> Conference:
    return good(
        services.begin_rehearsal(
            actor=world.organiser,
            unit=unit or school(world),
            lead_body="Ban Tuyên giáo",
            today=timezone.localdate(),
        )
    )


def test_one_button_makes_a_rehearsal_ready_for_its_urn(world: Campaign) -> None:
    made = begun(world)
    facts = conferences.facts_of(made)
    assert facts.roll_agreed
    assert facts.board_complete
    assert made.roll.count() == 5
    assert made.round is None


@pytest.mark.parametrize(
    "name",
    ["conferences:detail", "conferences:roll", "conferences:screen", "schedule:papers-here", "schedule:move"],
)
def test_every_screen_of_a_rehearsal_says_so(world: Campaign, name: str) -> None:
    made = begun(world)
    shown = signed_in(world.organiser).get(reverse(name, args=[made.key])).content.decode()
    assert "HỘI NGHỊ THỬ" in shown


def test_papers_of_a_rehearsal_say_so_and_take_no_real_number(world: Campaign) -> None:
    made = begun(world)
    paper = conference_services.file_attendance_list(made, actor=world.organiser)
    assert paper.issuer.startswith("THỬ - ")
    assert not NumberSeries.objects.filter(issuer="Ban Tuyên giáo").exists()


def test_a_rehearsal_stands_in_no_round_and_in_no_number(world: Campaign) -> None:
    unit = school(world)
    held(world)
    begun(world, unit)
    progress = selectors.progress_of(user=world.organiser, seen=seen(world))
    assert progress.total == 15
    today = selectors.today_of(user=world.organiser, day=timezone.localdate())
    assert (len(today.rows), len(today.rehearsals)) == (0, 1)
    shown = signed_in(world.organiser).get("/")
    assert shown.context["home"].total == 15


def test_the_units_own_lists_do_not_change(world: Campaign) -> None:
    unit = school(world)
    before = (unit.staff.count(), list(selectors.candidates(of_round=world.schools)))
    begun(world, unit)
    assert (unit.staff.count(), list(selectors.candidates(of_round=world.schools))) == before


def test_a_second_rehearsal_of_a_unit_waits_for_the_first_to_go(world: Campaign) -> None:
    unit = school(world)
    begun(world, unit)
    outcome = services.begin_rehearsal(
        actor=world.organiser, unit=unit, lead_body="Ban Tuyên giáo", today=timezone.localdate()
    )
    assert refusal(outcome) == "rehearsal_there"


def test_a_rehearsal_runs_through_its_hall_and_is_deleted_wholly(world: Campaign) -> None:
    before = (Person.objects.count(), Post.objects.count())
    made = begun(world)
    conference_services.file_attendance_list(made, actor=world.organiser)
    good(added(world, made, picture()))
    closed(world, made)
    poll_key = made.poll.poll_key
    good(services.end_rehearsal(actor=world.organiser, conference=made))
    for model in (Conference, Poll, RollEntry, Intent, Paper, Photograph):
        assert not model.objects.exists(), model
    assert (Person.objects.count(), Post.objects.count()) == before
    left = [
        path
        for name in ("papers", "photographs")
        for path in (Path(settings.GUONG_DATA_DIR) / name).glob("*")
    ]
    assert left == []
    assert urn.state(poll_key) is None


def test_the_journal_keeps_its_sentences_about_a_rehearsal(world: Campaign) -> None:
    made = begun(world)
    good(services.end_rehearsal(actor=world.organiser, conference=made))
    assert Entry.objects.filter(act="conferences.rehearsal_ended").exists()


def test_a_rehearsal_that_takes_ballots_is_not_deleted(world: Campaign) -> None:
    made = opened(world, begun(world))
    outcome = services.end_rehearsal(actor=world.organiser, conference=made)
    assert refusal(outcome) == "rehearsal_running"
    assert Conference.objects.filter(pk=made.pk).exists()


def test_a_real_conference_is_never_deleted_as_a_rehearsal(world: Campaign) -> None:
    first = held(world)[0]
    outcome = services.end_rehearsal(actor=world.organiser, conference=first)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "not_a_rehearsal"
    assert Conference.objects.filter(pk=first.pk).exists()


def test_a_rehearsal_is_made_and_deleted_on_its_page(world: Campaign) -> None:
    unit = school(world)
    client = signed_in(world.organiser)
    client.post(page("rehearse"), {"unit": unit.pk})
    made = Conference.objects.get(rehearsal=True)
    shown = client.get(page("rehearse")).content.decode()
    asked, _, button = shown.partition("<summary>Xoá hội nghị thử này</summary>")[2].partition("<form")
    assert "phiếu trong hòm phiếu" in asked, "what goes and what stays is read before the button"
    assert "Xoá hội nghị thử" in button.partition("</details>")[0]
    said = client.post(page("end-rehearsal", made.key), follow=True).content.decode()
    assert "Đã xoá hội nghị thử cùng người giả định, phiếu, giấy tờ và ảnh." in said
    assert not Conference.objects.exists()


def test_an_officer_of_another_unit_does_not_find_the_rehearsal(world: Campaign) -> None:
    first, second = drawn_units(world)[:2]
    made = begun(world, first)
    stranger = officer(second, Role.ORGANISER, username="khac")
    assert signed_in(stranger).post(page("end-rehearsal", made.key)).status_code == 404


def test_a_rehearsal_leads_to_its_deletion_and_a_real_conference_does_not(world: Campaign) -> None:
    client = signed_in(world.organiser)
    for conference, leads in ((begun(world), True), (held(world)[0], False)):
        shown = client.get(reverse("conferences:detail", args=[conference.key])).content.decode()
        assert ("Xoá hội nghị thử" in shown) == leads
