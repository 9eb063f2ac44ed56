"""An imported year that is brought in again: few changed ballots are held, what was shown stays (decision 0032)."""

import html
from collections.abc import Sequence
from dataclasses import replace

import pytest
from django.urls import reverse

from guong.core.outcome import Refused
from guong.office.release import services
from guong.office.release.models import ImportedResult, ImportedRound
from tests.conferences.world import good
from tests.counting.world import signed_in
from tests.release.round_world import SCHOOLS, PlayedRound, played
from tests.release.test_imported import YEAR, brought, rows_of, taken, xlsx, years

UNIT, NAME = "Trường B", "Vũ Thị Hạ"
FIRST = (20, 10, 8, 2)


@pytest.fixture
def place(db: None, urn_folder: object) -> PlayedRound:
    return played(SCHOOLS[4:])


def file_of(counts: Sequence[int], returned: int = 40, *, unit: str = UNIT, name: str = NAME) -> bytes:
    return xlsx(*rows_of(unit, name, returned, counts))


def taken_out(place: PlayedRound, made: ImportedRound) -> None:
    good(services.take_out(imported=made, reason="Nhập sai một phiếu", actor=place.reporter))


def shown_before(place: PlayedRound) -> None:
    """A year was shown with the first counts, and taken out again."""
    taken_out(place, taken(place, file_of(FIRST)))


def the_result(made: ImportedRound) -> ImportedResult:
    return made.results.get()


def better(one: ImportedResult) -> set[str]:
    return {row["better"] for row in one.rows}


def test_a_version_that_a_few_ballots_make_keeps_what_was_shown(place: PlayedRound) -> None:
    shown_before(place)
    held = the_result(taken(place, file_of((19, 10, 9, 2))))
    assert (held.is_held, better(held)) == (True, {"75,0"})
    assert "72,5" not in years(place)


def test_a_late_batch_of_four_is_held_and_one_of_five_is_not(place: PlayedRound) -> None:
    shown_before(place)
    four = the_result(good(brought(place, file_of((20, 10, 8, 6), 44))))
    assert (four.is_held, four.returned) == (True, 40)
    five = the_result(good(brought(place, file_of((20, 10, 8, 7), 45))))
    assert (five.is_held, five.returned, better(five)) == (False, 45, {"66,7"})


def test_the_same_figures_come_in_again_as_they_were(place: PlayedRound) -> None:
    shown_before(place)
    again = the_result(taken(place, file_of(FIRST)))
    assert (again.is_held, better(again)) == (False, {"75,0"})


def test_every_version_that_was_shown_counts_not_only_the_last(place: PlayedRound) -> None:
    shown_before(place)
    taken_out(place, taken(place, file_of((10, 10, 10, 10))))
    held = the_result(good(brought(place, file_of((20, 11, 7, 2)))))
    assert (held.is_held, better(held)) == (True, {"50,0"})


def test_a_year_that_was_brought_in_as_another_is_held_without_figures(place: PlayedRound) -> None:
    shown_before(place)
    held = the_result(good(brought(place, file_of((19, 10, 9, 2)), replace(YEAR, year=2020))))
    assert (held.is_held, held.rows) == (True, [])


def test_other_people_are_not_held_against_it(place: PlayedRound) -> None:
    shown_before(place)
    other = the_result(good(brought(place, file_of((19, 10, 9, 2), name="Lê An"))))
    assert not other.is_held


def test_a_person_whom_the_register_knows_is_found_under_another_spelling(place: PlayedRound) -> None:
    site = place.sites[0]
    unit = site.conference.unit
    taken_out(place, taken(place, file_of(FIRST, unit=unit.name, name=site.head)))
    held = the_result(good(brought(place, file_of((19, 10, 9, 2), unit=unit.key, name=site.head))))
    assert held.is_held


def test_a_year_shown_by_person_does_not_come_in_as_a_whole(place: PlayedRound) -> None:
    shown_before(place)
    whole = brought(place, file_of((30, 20, 10, 0), 60, unit="", name=""))
    assert isinstance(whole, Refused)
    assert whole.reason == "other_shape"


def test_the_officer_is_told_before_it_is_taken(place: PlayedRound) -> None:
    shown_before(place)
    draft = good(brought(place, file_of((19, 10, 9, 2))))
    page = signed_in(place.reporter).get(reverse("release:earlier_preview", args=[draft.pk]))
    told = html.unescape(page.content.decode())
    assert "<strong>1</strong><span>giữ lại, vì khác số liệu đã hiện trước đây dưới 05 phiếu" in told
    assert "giữ như đã hiện trước" in told


def test_a_draft_that_was_never_shown_holds_nothing(place: PlayedRound) -> None:
    services.throw_away(draft=good(brought(place, file_of(FIRST))))
    made = the_result(good(brought(place, file_of((19, 10, 9, 2)))))
    assert not made.is_held
