"""Earlier rounds brought in as aggregates: looked at first, shown by the rules of counted ones, never without their label."""

import html
import io
import unicodedata
from collections.abc import Sequence
from csv import writer

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from guong.core.earlier_results import HEADINGS, LABEL
from guong.core.outcome import Refused
from guong.office.accounts.roles import Role
from guong.office.journal.models import Entry
from guong.office.release import services
from guong.office.release.details import EarlierRound
from guong.office.release.models import ImportedRound
from tests.conferences.world import good, officer
from tests.counting.world import FORM, signed_in
from tests.hostile import HOSTILE
from tests.registry.workbooks import book
from tests.release.round_world import SCHOOLS, PlayedRound, played

ITEMS = [item for item in FORM.items if item.key != "prestige"]
LEVELS = ITEMS[0].levels
YEAR = EarlierRound("school_head", 2021, "Đợt góp ý năm 2021", "Mẫu phiếu năm 2021", "Báo cáo số 12-BC/BTG")
Row = Sequence[str | int]


@pytest.fixture
def place(db: None, urn_folder: object) -> PlayedRound:
    return played(SCHOOLS[4:])


def rows_of(
    unit: str, person: str, returned: int, counts: Sequence[int], texts: Sequence[str] = ()
) -> list[Row]:
    return [(unit, person, text, returned, *counts) for text in texts or [item.text for item in ITEMS[:3]]]


def xlsx(*rows: Row) -> bytes:
    return book({"Số liệu năm trước": [(*HEADINGS, *LEVELS), *rows]})


def csv(*rows: Row, delimiter: str = ";") -> bytes:
    lines = [(*HEADINGS, *LEVELS), *rows]
    quoted = (delimiter.join(f'"{cell}"' for cell in row) for row in lines)
    return "\ufeff".encode() + "\r\n".join(quoted).encode()


def brought(place: PlayedRound, data: bytes, given: EarlierRound = YEAR) -> ImportedRound | Refused:
    return services.bring_in(body=place.body, given=given, data=data, actor=place.reporter)


def taken(place: PlayedRound, data: bytes, given: EarlierRound = YEAR) -> ImportedRound:
    return good(services.take(draft=good(brought(place, data, given)), actor=place.reporter))


def years(place: PlayedRound, client: Client | None = None) -> str:
    page = (client or signed_in(place.reporter)).get(reverse("overview:years", args=[place.of_round.key]))
    return html.unescape(page.content.decode())


def sent(data: bytes, name: str = "2021.xlsx", **more: object) -> dict[str, object]:
    stated = {
        "body": "Q-HS",
        "kind": "school_head",
        "year": 2021,
        "name": YEAR.name,
        "form": YEAR.form,
        "source": YEAR.source,
    }
    return stated | {"file": SimpleUploadedFile(name, data)} | more


def test_from_the_template_to_the_years_page(place: PlayedRound) -> None:
    client = signed_in(place.reporter)
    template = client.get(reverse("release:earlier_template", args=["school_head"]))
    assert template.content.startswith(b"PK")
    site = place.sites[0]
    data = xlsx(
        *rows_of(site.conference.unit.name, site.head, 40, (20, 12, 6, 2)),
        *rows_of("Trường B", "Vũ Hạ", 30, (9, 9, 9, 3)),
    )
    page = client.post(reverse("release:earlier"), sent(data), follow=True)
    told = html.unescape(page.content.decode())
    assert "Chưa có gì được nhập" in told
    assert "<strong>1</strong><span>khớp một người đứng đầu" in told
    assert "2021" not in years(place)
    (address, _), *_ = page.redirect_chain
    assert "Đã nhập" in html.unescape(client.post(address, follow=True).content.decode())
    shown = years(place)
    assert f"2021: {YEAR.name}" in shown
    assert shown.count(LABEL) >= 1
    assert YEAR.form in shown
    assert "71,4" in shown  # (20 + 12 + 9 + 9) of 70 ballots
    assert Entry.objects.filter(act="release.import").count() == 1


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_says_the_same_as_excel(place: PlayedRound, delimiter: str) -> None:
    rows = rows_of("Trường B", "Vũ Thị Hạ", 30, (9, 9, 9, 3))
    from_excel = list(good(brought(place, xlsx(*rows))).results.values_list("unit_name", "returned", "rows"))
    from_csv = list(
        good(brought(place, csv(*rows, delimiter=delimiter))).results.values_list(
            "unit_name", "returned", "rows"
        )
    )
    assert from_excel == from_csv


def test_a_small_group_keeps_no_figure_and_a_unanimous_one_no_exact_count(place: PlayedRound) -> None:
    made = taken(
        place,
        xlsx(
            *rows_of("Trường B", "Vũ Hạ", 4, (1, 1, 1, 1)), *rows_of("Trường C", "Lê An", 40, (39, 1, 0, 0))
        ),
    )
    few, same = made.results.all()
    assert few.rows == []
    assert all(row["better"].startswith("≥") for row in same.rows)
    assert not any(39 in span or 1 in span for row in same.rows for span in row["known"])


def test_the_rounds_sum_is_never_finer_than_its_rows(place: PlayedRound) -> None:
    taken(
        place,
        xlsx(
            *rows_of("Trường C", "Lê An", 40, (39, 1, 0, 0)),
            *rows_of("Trường B", "Vũ Hạ", 40, (20, 10, 5, 5)),
        ),
    )
    assert "–" in years(place)
    assert "86,3" not in years(place)  # (39 + 1 + 20 + 10) of 80, which would give the coded row away


def test_faults_are_told_by_row_and_nothing_is_kept(place: PlayedRound) -> None:
    wrong = xlsx(*rows_of("Trường B", "Vũ Hạ", 10, (9, 9, 9, 3)))
    answer = signed_in(place.reporter).post(reverse("release:earlier"), sent(wrong))
    assert answer.status_code == 422
    assert "dòng 2: Bốn mức cộng lại là 30" in html.unescape(answer.content.decode())
    assert not ImportedRound.objects.exists()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not_a_table"),
        (b"PK\x03\x04 broken", "not_xlsx"),
        (b"\x00\x01\x02", "not_a_table"),
        ("Đơn vị;x".encode("utf-16"), "not_a_table"),
        ("Đơn vị;Người".encode("cp1258", "replace"), "not_utf8"),
        ("một cột".encode(), "not_a_table"),
        (b"a;b\n1;2", "no_table"),
        (b"a;b\n" + b"x" * 6_000_000, "not_a_table"),
    ],
)
def test_what_is_no_table_is_refused(place: PlayedRound, data: bytes, reason: str) -> None:
    outcome = brought(place, data)
    assert isinstance(outcome, Refused)
    assert outcome.reason == reason


def test_formulas_are_refused(place: PlayedRound) -> None:
    formula = brought(place, xlsx(("Trường B", "Vũ Hạ", "=1+1", 10, 1, 1, 1, 1)))
    assert isinstance(formula, Refused)
    assert formula.reason == "formulas"


def test_words_that_attack_stay_words(place: PlayedRound) -> None:
    texts = sorted({" ".join(words.split()) for words in HOSTILE.values()})
    rows = [("Trường B", "Vũ Hạ", words, 30, 9, 9, 9, 3) for words in texts if len(words) <= 500]
    made = io.StringIO()
    writer(made, delimiter=";").writerows([(*HEADINGS, *LEVELS), *rows])
    draft = good(brought(place, made.getvalue().encode()))
    page = signed_in(place.reporter).get(reverse("release:earlier_preview", args=[draft.pk]))
    body = page.content.decode()
    assert all(escape(unicodedata.normalize("NFC", str(row[2]))) in body for row in rows)


def test_a_year_is_taken_once_and_may_be_taken_out_with_a_reason(place: PlayedRound) -> None:
    data = xlsx(*rows_of("Trường B", "Vũ Hạ", 30, (9, 9, 9, 3)))
    made = taken(place, data)
    again = brought(place, data)
    assert isinstance(again, Refused)
    assert again.reason == "imported_already"
    client, out = signed_in(place.reporter), reverse("release:earlier_out", args=[made.pk])
    assert "Chưa ghi lý do gỡ" in html.unescape(client.post(out, {"note": " "}, follow=True).content.decode())
    client.post(out, {"note": "Nhập nhầm năm"})
    assert f"2021: {YEAR.name}" not in years(place)
    assert client.post(out, {"note": "Lần nữa"}).status_code == 404
    assert "Nhập nhầm năm" in Entry.objects.get(act="release.import_out").text
    good(brought(place, data))


def test_only_the_lead_body_of_that_body_brings_in(place: PlayedRound) -> None:
    draft = good(brought(place, xlsx(*rows_of("Trường B", "Vũ Hạ", 30, (9, 9, 9, 3)))))
    stranger = signed_in(officer(None, Role.REPORTER, username="nguoi-la"))
    assert stranger.get(reverse("release:earlier_preview", args=[draft.pk])).status_code == 404
    assert stranger.post(reverse("release:earlier"), sent(b"x;y")).status_code == 422
    assert signed_in(place.counter).get(reverse("release:earlier")).status_code == 403


def test_this_year_and_those_to_come_are_not_brought_in(place: PlayedRound) -> None:
    answer = signed_in(place.reporter).post(reverse("release:earlier"), sent(b"x;y", year=2999))
    assert "Chỉ nhập số liệu của những năm trước" in html.unescape(answer.content.decode())
