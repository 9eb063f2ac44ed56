"""Pictures and fingerprints live in memory, until sealing; nothing of a sheet reaches the disk or stays behind."""

import gc
import os
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest

from guong.ceremony.scanning.station import Station
from tests.ceremony.scanning import stacks
from tests.ceremony.scanning.station_browser import (
    at_the_station,
    bring_order,
    count,
    look,
    scan,
    type_backs,
)
from tests.ceremony.scanning.test_batches import ONE, answer_all, batch_of, begun

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_written: list[str] | None = None


def _notice(event: str, given: tuple[object, ...]) -> None:
    """Python tells of every file that is opened; hooks can't be taken back, so this one listens only while asked to."""
    if _written is None or event != "open" or not isinstance(given[0], str | bytes):
        return  # a number is a pipe or a file that is open already
    if isinstance(given[2], int) and given[2] & _WRITING:
        _written.append(os.fsdecode(given[0]))


sys.addaudithook(_notice)


@pytest.fixture
def written() -> Iterator[list[str]]:
    """Names of the files that this process opens for writing."""
    global _written
    _written = []
    yield _written
    _written = None


def large_scans() -> bytes:
    """Scans of more than a megabyte, which an ordinary upload would put on the disk."""
    raw = stacks.both_sides([stacks.sheet(ONE, seed=place) for place in range(2)], dpi=300)
    return raw + b"\n%" + b"x" * max(0, 1_500_000 - len(raw))


def test_no_file_is_written_from_the_scan_to_the_sealed_batch(written: list[str]) -> None:
    scans = large_scans()
    with at_the_station() as browser:
        written.clear()
        bring_order(browser, stacks.stack().order.raw)
        count(browser, 2)
        scan(browser, ("tap.pdf", scans))
        browser.post("/quet-xong")
        for _ in range(2):
            look(browser, lambda legend: "stamped" if legend == "Đầu phiếu" else "invalid")
        type_backs(browser)
        page = browser.post("/niem-phong", data={"ma_the": stacks.stack().card})
        assert "Đã niêm phong 2 tờ" in page.text
        assert [name for name in written if name != os.devnull] == []


def test_a_file_that_is_written_would_be_noticed(written: list[str], tmp_path: object) -> None:
    with open(f"{tmp_path}/a", "wb") as file:
        file.write(b"x")
    assert f"{tmp_path}/a" in written


@pytest.mark.parametrize(
    ("act", "says"),
    [
        ("before.write(b'x')", "File too large"),
        ("open(name, 'wb')", "Too many open files"),
        ("socket.socket()", "confined process"),
    ],
)
def test_the_reading_process_reaches_neither_disk_nor_network(tmp_path: object, act: str, says: str) -> None:
    program = (
        "import signal, socket; from guong.paper.scanning.reader_process import bound; "
        f"signal.signal(signal.SIGXFSZ, signal.SIG_IGN); name = {str(tmp_path)!r} + '/a'; "
        f"before = open(name, 'wb', buffering=0); bound(); {act}"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert says in done.stderr
    assert os.path.getsize(f"{tmp_path}/a") == 0


def test_pictures_and_fingerprints_are_gone_with_the_sealing_and_answers_with_the_handing_over() -> None:
    station = begun(1)
    batch_of(station).add([("tap.pdf", stacks.both_sides([stacks.sheet(ONE)]))])
    assert station.finish_scanning() is None
    batch = batch_of(station)
    assert batch.queue is not None
    answer_all(batch.queue)
    for sheet in batch.to_type():
        batch.type_notes(sheet.key, {})
    sheet = batch.sheets[0]
    left = [
        weakref.ref(thing) for thing in (batch, batch.queue, sheet, sheet.front, sheet.front.ink, sheet.back)
    ]
    del batch, sheet
    assert station.seal(stacks.stack().card) is None
    gc.collect()
    assert [found for found in left if found() is not None] == []
    ballots = weakref.ref(station.ballots)
    station.handed_over()
    gc.collect()
    assert ballots() is None
    assert station == Station(entered=1)


def test_a_wrong_card_seals_nothing_and_keeps_the_batch() -> None:
    station = begun(1)
    batch_of(station).add([("tap.pdf", stacks.both_sides([stacks.sheet(ONE)]))])
    station.finish_scanning()
    queue = batch_of(station).queue
    assert queue is not None
    answer_all(queue)
    refused = station.seal("AAAA0 AAAA0 AAAA0 AAAA0")
    assert refused is not None
    assert station.batch is not None
    assert station.sealed is None


def test_the_station_reaches_neither_register_nor_urn() -> None:
    """The import contract says so; this says it of what is loaded."""
    program = "import sys, guong.ceremony.scanning.command; print([n for n in sys.modules if n.startswith(('django', 'guong.office', 'guong.ballots'))])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
