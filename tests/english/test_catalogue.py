"""The catalogue of the desk's English: complete, nothing left over, every place kept; and the program that compiles it."""

import gettext
import io
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.catalogue import CATALOGUE, Entry, FaultyCatalogue, compiled, read
from tests.english.used import (
    DESK_TEMPLATES,
    SOURCES,
    VIETNAMESE,
    catalogue,
    marked,
    marked_in,
    unmarked_in,
    written,
)

_PLACES = re.compile(r"%\(\w+\)s|\{\w+\}|</?[a-z]+>|%%")
# English has no plural forms here, so a count stands behind its noun: "Slips left: 1".
_BEFORE_A_PLURAL = re.compile(
    r"(?:%\(\w+\)s|\{\d+\})(?:</\w+>)?(?: [a-z]+){0,2} (?:[a-z]{2,}[^s\W]s|people|are|were)\b"
)
# A verb behind a name, or a number that a rule sets and that is never one.
_ALWAYS_RIGHT = (
    *("asks you", "differs by", "does not agree", "has held the post", "ticked this", "this machine by"),
    *("All %(rows)s checks", "characters", "digits", "fewer than %(rows_from)s", "wrongly {1} times"),
)


def test_every_sentence_of_the_desk_has_english() -> None:
    lacking = {text for text in marked() | written() if text not in catalogue()}
    empty = {text for text, entry in catalogue().items() if not entry.english.strip()}
    assert lacking | empty == set()


def test_nothing_in_the_catalogue_is_left_over_or_waits_for_another_look() -> None:
    assert set(catalogue()) - marked() - written() == set()
    assert [entry.vietnamese for entry in catalogue().values() if entry.is_fuzzy] == []


def test_english_keeps_every_place_and_every_emphasis() -> None:
    differing = [
        text
        for text, entry in catalogue().items()
        if sorted(_PLACES.findall(text)) != sorted(_PLACES.findall(entry.english))
    ]
    assert differing == []


def test_a_number_that_may_be_one_stands_before_no_plural() -> None:
    found = [entry.english for entry in catalogue().values() if _BEFORE_A_PLURAL.search(entry.english)]
    assert [text for text in found if not any(words in text for words in _ALWAYS_RIGHT)] == []


def test_a_plural_behind_a_number_would_be_noticed() -> None:
    assert _BEFORE_A_PLURAL.search("<strong>%(left)s</strong> slips left")
    assert _BEFORE_A_PLURAL.search("{1} paper ballots are to be keyed in")
    assert not _BEFORE_A_PLURAL.search("Slips left: {1}. Checks done")


def test_english_is_english() -> None:
    assert [entry.english for entry in catalogue().values() if VIETNAMESE.search(entry.english)] == []
    assert all(unicodedata.is_normalized("NFC", entry.english) for entry in catalogue().values())


@pytest.mark.parametrize("path", DESK_TEMPLATES, ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_a_template_of_the_desk_shows_nothing_unmarked(path: object) -> None:
    text = unmarked_in(path.read_text("utf-8"))  # type: ignore[attr-defined]
    assert [line.strip() for line in text.splitlines() if VIETNAMESE.search(line)] == []


def test_an_unmarked_text_would_be_noticed() -> None:
    template = '{% comment %}đã xem{% endcomment %}<p title="Đóng">{% translate "Mở" %} {{ số }} còn</p>'
    assert list(marked_in(template)) == ["Mở"]
    assert VIETNAMESE.findall(unmarked_in(template)) == ["Đ", "ó", "ò"]


def test_what_a_template_marks_is_what_django_looks_up() -> None:
    template = (
        "{% blocktranslate with n=a|digits %}Còn {{ n }}, 10 %{% endblocktranslate %}{% translate '5 %' %}"
    )
    assert list(marked_in(template)) == ["Còn %(n)s, 10 %%", "5 %%"]


def test_the_compiled_catalogue_is_what_gettext_reads() -> None:
    found = gettext.GNUTranslations(io.BytesIO(compiled(read(CATALOGUE.read_text("utf-8")))))
    assert found.charset() == "UTF-8"
    assert [text for text, entry in catalogue().items() if found.gettext(text) != entry.english] == []


_TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


@given(st.dictionaries(_TEXT, _TEXT, max_size=8))
def test_any_texts_survive_compiling(texts: dict[str, str]) -> None:
    entries = [Entry("", "Content-Type: text/plain; charset=UTF-8\n")]
    entries += [Entry(source, english) for source, english in texts.items()]
    found = gettext.GNUTranslations(io.BytesIO(compiled(entries)))
    assert {source: found.gettext(source) for source in texts} == texts


def test_a_fuzzy_or_empty_entry_is_not_compiled() -> None:
    entries = read(
        '#, fuzzy\nmsgid "Một"\nmsgstr "One"\n\nmsgid "Hai"\nmsgstr ""\n\nmsgid "Ba"\nmsgstr "Three"\n'
    )
    found = gettext.GNUTranslations(io.BytesIO(compiled(entries)))
    assert [found.gettext(text) for text in ("Một", "Hai", "Ba")] == ["Một", "Hai", "Three"]


def test_texts_over_several_lines_and_with_quotes_are_read() -> None:
    (entry,) = read('# why\nmsgid ""\n"Bấm “Ghi” "\n"và \\"thôi\\""\nmsgstr "Press\\n"\n"it"\n')
    assert (entry.vietnamese, entry.english) == ('Bấm “Ghi” và "thôi"', "Press\nit")


@pytest.mark.parametrize(
    "text",
    [
        'msgid "Một"\nmsgid_plural "Hai"\nmsgstr[0] "One"\n',
        'msgctxt "a"\nmsgid "Một"\nmsgstr "One"\n',
        'msgid "Một\nmsgstr "One"\n',
        'msgid 1\nmsgstr "One"\n',
        'msgid "Một"\nmsgstr "One"\n\nmsgid "Một"\nmsgstr "A"\n',
    ],
)
def test_what_the_reader_does_not_know_is_a_fault_and_not_guessed(text: str) -> None:
    with pytest.raises(FaultyCatalogue):
        read(text)
