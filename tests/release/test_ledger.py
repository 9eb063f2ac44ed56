"""The ledger: what went out reads the same for ever; corrections and repeat polls are judged beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from guong.core.outcome import Refused
from guong.core.result import read_count
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.journal.models import Entry
from guong.office.release import selectors, services
from guong.office.release.details import Recount, ReportText
from guong.office.release.models import ReleasedSums, ResultEdition
from guong.office.release.selectors.gate import PersonalFigures
from guong.office.release.selectors.judged import judged_round
from tests.conferences.world import World, good
from tests.counting.world import CLERK, HEAD, Count, closed, finished, signed_in
from tests.release.round_world import PlayedRound, played

Change = Callable[[list[int]], list[int]]


@pytest.fixture
def subject(counted: Count) -> ConferenceSubject:
    return counted.conference.subjects.get(key="s1")


@pytest.fixture
def two_sites(db: None, urn_folder: object) -> PlayedRound:
    levels = (
        ("Trường Mầm non Sao Mai", "preschool", 13, 2, ""),
        ("Trường THCS Ánh Dương", "lower_secondary", 14, 3, ""),
    )
    return played(levels)


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def read(count: Count, subject: ConferenceSubject, actor: User) -> PersonalFigures:
    return good(services.read_result(conference=count.conference, subject=subject, actor=actor))


def recount(count: Count, change: Change, *, more: int = 0) -> Recount:
    """The board's minutes of a recount in which each question's five piles (blanks last) were changed."""
    (data,) = count.conference.opening.counts
    opened = read_count(data)
    piles = {key: change([*row[1:], row[0]]) for key, row in opened.items.items()}
    return Recount(
        minutes="Biên bản đếm lại số 02-BB/TKP ngày 02/6/2023",
        reason="Có đơn đề nghị đếm lại",
        signers=(HEAD, CLERK),
        valid=opened.valid + more,
        invalid=opened.invalid,
        levels={key: tuple(row[:4]) for key, row in piles.items()},
    )


def correct(count: Count, given: Recount) -> ResultEdition | Refused:
    return services.correct_result(
        conference=count.conference, subject_key="s1", given=given, actor=count.officer
    )


def moved(ballots: int) -> Change:
    """Move so many ballots from the fullest pile of a question to the emptiest level."""

    def change(row: list[int]) -> list[int]:
        levels = row[:4]
        most, least = levels.index(max(levels)), levels.index(min(levels))
        taken = min(ballots, levels[most])
        levels[most] -= taken
        levels[least] += taken
        return [*levels, row[4]]

    return change


def later_batch(conference: Conference) -> tuple[int, int, dict[str, tuple[int, ...]]]:
    """Valid, invalid and levels of a result with twelve more ballots of many minds."""
    opened = read_count(conference.opening.counts[0])
    levels = {key: tuple(added(12)([*row[1:], row[0]])[:4]) for key, row in opened.items.items()}
    return opened.valid + 12, opened.invalid, levels


def added(ballots: int) -> Change:
    """Add ballots to the two middle levels, a late batch."""

    def change(row: list[int]) -> list[int]:
        half = ballots // 2
        return [row[0], row[1] + half, row[2] + ballots - half, *row[3:]]

    return change


def test_the_ledger_keeps_the_texts_and_each_way_once(
    counted: Count, subject: ConferenceSubject, reporter: User
) -> None:
    first = read(counted, subject, reporter)
    read(counted, subject, reporter)
    (row,) = ResultEdition.objects.all()
    assert row.texts == first.texts
    assert [way["name"] for way in row.ways] == ["Trang kết quả cá nhân"]
    assert row.ways[0]["by"] == reporter.full_name
    assert (set(row.texts), row.counts) == ({"returned", "valid", "rows"}, {})
    assert "Giáo viên Thử" not in str(row.texts)


def test_figures_that_read_otherwise_than_they_went_out_are_not_shown(
    counted: Count, subject: ConferenceSubject, reporter: User
) -> None:
    """As after an update of the rules, or a register that somebody changed."""
    read(counted, subject, reporter)
    opening = counted.conference.opening
    row = next(iter(opening.counts[0]["items"].values()))
    most, least = row.index(max(row)), row.index(min(row))
    row[most], row[least] = row[most] - 1, row[least] + 1
    opening.save()
    assert reason(selectors.personal_figures(counted.conference, "s1")) == "not_as_released"
    again = signed_in(reporter).get(f"/ket-qua/{counted.conference.key}/s1/").content.decode()
    assert "Số liệu tính lại khác số liệu đã công bố" in again


def test_corrections_of_less_than_five_ballots_are_held_and_what_went_out_stays(
    counted: Count, subject: ConferenceSubject, reporter: User
) -> None:
    before = read(counted, subject, reporter)
    for given in (recount(counted, moved(1)), recount(counted, moved(4)), recount(counted, added(3), more=3)):
        assert good(correct(counted, given)).held_for == "too_little"
        assert read(counted, subject, reporter).texts == before.texts
    entries = [entry.text for entry in Entry.objects.filter(act="release.correction_held")]
    assert len(entries) == 3
    for text in entries:  # never how many: that alone would tell
        said = text.split("02/6/2023")[1]
        assert "thay đổi dưới 05 phiếu so với số liệu đã công bố" in said
        assert not any(digit in said.replace("05 phiếu", "") for digit in "0123456789")


def test_a_large_correction_goes_out_as_the_next_edition_and_says_so(
    counted: Count, subject: ConferenceSubject, reporter: User
) -> None:
    before = read(counted, subject, reporter)
    made = good(correct(counted, recount(counted, added(12), more=12)))
    after = read(counted, subject, reporter)
    assert (made.number, made.held_for, after.edition) == (2, "", 2)
    assert after.participation.returned == before.participation.returned + 12
    assert after.texts != before.texts
    assert "Số liệu đính chính theo Biên bản đếm lại số 02-BB/TKP ngày 02/6/2023." in after.note
    assert [row.texts != {} for row in ResultEdition.objects.all()] == [True, True]


def test_a_late_batch_of_one_mind_is_held_however_large(
    counted: Count, subject: ConferenceSubject, reporter: User
) -> None:
    before = read(counted, subject, reporter)
    held = good(correct(counted, recount(counted, lambda row: [row[0] + 8, *row[1:]], more=8)))
    assert held.held_for == "disclosing"
    assert read(counted, subject, reporter).texts == before.texts


def test_before_anything_went_out_a_recount_simply_takes_the_place(
    counted: Count, subject: ConferenceSubject, reporter: User
) -> None:
    made = good(correct(counted, recount(counted, moved(1))))
    assert made.held_for == ""
    assert read(counted, subject, reporter).edition == 2


IMPOSSIBLE: tuple[tuple[dict[str, object], str], ...] = (
    ({"signers": (HEAD, HEAD)}, "same_signer"),
    ({"signers": (HEAD, "Người Lạ")}, "not_on_board"),
    ({"valid": 3}, "recount_wrong"),
    ({"levels": {}}, "recount_wrong"),
    ({}, "nothing_changed"),
)


def test_a_recount_that_cannot_be_is_refused(counted: Count) -> None:
    said = recount(counted, lambda row: row)
    found = [reason(correct(counted, replace(said, **given))) for given, _ in IMPOSSIBLE]  # type: ignore[arg-type]  # any field
    assert found == [why for _, why in IMPOSSIBLE]


def polled_twice(world: World, second: int) -> tuple[Count, Count]:
    """Two conferences on one person a few days apart: eleven people at the first, so many of the same roll at the second."""
    counts = []
    for place, phones in enumerate((11, second)):
        count = closed(world, phones=phones, sheets=0, username=f"kiem{place}")
        finished(count)
        counts.append(count)
    return counts[0], counts[1]


@pytest.mark.slow
def test_a_repeat_poll_with_one_more_voter_is_held(world: World, reporter: User) -> None:
    first, second = polled_twice(world, 12)
    shown = read(first, first.conference.subjects.get(), reporter)
    held = read(second, second.conference.subjects.get(), reporter)
    assert not shown.is_suppressed
    assert held.is_suppressed
    assert "chỉ khác lần lấy ý kiến trước về cùng một người một vài người dự" in held.notice
    page = signed_in(reporter).get(f"/ket-qua/{second.conference.key}/s1/").content.decode()
    assert "Không công bố vì nhóm có ít người" in page
    assert "kết quả lần này không công bố" in page
    assert Entry.objects.filter(act="release.held").count() == 1
    ResultEdition.objects.all().delete()  # as if nothing had gone out: whichever is read first is shown
    assert not read(second, second.conference.subjects.get(), reporter).is_suppressed
    assert read(first, first.conference.subjects.get(), reporter).is_suppressed
    ResultEdition.objects.all().delete()  # and of polls more than half a year apart both are
    long_ago = first.conference.held_on - timedelta(200)
    Conference.objects.filter(pk=first.conference.pk).update(held_on=long_ago)
    first.conference.refresh_from_db()
    for count in (first, second):
        assert not read(count, count.conference.subjects.get(), reporter).is_suppressed


@pytest.mark.slow
def test_a_repeat_poll_of_exactly_the_same_people_may_be_read(world: World, reporter: User) -> None:
    """The control: nobody stands between the two tables."""
    first, second = polled_twice(world, 11)
    for count in (first, second):
        assert not read(count, count.conference.subjects.get(), reporter).is_suppressed


@pytest.mark.slow
def test_a_filed_report_writes_rows_and_sums_and_the_next_is_judged_beside_them(
    two_sites: PlayedRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    of_round, actor = two_sites.of_round, two_sites.reporter
    text = ReportText(("Dân chủ",))
    good(services.write_report_words(of_round=of_round, given=text, actor=actor))
    good(services.file_report(of_round=of_round, actor=actor))
    (row,) = ReleasedSums.objects.all()
    assert [way["name"] for way in row.ways] == ["Báo cáo tổng hợp của đợt"]
    assert {len(edition.texts["rows"]) for edition in ResultEdition.objects.all()} == {
        len(two_sites.form.items)
    }
    figures = good(selectors.round_figures(user=actor, of_round=of_round))
    (look,) = judged_round(figures, selectors.printed_tables(figures))
    assert len(look.sums) == 2 * len(row.texts)
    assert {one.key for one in look.rows} < look.out


@pytest.mark.slow
def test_after_a_correction_the_judge_reads_both_editions_and_the_old_sums(two_sites: PlayedRound) -> None:
    of_round, actor = two_sites.of_round, two_sites.reporter
    good(services.write_report_words(of_round=of_round, given=ReportText(("Dân chủ",)), actor=actor))
    good(services.file_report(of_round=of_round, actor=actor))
    site = two_sites.sites[0].conference
    given = Recount("Biên bản 02", "Đơn", (HEAD, CLERK), *later_batch(site))
    made = good(services.correct_result(conference=site, subject_key="s1", given=given, actor=actor))
    assert made.held_for == ""
    figures = good(services.read_round(of_round=of_round, actor=actor))
    tables = selectors.printed_tables(figures)
    (look,) = judged_round(figures, tables)
    (overlap,) = look.overlaps
    assert (overlap.first, overlap.second) == (f"{site.key}/s1", f"{site.key}.2/s1")
    assert len(look.rows) == len(tables.rows) + len(two_sites.form.items)
    assert len(look.sums) > len(tables.sums)
    good(services.file_report(of_round=of_round, actor=actor))
    assert ReleasedSums.objects.count() == 2
