"""Sheets of a poll on paper alone: every copy alike, one side each, nothing on it that tells one voter's from another's."""

import pypdfium2
import pytest

from guong.core.paper_poll.ballot import MOST_LETTERS, MOST_LINES, Kind, PollBallot
from guong.paper import poll_sheets_pdf
from tests.documents.invented_paper_poll import NAMES, TITLE
from tests.paper.reading import font_names, page_texts

A4, A5 = (595, 842), (420, 595)
BALLOT = PollBallot(Kind.ELECTION, NAMES, 3)


def sheets(ballot: PollBallot = BALLOT, *, title: str = TITLE, copies: int = 1) -> bytes:
    return poll_sheets_pdf(
        ballot,
        title=title,
        issuer="Chi bộ Trường Tiểu học Hoa Sen",
        held_on="ngày 15 tháng 5 năm 2023",
        copies=copies,
    )


def test_every_copy_is_the_same_picture() -> None:
    pages = [page.render(scale=1).to_numpy().tobytes() for page in pypdfium2.PdfDocument(sheets(copies=12))]
    assert len(pages) == 12
    assert len(set(pages)) == 1


def test_there_is_no_number_or_code_beside_places_seats_and_day() -> None:
    (text,) = page_texts(sheets())
    digits = {word.strip(".,") for word in text.split() if any(letter.isdigit() for letter in word)}
    assert digits == {"1", "2", "3", "4", "03", "15", "5", "2023", "2025", "2027"}


def test_it_says_where_the_stamp_goes_and_how_names_are_struck_out() -> None:
    (text,) = page_texts(sheets())
    assert "Đóng dấu của cấp uỷ triệu tập" in text
    assert "Bầu không quá 03 người. Không bầu người nào thì gạch ngang họ và tên người đó." in text
    assert "không ký tên, không viết thêm, không làm dấu" in text
    assert "Đồng ý" not in text


def test_where_all_may_be_elected_each_has_two_boxes() -> None:
    (text,) = page_texts(sheets(PollBallot(Kind.ELECTION, NAMES, len(NAMES))))
    assert "Đồng ý" in text
    assert "Không đồng ý" in text
    assert "gạch ngang" not in text


def test_the_longest_list_is_one_side_of_a4_and_a_usual_one_of_a5() -> None:
    for kind in (Kind.QUESTIONS, Kind.LEVELS):
        letters = MOST_LETTERS[kind is not Kind.QUESTIONS]
        lines = tuple(
            f"{place} Nhất trí THÔNG QUA nội dung này của hội nghị {'dài ' * 40}"[:letters]
            for place in range(MOST_LINES)
        )
        (page,) = pypdfium2.PdfDocument(sheets(PollBallot(kind, lines), title=TITLE * 4))
        assert tuple(round(side) for side in page.get_size()) == A4
    (page,) = pypdfium2.PdfDocument(sheets())
    assert tuple(round(side) for side in page.get_size()) == A5


@pytest.mark.parametrize("copies", [0, 1001])
def test_a_thousand_at_once_are_the_most(copies: int) -> None:
    with pytest.raises(ValueError, match="one to a thousand"):
        sheets(copies=copies)


def test_it_is_set_in_the_fonts_that_are_shipped() -> None:
    assert all(name.startswith("Tinos") for name in font_names(sheets()))
