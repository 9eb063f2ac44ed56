"""Before and after on the head's plan: a real second round, or aggregates that were brought in; the same words only."""

import html
import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from guong.core.earlier_results import HEADINGS, LABEL
from guong.core.remediation.life import Act
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference
from guong.office.release import services as release
from guong.office.release.details import EarlierRound
from guong.office.remediation import selectors, services
from guong.office.remediation.selectors import Comparison
from tests.conferences.world import good
from tests.counting.world import FORM, signed_in
from tests.registry.workbooks import book
from tests.release.round_world import SCHOOLS, PlayedRound, played
from tests.release.told_world import head_account
from tests.remediation.second_round import FIRST_HELD, VOTERS, TwoRounds, two_rounds
from tests.remediation.world import tell, whole_item

ITEMS = [item for item in FORM.items if item.key != "prestige"]


@pytest.fixture
def twice(db: None, urn_folder: object) -> TwoRounds:
    return two_rounds()


def found(at: Any) -> Comparison:
    compared = selectors.compared(at)
    assert compared is not None
    return compared


def holds(text: str, count: int, whole: int) -> bool:
    """Tell whether a shown share (exact, or a code of nearly everybody) is that of a plain count."""
    if text.startswith("≥"):
        return 100 * count >= 90 * whole
    if not re.fullmatch(r"[0-9]+(,[0-9])?", text):
        return text in {"…", "phần lớn"}
    return abs(float(text.replace(",", ".")) - 100 * count / whole) <= 0.06


def test_each_criterion_stands_beside_itself_a_year_earlier(twice: TwoRounds) -> None:
    compared = found(twice.place(twice.head))
    assert (compared.before_named, compared.left_out) == ("16/5/2022", 0)
    assert FIRST_HELD.year == 2022
    assert [row.text for row in compared.rows] == [item.text for item in ITEMS]
    for place, row in enumerate(compared.rows):
        assert holds(row.before, twice.better("before", place), VOTERS["before"])
        assert holds(row.after, twice.better("after", place), VOTERS["after"])
    assert any(re.fullmatch(r"[0-9]+(,[0-9])?", row.before) for row in compared.rows)


def test_the_head_reads_it_on_the_plan_once_it_is_submitted(twice: TwoRounds) -> None:
    client = signed_in(twice.head)
    where = reverse("remediation:plan", args=[twice.after.key, "s1"])
    assert "So với lần góp ý trước" not in client.get(where).content.decode()
    at = twice.place(twice.head)
    good(services.save_item(place=at, number=None, version=0, given=whole_item(), form=FORM))
    good(services.move(place=twice.place(twice.head), act=Act.SUBMIT, reason="", actor=twice.head))
    assert "So với lần góp ý trước" in client.get(where).content.decode()
    page = html.unescape(client.get(f"{where}truoc-sau/").content.decode())
    assert "16/5/2022" in page
    assert ITEMS[0].text in page


def test_the_comparison_costs_few_questions_where_both_rounds_were_held_here(twice: TwoRounds) -> None:
    where = reverse("remediation:compared", args=[twice.after.key, "s1"])
    for reader in (twice.head, twice.reporter):
        client = signed_in(reader)
        with CaptureQueriesContext(connection) as asked:
            assert "16/5/2022" in client.get(where).content.decode()
        assert len(asked) <= 25


@pytest.fixture
def place(db: None, urn_folder: object) -> PlayedRound:
    """A school counted here once, its head told."""
    made = played(SCHOOLS[4:])
    tell(made.sites[0].conference, made.reporter)
    return made


def brought_in(
    place: PlayedRound, year: int, texts: list[str], levels: tuple[str, ...] = ITEMS[0].levels
) -> None:
    take_in(place.sites[0].conference, place.reporter, year, texts, levels)


def take_in(
    conference: Conference,
    actor: User,
    year: int,
    texts: list[str],
    levels: tuple[str, ...] = ITEMS[0].levels,
) -> None:
    """Bring in twenty ballots about a conference's head for an earlier year."""
    head, body = conference.subjects.get(key="s1").name, conference.unit.parent
    assert body is not None
    rows = [(conference.unit.name, head, text, 20, 10, 5, 3, 2) for text in texts]
    data = book({"2021": [(*HEADINGS, *levels), *rows]})
    given = EarlierRound("school_head", year, f"Đợt {year}", f"Mẫu {year}", "Báo cáo")
    draft = good(release.bring_in(body=body, given=given, data=data, actor=actor))
    good(release.take(draft=draft, actor=actor))


def place_of(place: PlayedRound) -> Any:
    conference = place.sites[0].conference
    return selectors.place_of(user=head_account(conference), key=conference.key, subject_key="s1")


def test_what_was_brought_in_is_compared_in_the_same_words_only_and_says_so(place: PlayedRound) -> None:
    brought_in(place, 2021, [ITEMS[0].text, ITEMS[1].text + " và gia đình"])
    compared = found(place_of(place))
    assert compared.is_imported
    assert LABEL in compared.before_named
    assert [(row.text, row.before) for row in compared.rows] == [(ITEMS[0].text, "75,0")]
    assert compared.left_out == len(ITEMS) - 1


def test_other_levels_are_other_words(place: PlayedRound) -> None:
    brought_in(place, 2021, [ITEMS[0].text], ("Xuất sắc", *ITEMS[0].levels[1:]))
    assert found(place_of(place)).rows == ()


def test_the_latest_year_is_the_one_before(place: PlayedRound) -> None:
    for year in (2020, 2022, 2021):
        brought_in(place, year, [ITEMS[0].text])
    assert found(place_of(place)).before_named.startswith("2022")


def test_a_round_held_here_comes_before_an_older_one_brought_in(twice: TwoRounds) -> None:
    take_in(twice.after, twice.reporter, 2021, [ITEMS[0].text])
    assert not found(twice.place(twice.head)).is_imported


def test_one_of_a_later_year_comes_before_a_round_held_here(twice: TwoRounds) -> None:
    Conference.objects.filter(pk=twice.before.pk).update(held_on=date(2020, 5, 18))
    take_in(twice.after, twice.reporter, 2021, [ITEMS[0].text])
    assert found(twice.place(twice.head)).before_named == f"2021 ({LABEL})"
