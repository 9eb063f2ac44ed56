"""The minutes of a poll on paper alone: every count in words too, ties said plainly, small groups not counted out."""

from dataclasses import replace

from hypothesis import given, settings

from guong.core.disclosure import SUPPRESSED
from guong.core.documents.model import KeyValues
from guong.core.documents.paper_poll_minutes import PaperPollMinutes, paper_poll_minutes
from guong.core.paper_poll.ballot import Base, Kind, PollBallot
from guong.core.paper_poll.counting import HallCount
from guong.core.wording import in_words
from guong.render import to_docx, to_pdf
from tests.core.hall_of_sheets import Hall, halls, plain_tally, sorted_out
from tests.documents.invented_paper_poll import HALL, NAMES, election
from tests.documents.reading import all_words, tables
from tests.paper.reading import font_names

FEW = HallCount(summoned=4, present=4, handed_out=4, returned=4, valid=4)


def standings(given_: PaperPollMinutes) -> dict[str, str]:
    """What the minutes say of each name."""
    found = [block for block in paper_poll_minutes(given_).blocks if isinstance(block, KeyValues)]
    return dict(found[-1].lines)


def test_they_become_pdf_and_word_and_are_signed_by_four_sides() -> None:
    document = paper_poll_minutes(election())
    assert {font.split("-")[0] for font in font_names(to_pdf(document))} == {"Tinos"}
    assert to_docx(document)[:2] == b"PK"
    assert [one.role for one in document.signatures] == [
        "CHỦ TRÌ",
        "THƯ KÝ",
        "TỔ KIỂM PHIẾU",
        "ĐẠI BIỂU CHỨNG KIẾN",
    ]


@settings(max_examples=40, deadline=None)
@given(halls())
def test_every_count_of_a_hall_stands_there_in_digits_and_words(hall: Hall) -> None:
    valid, count = sorted_out(hall)
    votes = plain_tally(hall.ballot, valid)
    document = paper_poll_minutes(replace(election(), ballot=hall.ballot, hall=count, votes=votes))
    words = all_words(document)
    for label, number in (("Phiếu thu về", count.returned), ("Phiếu hợp lệ", count.valid)):
        assert f"{label}\n{number} phiếu (bằng chữ: {in_words(number)} phiếu)" in words
    if count.valid >= 5:
        (table,) = tables(document)
        cells = [[cell.split("\n")[0] for cell in row[2:]] for row in table]
        assert cells == [[f"{n} ({in_words(n)})" for n in row] for row in votes]


def test_equals_at_the_last_seat_are_named_and_nobody_is_proposed() -> None:
    given_ = replace(
        election(), votes=((22,), (21,), (14,), (14,)), base=Base.VALID, hall=replace(HALL, summoned=25)
    )
    assert standings(given_) == {
        NAMES[0]: "Trúng cử",
        NAMES[1]: "Trúng cử",
        NAMES[2]: "Bằng phiếu nhau, chưa xác định",
        NAMES[3]: "Bằng phiếu nhau, chưa xác định",
    }
    words = all_words(paper_poll_minutes(given_))
    assert f"{NAMES[2]} và {NAMES[3]} có số phiếu bằng nhau, còn 1 người" in words
    assert "hội nghị quyết định theo quy chế" in words


def test_a_seat_that_stays_empty_is_left_to_the_meeting() -> None:
    given_ = replace(election(), votes=((22,), (21,), (13,), (11,)))
    assert standings(given_)[NAMES[2]] == "Không quá nửa, không trúng cử"
    words = all_words(paper_poll_minutes(given_))
    assert "Quá một nửa của 26 là từ 14 phiếu" in words
    assert "Có bầu tiếp hay không do hội nghị quyết định." in words


def test_with_four_valid_sheets_no_count_is_printed_and_the_elected_are() -> None:
    given_ = replace(election(), hall=FEW, votes=((4,), (4,), (3,), (1,)))
    document = paper_poll_minutes(given_)
    assert tables(document) == []
    assert SUPPRESSED in all_words(document)
    assert standings(given_)[NAMES[2]] == "Trúng cử"


def test_a_fifth_valid_sheet_opens_the_table() -> None:
    hall = HallCount(summoned=5, present=5, handed_out=5, returned=5, valid=5)
    assert tables(paper_poll_minutes(replace(election(), hall=hall, votes=((4,), (4,), (3,), (1,))))) != []


def test_invalid_sheets_are_told_by_reason() -> None:
    words = all_words(paper_poll_minutes(election()))
    assert "- Không có dấu, không do tổ kiểm phiếu phát ra\n1 phiếu (bằng chữ: một phiếu)" in words
    assert "Bầu thừa số lượng" not in words


def test_levels_are_counted_and_nobody_is_classified() -> None:
    ballot = PollBallot(Kind.LEVELS, NAMES[:1])
    document = paper_poll_minutes(replace(election(), ballot=ballot, votes=((10, 8, 3, 1, 1),)))
    words = all_words(document)
    assert "10 (mười)\n40,0 %" in words
    assert "Tỷ lệ tính trên 25 phiếu thu về." in words
    assert "mức xếp loại do cấp có thẩm quyền quyết định" in words
    assert "Trúng cử" not in words
