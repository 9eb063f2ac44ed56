"""Six months after a conference its roll holds numbers only, by a moved clock (Law 91/2025; security.md §2 no. 86)."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from guong.core.months import months_after
from guong.office.conferences import selectors as conferences
from guong.office.conferences import services
from guong.office.conferences.models import Conference
from guong.office.conferences.selectors import held_by_conferences
from guong.office.journal.models import Entry
from tests.conferences.world import HELD_ON, World, good, new_conference, with_roll
from tests.counting.world import Count, finished, signed_in
from tests.papers.conftest import journal_may_be_emptied

__all__ = ["journal_may_be_emptied"]

OVER = months_after(HELD_ON, 6)


def names_of(conference: Conference) -> set[str]:
    """Every name that the roll, those off it and its changes hold."""
    rows = (conference.roll, conference.off_roll, conference.roll_changes)
    return {name for row in rows for name in row.values_list("printed_name", flat=True)}


@pytest.fixture
def over(count: Count) -> Count:
    """A conference whose keys are destroyed and whose envelopes are overwritten."""
    finished(count)
    return count


def test_names_end_on_the_day_and_not_before(over: Count) -> None:
    assert services.end_names(today=OVER - timedelta(days=1)) == 0
    assert any(name.startswith("Giáo viên Thử") for name in names_of(over.conference))
    assert services.end_names(today=OVER) == 1
    assert names_of(over.conference) == {services.ENDED_NAME}
    assert services.end_names(today=OVER) == 0


def test_every_number_stays_as_it_was(over: Count) -> None:
    def numbers() -> tuple[object, ...]:
        conference = Conference.objects.get(pk=over.conference.pk)
        (standing,) = conferences.standings(Conference.objects.filter(pk=conference.pk))
        return conferences.roll_numbers(conference), standing.summoned, standing.turnout

    before = numbers()
    services.end_names(today=OVER)
    assert numbers() == before


def test_what_stays_tells_nobody_by_the_order_of_the_list(over: Count) -> None:
    roll = over.conference.roll
    roll.filter(place__in=(1, 3)).update(present=False)
    there = roll.filter(present=True).count()
    services.end_names(today=OVER)
    marks = list(roll.order_by("pk").values_list("present", flat=True))
    assert marks == [True] * there + [False] * (len(marks) - there)
    assert not roll.exclude(person=None).exists()


def test_a_conference_whose_ballots_are_still_in_the_urn_waits(count: Count) -> None:
    assert services.end_names(today=OVER) == 0
    assert count.conference.roll.exclude(person=None).exists()


def test_a_roll_without_a_ballot_box_goes_whole_and_can_be_made_anew(world: World) -> None:
    conference = with_roll(world)
    summoned = conference.roll.count()
    assert services.end_names(today=OVER) == 1
    conference.refresh_from_db()
    assert (conference.roll.count(), conference.roll_agreed) == (0, False)
    good(services.build_roll(actor=world.organiser, conference=conference, version=conference.version))
    conference.refresh_from_db()
    assert (conference.roll.count(), conference.names_ended_on) == (summoned, None)


def test_a_conference_of_today_keeps_its_names(world: World) -> None:
    conference = new_conference(world)
    assert services.end_names(today=conference.held_on) == 0


def test_afterwards_nobody_of_the_roll_is_held_and_no_list_is_printed(over: Count, world: World) -> None:
    services.end_names(today=OVER)
    assert not [held for held in held_by_conferences() if held.kind == "roll"]
    client: Client = signed_in(world.organiser)
    answer = client.post(reverse("conferences:attendance-list", args=[over.conference.key]), follow=True)
    assert "đã xoá theo thời hạn giữ dữ liệu cá nhân" in answer.content.decode()
    assert (
        services.ENDED_NAME
        in client.get(reverse("conferences:roll", args=[over.conference.key])).content.decode()
    )


def test_the_act_stands_in_the_journal_without_a_name(over: Count) -> None:
    names = names_of(over.conference)
    services.end_names(today=OVER)
    told = Entry.objects.get(act="conferences.names_ended").text
    assert "hết thời hạn 6 tháng" in told
    assert not any(name in told for name in names)


def register_s_bytes() -> bytes:
    """Everything that the register's file holds, once its log is written back."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        cursor.execute("PRAGMA database_list")
        path = cursor.fetchone()[2]
    return Path(path).read_bytes()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's own file")
def test_no_byte_of_a_roll_s_line_is_left_in_the_register_s_file(
    journal_may_be_emptied: None, world: World
) -> None:
    conference = with_roll(world)
    line = "Tổ trưởng tổ Hai Mươi Bảy Chấm"
    conference.roll.update(position=line)
    assert line.encode() in register_s_bytes()
    services.end_names(today=OVER)
    assert line.encode() not in register_s_bytes()
