"""The end of an opening day: one bundle, keys destroyed in one act, the archive sealed, six months later destroyed."""

import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.secrecy import keys
from guong.office.counting import selectors, services
from guong.office.counting.day_steps import DayStepKey
from guong.office.counting.details import BallotsEnd, KeysEnd, SealedParcel
from guong.office.counting.folders import holds_sealed
from guong.office.counting.models import KeyDestruction, Opening, OpeningDay
from guong.office.papers.models import Paper
from tests.conferences.world import SEED, good
from tests.counting.rounds import (
    KEYS_END,
    SEALING,
    RoundOfBoxes,
    arranged,
    day_opened,
    import_files,
    opened_together,
    received,
    record_of,
    sealed_round,
)
from tests.counting.world import HEAD, WITNESS, words_of

END = BallotsEnd(
    began=datetime(2023, 11, 22, 9),
    ended=datetime(2023, 11, 22, 10),
    decision="Quyết định số 12-QĐ/BTG, ngày 20/11/2023",
    way="cắt vụn",
)


@pytest.fixture
def made(db: None, urn_folder: Path) -> RoundOfBoxes:
    """A round of three conferences with sealed boxes."""
    return sealed_round()


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def destroyed(made: RoundOfBoxes, day: OpeningDay, end: KeysEnd = KEYS_END, **more: bool) -> Paper | Refused:
    return services.destroy_day_keys(
        day=day, end=end, others_have_own_keys=more.get("others", False), actor=made.counter
    )


def ended(made: RoundOfBoxes) -> OpeningDay:
    """The day with its bundle made and its keys destroyed."""
    day = day_opened(made)
    good(services.bundle_day(day=day, actor=made.counter))
    good(destroyed(made, day))
    return day


def test_the_rounds_bundle_satisfies_the_independent_program(made: RoundOfBoxes, tmp_path: Path) -> None:
    day = day_opened(made)
    built = good(services.bundle_day(day=day, actor=made.counter))
    command = [sys.executable, "-m", "guong.verify", str(built.folder), "--expect", built.code]
    for number, share in enumerate(keys.split_seed(SEED)[:2]):
        (tmp_path / f"{number}.txt").write_text(share)
        command += ["--key", str(tmp_path / f"{number}.txt")]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    assert day.intakes.get().code in checked.stdout
    assert good(services.bundle_day(day=day, actor=made.counter)) == built


def test_the_bundle_waits_for_the_opening_minutes(made: RoundOfBoxes) -> None:
    day = arranged(made)
    received(made, day)
    good(import_files(made, day, opened_together(made, day)))
    assert reason(services.bundle_day(day=day, actor=made.counter)) == "not_minuted"


def test_three_codes_end_for_all_conferences_in_one_act_with_minutes(made: RoundOfBoxes) -> None:
    day = ended(made)
    assert "Tổ kiểm phiếu đã huỷ 03 mã chìa khoá" in words_of(
        selectors.day_papers(day).get(kind="key_destruction_minutes")
    )
    assert {row.keys_destroyed for row in KeyDestruction.objects.all()} == {3}
    for conference in made.conferences:
        assert selectors.poll_state(conference) is PollState.ERASED
    built = good(services.bundle_day(day=day, actor=made.counter))
    assert not holds_sealed(built.folder)
    assert selectors.day_view(day).now is DayStepKey.ARCHIVE


def test_the_keys_stay_while_the_bundle_is_missing(made: RoundOfBoxes) -> None:
    day = day_opened(made)
    assert reason(destroyed(made, day)) == "no_bundle"
    assert selectors.poll_state(made.conferences[0]) is PollState.OPENED


def test_the_keys_stay_while_a_conference_of_the_round_needs_them(made: RoundOfBoxes) -> None:
    day = arranged(made)
    received(made, day, places=(0, 1))
    good(import_files(made, day, opened_together(made, day)))
    opening = record_of(*made.conferences[:2])
    good(services.record_opening(day=day, opening=opening, actor=made.counter))
    good(services.bundle_day(day=day, actor=made.counter))
    outcome = destroyed(made, day)
    assert reason(outcome) == "still_needed"
    assert isinstance(outcome, Refused)
    assert outcome.sentence.startswith("Trường Trung học cơ sở Sông Xanh: ")
    good(destroyed(made, day, others=True))
    assert selectors.poll_state(made.conferences[2]) is PollState.SEALED


def test_a_lost_envelope_is_told_and_two_codes_are_destroyed(made: RoundOfBoxes) -> None:
    day = day_opened(made)
    good(services.bundle_day(day=day, actor=made.counter))
    assert reason(destroyed(made, day, replace(KEYS_END, lost=(HEAD,)))) == "lost_was_opened"
    good(destroyed(made, day, replace(KEYS_END, lost=(WITNESS,))))
    words = words_of(selectors.day_papers(day).get(kind="key_destruction_minutes"))
    assert "Thất lạc, không huỷ được" in words
    assert "đã huỷ 02 mã chìa khoá" in words
    assert {row.keys_destroyed for row in KeyDestruction.objects.all()} == {2}


def test_one_person_does_not_witness_himself(made: RoundOfBoxes) -> None:
    day = day_opened(made)
    good(services.bundle_day(day=day, actor=made.counter))
    assert reason(destroyed(made, day, replace(KEYS_END, witness_name=HEAD))) == "two_witnesses"


def test_the_archive_is_sealed_with_its_minutes_and_its_day(made: RoundOfBoxes) -> None:
    day = ended(made)
    paper = good(services.seal_archive(day=day, sealing=SEALING, actor=made.counter))
    words = words_of(paper)
    assert "6 tháng" in words or "06 tháng" in words
    assert "Thùng số 1" in words
    view = selectors.day_view(day)
    assert view.now is None
    assert str(selectors.may_be_destroyed_from(view)) == "2023-11-19"


def test_the_archive_waits_for_the_keys(made: RoundOfBoxes) -> None:
    day = day_opened(made)
    assert reason(services.seal_archive(day=day, sealing=SEALING, actor=made.counter)) == "keys_still_there"


def test_parcels_have_labels_of_their_own(made: RoundOfBoxes) -> None:
    day = ended(made)
    twice = replace(SEALING, parcels=(*SEALING.parcels, SealedParcel("thùng số 1", "Khác", 1)))
    for wrong in (twice, replace(SEALING, parcels=())):
        assert reason(services.seal_archive(day=day, sealing=wrong, actor=made.counter)) == "no_parcel"


def test_nothing_is_destroyed_within_six_months(made: RoundOfBoxes) -> None:
    day = ended(made)
    now = timezone.localtime().replace(tzinfo=None)
    good(services.seal_archive(day=day, sealing=replace(SEALING, at=now), actor=made.counter))
    early = replace(END, began=now, ended=now + timedelta(hours=1))
    outcome = services.destroy_ballots(day=day, end=early, actor=made.counter)
    assert reason(outcome) == "kept_until"
    assert isinstance(outcome, Refused)
    assert outcome.sentence.startswith("Được huỷ từ ngày ")
    assert all(bytes(row.archive) for row in Opening.objects.all())


def test_after_six_months_the_archives_leave_the_register_by_decision(made: RoundOfBoxes) -> None:
    day = ended(made)
    assert reason(services.destroy_ballots(day=day, end=END, actor=made.counter)) == "not_archived"
    good(services.seal_archive(day=day, sealing=SEALING, actor=made.counter))
    no_decision = replace(END, decision=" ")
    assert reason(services.destroy_ballots(day=day, end=no_decision, actor=made.counter)) == "no_decision"
    paper = good(services.destroy_ballots(day=day, end=END, actor=made.counter))
    assert "Quyết định số 12-QĐ/BTG" in words_of(paper)
    assert not any(bytes(row.archive) for row in Opening.objects.all())
    assert selectors.subject_counts(made.conferences[0])["s1"].opened == 7


def test_every_step_bears_who_and_when(made: RoundOfBoxes) -> None:
    day = ended(made)
    good(services.seal_archive(day=day, sealing=SEALING, actor=made.counter))
    rows = {row.step: row.officer_name for row in day.steps.all()}
    assert rows == dict.fromkeys(("receive", "open", "bundle", "destroy", "archive"), made.counter.full_name)
    kinds = set(selectors.day_papers(day).values_list("kind", flat=True))
    assert kinds == {
        "handover_minutes",
        "opening_minutes",
        "key_destruction_minutes",
        "archive_sealing_minutes",
    }


def test_the_keys_do_not_end_before_the_boxes_were_opened(made: RoundOfBoxes) -> None:
    day = day_opened(made)
    good(services.bundle_day(day=day, actor=made.counter))
    refused = destroyed(made, day, replace(KEYS_END, at=datetime(2023, 5, 19, 15)))
    assert reason(refused) == "out_of_order"
    assert isinstance(refused, Refused)
    assert "huỷ chìa khoá (15:00 ngày 19/5/2023) không thể trước giờ mở xong hòm phiếu (16:10" in (
        refused.sentence
    )
    assert selectors.poll_state(made.conferences[0]) is PollState.OPENED
    good(destroyed(made, day))


def test_the_archive_is_not_sealed_before_the_keys_ended(made: RoundOfBoxes) -> None:
    day = ended(made)
    early = replace(SEALING, at=datetime(2023, 5, 19, 16, 15))
    assert reason(services.seal_archive(day=day, sealing=early, actor=made.counter)) == "out_of_order"
    good(services.seal_archive(day=day, sealing=SEALING, actor=made.counter))


def test_the_opening_does_not_begin_before_the_boxes_were_handed_over(made: RoundOfBoxes) -> None:
    day = arranged(made)
    received(made, day)
    good(import_files(made, day, opened_together(made, day)))
    record = replace(record_of(*made.conferences), began=datetime(2023, 5, 19, 11, 15))
    assert reason(services.record_opening(day=day, opening=record, actor=made.counter)) == "out_of_order"
