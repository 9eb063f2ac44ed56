"""The journal only grows, and shows it if somebody changed it underneath."""

import pytest
from django.db import DatabaseError, connection, transaction

from guong.office.journal.models import Entry
from guong.office.journal.selectors import verify_chain
from guong.office.journal.services import record

pytestmark = pytest.mark.django_db


def three_acts() -> list[Entry]:
    return [record(actor=None, act="test.act", unit_key="TH-01", text=f"Việc thứ {n}.") for n in range(3)]


def without_triggers(statement: str, *values: int) -> None:
    """Change the table as somebody with the database's own key could."""
    drops = ["journal_entry_no_update", "journal_entry_no_delete"]
    if connection.vendor == "postgresql":
        drops = ["journal_entry_no_change ON journal_entry"]
    with connection.cursor() as cursor:
        for trigger in drops:
            cursor.execute(f"DROP TRIGGER {trigger}")
        cursor.execute(statement, values)


def test_entries_are_numbered_and_the_chain_is_whole() -> None:
    entries = three_acts()
    assert [entry.number for entry in entries] == [1, 2, 3]
    state = verify_chain()
    assert (state.whole, state.entries, state.head) == (True, 3, entries[-1].digest)


def test_decomposed_text_is_stored_composed() -> None:
    entry = record(actor=None, act="test.act", unit_key="", text="Nha\u0323\u0302p")
    assert entry.text == "Nhập"


@pytest.mark.parametrize("statement", ["UPDATE journal_entry SET text = 'x'", "DELETE FROM journal_entry"])
def test_the_database_refuses_to_change_an_entry(statement: str) -> None:
    three_acts()
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_the_models_cannot_change_an_entry_either() -> None:
    entry = three_acts()[0]
    entry.text = "Việc khác."
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entry.save()


def test_an_edited_entry_is_detected() -> None:
    three_acts()
    without_triggers("UPDATE journal_entry SET text = 'Khác' WHERE number = %s", 2)
    assert verify_chain().broken_at == 2


def test_a_dropped_entry_is_detected() -> None:
    three_acts()
    without_triggers("DELETE FROM journal_entry WHERE number = %s", 2)
    assert verify_chain().broken_at == 2


def test_swapped_entries_are_detected() -> None:
    three_acts()
    without_triggers("UPDATE journal_entry SET number = 7 - number WHERE number > %s", 1)
    assert verify_chain().broken_at is not None


def test_a_cut_end_is_detected_by_the_printed_head() -> None:
    head = three_acts()[-1].digest
    without_triggers("DELETE FROM journal_entry WHERE number = %s", 3)
    assert verify_chain().whole
    assert not verify_chain(expected_head=head).whole
