"""One bundle and one destruction of keys for the conferences of a round."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from guong.core.bundle import DrawEntry
from guong.core.draw import draw_by_hand
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.secrecy import keys
from guong.office.counting import selectors, services
from guong.office.counting.folders import folder_of, holds_sealed
from guong.office.counting.models import Bundle, KeyDestruction
from guong.office.counting.services import RoundBundle
from tests.conferences.world import SEED, good
from tests.core.schools import frozen
from tests.counting.rounds import RoundOfBoxes, imported_round, sealed_round
from tests.counting.world import HEAD, WITNESS, import_result, opened_box


@pytest.fixture
def made(db: None, urn_folder: Path) -> RoundOfBoxes:
    """A round of three conferences with confirmed results."""
    return imported_round()


def bundle_of(made: RoundOfBoxes) -> RoundBundle | Refused:
    return services.make_round_bundle(conferences=made.conferences, actor=made.counter)


def destroy(made: RoundOfBoxes, conferences: int = 3) -> object:
    return services.destroy_round_keys(
        conferences=made.conferences[:conferences],
        keys_destroyed=3,
        head_name=HEAD,
        witness_name=WITNESS,
        actor=made.counter,
    )


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def test_one_code_stands_for_every_conference_of_the_round(made: RoundOfBoxes) -> None:
    built = good(bundle_of(made))
    assert {row.code for row in Bundle.objects.all()} == {built.code}
    polls = sorted(path.name for path in (built.folder / "public" / "polls").iterdir())
    assert polls == sorted(count.made.keys.poll for count in made.counts)
    assert all(folder_of(conference) == built.folder for conference in made.conferences)


def test_again_gives_the_bundle_that_stands(made: RoundOfBoxes) -> None:
    built = good(bundle_of(made))
    assert good(bundle_of(made)) == built
    assert Bundle.objects.count() == 3


def test_a_folder_left_by_a_crash_is_written_over(made: RoundOfBoxes) -> None:
    built = good(bundle_of(made))
    Bundle.objects.all().delete()
    (built.folder / "public" / "stray.txt").write_text("left by a crash")
    again = good(bundle_of(made))
    # Its code is another one: the journal, which goes along, holds the first attempt too.
    assert again.folder == built.folder
    assert not (built.folder / "public" / "stray.txt").exists()


def test_a_conference_that_is_not_opened_is_named(urn_folder: Path, db: None) -> None:
    made = sealed_round(schools=2)
    good(import_result(made.counts[0], opened_box(made.boxes[0])))
    outcome = bundle_of(made)
    assert reason(outcome) == "not_opened"
    assert isinstance(outcome, Refused)
    assert outcome.sentence.startswith("Trường Mầm non Ban Mai: ")
    assert not Bundle.objects.exists()


def test_a_code_that_may_be_printed_is_not_replaced(made: RoundOfBoxes) -> None:
    good(services.build_bundle(conference=made.conferences[1], actor=made.counter))
    assert reason(bundle_of(made)) == "bundled_apart"


def test_the_independent_program_accepts_the_rounds_bundle_with_its_draw(
    made: RoundOfBoxes, tmp_path: Path
) -> None:
    frame = frozen()
    lots = {level.terms.key: [unit.unit for unit in level.units[:7]] for level in frame.levels}
    entry = DrawEntry(good(draw_by_hand(frame, lots)), date(2023, 4, 20))
    built = good(services.make_round_bundle(conferences=made.conferences, actor=made.counter, draws=[entry]))
    command = [sys.executable, "-m", "guong.verify", str(built.folder), "--expect", built.code]
    for number, share in enumerate(keys.split_seed(SEED)[:2]):
        (tmp_path / f"{number}.txt").write_text(share)
        command += ["--key", str(tmp_path / f"{number}.txt")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "4Q7ZK2M8XA" in ended.stdout


def test_the_keys_of_a_round_end_in_one_act(made: RoundOfBoxes) -> None:
    built = good(bundle_of(made))
    destroy(made)
    for conference in made.conferences:
        assert selectors.poll_state(conference) is PollState.ERASED
        assert selectors.key_destruction(conference) is not None
    assert not holds_sealed(built.folder)
    assert (built.folder / "public" / "manifest.json").exists()


def test_the_keys_of_a_round_do_not_end_for_one_conference_alone(made: RoundOfBoxes) -> None:
    good(bundle_of(made))
    alone = services.destroy_keys(
        conference=made.conferences[0],
        keys_destroyed=3,
        head_name=HEAD,
        witness_name=WITNESS,
        actor=made.counter,
    )
    assert reason(alone) == "shared_keys"
    assert reason(destroy(made, conferences=2)) == "others_left"
    assert selectors.poll_state(made.conferences[0]) is PollState.OPENED


def test_a_destruction_that_was_cut_off_is_finished(made: RoundOfBoxes) -> None:
    good(bundle_of(made))
    destroy(made)
    KeyDestruction.objects.filter(conference=made.conferences[2]).delete()
    assert not isinstance(destroy(made), Refused)
    assert KeyDestruction.objects.count() == 3
