"""The station from the desk's order to the sealed file: nothing is sealed that people and paper don't agree on."""

from collections.abc import Iterator

import httpx
import pytest

from guong.core import ballot
from guong.core.ballot import Part
from guong.core.secrecy import envelope, keys
from guong.core.secrecy.paper_files import SealedBatch
from tests.ceremony.scanning import stacks
from tests.ceremony.scanning.station_browser import (
    at_the_station,
    bring_order,
    count,
    look,
    scan,
    type_backs,
)
from tests.core.answers import SCHOOL_FORM

MARKS = "1234432112344321"
WORDS = "Đồng chí lắng nghe giáo viên"


@pytest.fixture
def browser() -> Iterator[httpx.Client]:
    with at_the_station() as client:
        yield client


def fronts(*marks: str) -> bytes:
    return stacks.both_sides([stacks.sheet(one, seed=place) for place, one in enumerate(marks, start=5)])


def truly(legend: str) -> str:
    """What stands on every sheet of the stack, by the strip's legend."""
    said = {f"Nội dung {item.number}": mark for item, mark in zip(SCHOOL_FORM.items, MARKS, strict=True)}
    return said.get(legend, "stamped")


def opened(raw: bytes) -> list[Part]:
    """The answers in a sealed file, by the board's key."""
    stack = stacks.stack()
    poll = stack.order.definition
    key, size = keys.board_key(stacks.SEED, poll.poll), ballot.plaintext_size(1)
    parts = []
    for slot, sealed in SealedBatch.from_bytes(raw).sheets:
        text = envelope.open_sealed(poll, slot, sealed, key)
        parts += ballot.decode(text, SCHOOL_FORM, poll=poll.poll, expected=["s1"], size=size)
    return parts


def sealed_by_all(browser: httpx.Client, words: str = "") -> SealedBatch:
    type_backs(browser, words)
    page = browser.post("/niem-phong", data={"ma_the": stacks.stack().card})
    assert "Đã niêm phong" in page.text
    return SealedBatch.from_bytes(browser.get("/phieu-da-niem-phong.json").content)


def test_a_stack_is_counted_scanned_looked_at_typed_and_sealed(browser: httpx.Client) -> None:
    order = stacks.stack().order
    assert order.definition.unit in bring_order(browser, order.raw).text
    count(browser, 3)
    page = scan(browser, ("tap.pdf", fronts(MARKS, MARKS, MARKS)))
    assert "<dt>Máy đọc được</dt><dd>3</dd>" in page.text
    assert stacks.VERIFIERS[0] in browser.post("/quet-xong").text
    look(browser, truly)
    assert "Gõ chữ viết" in look(browser, truly).text
    batch = sealed_by_all(browser, WORDS)
    parts = opened(batch.raw)
    assert [(part.marks, part.remarks) for part in parts] == [(MARKS, (("other", WORDS),))] * 3
    assert WORDS.encode() not in batch.raw
    assert (batch.totals.rows_read + batch.totals.rows_shown, batch.totals.audited) == (48, 1)
    assert batch.totals.audit_wrong == 0
