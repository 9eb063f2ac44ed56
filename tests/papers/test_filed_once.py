"""A paper filed again by a second press stays one paper: one number, one pair of files, one line in the journal."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection

from guong.core.documents.model import Document, text
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.journal.models import Entry
from guong.office.papers.models import NumberSeries, Paper
from guong.office.papers.selectors import filing_words
from guong.office.papers.services import file_paper


def filed(
    document: Document,
    reader: User,
    *,
    kind: str = "report",
    subject_key: str = "",
    number: str = "",
    formats: tuple[str, ...] = ("docx",),
) -> Paper:
    return file_paper(
        document=document,
        kind=kind,
        unit_key="TH-01",
        subject_key=subject_key,
        actor=reader,
        formats=formats,
        given_number=number,
    )


def saying(document: Document, words: str) -> Document:
    return replace(document, blocks=(text(words),))


def dated(document: Document, day: date) -> Document:
    return replace(document, letterhead=replace(document.letterhead, day=day))


def test_a_second_press_takes_no_number(document: Document, reader: User) -> None:
    first, second = filed(document, reader), filed(document, reader)
    assert (second.pk, first.was_there, second.was_there) == (first.pk, False, True)
    assert NumberSeries.objects.get().last == Paper.objects.count() == 1


def test_a_second_press_renders_nothing(document: Document, reader: User, tmp_path: Path) -> None:
    filed(document, reader)
    assert filed(document, reader, formats=("no such format",)).was_there
    assert len(list((tmp_path / "papers").iterdir())) == 1


def test_a_second_press_leaves_one_line_in_the_journal(document: Document, reader: User) -> None:
    for _ in range(2):
        filed(document, reader)
    assert Entry.objects.filter(act="papers.file").count() == 1


def test_other_words_are_another_paper(document: Document, reader: User) -> None:
    filed(document, reader)
    assert filed(saying(document, "Nội dung sửa lại."), reader).number == 2


def test_another_day_is_another_paper(document: Document, reader: User) -> None:
    filed(document, reader)
    assert filed(dated(document, date(2023, 6, 1)), reader).number == 2


def test_what_was_changed_and_changed_back_is_the_newest_again(document: Document, reader: User) -> None:
    for given in (document, saying(document, "Nội dung sửa lại.")):
        filed(given, reader)
    assert filed(document, reader).number == 3


def test_another_kind_of_the_same_words_is_another_paper(document: Document, reader: User) -> None:
    filed(document, reader)
    assert filed(document, reader, kind="announcement").number == 2


def test_two_people_each_have_their_own_paper_pressed_twice(document: Document, reader: User) -> None:
    papers = [filed(document, reader, subject_key=key) for key in ("s1", "s2", "s1", "s2")]
    assert [paper.number for paper in papers] == [1, 2, 1, 2]


def test_a_given_number_is_filed_once(document: Document, reader: User) -> None:
    first, second = (filed(document, reader, number="167-KH/QU") for _ in range(2))
    assert first.pk == second.pk


def test_an_amended_text_under_the_same_given_number_is_a_paper_of_its_own(
    document: Document, reader: User
) -> None:
    first = filed(document, reader, number="167-KH/QU")
    second = filed(saying(document, "Nội dung sửa đổi."), reader, number="167-KH/QU")
    assert (first.printed_number, first.pk != second.pk) == (second.printed_number, True)


def test_the_same_words_under_another_given_number_are_another_paper(
    document: Document, reader: User
) -> None:
    papers = [filed(document, reader, number=number) for number in ("167-KH/QU", "168-KH/QU")]
    assert [paper.printed_number for paper in papers] == ["Số 167-KH/QU", "Số 168-KH/QU"]


@pytest.mark.parametrize("number", ["", "167-KH/QU"])
@pytest.mark.usefixtures("journal_may_be_emptied")
def test_presses_at_the_same_moment_are_one_paper(document: Document, reader: User, number: str) -> None:
    start = Barrier(4)

    def one(_: int) -> int:
        try:
            start.wait()
            return filed(document, reader, number=number).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        keys = set(pool.map(one, range(4)))
    assert len(keys) == Paper.objects.count() == Entry.objects.filter(act="papers.file").count() == 1


@pytest.mark.parametrize(
    ("presses", "sentence"),
    [
        (1, "Đã lập Số 01-BB: Kiểm phiếu thử."),
        (2, "Văn bản này đã có trong kho: Số 01-BB."),
    ],
)
def test_an_officer_reads_what_became_of_the_press(
    document: Document, reader: User, presses: int, sentence: str
) -> None:
    paper = [filed(document, reader) for _ in range(presses)][-1]
    assert filing_words(paper) == sentence


def test_a_refusal_is_told_as_it_is() -> None:
    assert filing_words(Refused("no", "Chưa lập được.")) == "Chưa lập được."


def test_a_room_may_say_more_than_the_number(document: Document, reader: User) -> None:
    assert filing_words(filed(document, reader), "Đã lập. Đề nghị in và ký.") == "Đã lập. Đề nghị in và ký."
