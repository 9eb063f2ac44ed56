"""The last round's bundle is the whole campaign's: what was bundled before goes along (formats §11)."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from guong.core.outcome import Refused
from guong.core.secrecy import keys
from guong.office.conferences.models import Conference
from guong.office.counting import selectors, services
from guong.office.counting.folders import holds_sealed
from guong.office.counting.services import RoundBundle
from guong.verify import command as verify
from tests.conferences.world import SEED, good
from tests.counting.rounds import RoundOfBoxes, imported_round
from tests.counting.world import HEAD, WITNESS


@dataclass
class Campaign:
    """Two rounds of one plan: two conferences in the first, one in the second; the first one's keys are destroyed."""

    made: RoundOfBoxes
    later: Conference
    first: RoundBundle
    kept: Path

    def whole(self) -> RoundBundle | Refused:
        """Make the second round's bundle."""
        return services.make_round_bundle(conferences=[self.later], actor=self.made.counter)

    def verified(self, folder: Path, code: str, *, with_keys: bool) -> int:
        """Let the independent program look at a bundle."""
        words = [str(folder), "--expect", code]
        for number, share in enumerate(keys.split_seed(SEED)[: 2 if with_keys else 0]):
            path = self.kept.parent / f"key-{number}.txt"
            path.write_text(share)
            words += ["--key", str(path)]
        return verify.main(words)


@pytest.fixture
def campaign(db: None, urn_folder: Path, tmp_path: Path) -> Campaign:
    made = imported_round()
    *earlier, later = made.conferences
    later.round = made.round.plan.rounds.exclude(pk=made.round.pk).get()
    later.save()
    first = good(services.make_round_bundle(conferences=earlier, actor=made.counter))
    shutil.copytree(first.folder, tmp_path / "kept")
    good(
        services.destroy_round_keys(
            conferences=earlier, keys_destroyed=3, head_name=HEAD, witness_name=WITNESS, actor=made.counter
        )
    )
    return Campaign(made, later, first, tmp_path / "kept")


def polls(folder: Path) -> set[str]:
    return {path.name for path in (folder / "polls").iterdir()}


def test_the_last_bundle_publishes_every_round(campaign: Campaign) -> None:
    whole = good(campaign.whole())
    assert polls(whole.folder / "public") == {count.made.keys.poll for count in campaign.made.counts}
    assert whole.code != campaign.first.code


def test_the_server_keeps_nothing_sealed_of_an_earlier_round(campaign: Campaign) -> None:
    whole = good(campaign.whole())
    assert not holds_sealed(campaign.first.folder)
    assert polls(whole.folder / "sealed") == {campaign.later.poll.poll_key}


def test_with_the_earlier_sealed_part_laid_beside_everything_is_verified(
    campaign: Campaign, tmp_path: Path
) -> None:
    whole = good(campaign.whole())
    merged = tmp_path / "merged"
    shutil.copytree(whole.folder, merged)
    shutil.copytree(campaign.kept / "sealed" / "polls", merged / "sealed" / "polls", dirs_exist_ok=True)
    assert campaign.verified(merged, whole.code, with_keys=True) == 0


def test_without_it_the_public_part_is_verified_and_the_whole_is_not(campaign: Campaign) -> None:
    whole = good(campaign.whole())
    assert campaign.verified(whole.folder / "public", whole.code, with_keys=False) == 0
    assert campaign.verified(whole.folder, whole.code, with_keys=False) == 1


def test_the_verifier_says_what_is_to_be_laid_beside(
    campaign: Campaign, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = good(campaign.whole())
    campaign.verified(whole.folder, whole.code, with_keys=False)
    assert "hãy chép các thư mục trong sealed/polls của hồ sơ đã giao trước" in capsys.readouterr().out


def test_the_office_is_told_which_bundle_is_to_be_laid_beside(campaign: Campaign) -> None:
    whole = good(campaign.whole())
    (later,) = selectors.bundles_of([campaign.later])
    (first,) = selectors.bundles_of(campaign.made.conferences[:-1])
    assert (later.code, later.beside) == (whole.code, (campaign.first.code,))
    assert first.beside == ()


def test_a_bundle_outside_the_plan_takes_nothing_along(campaign: Campaign) -> None:
    campaign.later.round = None
    campaign.later.save()
    whole = good(campaign.whole())
    assert polls(whole.folder / "public") == {campaign.later.poll.poll_key}


def test_earlier_files_that_are_gone_are_told(campaign: Campaign) -> None:
    shutil.rmtree(campaign.first.folder / "public")
    refused = campaign.whole()
    assert isinstance(refused, Refused)
    assert refused.reason == "earlier_missing"
