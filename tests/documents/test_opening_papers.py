"""The papers of an opening: what was carried, opened, destroyed and kept, and never what a ballot says."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guong.core.documents.archive_lists import KeptDossier, KeptThing, totals
from guong.core.documents.archive_sealing_minutes import Parcel, archive_sealing_minutes
from guong.core.documents.ballot_destruction_minutes import ballot_destruction_minutes
from guong.core.documents.handover_minutes import handover_minutes
from guong.core.documents.key_destruction_minutes import (
    DestroyedSet,
    KeyEnvelopeEnd,
    key_destruction_minutes,
)
from guong.core.documents.model import Document
from guong.core.documents.opening_minutes import KeySet, opening_minutes
from guong.core.documents.sealed_boxes import SealedBox
from guong.core.months import months_after
from guong.core.questionnaire import official
from guong.render import to_docx, to_pdf
from tests.documents import invented_opening as invented
from tests.documents.reading import all_words, tables
from tests.paper.reading import font_names, page_texts

PAPERS = {
    "handover": invented.handover,
    "opening": invented.opening,
    "key_destruction": invented.key_destruction,
    "archive_sealing": invented.archive_sealing,
    "ballot_destruction": invented.ballot_destruction,
}


@pytest.mark.parametrize("name", list(PAPERS))
def test_the_papers_become_pdf_and_word_and_keep_their_signatures_with_the_text(name: str) -> None:
    document = PAPERS[name]()
    pdf = to_pdf(document)
    assert {font.split("-")[0] for font in font_names(pdf)} == {"Tinos"}
    signed = next(page for page in page_texts(pdf) if "(Ký, ghi rõ họ tên)" in page)
    assert "nhất trí và cùng ký" in " ".join(signed.split())
    assert to_docx(document)[:2] == b"PK"


@pytest.mark.parametrize("name", list(PAPERS))
def test_no_paper_of_the_opening_says_what_a_ballot_says(name: str) -> None:
    words = all_words(PAPERS[name]())
    for form in (official("school_head"), official("ward_head")):
        levels = {level for item in form.items for level in item.levels} - {"Tốt"}
        assert not any(said in words for said in (*levels, *(item.text for item in form.items)))


@pytest.mark.parametrize("copies", [0, -1])
def test_minutes_without_a_copy_are_refused(copies: int) -> None:
    with pytest.raises(ValueError, match="copy"):
        handover_minutes(replace(invented.given_handover(), copies=copies))
    with pytest.raises(ValueError, match="copy"):
        opening_minutes(replace(invented.given_opening(), copies=copies))
    with pytest.raises(ValueError, match="copy"):
        key_destruction_minutes(replace(invented.given_key_destruction(), copies=copies))
    with pytest.raises(ValueError, match="copy"):
        archive_sealing_minutes(replace(invented.given_archive_sealing(), copies=copies))
    with pytest.raises(ValueError, match="copy"):
        ballot_destruction_minutes(replace(invented.given_ballot_destruction(), copies=copies))


def test_the_handover_lists_every_box_with_code_and_sums() -> None:
    rows = tables(invented.handover())[0]
    assert [row[3] for row in rows[:-1]] == [box.seal_code for box in invented.BOXES]
    assert rows[-1] == ["Cộng", "131", "10", "5", ""]
    assert "3 hòm phiếu (bằng chữ: ba hòm phiếu)" in all_words(invented.handover())


def test_a_broken_seal_is_told_where_the_check_stands() -> None:
    faulty = replace(invented.BOXES[0], fault="Giấy niêm phong rách một góc, mã khớp")
    opening = invented.given_opening()
    results = (replace(opening.results[0], box=faulty), *opening.results[1:])
    words = all_words(opening_minutes(replace(opening, results=results)))
    assert "Giấy niêm phong rách một góc" in words
    assert "Mọi hòm phiếu đều nguyên niêm phong" not in words
    assert "Mọi hòm phiếu đều nguyên niêm phong" in all_words(invented.opening())


def test_boxes_handed_over_stay_with_their_keys_elsewhere() -> None:
    assert "Phong bì chìa khoá hòm phiếu không bàn giao" in all_words(invented.handover())


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"boxes": ()}, "no box"),
        ({"boxes": (invented.BOXES[0], invented.BOXES[0])}, "twice"),
        (
            {"boxes": (invented.BOXES[0], replace(invented.BOXES[1], seal_code=invented.BOXES[0].seal_code))},
            "twice",
        ),
        ({"received_by": invented.BOARD[0]}, "twice"),
        ({"opens_at": datetime(2023, 5, 16, 16, 0)}, "after"),
    ],
)
def test_an_impossible_handover_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        handover_minutes(replace(invented.given_handover(), **change))  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize(
    "code", ["", "4821 0937 7715", "4821093777150264", "4821 0937 7715 026x", "4821 0937 7715 0264 "]
)
def test_a_seal_code_is_four_groups_of_four_digits(code: str) -> None:
    with pytest.raises(ValueError, match="four groups"):
        replace(invented.BOXES[0], seal_code=code)


@pytest.mark.parametrize("count", ["device", "sheets", "envelopes"])
def test_a_box_holds_no_negative_count(count: str) -> None:
    with pytest.raises(ValueError, match="negative"):
        replace(invented.BOXES[0], **{count: -1})  # type: ignore[arg-type]  # wrong on purpose


def test_the_opening_names_each_code_and_who_confirmed_it() -> None:
    rows = tables(invented.opening())[1]
    assert [row[3] for row in rows] == list(invented.CODES)
    assert {row[4] for row in rows} == {"Ngô Hữu Thuỷ\nTrịnh Kiều Oanh"}
    assert [row[2] for row in rows] == ["44", "46", "51"]


def test_the_code_of_the_round_stands_below_the_codes_of_the_boxes() -> None:
    assert "Mã kết quả chung\n5512 0846 3097 1824" in all_words(invented.opening())
    alone = replace(invented.given_opening(), round_code="", round_confirmed_by=())
    assert "Mã kết quả chung" not in all_words(opening_minutes(alone))


@pytest.mark.parametrize(
    "change",
    [
        {"round_code": "5512"},
        {"round_confirmed_by": invented.BOARD[:1]},
        {"round_confirmed_by": invented.BOARD[:1] * 2},
    ],
)
def test_the_code_of_the_round_needs_sixteen_digits_and_two_people(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"four groups|two people"):
        replace(invented.given_opening(), **change)  # type: ignore[arg-type]  # wrong on purpose


def test_a_ward_has_a_count_for_each_subject() -> None:
    two = invented.opened(0, opened=(("Bí thư Đảng uỷ", 44), ("Chủ tịch UBND", 43)))
    given_ = replace(invented.given_opening(), results=(two,))
    assert tables(opening_minutes(given_))[1][0][2] == "Bí thư Đảng uỷ: 44\nChủ tịch UBND: 43"


def test_a_box_that_was_not_opened_says_why() -> None:
    closed = invented.opened(
        2,
        opened=(),
        result_code="",
        confirmed_by=(),
        remark="Mã niêm phong không khớp, chờ Ban Thường vụ kết luận",
    )
    opening = invented.given_opening()
    document = opening_minutes(replace(opening, results=(*opening.results[:2], closed)))
    assert tables(document)[1][2][2:5] == ["-", "Không mở", closed.remark]
    assert "Đã mở 2 hòm phiếu (bằng chữ: hai hòm phiếu)" in all_words(document)


@pytest.mark.parametrize(
    "change",
    [
        {"confirmed_by": ("Ngô Hữu Thuỷ",)},
        {"confirmed_by": ("Ngô Hữu Thuỷ", "Ngô Hữu Thuỷ")},
        {"confirmed_by": ("Ngô Hữu Thuỷ", "Trịnh Kiều Oanh", "Phạm Đức Ưởng")},
        {"result_code": "9037"},
        {"result_code": ""},
        {"opened": ()},
        {"opened": (("Hiệu trưởng", -1),)},
    ],
)
def test_an_opened_box_needs_counts_a_code_and_two_members(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"two members|four groups|not opened|count for each"):
        invented.opened(0, **change)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"results": ()}, "no box"),
        ({"ended": datetime(2023, 5, 19, 14, 0)}, "ends after"),
        ({"groups": ()}, "attest"),
        ({"groups": (("Tổ kiểm phiếu", ()),)}, "attest"),
        ({"key_sets": ()}, "set of keys"),
    ],
)
def test_an_impossible_opening_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        opening_minutes(replace(invented.given_opening(), **change))  # type: ignore[arg-type]  # wrong on purpose


@pytest.mark.parametrize("keepers", [(), invented.BOARD[:1], (invented.BOARD[0], invented.BOARD[0])])
def test_one_envelope_opens_nothing(keepers: tuple[object, ...]) -> None:
    with pytest.raises(ValueError, match="two of three"):
        KeySet("Bộ chìa khoá", keepers, 3)  # type: ignore[arg-type]  # wrong on purpose


def test_the_end_of_the_keys_counts_every_code_in_digits_and_words() -> None:
    words = all_words(invented.key_destruction())
    assert "Tổ kiểm phiếu đã huỷ 06 mã chìa khoá (bằng chữ: sáu) thuộc 2 bộ chìa khoá" in words
    assert "06 mã chìa khoá (bằng chữ: sáu)" in all_words(invented.opening())


def test_a_lost_envelope_is_told_and_not_counted_as_destroyed() -> None:
    lost = KeyEnvelopeEnd(invented.WITNESS, opened=False, lost=True)
    kept = tuple(KeyEnvelopeEnd(member, opened=True) for member in invented.BOARD[:2])
    given_ = replace(invented.given_key_destruction(), sets=(DestroyedSet(("Trường A",), (*kept, lost)),))
    words = all_words(key_destruction_minutes(given_))
    assert "Thất lạc, không huỷ được" in words
    assert "02 mã chìa khoá (bằng chữ: hai)" in words


@pytest.mark.parametrize(
    "envelopes",
    [
        (),
        tuple(KeyEnvelopeEnd(member, opened=True) for member in invented.BOARD[:2]),
        (KeyEnvelopeEnd(invented.BOARD[0], opened=True),) * 3,
        tuple(KeyEnvelopeEnd(member, opened=False, lost=True) for member in invented.BOARD),
        tuple(
            KeyEnvelopeEnd(member, opened=True, lost=place == 0)
            for place, member in enumerate(invented.BOARD)
        ),
    ],
)
def test_an_impossible_set_of_keys_is_refused(envelopes: tuple[KeyEnvelopeEnd, ...]) -> None:
    with pytest.raises(ValueError, match=r"three envelopes|lost"):
        DestroyedSet(("Trường A",), envelopes)


def test_without_keys_there_is_nothing_to_destroy() -> None:
    with pytest.raises(ValueError, match="no key"):
        key_destruction_minutes(replace(invented.given_key_destruction(), sets=()))


def test_the_sealed_archive_says_until_when_it_is_kept() -> None:
    words = all_words(invented.archive_sealing())
    assert (
        "Thời hạn lưu giữ 6 tháng (bằng chữ: sáu tháng). Chỉ được huỷ từ ngày 19 tháng 11 năm 2023" in words
    )


def test_what_was_sealed_is_what_was_destroyed() -> None:
    sealed, destroyed = tables(invented.archive_sealing()), tables(invented.ballot_destruction())
    assert sealed[0] == destroyed[0]
    assert sealed[-1] == destroyed[-1]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"parcels": ()}, "parcel"),
        ({"parcels": (Parcel("Thùng số 1", "phiếu", 1), Parcel("Thùng số 1", "thẻ", 1))}, "twice"),
        ({"keep_months": 0}, "month"),
        ({"dossiers": ()}, "nothing"),
        ({"dossiers": (invented.dossiers()[0], invented.dossiers()[0])}, "twice"),
    ],
)
def test_an_impossible_archive_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        archive_sealing_minutes(replace(invented.given_archive_sealing(), **change))  # type: ignore[arg-type]  # wrong on purpose


def test_a_parcel_without_a_strip_is_not_sealed() -> None:
    with pytest.raises(ValueError, match="strip"):
        Parcel("Thùng số 1", "phiếu", 0)


@given(
    sealed_on=st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    months=st.integers(1, 24),
    early=st.integers(1, 400),
)
def test_nothing_is_destroyed_before_the_months_of_keeping_are_over(
    sealed_on: date, months: int, early: int
) -> None:
    first_day = months_after(sealed_on, months)

    def on(day: date) -> Document:
        began = datetime(day.year, day.month, day.day, 9)
        return ballot_destruction_minutes(
            replace(
                invented.given_ballot_destruction(),
                sealed_on=sealed_on,
                keep_months=months,
                began=began,
                ended=began + timedelta(hours=1),
            )
        )

    assert on(first_day)
    with pytest.raises(ValueError, match=f"kept until {first_day.isoformat()}"):
        on(first_day - timedelta(days=early))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"open_complaints": 1}, "complaint"),
        ({"decision": " "}, "decision"),
        ({"parcels": 0}, "parcel"),
        ({"ended": datetime(2023, 11, 22, 9, 0)}, "end after"),
    ],
)
def test_an_impossible_destruction_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        ballot_destruction_minutes(replace(invented.given_ballot_destruction(), **change))  # type: ignore[arg-type]  # wrong on purpose


@given(st.lists(st.lists(st.integers(0, 500), min_size=2, max_size=2), min_size=1, max_size=6))
def test_the_sums_of_an_archive_are_those_of_its_dossiers(counts: list[list[int]]) -> None:
    names = ("Phiếu giấy", "Thẻ")
    dossiers = [
        KeptDossier(
            f"Trường {place}", tuple(KeptThing(name, n, "tờ") for name, n in zip(names, row, strict=True))
        )
        for place, row in enumerate(counts)
    ]
    assert [thing.count for thing in totals(dossiers)] == [
        sum(column) for column in zip(*counts, strict=True)
    ]


def test_one_kind_is_not_counted_in_two_ways() -> None:
    two = (
        KeptDossier("Trường A", (KeptThing("Phiếu giấy", 3, "phiếu"),)),
        KeptDossier("Trường B", (KeptThing("Phiếu giấy", 1, "bì"),)),
    )
    with pytest.raises(ValueError, match="two ways"):
        totals(two)


def test_fifteen_boxes_repeat_the_header_on_every_page() -> None:
    boxes = tuple(
        SealedBox(
            f"Trường Mầm non số {n}",
            date(2023, 5, 15),
            f"{n:04d} 0000 0000 0000",
            40,
            3,
            2,
            invented.BOARD[0],
        )
        for n in range(1, 36)
    )
    pages = page_texts(to_pdf(handover_minutes(replace(invented.given_handover(), boxes=boxes))))
    with_rows = [page for page in pages if "Trường Mầm non số" in " ".join(page.split())]
    assert len(with_rows) > 1
    assert all("Mã niêm" in page for page in with_rows)
