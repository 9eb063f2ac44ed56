"""A round of wards: two people in one sitting, eighteen criteria, groups by post, nobody's turnout counted twice."""

from collections import Counter
from datetime import date

import pytest

from guong.core.documents.model import Document, Table
from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference
from guong.office.counting import services
from guong.office.plans.models import Round
from guong.office.release import selectors
from guong.office.release import services as release
from tests.conferences.ward import ward
from tests.conferences.world import good, officer
from tests.counting import wards
from tests.counting.world import Count, destroyed, import_result, opened_box
from tests.release.round_world import PlayedRound, planned

KINDS = (release.MINUTES, release.SUMMARY)
MAKING = (release.make_tally_minutes, release.make_personal_summary)
POSTS = ("Bí thư Đảng uỷ", "Chủ tịch UBND")


@pytest.fixture
def ward_round(db: None, urn_folder: object) -> PlayedRound:
    body, plan = planned()
    of_round: Round = plan.rounds.get(kind="ward_head")
    reporter = officer(body, Role.REPORTER, username="baocao")
    counter = officer(body, Role.COUNTING_OFFICER, username="kiem")
    unit = ward(committee=6, areas=6)
    unit.parent = body
    unit.save()
    conference, made = wards.opened(unit, officer(unit, Role.ORGANISER, username="tochuc"))
    acts = wards.whole_hall()
    organiser = officer(unit, Role.ORGANISER, username="tochuc2")
    wards.closed(conference, made, acts, organiser)
    wards.counted(conference, made, acts, counter)
    box = good(services.seal_box(conference=conference, actor=counter))
    count = Count(conference, made, counter, len(acts.phones), wards.hand_count(made, acts))
    good(import_result(count, opened_box(box)))
    destroyed(count)
    Conference.objects.filter(pk=conference.pk).update(round=of_round)
    return PlayedRound(of_round, (), reporter, counter, body)


def report(played: PlayedRound) -> Document:
    figures, earlier = selectors.round_beside_earlier(user=played.reporter, of_round=played.of_round)
    words = selectors.report_text(played.of_round)
    return good(
        selectors.report_document(good(figures), earlier=earlier, words=words, today=date(2023, 10, 30))
    )


def table(document: Document, title: str) -> list[list[str]]:
    blocks = (*document.blocks, *document.annex)
    found = next(block for block in blocks if isinstance(block, Table) and block.title == title)
    return [[cell.text for cell in row] for row in found.rows]


def plainly_counted(place: int, subject: int) -> tuple[int, int]:
    """How many gave this person the two better levels in one item, and how many ballots came back, counted by hand."""
    acts = wards.whole_hall()
    answers = [phone[subject] for phone in acts.phones]
    answers += [wards.BLANK if sheet == wards.NO_STAMP else sheet for sheet in acts.sheets[f"s{subject + 1}"]]
    found = Counter(answer[place] for answer in answers)
    return found["1"] + found["2"], len(answers)


def test_each_post_is_a_group_and_each_share_is_true_of_a_plain_count(ward_round: PlayedRound) -> None:
    document = report(ward_round)
    for subject, post in enumerate(POSTS):
        rows = table(document, f"{post}, bốn mức")
        assert len(rows) == 18
        for place, row in enumerate(rows):
            better, returned = plainly_counted(place, subject)
            assert_true(row[6], better, returned)


def test_the_whole_adds_both_people(ward_round: PlayedRound) -> None:
    for place, row in enumerate(table(report(ward_round), "Bốn mức của từng nội dung, cả đợt")):
        (first, returned), (second, more) = plainly_counted(place, 0), plainly_counted(place, 1)
        assert_true(row[6], first + second, returned + more)


def test_whoever_came_is_counted_once_and_each_ballot_for_its_person(ward_round: PlayedRound) -> None:
    figures = good(selectors.round_figures(user=ward_round.reporter, of_round=ward_round.of_round))
    (total,) = selectors.turnouts(figures)
    assert (total.conferences, total.subjects, total.present) == (1, 2, 16)
    assert total.returned == plainly_counted(0, 0)[1] + plainly_counted(0, 1)[1]


def test_two_people_of_one_name_each_have_their_own_papers(ward_round: PlayedRound) -> None:
    conference = Conference.objects.get()
    conference.subjects.update(name="Trần Thị Hạnh")
    actor = officer(conference.unit, Role.COUNTING_OFFICER, Role.REPORTER, username="lap")
    for subject in conference.subjects.all():
        for make, kind in zip(MAKING, KINDS, strict=True):
            paper = good(make(conference=conference, subject_key=subject.key, actor=actor))
            assert selectors.papers_about(conference, subject, kind) == [paper]
    figures = good(selectors.round_figures(user=ward_round.reporter, of_round=ward_round.of_round))
    filed = [entry.filed[kind].pk for entry in selectors.papers_by_person(figures, KINDS) for kind in KINDS]
    assert len(set(filed)) == 4


def assert_true(text: str, part: int, whole: int) -> None:
    """Fail unless a printed share, exact or a range, is true of a plain count."""
    if "–" in text:
        low, high = map(int, text.split("–"))
        assert low <= 100 * part / whole <= high
    else:
        assert float(text.replace(",", ".")) == round(100 * part / whole + 1e-9, 1)
