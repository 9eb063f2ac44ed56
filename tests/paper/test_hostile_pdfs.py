"""PDF files from strangers meet the reading process, never the server or the station itself (security.md §2 no. 62)."""

import json
import socket
import time
from pathlib import Path

import pytest

from guong.cli import main
from guong.core.outcome import Refused
from guong.core.questionnaire import official
from guong.paper import ballot_layout
from guong.paper.reading import intake
from guong.paper.scanning import read_scans
from tests.paper import hostile_pdfs

LAYOUT = ballot_layout(official("school_head").raw)
SECONDS = 120  # a bound against hanging, generous for a busy machine: the processor's own limit is 300


def reasons(raw: bytes) -> list[str | None]:
    """Why each page of a file was refused by the confined process; one reason where the whole file was."""
    began = time.monotonic()
    read = read_scans(raw, LAYOUT, pictures=False)
    assert time.monotonic() - began < SECONDS
    if isinstance(read, Refused):
        return [read.reason]
    return [None if page.reading.refusal is None else page.reading.refusal.reason for page in read]


def test_five_hundred_pages_are_refused_whole() -> None:
    assert reasons(hostile_pdfs.paged(500)) == ["too_many_pages"]


def test_a_locked_file_says_so() -> None:
    assert reasons(hostile_pdfs.locked()) == ["encrypted"]


def test_a_picture_of_nearly_a_gigapixel_is_refused_before_it_is_unpacked() -> None:
    raw = hostile_pdfs.picture_bomb()
    assert len(raw) < 2_000_000
    assert reasons(raw) == ["too_many_pixels"]


@pytest.mark.parametrize(
    "raw", [hostile_pdfs.endless_tree(), hostile_pdfs.endless_form()], ids=["tree", "form"]
)
def test_what_contains_itself_ends(raw: bytes) -> None:
    assert all(reason is not None for reason in reasons(raw))


def test_a_drawing_that_unfolds_to_gigabytes_costs_a_bounded_process_and_nothing_else() -> None:
    raw = hostile_pdfs.bomb()
    assert len(raw) < 200_000
    assert all(reason is not None for reason in reasons(raw))


def test_a_file_that_wants_to_call_home_reaches_nobody() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.5)
        reasons(hostile_pdfs.calling_home(f"http://127.0.0.1:{listener.getsockname()[1]}/"))
        with pytest.raises(TimeoutError):
            listener.accept()


def test_a_bomb_in_a_folder_does_not_stop_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, form = tmp_path / "stack", tmp_path / "form.json"
    folder.mkdir()
    form.write_bytes(LAYOUT)
    (folder / "1.pdf").write_bytes(hostile_pdfs.bomb())
    (folder / "2.pdf").write_bytes(hostile_pdfs.locked())
    assert main(["read", str(folder), "--form", str(form), "--json"]) == 1
    pages = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [page["status"] for page in pages] == ["refused", "refused"]
    assert [page["page"] for page in pages] == [1, 2]


def test_no_room_of_the_server_opens_a_pdf_that_was_sent() -> None:
    source = Path(intake.__file__).parents[2]
    opening = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        if "pypdfium2" in path.read_text("utf-8")
    }
    own_papers_only = {"render/joining.py", "paper/exam/hands.py", "demo/filled_sheets.py"}
    assert opening - own_papers_only == {"paper/reading/intake.py"}
