"""Hội nghị thử to its end and away again: while it stands it counts nowhere, afterwards nothing of it is left."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.models import CASCADE

from guong.office.conferences import selectors as conferences
from guong.office.conferences import services as hall
from guong.office.conferences.models import Cancellation, Conference, Intent
from guong.office.counting import selectors as counting
from guong.office.counting.folders import folder_of
from guong.office.journal.models import Entry
from guong.office.papers.models import LongTask, NumberSeries, Paper
from guong.office.papers.outcomes import Finished
from guong.office.papers.services import begin
from guong.office.registry.models import Person, Post
from guong.office.release import selectors as release
from guong.office.schedule import selectors, services
from tests.conferences.world import good
from tests.schedule.rehearsed import CLERK, HEAD, WITNESS, Rehearsed, begun, closed, finished, sealed
from tests.schedule.test_hall import seen
from tests.schedule.world import Campaign, held, signed_in

NAMES = [HEAD, CLERK, WITNESS, "Người được góp ý thử", *(f"Người thử số {number}" for number in range(1, 6))]


def traces(done: Rehearsed) -> list[str]:
    """What would give a rehearsal away: keys, codes, names, the random names of its files."""
    conference = done.conference
    papers = Paper.objects.filter(conference_key=conference.key)
    files = [file.name for paper in papers for file in paper.files.all()]
    photographs = [photograph.name for photograph in conference.photographs.all()]
    codes = [paper.key for paper in papers] + [person.code for person in Person.objects.filter(code__gt="")]
    polls = set(Intent.objects.values_list("poll_key", flat=True))
    return [conference.key, done.poll, *polls, *files, *photographs, *codes, *NAMES]


def rows(path: Path) -> Iterator[tuple[str, str]]:
    """Every row of a database as text with its table's name; the journal is left out."""
    with sqlite3.connect(path) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            if name != Entry._meta.db_table:
                for row in database.execute(f"SELECT * FROM {name}"):
                    yield name, " ".join(_text(value) for value in row)


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def databases() -> list[Path]:
    return [Path(str(connection.settings_dict["NAME"])), Path(settings.GUONG_DATA_DIR) / "urn.sqlite3"]


def found_in(wanted: list[str]) -> dict[str, set[str]]:
    """Where each trace stands: tables, and files whose bytes or path hold it (those of the databases included)."""
    found: dict[str, set[str]] = {}
    told = " ".join(Entry.objects.values_list("text", flat=True))
    for path in databases():
        for table, text in rows(path):
            for trace in wanted:
                if trace in text:
                    found.setdefault(trace, set()).add(table)
    beside = [one for path in databases() for one in path.parent.glob(f"{path.name}*")]
    files = [one for one in Path(settings.GUONG_DATA_DIR).rglob("*") if one.is_file()]
    for path in {*beside, *files}:
        data = path.read_bytes()
        for trace in wanted:
            if trace in str(path) or (trace.encode() in data and trace not in told):
                found.setdefault(trace, set()).add(path.name)
    return found


def figures(world: Campaign) -> list[object]:
    """Everything that the campaign's pages count."""
    home = signed_in(world.organiser).get("/").context["home"]
    progress = selectors.progress_of(user=world.organiser, seen=seen(world))
    report = release.round_figures(user=world.organiser, of_round=world.schools)
    return [
        (home.total, home.rounds, [task.title for task in (*home.waiting, *home.today, *home.others)]),
        (progress.total, progress),
        report,
        counting.rounds_without_day(user=world.organiser),
        counting.conferences_to_open(world.schools),
        list(NumberSeries.objects.exclude(issuer__startswith="THỬ").values_list("issuer", "year", "last")),
        [paper.pk for paper in Paper.objects.exclude(issuer__startswith="THỬ")],
    ]


def test_a_counted_rehearsal_stands_in_no_figure(world: Campaign) -> None:
    unit = held(world)[0].unit
    before = figures(world)
    done = closed(world, unit=unit)
    assert figures(world) == before
    finished(done)
    assert figures(world) == before
    shown = signed_in(done.counter).get("/ket-qua/")
    assert shown.context["people"] == 0
    assert shown.context["rounds"] == []


@pytest.mark.usefixtures("journal_may_be_emptied")
@pytest.mark.django_db(transaction=True)
def test_nothing_is_left_of_a_rehearsal_that_went_to_its_end(world: Campaign) -> None:
    before = (Person.objects.count(), Post.objects.count(), Paper.objects.count())
    done = closed(world)
    finished(done)
    begin(
        actor=world.organiser,
        subject=f"schedule.dossier/{done.conference.key}",
        title="Bộ hồ sơ thử",
        back="/",
        unit_key=done.conference.unit.key,
        permission="organise_conference",
        work=lambda tell: Finished("Xong."),
    )
    wanted, bundle = traces(done), folder_of(done.conference)
    there = found_in(wanted)
    assert set(there) == set(wanted)  # the search sees each of them while the rehearsal stands
    assert bundle.is_dir()
    assert services.end_rehearsal(actor=world.organiser, conference=done.conference) is None
    assert found_in(wanted) == {}
    assert not bundle.exists()
    assert not NumberSeries.objects.filter(issuer__startswith="THỬ").exists()
    assert not LongTask.objects.exists()
    assert (Person.objects.count(), Post.objects.count(), Paper.objects.count()) == before
    assert Entry.objects.filter(act="conferences.rehearsal_ended").exists()


def test_a_sealed_rehearsal_goes_as_well(world: Campaign) -> None:
    done = closed(world)
    sealed(done)
    wanted = traces(done)
    assert services.end_rehearsal(actor=world.organiser, conference=done.conference) is None
    assert {table for path in databases()[1:] for table, _ in rows(path)} == {"schema_version"}
    assert not Intent.objects.filter(poll_key__in=wanted).exists()


def test_a_deletion_that_was_cut_off_is_finished_by_the_next_press(world: Campaign) -> None:
    done = closed(world)
    finished(done)
    good(hall.end_rehearsed_poll(conference=done.conference))  # and here the server was killed
    assert conferences.state_of(done.conference) is None
    assert services.end_rehearsal(actor=world.organiser, conference=done.conference) is None
    assert not Conference.objects.filter(rehearsal=True).exists()


def test_a_deletion_leaves_another_rehearsal_alone(world: Campaign) -> None:
    done = closed(world)
    other = good(
        services.begin_rehearsal(
            actor=world.organiser, unit=world.body, lead_body="Ban Tuyên giáo", today=done.conference.held_on
        )
    )
    paper = hall.file_attendance_list(other, actor=world.organiser)
    assert services.end_rehearsal(actor=world.organiser, conference=done.conference) is None
    assert other.roll.count() == 5
    assert Person.objects.filter(full_name__startswith="Người thử số").count() == 5
    assert Paper.objects.get(pk=paper.pk).files.count() == 2
    assert NumberSeries.objects.get(issuer=paper.issuer).last == paper.number


def test_a_rehearsals_roll_is_made_anew_from_its_invented_people_only(world: Campaign) -> None:
    made = begun(world)
    good(hall.build_roll(actor=world.organiser, conference=made, version=made.version))
    assert [entry.printed_name for entry in made.roll.all()] == NAMES[-5:]


def test_somebody_taken_off_a_rehearsals_roll_is_forgotten_with_the_others(world: Campaign) -> None:
    before = Person.objects.count()
    made = begun(world)
    person = made.roll.all()[0].person
    good(
        hall.remove_from_roll(
            actor=world.organiser,
            conference=made,
            version=made.version,
            person=person,
            reason="ốm",
            chair_name="Chủ trì thử",
        )
    )
    assert services.end_rehearsal(actor=world.organiser, conference=made) is None
    assert Person.objects.count() == before


def test_every_row_about_a_conference_goes_with_it_except_a_cancellation() -> None:
    kept = {
        relation.related_model
        for relation in Conference._meta.related_objects
        if relation.one_to_many or relation.one_to_one
        if relation.on_delete is not CASCADE
    }
    assert kept == {Cancellation}
