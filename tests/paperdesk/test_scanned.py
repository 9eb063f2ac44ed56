"""The desk and the scanning station: an order out, a sealed batch in, once and whole or not at all."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from guong.ballots import polls
from guong.ceremony.preparing import PreparedPoll
from guong.ceremony.scanning.sealing import Ballots, seal
from guong.core import ballot
from guong.core.ballot import Part
from guong.core.outcome import Refused
from guong.core.questionnaire import official
from guong.core.secrecy import envelope, keys, slips
from guong.core.secrecy.paper_files import BatchTotals, ScanOrder, SealedBatch
from guong.office.accounts.roles import Role
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.journal.models import Entry
from guong.office.paperdesk import scanning, selectors, services
from guong.office.paperdesk.models import ScannedBatch
from guong.office.paperdesk.outcomes import Entered, InvalidReason
from tests.conferences.world import SEED, World, closed, good, officer

FORM = official("school_head")
TOTALS = BatchTotals(1, 0, 30, 4, 2, 1, 0)
KEY = "ab" * 16
Desk = tuple[Conference, PreparedPoll]


@pytest.fixture
def desk(world: World) -> Desk:
    """Three sheets counted, three people named."""
    conference, made = closed(world, paper_sets=3)
    good(
        services.count_sheets(
            actor=world.organiser,
            conference=conference,
            subject_key="s1",
            counted=3,
            counters=("Mai", "Vinh"),
        )
    )
    good(services.name_typists(conference=conference, first_typist="Mai Ka", second_typist="Vinh Ly"))
    good(scanning.name_third_verifier(conference=conference, name="Uyên Mạc"))
    return conference, made


def ordered(conference: Conference) -> ScanOrder:
    return good(scanning.scan_order(conference=conference, subject_key="s1"))


def sealed(desk: Desk, order: ScanOrder, *marks: str, key: str = KEY) -> SealedBatch:
    card = "".join(slips.printed_groups(desk[1].station_tickets[0], desk[1].keys.poll, slips.STATION))
    parts = tuple(Part("s1", mark * len(FORM.items)) for mark in marks)
    return good(seal(Ballots(key, parts, TOTALS), order, card))


def bring(world: World, conference: Conference, batch: SealedBatch) -> Entered | Refused:
    return scanning.put_batch(actor=world.organiser, conference=conference, subject_key="s1", raw=batch.raw)


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def in_urn(desk: Desk) -> list[str]:
    """The marks in the urn, by the board's key."""
    definition = conferences.definition_of(desk[0])
    assert definition is not None
    key, size = keys.board_key(SEED, definition.poll), ballot.plaintext_size(1)
    found = []
    for sheet in good(polls.seal(conferences.urn_store(), poll=definition.poll)).paper:
        text = envelope.open_sealed(definition, sheet.slot_key, sheet.envelope, key)
        found += ballot.decode(text, FORM, poll=definition.poll, expected=["s1"], size=size)
    return sorted(part.marks[0] for part in found)


def test_an_order_names_three_people_and_as_many_slots_as_sheets_wait(desk: Desk) -> None:
    order = ScanOrder.from_bytes(ordered(desk[0]).raw)
    assert order.verifiers == ("Mai Ka", "Vinh Ly", "Uyên Mạc")
    assert set(order.slots) <= set(selectors.free_slots(desk[0], "s1"))
    assert len(order.slots) == 3


def test_a_batch_fills_the_urn_with_what_was_sealed(world: World, desk: Desk) -> None:
    entered = good(bring(world, desk[0], sealed(desk, ordered(desk[0]), "1", "2", "3")))
    assert (entered.entered, entered.counted) == (3, 3)
    assert in_urn(desk) == ["1", "2", "3"]


def test_a_batch_counts_once_even_when_it_was_sealed_anew(world: World, desk: Desk) -> None:
    first = ordered(desk[0])
    assert not isinstance(bring(world, desk[0], sealed(desk, first, "1")), Refused)
    again = sealed(desk, ordered(desk[0]), "1")
    assert reason(bring(world, desk[0], sealed(desk, first, "1"))) == "batch_twice"
    assert reason(bring(world, desk[0], again)) == "batch_twice"
    assert selectors.entered_by_subject(desk[0]) == {"s1": 1}


def test_slots_that_were_keyed_in_by_hand_meanwhile_refuse_the_whole_batch(world: World, desk: Desk) -> None:
    order = ordered(desk[0])
    by_hand = sealed(desk, replace(order, slots=order.slots[:1]), "4").sheets[0]
    good(services.put_sheet(conference=desk[0], subject_key="s1", slot_key=by_hand[0], envelope=by_hand[1]))
    two = sealed(desk, replace(order, slots=order.slots[:2]), "1", "2")
    assert reason(bring(world, desk[0], two)) == "slots_taken"
    assert selectors.entered_by_subject(desk[0]) == {"s1": 1}
    assert not ScannedBatch.objects.exists()
    assert not isinstance(bring(world, desk[0], sealed(desk, ordered(desk[0]), "1", "2")), Refused)
    assert in_urn(desk) == ["1", "2", "4"]


def test_a_batch_that_stopped_in_the_middle_is_completed_by_the_same_file_only(
    world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = sealed(desk, ordered(desk[0]), "1", "2")
    put, calls = polls.put_paper, []

    def dies(*given: object, **named: object) -> object:
        calls.append(named)
        if len(calls) == 2:
            raise OSError("the machine stopped")
        return put(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(polls, "put_paper", dies)
    with pytest.raises(OSError, match="stopped"):
        bring(world, desk[0], batch)
    monkeypatch.undo()
    assert selectors.entered_by_subject(desk[0]) == {"s1": 1}
    assert reason(bring(world, desk[0], sealed(desk, ordered(desk[0]), "1", "2"))) == "batch_unfinished"
    assert not isinstance(bring(world, desk[0], batch), Refused)
    assert in_urn(desk) == ["1", "2"]


def test_more_sheets_than_were_counted_are_refused(world: World, desk: Desk) -> None:
    order = ordered(desk[0])
    batch = sealed(desk, order, "1", "2", "3")
    assert not isinstance(bring(world, desk[0], sealed(desk, order, "1", key="cd" * 16)), Refused)
    assert reason(bring(world, desk[0], batch)) in {"slots_taken", "all_entered"}
    assert selectors.entered_by_subject(desk[0]) == {"s1": 1}


@pytest.mark.parametrize("raw", [b"", b"{}", b"[]", b"\xff", b"[" * 10_000])
def test_a_file_that_is_no_batch_is_refused(world: World, desk: Desk, raw: bytes) -> None:
    outcome = scanning.put_batch(actor=world.organiser, conference=desk[0], subject_key="s1", raw=raw)
    assert reason(outcome) == "bad_batch"


def test_one_forged_sheet_refuses_the_whole_batch(world: World, desk: Desk) -> None:
    batch = sealed(desk, ordered(desk[0]), "1", "2")
    slot, good_one = batch.sheets[1]
    forged = replace(batch, sheets=(batch.sheets[0], (slot, good_one[:-1] + bytes([good_one[-1] ^ 1]))))
    assert reason(bring(world, desk[0], forged)) == "bad_batch"
    assert selectors.entered_by_subject(desk[0]) == {"s1": 0}


def test_another_subjects_batch_is_refused(world: World, desk: Desk) -> None:
    other = replace(sealed(desk, ordered(desk[0]), "1"), subject="s2")
    assert reason(bring(world, desk[0], other)) == "other_batch"


def test_the_third_comes_from_outside_and_is_not_one_of_the_two(desk: Desk) -> None:
    for name in ("Giáo viên Thử 03", "Mai Ka", "  "):
        assert isinstance(scanning.name_third_verifier(conference=desk[0], name=name), Refused)


def test_the_journal_names_a_number_of_sheets_and_no_slot(world: World, desk: Desk) -> None:
    batch = sealed(desk, ordered(desk[0]), "1", "2")
    bring(world, desk[0], batch)
    written = "".join(entry.text for entry in Entry.objects.all())
    assert "Nạp 2 phiếu giấy đã quét" in written
    assert not any(slot.hex() in written for slot, _ in batch.sheets)


def test_the_clerk_downloads_the_order_and_brings_the_batch(world: World, desk: Desk) -> None:
    client = Client()
    client.force_login(officer(world.school, Role.PAPER_CLERK, username="nhapphieu"))
    assert "Tải tệp bàn quét" in client.get(reverse("paperdesk:desk", args=[desk[0].key])).content.decode()
    order = ScanOrder.from_bytes(client.get(reverse("paperdesk:order", args=[desk[0].key, "s1"])).content)
    path = reverse("paperdesk:batch", args=[desk[0].key, "s1"])
    answer = client.post(path, {"batch": _file(sealed(desk, order, "1", "2"))}, follow=True)
    assert "Đã nhập 2 / 3 tờ" in answer.content.decode()
    assert selectors.entered_by_subject(desk[0]) == {"s1": 2}


def test_the_printed_log_adds_both_paths_and_bounds_the_machines_errors(world: World, desk: Desk) -> None:
    bring(world, desk[0], sealed(desk, ordered(desk[0]), "1", "2"))
    by_hand = sealed(desk, ordered(desk[0]), "4", key="cd" * 16).sheets[0]
    good(
        services.put_sheet(
            conference=desk[0],
            subject_key="s1",
            slot_key=by_hand[0],
            envelope=by_hand[1],
            invalid=InvalidReason.BLANK,
            differences=3,
        )
    )
    words = str(good(services.entry_log_document(conference=desk[0])))
    assert "Trong đó 2 phiếu được quét" in words
    assert "Kiểm tra ngẫu nhiên 1 dòng máy đọc chắc: 0 dòng sai" in words
    assert "không quá 95,0 %" in words
    assert "không hợp lệ: 2 phiếu" in words
    assert "Uyên Mạc" in words


def _file(batch: SealedBatch) -> SimpleUploadedFile:
    return SimpleUploadedFile("phieu.json", batch.raw)
