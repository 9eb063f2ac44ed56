"""Forms of meetings and reviews, made from questionnaire data alone, are printed, scanned and read like the official ones."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from guong.ceremony.scanning.batch import Batch
from guong.cli import main
from guong.paper import ballot_layout, ballot_sheet_pdf
from guong.paper.reading import Scan, read_page
from tests.paper import filled, marks, other_forms, scanner
from tests.paper.marks import Page
from tests.paper.other_forms import MEETING, REVIEW
from tests.paper.reading import page_texts

FORMS = (MEETING, REVIEW)


def sheet(key: str, seed: int) -> tuple[Page, list[int]]:
    """A front with one plain mark in each row, and the levels that are meant."""
    chance, page = Random(seed), other_forms.printed(key).copy()
    tool, hand = marks.pen(chance), chance.choice(marks.MARKS)
    meant = [chance.randint(1, 4) for _ in other_forms.layout(key).rows]
    for row, level in zip(other_forms.layout(key).rows, meant, strict=True):
        hand(page, asdict(row.ticks[level - 1]), chance, tool)
    return page, meant


@pytest.mark.parametrize("key", FORMS)
def test_every_row_of_the_data_is_printed_with_its_four_levels(key: str) -> None:
    form = other_forms.form(key)
    front = "".join(page_texts(ballot_sheet_pdf(form.raw, subject_line="x"))[0].split())
    for words in (form.title, *(item.text for item in form.items), *form.items[0].levels):
        assert "".join(words.split()) in front


@pytest.mark.parametrize(("key", "sides", "zones"), [(MEETING, 2, 8), (REVIEW, 1, 0)])
def test_the_layout_file_names_their_boxes_and_writing_zones(key: str, sides: int, zones: int) -> None:
    exported = json.loads(ballot_layout(other_forms.form(key).raw))
    assert (exported["form"], exported["version"], exported["pages"]) == (key, "2026", sides)
    assert len(exported["ticks"]) == 4 * len(other_forms.form(key).items)
    assert len(exported["zones"]) == zones


@pytest.mark.parametrize("key", FORMS)
@pytest.mark.parametrize("make", [scanner.worn_scan, scanner.photo])
def test_what_is_read_is_what_was_marked(key: str, make: Callable[[Page, Random], Scan]) -> None:
    read = 0
    for seed in range(4):
        page, meant = sheet(key, seed)
        reading = read_page(make(page, Random(seed)), other_forms.layout(key))
        assert reading.refusal is None
        assert all(row.value in (level, None) for row, level in zip(reading.rows, meant, strict=True))
        read += sum(row.state == "read" for row in reading.rows)
    assert read >= 0.8 * 4 * len(other_forms.layout(key).rows)


@pytest.mark.parametrize("key", FORMS)
def test_each_is_foreign_to_every_other_form(key: str) -> None:
    scan = scanner.scan(sheet(key, 1)[0])
    others = [other_forms.layout(other) for other in FORMS if other != key] + [filled.layout("ward_head")]
    for layout in others:
        refusal = read_page(scan, layout).refusal
        assert refusal is not None
        assert refusal.reason == "foreign_form"


def test_the_command_reads_them_by_the_exported_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, meant = sheet(REVIEW, 5)
    (tmp_path / "form.json").write_bytes(ballot_layout(other_forms.form(REVIEW).raw))
    Image.fromarray(scanner.scan(page).pixels).save(tmp_path / "a.png", dpi=(200, 200))
    assert main(["read", str(tmp_path / "a.png"), "--form", str(tmp_path / "form.json"), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [row["item"] for row in rows] == [item.key for item in other_forms.form(REVIEW).items]
    assert all(row["value"] in (level, None) for row, level in zip(rows, meant, strict=True))


@pytest.mark.parametrize("on_both_sides", [False, True])
def test_the_station_takes_a_form_without_a_back_one_side_a_sheet(
    tmp_path: Path, on_both_sides: bool
) -> None:
    fronts = [Image.fromarray(scanner.scan(sheet(REVIEW, seed)[0]).pixels) for seed in (6, 7)]
    white = Image.new("L", fronts[0].size, 250)
    pages = [page for front in fronts for page in ([front, white] if on_both_sides else [front])]
    pages[0].save(tmp_path / "a.pdf", resolution=200, save_all=True, append_images=pages[1:])
    batch = Batch(other_forms.form(REVIEW), 2)
    assert batch.add([("a.pdf", (tmp_path / "a.pdf").read_bytes())]) == 2
    assert (batch.not_read, batch.finish(), batch.to_type()) == ([], None, [])
