"""Texts for the fonts of the 1990s are known by what no Vietnamese word has; Vietnamese and foreign names pass."""

import unicodedata
from pathlib import Path

import pytest

from guong.core.old_encodings import looks_old

TONES = "\u0301\u0300\u0309\u0303\u0323"
VNI_TONES = "ùøûõï"
VNI_BREVE = "éèúüë"
VNI_CIRCUMFLEX = "áàåãä"
TCVN3 = dict(
    zip(
        "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ",
        "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00adøõö÷ùýúûüþ®",
        strict=True,
    )
)


@pytest.fixture(scope="module")
def vietnamese() -> str:
    """The handbook and the invented people's names: thousands of words as the program's users write them."""
    root = Path(__file__).parents[2]
    files = [
        *sorted((root / "docs" / "handbook").glob("*.md")),
        root / "src" / "guong" / "demo" / "people.py",
    ]
    return " ".join(file.read_text("utf-8") for file in files)


def in_tcvn3(text: str) -> str:
    """As a file of an ABC font keeps it; capitals with marks had fonts of their own and the small letters' codes."""
    return "".join(TCVN3.get(letter, TCVN3.get(letter.lower(), letter)) for letter in text)


def in_vni(text: str) -> str:
    """As a file of a VNI font keeps it (small letters): the letter, then its mark as a letter of its own."""
    return "".join(_vni(letter) for letter in text.lower())


def _vni(letter: str) -> str:
    if letter == "đ":
        return "ñ"
    base, *marks = list(unicodedata.normalize("NFD", letter))
    tone = next((TONES.index(mark) for mark in marks if mark in TONES), None)
    if base == "i" and tone is not None:
        return "íìæóò"[tone]
    if "\u031b" in marks:
        return {"u": "ö", "o": "ô"}[base] + ("" if tone is None else VNI_TONES[tone])
    for mark, plain, toned in (("\u0302", "â", VNI_CIRCUMFLEX), ("\u0306", "ê", VNI_BREVE)):
        if mark in marks:
            return base + (plain if tone is None else toned[tone])
    return base + ("" if tone is None else VNI_TONES[tone])


@pytest.mark.parametrize(
    "text",
    ["NguyÔn V¨n Ph¹m", "TrÇn ThÞ Lª", "®¶ng viªn", "Nguyeãn Vaên An", "ñoaøn thanh nieân", "Hieäu tröôûng"],
)
def test_what_such_files_hold_is_known(text: str) -> None:
    assert looks_old(text)


@pytest.mark.parametrize(
    "text",
    ["Nguyễn Văn Ánh", "Đàm Thị Mỹ Uyên", "Hoà, thuỷ, quý, giếng khơi", "François Müller", "Peña Núñez",
     "Trường Tiểu học Hoa Sen · điểm lẻ", "khoá 2020–2025, ±5 %", "20 m² đất", "LÒ THỊ ÊBAN", "O'Brien-Łęcki"],
)  # fmt: skip
def test_vietnamese_and_foreign_names_pass(text: str) -> None:
    assert not looks_old(unicodedata.normalize("NFC", text))


def test_no_word_of_the_programs_own_vietnamese_is_taken_for_old(vietnamese: str) -> None:
    assert [word for word in vietnamese.split() if looks_old(word)] == []


@pytest.mark.parametrize("old", [in_tcvn3, in_vni], ids=["TCVN3", "VNI"])
def test_among_twenty_words_with_marks_at_least_half_are_known(vietnamese: str, old: object) -> None:
    assert callable(old)
    marked = [word for word in vietnamese.split() if not word.isascii() and word.isalpha()]
    assert len(marked) > 1000
    assert sum(looks_old(old(word)) for word in marked) > len(marked) / 2
