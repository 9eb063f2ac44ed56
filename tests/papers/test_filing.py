"""Papers get a number, files that nobody can guess, and readers of their unit only."""

import io
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from docx import Document as WordDocument
from pytest_django.fixtures import Settings

from guong.core.documents.model import Document, text
from guong.office.accounts.models import User
from guong.office.journal.models import Entry
from guong.office.papers import worker
from guong.office.papers.models import Paper, PaperFile
from guong.office.papers.services import draft, file_paper
from guong.office.registry.models import Level
from guong.office.registry.services import ensure_unit


def filed(
    document: Document, reader: User, unit_key: str = "TH-01", formats: tuple[str, ...] = ("docx",)
) -> Paper:
    return file_paper(
        document=document, kind="tally_minutes", unit_key=unit_key, actor=reader, formats=formats
    )


def saying(document: Document, words: str) -> Document:
    return replace(document, blocks=(text(words),))


def issued(document: Document, reader: User, number: str = "167-KH/QU") -> Paper:
    return file_paper(
        document=document, kind="plan", unit_key="TH-01", actor=reader, formats=(), given_number=number
    )


def test_numbers_run_by_body_and_year(document: Document, reader: User) -> None:
    changed = saying(document, "Nội dung sửa lại.")
    other_body = replace(document, letterhead=replace(document.letterhead, issuer="TRƯỜNG HOA SEN"))
    next_year = replace(document, letterhead=replace(document.letterhead, day=date(2024, 1, 5)))
    papers = [filed(given, reader) for given in (document, changed, other_body, next_year)]
    assert [paper.printed_number for paper in papers] == ["Số 01-BB", "Số 02-BB", "Số 01-BB", "Số 01-BB"]


def test_a_number_of_the_bodys_own_register_takes_none_of_the_series(
    document: Document, reader: User
) -> None:
    assert issued(document, reader).printed_number == "Số 167-KH/QU"
    assert filed(document, reader).printed_number == "Số 01-BB"


def test_a_draft_is_neither_numbered_nor_filed(document: Document, reader: User) -> None:
    assert draft(document=document).startswith(b"%PDF")
    assert not Paper.objects.exists()


def test_the_number_is_printed_in_the_paper(document: Document, reader: User, tmp_path: Path) -> None:
    file = filed(document, reader).files.get()
    word = WordDocument(io.BytesIO((tmp_path / "papers" / f"{file.name}.docx").read_bytes()))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert any("01-BB" in words for words in (*cells, *[line.text for line in word.paragraphs]))


def test_both_formats_are_filed_and_closed_to_others(
    document: Document, reader: User, tmp_path: Path
) -> None:
    paper = filed(document, reader, formats=("docx", "pdf"))
    files = sorted((tmp_path / "papers").iterdir())
    assert sorted(path.suffix for path in files) == [".docx", ".pdf"]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert paper.files.get(format="pdf").size > 1000


def test_a_failed_rendering_leaves_neither_number_nor_file(
    document: Document, reader: User, tmp_path: Path
) -> None:
    with pytest.raises(KeyError):
        filed(document, reader, formats=("docx", "unknown"))
    assert list(tmp_path.glob("papers/*")) == []
    assert filed(document, reader).number == 1


@pytest.mark.usefixtures("journal_may_be_emptied")
def test_numbers_have_neither_gap_nor_double_when_many_file_at_once(document: Document, reader: User) -> None:
    def one(place: int) -> int:
        try:
            return filed(saying(document, f"Nội dung {place}."), reader).number
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(one, range(12)))
    assert sorted(numbers) == list(range(1, 13))


def test_a_reader_downloads_and_the_journal_knows(document: Document, reader: User, client: Client) -> None:
    file = filed(document, reader).files.get()
    client.force_login(reader)
    answer = client.get(reverse("papers:download", args=[file.name]))
    assert answer["Content-Disposition"] == 'attachment; filename="01-bb-kiem-phieu-thu.docx"'
    assert answer["Cache-Control"] == "no-store"
    assert Entry.objects.filter(act="papers.read").count() == 1


def test_a_paper_of_another_unit_does_not_exist(document: Document, reader: User, client: Client) -> None:
    ensure_unit(key="TH-02", name="Trường khác", level=Level.PRIMARY)
    file = filed(document, reader, unit_key="TH-02").files.get()
    client.force_login(reader)
    assert client.get(reverse("papers:download", args=[file.name])).status_code == 404
    assert "Kiểm phiếu thử" not in client.get(reverse("papers:list")).content.decode()


def test_a_name_cannot_be_guessed(document: Document, reader: User) -> None:
    names = [file.name for file in filed(document, reader, formats=("docx", "pdf")).files.all()]
    assert len(set(names)) == 2
    assert all(len(name) == 64 for name in names)


def test_a_file_changed_on_disk_is_not_handed_out(
    document: Document, reader: User, client: Client, tmp_path: Path
) -> None:
    filed(document, reader)
    file = PaperFile.objects.get()
    (tmp_path / "papers" / f"{file.name}.docx").write_bytes(b"something else")
    client.force_login(reader)
    with pytest.raises(ValueError, match="changed on disk"):
        client.get(reverse("papers:download", args=[file.name]))


@pytest.mark.slow
def test_papers_are_rendered_in_a_process_of_their_own(document: Document, settings: Settings) -> None:
    settings.GUONG_RENDER_INLINE = False
    assert worker.render(document, "docx")[:2] == b"PK"
    worker.shut_down()
