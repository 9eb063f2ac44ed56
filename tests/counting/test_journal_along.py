"""The journal goes along in a bundle, its head stands in the minutes, and nothing in it counts or orders voters."""

import json
import re

import pytest

from guong.core import crockford
from guong.office.counting import services
from guong.office.counting.folders import folder_of
from guong.office.counting.services.minutes import HandOver
from guong.office.journal.models import Entry
from guong.office.journal.selectors import entry_of_code, head
from guong.verify.command import main
from tests.conferences.world import World, good
from tests.counting.world import Count, closed, imported, words_of

HAND_OVER = HandOver("Tạ Phương Nhung", "Phó Trưởng Ban", "14 giờ ngày 25 tháng 5, tại trụ sở")


def test_the_sealing_minutes_print_the_head_and_the_verifier_finds_it_in_a_later_bundle(
    count: Count, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(count)
    before = head()
    words = words_of(
        good(
            services.make_sealing_minutes(
                conference=count.conference, hand_over=HAND_OVER, actor=count.officer
            )
        )
    )
    printed = re.search(r"Mã nhật ký đến việc số (\d+):(\d{4}(?: \d{4}){3})", words)
    assert printed is not None
    assert (int(printed[1]), printed[2]) == (before.number, before.code)
    built = good(services.build_bundle(conference=count.conference, actor=count.officer))
    assert entry_of_code(before.code) == before.number
    arguments = [str(folder_of(count.conference)), "--expect", built.code, "--journal-code", before.code]
    assert main(arguments) == 0, capsys.readouterr().out
    assert f"là mã của việc số {before.number};" in capsys.readouterr().out


def test_the_public_part_holds_only_the_head(count: Count) -> None:
    imported(count)
    stands = head()
    good(services.build_bundle(conference=count.conference, actor=count.officer))
    public = json.loads((folder_of(count.conference) / "public" / "journal.json").read_bytes())
    assert public == {"format": "guong/journal-head/v1", "entries": stands.number, "head": stands.digest}
    along = json.loads((folder_of(count.conference) / "sealed" / "journal.json").read_bytes())["entries"]
    assert [entry["number"] for entry in along] == list(range(1, stands.number + 1))


@pytest.mark.parametrize("phones", [6, 11])
def test_however_many_people_come_and_vote_the_journal_writes_nothing_between_opening_and_closing(
    world: World, phones: int
) -> None:
    closed(world, phones=phones)
    acts = list(Entry.objects.order_by("number").values_list("act", flat=True))
    at = acts.index("conferences.open")
    assert acts[at + 1 :] == ["conferences.close"]


def test_codes_are_of_sixteen_digits(count: Count) -> None:
    assert head().code == crockford.sixteen_digits(bytes.fromhex(head().digest))
    assert entry_of_code("0000 0000 0000 0000") is None
