"""The gate: what the board's minutes say exactly, what others see, and what nobody sees."""

import json
import re

import pypdfium2
import pytest
from django.conf import settings

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.papers.models import Paper
from guong.office.papers.services import read_file
from guong.office.release import selectors, services
from tests.conferences.world import World, good
from tests.counting.world import FORM, REMARK, Count, closed, finished, imported


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def words_of(paper: Paper, actor: User) -> str:
    file = paper.files.get(format="pdf")
    document = pypdfium2.PdfDocument(read_file(file=file, actor=actor))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_the_minutes_count_exactly(counted: Count) -> None:
    figures = selectors.minutes_figures(counted.conference, "s1")
    assert not isinstance(figures, Refused)
    assert figures.sides.count.opened == 12
    assert all(sum(row) == 12 for row in figures.sides.count.items.values())
    assert figures.remarks_received == 2


def test_others_see_shares(counted: Count) -> None:
    figures = good(selectors.personal_figures(counted.conference, "s1"))
    assert len(figures.rows) == len(FORM.items) - 1
    assert figures.rows[0].per_mille is not None
    assert (figures.participation.summoned, figures.participation.returned) == (12, 12)


def test_fewer_than_five_ballots_are_not_shown_to_anybody(world: World) -> None:
    count = closed(world, phones=4, sheets=0)
    finished(count)
    minutes = good(selectors.minutes_figures(count.conference, "s1"))
    personal = good(selectors.personal_figures(count.conference, "s1"))
    assert minutes.sides.count.state == "too_few"
    assert minutes.sides.count.items == {}
    assert personal.is_suppressed
    assert personal.prestige is None
    assert personal.participation.valid is None
    paper = good(
        services.make_tally_minutes(conference=count.conference, subject_key="s1", actor=count.officer)
    )
    assert "Không công bố vì nhóm có ít người" in words_of(paper, count.officer)


def test_fewer_than_ten_ballots_merge_levels_and_hide_remarks(world: World) -> None:
    count = closed(world, phones=7, sheets=0)
    finished(count)
    figures = good(selectors.personal_figures(count.conference, "s1"))
    assert figures.is_merged
    assert figures.remarks_received is None


def test_an_unanimous_result_is_coded(world: World) -> None:
    count = closed(world, phones=12, sheets=0, answer="1" * len(FORM.items))
    finished(count)
    figures = good(selectors.personal_figures(count.conference, "s1"))
    assert {row.shares for row in figures.rows} == {("phần lớn", "…", "…", "…")}
    assert figures.has_codes


def test_nothing_before_the_result_is_confirmed(world: World) -> None:
    count = closed(world)
    assert reason(selectors.personal_figures(count.conference, "s1")) == "not_final"
    assert reason(selectors.minutes_figures(count.conference, "s1")) == "not_final"


def test_a_person_not_asked_about_has_no_result(counted: Count) -> None:
    assert reason(selectors.personal_figures(counted.conference, "s9")) == "unknown_subject"


def test_figures_that_do_not_reconcile_are_not_shown(counted: Count) -> None:
    counted.conference.sheet_counts.update(counted=5)
    assert reason(selectors.personal_figures(counted.conference, "s1")) == "unexplained"


def test_no_paper_before_the_keys_are_destroyed(world: World) -> None:
    count = closed(world)
    imported(count)
    made = services.make_tally_minutes(conference=count.conference, subject_key="s1", actor=count.officer)
    assert reason(made) == "no_bundle"


def test_no_summary_before_two_officers_edited_the_remarks(counted: Count, reporter: User) -> None:
    made = services.make_personal_summary(conference=counted.conference, subject_key="s1", actor=reporter)
    assert reason(made) == "remarks_waiting"


@pytest.mark.slow
def test_the_minutes_carry_codes_and_the_keys_end(counted: Count) -> None:
    paper = good(
        services.make_tally_minutes(conference=counted.conference, subject_key="s1", actor=counted.officer)
    )
    words = words_of(paper, counted.officer)
    assert "Tổ kiểm phiếu đã huỷ 03 mã chìa khoá" in words
    bundle = counted.conference.bundle
    assert bundle.code in words
    assert paper.printed_number == "Số 01-BB/TKP"


@pytest.mark.slow
def test_the_summary_holds_the_digest_with_its_counts_and_no_name_of_a_voter(
    edited: Count, reporter: User
) -> None:
    paper = good(
        services.make_personal_summary(conference=edited.conference, subject_key="s1", actor=reporter)
    )
    words = words_of(paper, reporter)
    assert "Nhận được 2 ý kiến; đưa vào bảng tổng hợp 2 ý kiến, trong đó 0 ý kiến đã biên tập" in words
    assert f"Họp, giao ban (2 ý kiến) - {REMARK} (2 ý kiến)" in words
    assert not re.search("Giáo viên Thử", words)


def test_the_registers_opening_joins_no_mark_to_a_remark(counted: Count) -> None:
    text = json.dumps(counted.conference.opening.counts, ensure_ascii=False)
    assert REMARK not in text
    assert settings.GUONG_DATA_DIR
