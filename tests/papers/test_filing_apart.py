"""Papers are rendered while everybody may write, and a server that is killed leaves no row without its file."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from django.conf import settings
from django.db import connection

from guong.core.documents.model import Document, text
from guong.office.accounts.models import User
from guong.office.journal.services import record
from guong.office.papers import archive, filing, tidying
from guong.office.papers.models import NumberSeries, Paper, PaperFile
from guong.office.papers.outcomes import Tell, silent
from guong.office.papers.services import file_paper
from tests.papers import killed_filing


def filed(document: Document, reader: User) -> Paper:
    return file_paper(
        document=document, kind="tally_minutes", unit_key="TH-01", actor=reader, formats=("docx",)
    )


def other(document: Document, words: str) -> Document:
    return replace(document, blocks=(text(words),))


class Rendering:
    """Stands in for the renderer: notes the numbers that it prints, and does something else meanwhile."""

    def __init__(self, document: Document, reader: User, *, filing_others: int = 0) -> None:
        self.numbers: list[str] = []
        self._left = filing_others
        self._document, self._reader = document, reader

    def __call__(
        self, printed: Document, formats: Sequence[str], tell: Tell = silent, *, template: bytes | None = None
    ) -> list[bytes]:
        number = printed.letterhead.number
        self.numbers.append(number)
        if self._left and printed.blocks == self._document.blocks:
            self._left -= 1
            filed(other(self._document, f"Văn bản xen vào {self._left}."), self._reader)
        return [number.encode() for _ in formats]


def files() -> list[str]:
    folder = Path(settings.GUONG_DATA_DIR) / "papers"
    return sorted(path.name for path in folder.glob("*")) if folder.is_dir() else []


@pytest.mark.usefixtures("journal_may_be_emptied")
@pytest.mark.django_db(transaction=True)
def test_others_write_while_a_paper_is_rendered(
    document: Document, reader: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def write_beside() -> None:
        record(actor=None, act="papers.beside", unit_key="TH-01", text="Việc khác.")
        connection.close()
        done.append("beside")

    def render(
        printed: Document, formats: Sequence[str], tell: Tell = silent, *, template: bytes | None = None
    ) -> list[bytes]:
        beside = Thread(target=write_beside)
        beside.start()
        beside.join(10)
        done.append("rendered")
        return [b"x" for _ in formats]

    monkeypatch.setattr(filing, "render_each", render)
    filed(document, reader)
    assert done == ["beside", "rendered"]


def test_a_number_taken_meanwhile_is_printed_in_neither_twice(
    document: Document, reader: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendering = Rendering(document, reader, filing_others=1)
    monkeypatch.setattr(filing, "render_each", rendering)
    paper = filed(document, reader)
    assert rendering.numbers == ["Số 01-BB", "Số 01-BB", "Số 02-BB"]
    assert archive.load(paper.files.get()) == "Số 02-BB".encode()
    assert [one.number for one in Paper.objects.order_by("number")] == [1, 2]
    assert len(files()) == 2


def test_whoever_is_overtaken_again_and_again_is_waited_for(
    document: Document, reader: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendering = Rendering(document, reader, filing_others=3)
    monkeypatch.setattr(filing, "render_each", rendering)
    assert filed(document, reader).printed_number == "Số 04-BB"
    assert NumberSeries.objects.get().last == Paper.objects.count() == 4
    assert not [name for name in files() if name.startswith(".")]


def test_the_same_paper_filed_meanwhile_is_the_one(
    document: Document, reader: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed: list[Paper] = []

    def render(
        printed: Document, formats: Sequence[str], tell: Tell = silent, *, template: bytes | None = None
    ) -> list[bytes]:
        if not pressed:
            pressed.append(Paper())
            pressed[0] = filed(document, reader)
        return [b"x" for _ in formats]

    monkeypatch.setattr(filing, "render_each", render)
    paper = filed(document, reader)
    assert paper.was_there
    assert paper == pressed[0] == Paper.objects.get()
    assert len(files()) == 1


@pytest.mark.usefixtures("journal_may_be_emptied")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("moment", killed_filing.MOMENTS)
def test_a_server_killed_while_filing_leaves_no_row_and_the_number_free(
    document: Document, reader: User, moment: str
) -> None:
    command = [sys.executable, "-c", killed_filing.COMMAND, moment]
    given = {
        "DJANGO_SETTINGS_MODULE": "tests.papers.killed_settings",
        "GUONG_DATA_DIR": str(settings.GUONG_DATA_DIR),
        "REGISTER": str(connection.settings_dict["NAME"]),
        "READER": reader.username,
    }
    ended = subprocess.run(command, env=os.environ | given, capture_output=True, text=True, check=False)
    assert ended.returncode == killed_filing.KILLED, ended.stderr
    assert (Paper.objects.count(), PaperFile.objects.count(), NumberSeries.objects.count()) == (0, 0, 0)
    left = files()
    assert len(left) == 1
    assert left[0].startswith(".") == (moment == "ready")
    assert len(tidying.archive_findings()) == (moment == "placed")
    assert filed(document, reader).printed_number == "Số 01-BB"


def test_what_was_left_ready_goes_after_an_hour(document: Document, reader: User) -> None:
    filed(document, reader)
    old, new = (PaperFile(format="pdf") for _ in range(2))
    for file in (old, new):
        archive.lay_ready(file, b"x")
    long_ago = time.time() - 3700
    (name,) = [one for one in files() if old.name in one]
    os.utime(Path(settings.GUONG_DATA_DIR) / "papers" / name, (long_ago, long_ago))
    assert tidying.tidy_archive() == 1
    assert len(files()) == 2
    assert not [one for one in files() if old.name in one]


def test_an_archive_in_order_has_no_findings(document: Document, reader: User) -> None:
    assert tidying.archive_findings() == []
    filed(document, reader)
    assert tidying.archive_findings() == []


def test_the_administrator_hears_of_lost_and_of_strange_files(document: Document, reader: User) -> None:
    first, second = filed(document, reader), filed(other(document, "Khác."), reader)
    archive.path_of(first.files.get()).unlink()
    archive.path_of(second.files.get()).with_name("la.docx").write_bytes(b"x")
    lost, strange = tidying.archive_findings()
    assert "thiếu 1 tệp có trong sổ" in lost
    assert "có 1 tệp không thuộc văn bản nào" in strange
    assert "la.docx" in strange
