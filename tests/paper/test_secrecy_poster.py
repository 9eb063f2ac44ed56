"""The poster for the door says what the voter's page says, out of the poll's own settings, on one A3 sheet."""

import html
import re
from dataclasses import replace

import pypdfium2
import pytest

from guong.ballots.page import ASSETS, render_booth_page
from guong.core.poll import PollDefinition
from guong.core.who_sees_what import PROMISE, facts_of
from guong.paper import secrecy_poster_pdf
from tests.ballots.world import FORM, World
from tests.paper.invented import OPENING
from tests.paper.reading import font_names, page_texts

STRICTER = {"rows_from": 7, "remarks_from": 23, "remarks_readers": "Hai cán bộ của Ban Tổ chức"}
A3 = (842, 1191)


def poll(**changed: object) -> PollDefinition:
    return replace(World().definition, **changed)  # type: ignore[arg-type]  # fields by name


def poster(definition: PollDefinition, **named: bool) -> str:
    (text,) = page_texts(secrecy_poster_pdf(definition, opening=OPENING, domain="gop-y.example", **named))
    return text


def voters_page(definition: PollDefinition, **named: bool) -> str:
    page = render_booth_page(
        poll_definition=definition.raw,
        questionnaire=FORM.raw,
        assets={name: f"/{name}" for name in ASSETS},
        **named,
    )
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", page.decode())))


@pytest.mark.parametrize(
    "definition", [poll(), poll(**STRICTER), poll(station_keys=())], ids=["usual", "stricter", "no paper"]
)
def test_poster_and_voters_page_say_the_same(definition: PollDefinition) -> None:
    on_door, on_phone = poster(definition), voters_page(definition)
    for fact in facts_of(definition):
        for said in (fact.about, fact.sentence):
            assert said in on_door
            assert said in on_phone
    assert PROMISE in on_door
    assert PROMISE in on_phone


def test_the_polls_own_thresholds_and_readers_stand_there() -> None:
    said = poster(poll(**STRICTER))
    assert "từ 7 phiếu trở lên" in said
    assert "Dưới 23 phiếu" in said
    assert "Người đọc: Hai cán bộ của Ban Tổ chức." in said
    assert "từ 5 phiếu" not in said


def test_a_poll_without_paper_promises_none() -> None:
    assert "bàn nhập phiếu" not in poster(poll(station_keys=()))
    assert "bàn nhập phiếu" in poster(poll())


def test_the_day_of_the_opening_stands_there() -> None:
    assert f"Mở {OPENING}." in poster(poll())


def test_a_way_that_is_not_protected_is_told_on_both() -> None:
    warning = "không mã hoá đường truyền (HTTP)"
    assert warning in poster(poll(), is_protected=False)
    assert warning in voters_page(poll(), is_protected=False)
    assert warning not in poster(poll())


def test_it_is_one_a3_sheet_in_the_documents_font_however_long_the_names_are() -> None:
    long = poll(unit="Trường Tiểu học và Trung học cơ sở " * 5, title="Hội nghị lấy ý kiến góp ý " * 10)
    pdf = secrecy_poster_pdf(long, opening=OPENING * 3, domain="gop-y.example", is_protected=False)
    document = pypdfium2.PdfDocument(pdf)
    assert [tuple(round(side) for side in page.get_size()) for page in document] == [A3]
    assert {name.split("-")[0] for name in font_names(pdf)} == {"Tinos"}
