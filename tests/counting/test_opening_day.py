"""A round's boxes come, are opened together, confirmed by one code; each step has its minutes (DESIGN §4.6)."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.secrecy import keys
from guong.office.conferences.models import BoardMember
from guong.office.counting import selectors, services
from guong.office.counting.day_steps import BoxStanding, DayStepKey
from guong.office.counting.models import Opening, OpeningDay, ResultIntake
from tests.conferences.world import SEATS, SEED, good
from tests.counting.rounds import (
    DETAILS,
    PEOPLE,
    RECEIPT,
    RoundOfBoxes,
    arranged,
    arrival,
    day_opened,
    import_files,
    opened_together,
    received,
    record_of,
    round_code,
    sealed_round,
)
from tests.counting.world import CLERK, HEAD, WITNESS, import_result, opened_box, words_of


@pytest.fixture
def made(db: None, urn_folder: Path) -> RoundOfBoxes:
    """A round of three conferences with sealed boxes."""
    return sealed_round()


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def standings(day: OpeningDay) -> list[BoxStanding]:
    return [line.standing for line in selectors.day_view(day).lines]


def test_a_day_takes_up_the_rounds_conferences_and_no_other_day_does(made: RoundOfBoxes) -> None:
    day = arranged(made)
    assert standings(day) == [BoxStanding.EXPECTED] * 3
    assert selectors.conferences_to_open(made.round) == []
    assert selectors.rounds_without_day(user=made.counter) == []


def test_a_day_without_conferences_is_refused(made: RoundOfBoxes) -> None:
    outcome = services.arrange_day(
        unit=made.body, conferences=[], details=DETAILS, people=PEOPLE, actor=made.counter
    )
    assert reason(outcome) == "nothing_to_open"


@pytest.mark.parametrize(
    ("seats", "expected"),
    [(PEOPLE[:1], "too_few_people"), (PEOPLE[:3], "too_few_people"), ((*PEOPLE, PEOPLE[0]), "person_twice")],
    ids=["head-alone", "no-witness", "twice"],
)
def test_boxes_are_opened_before_a_board_and_a_witness(
    made: RoundOfBoxes, seats: tuple[object, ...], expected: str
) -> None:
    outcome = services.change_day(day=arranged(made), details=DETAILS, people=seats, actor=made.counter)  # type: ignore[arg-type]  # seats of a test
    assert reason(outcome) == expected


def test_every_box_that_comes_with_its_code_is_received(made: RoundOfBoxes) -> None:
    day = arranged(made)
    paper = received(made, day)
    facts = selectors.day_view(day).facts
    assert (facts.received, facts.boxes) == (3, 3)
    assert "Bên giao đã giao 3 hòm phiếu" in words_of(paper)
    assert selectors.day_view(day).now is DayStepKey.OPEN


def test_the_last_four_digits_are_enough(made: RoundOfBoxes) -> None:
    day = arranged(made)
    whole = arrival(made, 0).code
    arrivals = [arrival(made, 0, code=whole[-4:])]
    good(services.receive_boxes(day=day, arrivals=arrivals, actor=made.counter))
    assert standings(day)[0] is BoxStanding.RECEIVED


def test_a_box_with_another_seal_stops_only_itself(made: RoundOfBoxes) -> None:
    day = arranged(made)
    wrong = [arrival(made, 0), arrival(made, 1, code="0000 0000 0000 0000"), arrival(made, 2)]
    outcomes = good(services.receive_boxes(day=day, arrivals=wrong, actor=made.counter))
    assert [isinstance(outcome, Refused) for outcome in outcomes] == [False, True, False]
    assert reason(outcomes[1]) == "other_seal"
    paper = good(services.close_receiving(day=day, receipt=RECEIPT, actor=made.counter))
    assert "Khác mã trong biên bản niêm phong (0000 0000 0000 0000)" in words_of(paper)
    files = opened_together(made, day)
    assert len(files) == 1 + 2 * 2
    imported = good(import_files(made, day, files))
    assert [conference.pk for conference in imported.imported] == [
        conference.pk
        for conference in sorted(
            (made.conferences[0], made.conferences[2]), key=lambda one: one.poll.poll_key
        )
    ]
    minutes = good(
        services.record_opening(
            day=day, opening=record_of(made.conferences[0], made.conferences[2]), actor=made.counter
        )
    )
    assert "Không mở" in words_of(minutes)
    assert selectors.poll_state(made.conferences[1]) is PollState.SEALED


def test_a_code_typed_wrong_may_be_typed_again(made: RoundOfBoxes) -> None:
    day = arranged(made)
    for code in ("0000", arrival(made, 0).code):
        services.receive_boxes(day=day, arrivals=[arrival(made, 0, code=code)], actor=made.counter)
    assert standings(day)[0] is BoxStanding.RECEIVED


@pytest.mark.parametrize(
    ("changes", "expected"), [({"code": "12"}, "bad_code"), ({"giver_name": " "}, "no_giver")]
)
def test_an_arrival_needs_code_and_giver(
    made: RoundOfBoxes, changes: dict[str, object], expected: str
) -> None:
    day = arranged(made)
    (outcome,) = good(
        services.receive_boxes(day=day, arrivals=[arrival(made, 0, **changes)], actor=made.counter)
    )
    assert reason(outcome) == expected
    assert standings(day)[0] is BoxStanding.EXPECTED


def test_a_missing_box_is_named_and_does_not_hold_up_the_others(made: RoundOfBoxes) -> None:
    day = arranged(made)
    paper = received(made, day, places=(0, 2))
    assert "Chưa nhận hòm phiếu của: Trường Mầm non Ban Mai" in words_of(paper)
    good(import_files(made, day, opened_together(made, day)))
    facts = selectors.day_view(day).facts
    assert (facts.received, facts.boxes, facts.opened) == (2, 3, 2)


def test_a_box_opened_on_the_spot_is_not_received(made: RoundOfBoxes) -> None:
    day = arranged(made)
    good(import_result(made.counts[0], opened_box(made.boxes[0])))
    (outcome,) = good(services.receive_boxes(day=day, arrivals=[arrival(made, 0)], actor=made.counter))
    assert reason(outcome) == "opened_on_the_spot"
    assert selectors.day_view(day).facts.boxes == 2


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"at": datetime(2023, 5, 19, 14)}, "handover_late"),
        ({"receiver_name": HEAD}, "self_handover"),
    ],
    ids=["late", "self"],
)
def test_a_handover_that_cannot_be_is_refused(
    made: RoundOfBoxes, changes: dict[str, object], expected: str
) -> None:
    day = arranged(made)
    services.receive_boxes(day=day, arrivals=[arrival(made, 0)], actor=made.counter)
    receipt = replace(RECEIPT, **changes)  # type: ignore[arg-type]  # keyword defaults of a test
    assert reason(services.close_receiving(day=day, receipt=receipt, actor=made.counter)) == expected


def test_nothing_leaves_before_the_handover_has_its_minutes(made: RoundOfBoxes) -> None:
    day = arranged(made)
    assert (
        reason(services.close_receiving(day=day, receipt=RECEIPT, actor=made.counter)) == "nothing_received"
    )
    services.receive_boxes(day=day, arrivals=[arrival(made, 0)], actor=made.counter)
    assert reason(services.export_boxes(day=day, actor=made.counter)) == "not_handed_over"
    assert reason(import_files(made, day, {"round.json": b"{}"}, codes=("", ""))) == "not_handed_over"


def test_all_results_are_imported_by_one_code_that_both_programs_show(
    made: RoundOfBoxes, tmp_path: Path
) -> None:
    day = arranged(made)
    received(made, day)
    files = opened_together(made, day)
    (tmp_path / "hom.zip").write_bytes(good(services.export_boxes(day=day, actor=made.counter)))
    command = [sys.executable, "-m", "guong.verify", "--box", str(tmp_path / "hom.zip"), "--json"]
    for number, share in enumerate(keys.split_seed(SEED)[1:]):
        (tmp_path / f"{number}.txt").write_text(share)
        command += ["--key", str(tmp_path / f"{number}.txt")]
    second = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert second["round_code"] == round_code(files)
    outcome = good(import_files(made, day, files, codes=(round_code(files), second["round_code"])))
    assert len(outcome.imported) == 3
    assert outcome.stayed_out == ()
    for count in made.counts:
        assert selectors.subject_counts(count.conference)["s1"].opened == 7


def test_opened_together_or_alone_the_server_keeps_the_same_digests(made: RoundOfBoxes) -> None:
    day = arranged(made)
    received(made, day)
    good(import_files(made, day, opened_together(made, day)))
    for conference, box in zip(made.conferences, made.boxes, strict=True):
        opening = selectors.opening(conference)
        assert opening is not None
        assert opening.digest == opened_box(box).opening.digest.hex()


def test_the_same_folder_again_changes_nothing(made: RoundOfBoxes) -> None:
    day = arranged(made)
    received(made, day)
    files = opened_together(made, day)
    first = good(import_files(made, day, files))
    assert good(import_files(made, day, files)) == first
    assert (Opening.objects.count(), ResultIntake.objects.count()) == (3, 1)


def test_an_import_that_was_cut_off_goes_on(made: RoundOfBoxes) -> None:
    day = arranged(made)
    received(made, day)
    files = opened_together(made, day)
    half = {name: raw for name, raw in files.items() if made.counts[2].made.keys.poll not in name}
    outcome = good(import_files(made, day, half))
    assert len(outcome.imported) == 2
    assert [stopped.reason for stopped in outcome.stayed_out] == ["result_missing"]
    assert len(good(import_files(made, day, files)).imported) == 3


def test_a_changed_or_foreign_result_stops_only_itself(made: RoundOfBoxes) -> None:
    day = arranged(made)
    received(made, day)
    files = opened_together(made, day)
    name = f"result-{made.counts[0].made.keys.poll}.json"
    outcome = good(import_files(made, day, files | {name: files[name] + b" "}))
    assert [stopped.reason for stopped in outcome.stayed_out] == ["result_changed"]
    assert len(outcome.imported) == 2
    assert selectors.poll_state(made.conferences[0]) is PollState.SEALED


def test_a_box_that_was_left_shut_takes_no_result(made: RoundOfBoxes) -> None:
    day = arranged(made)
    received(made, day)
    files = opened_together(made, day)
    good(
        services.leave_shut(
            day=day, conference_key=made.conferences[1].key, reason="dấu niêm phong rách", actor=made.counter
        )
    )
    outcome = good(import_files(made, day, files))
    assert [stopped.reason for stopped in outcome.stayed_out] == ["stays_shut"]
    good(
        services.record_opening(
            day=day, opening=record_of(made.conferences[0], made.conferences[2]), actor=made.counter
        )
    )
    assert [c.pk for c in selectors.conferences_to_open(made.round)] == [made.conferences[1].pk]


def test_a_result_of_another_round_is_not_of_the_day(made: RoundOfBoxes) -> None:
    day = good(
        services.arrange_day(
            unit=made.body,
            conferences=made.conferences[:2],
            details=DETAILS,
            people=PEOPLE,
            actor=made.counter,
        )
    )
    received(made, day, places=(0, 1))
    other = good(
        services.arrange_day(
            unit=made.body,
            conferences=made.conferences[2:],
            details=DETAILS,
            people=PEOPLE,
            actor=made.counter,
        )
    )
    received(made, other, places=(2,))
    outcome = good(import_files(made, day, opened_together(made, other)))
    assert [stopped.reason for stopped in outcome.stayed_out] == ["not_of_the_day"]


def test_codes_that_differ_import_nothing(made: RoundOfBoxes) -> None:
    day = arranged(made)
    received(made, day)
    files = opened_together(made, day)
    outcome = import_files(made, day, files, codes=(round_code(files), "1234 5678 9012 3456"))
    assert reason(outcome) == "round_codes_differ"
    assert not Opening.objects.exists()
    assert not ResultIntake.objects.exists()


@pytest.mark.parametrize(
    ("confirmers", "expected"),
    [((HEAD, HEAD), "same_confirmer"), ((HEAD, WITNESS), "not_present"), ((HEAD, "Người lạ"), "not_present")],
    ids=["same", "witness", "stranger"],
)
def test_two_members_who_are_present_confirm(
    made: RoundOfBoxes, confirmers: tuple[str, str], expected: str
) -> None:
    day = arranged(made)
    received(made, day)
    assert reason(import_files(made, day, opened_together(made, day), confirmers=confirmers)) == expected


def test_members_confirm_only_for_conferences_whose_board_names_them(made: RoundOfBoxes) -> None:
    day = arranged(made)
    received(made, day)
    files = opened_together(made, day)
    BoardMember.objects.filter(conference=made.conferences[0], full_name=CLERK).update(full_name="Người khác")
    outcome = good(import_files(made, day, files))
    assert [stopped.reason for stopped in outcome.stayed_out] == ["not_on_board"]
    again = good(import_files(made, day, files, confirmers=(HEAD, SEATS[2].full_name)))
    assert len(again.imported) == 3


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"x.json": b"{}"}, "no_round_file"),
        ({"round.json": b"{}"}, "broken_round"),
        ({"round.json": b"{}", "khoa.txt": b"# khoa\nAGE-SECRET-KEY-1ABC"}, "holds_archive_key"),
    ],
)
def test_files_that_are_no_results_are_refused(
    made: RoundOfBoxes, files: dict[str, bytes], expected: str
) -> None:
    day = arranged(made)
    received(made, day)
    assert reason(import_files(made, day, files, codes=("1", "1"))) == expected


def test_words_in_a_remark_cannot_stop_an_import(made: RoundOfBoxes) -> None:
    day = arranged(made)
    received(made, day)
    files = opened_together(made, day) | {"ghi-chu.json": b"AGE-SECRET-KEY-1"}
    assert len(good(import_files(made, day, files)).imported) == 3


def test_the_opening_minutes_say_the_round_code_and_each_result_code(made: RoundOfBoxes) -> None:
    day = day_opened(made)
    words = words_of(selectors.day_papers(day).get(kind="opening_minutes"))
    intake = ResultIntake.objects.get()
    assert intake.code in words
    for line in selectors.day_view(day).lines:
        assert line.result_code in words
    assert HEAD in words
    assert selectors.day_view(day).now is DayStepKey.BUNDLE


def test_no_opening_minutes_while_a_box_has_neither_result_nor_reason(made: RoundOfBoxes) -> None:
    day = arranged(made)
    received(made, day)
    opening = record_of(*made.conferences)
    assert reason(services.record_opening(day=day, opening=opening, actor=made.counter)) == "not_opened"
    files = opened_together(made, day)
    half = {name: raw for name, raw in files.items() if made.counts[2].made.keys.poll not in name}
    good(import_files(made, day, half))
    assert reason(services.record_opening(day=day, opening=opening, actor=made.counter)) == "not_all_opened"


def test_key_sets_must_serve_each_opened_box_once(made: RoundOfBoxes) -> None:
    day = arranged(made)
    received(made, day)
    good(import_files(made, day, opened_together(made, day)))
    missing = record_of(*made.conferences[:2])
    assert reason(services.record_opening(day=day, opening=missing, actor=made.counter)) == "bad_key_sets"
    whole = record_of(*made.conferences)
    twisted = replace(whole, ended=whole.began - timedelta(minutes=1))
    assert (
        reason(services.record_opening(day=day, opening=twisted, actor=made.counter))
        == "ends_before_beginning"
    )


def test_once_minuted_the_day_stands(made: RoundOfBoxes) -> None:
    day = day_opened(made)
    outcomes = (
        services.change_day(day=day, details=DETAILS, people=PEOPLE, actor=made.counter),
        services.receive_boxes(day=day, arrivals=[arrival(made, 0)], actor=made.counter),
        services.close_receiving(day=day, receipt=RECEIPT, actor=made.counter),
        services.leave_shut(day=day, conference_key=made.conferences[0].key, reason="x", actor=made.counter),
    )
    assert {reason(outcome) for outcome in outcomes} == {"already_minuted"}
