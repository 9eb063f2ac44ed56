"""A ward: two people in one sitting, figures and reconciliation for each (issue 3.5, DESIGN §4.5, §4.7)."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from guong.ceremony.opening import OpenedBox
from guong.core.outcome import Refused
from guong.core.secrecy import keys
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference
from guong.office.counting import selectors, services
from guong.office.counting.folders import folder_of
from guong.office.paperdesk import selectors as desk
from guong.office.paperdesk import services as paperdesk
from guong.office.papers.models import Paper
from guong.office.release import selectors as results
from guong.office.release import services as release
from guong.verify import command as verify
from tests.conferences.ward import CHAIRMAN, SECRETARY, TWO_CLASSES, ward
from tests.conferences.world import SEED, good, officer
from tests.counting import wards
from tests.counting.wards import TYPISTS, WardHall, small_hall, whole_hall
from tests.counting.world import CLERK, HEAD, WITNESS, code_of, opened_box, words_of


@dataclass
class Counted:
    """A ward's conference taken to the end of its sitting: sealed, opened, imported, keys destroyed."""

    conference: Conference
    counter: User
    reporter: User
    box: Path
    found: OpenedBox
    tmp: Path

    def minutes(self, subject: str) -> str:
        """The words of one person's tally minutes."""
        made = release.make_tally_minutes(conference=self.conference, subject_key=subject, actor=self.counter)
        return words_of(good(made))


@pytest.fixture
def organiser(db: None, urn_folder: Path) -> User:
    return officer(ward(), Role.ORGANISER)


@pytest.fixture
def at_desk(organiser: User) -> tuple[Conference, WardHall]:
    """The whole ward hall after the closing: five paper sets were handed out."""
    acts = whole_hall()
    unit = organiser.unit_assignments.get().unit
    conference, made = wards.opened(unit, organiser)
    wards.closed(conference, made, acts, organiser)
    return conference, acts


def played(organiser: User, acts: WardHall, tmp: Path) -> Counted:
    unit = organiser.unit_assignments.get().unit
    counter = officer(unit, Role.COUNTING_OFFICER, username="kiemphieu")
    conference, made = wards.opened(unit, organiser)
    wards.closed(conference, made, acts, organiser)
    wards.counted(conference, made, acts, counter)
    box = good(services.seal_box(conference=conference, actor=counter))
    found = opened_box(box)
    good(
        services.import_opening(
            conference=conference,
            result=found.opening.raw,
            archive=found.archive,
            confirmers=(HEAD, CLERK),
            codes=(code_of(found), code_of(found)),
            same_machine=False,
            actor=counter,
        )
    )
    good(services.build_bundle(conference=conference, actor=counter))
    (tmp / "box.json").write_bytes(box.raw)
    reporter = officer(unit, Role.REPORTER, username="baocao")
    return Counted(conference, counter, reporter, tmp / "box.json", found, tmp)


def keys_destroyed(done: Counted) -> None:
    good(
        services.destroy_keys(
            conference=done.conference,
            keys_destroyed=3,
            head_name=HEAD,
            witness_name=WITNESS,
            actor=done.counter,
        )
    )


@pytest.fixture
def whole(organiser: User, tmp_path: Path) -> Counted:
    return played(organiser, whole_hall(), tmp_path)


@pytest.fixture
def small(organiser: User, tmp_path: Path) -> Counted:
    return played(organiser, small_hall(), tmp_path)


def key_files(folder: Path) -> list[str]:
    paths = [folder / f"key-{number}.txt" for number in range(3)]
    for path, share in zip(paths, keys.split_seed(SEED), strict=True):
        path.write_text(share)
    return [word for path in paths[:2] for word in ("--key", str(path))]


def test_a_paper_set_makes_room_for_one_sheet_of_each_person(at_desk: tuple[Conference, WardHall]) -> None:
    conference, acts = at_desk
    assert [(row.key, row.made) for row in desk.desk(conference)] == [
        ("s1", acts.paper_sets),
        ("s2", acts.paper_sets),
    ]


def test_sheets_of_one_person_do_not_fill_the_other_ones_slots(
    at_desk: tuple[Conference, WardHall], organiser: User
) -> None:
    conference, _ = at_desk
    refused = paperdesk.count_sheets(
        actor=organiser, conference=conference, subject_key="s2", counted=6, counters=wards.COUNTERS
    )
    assert isinstance(refused, Refused)
    assert refused.reason == "more_than_handed_out"


def test_somebody_of_the_wards_classes_does_not_key_in(at_desk: tuple[Conference, WardHall]) -> None:
    conference, _ = at_desk
    refused = paperdesk.name_typists(
        conference=conference, first_typist=TWO_CLASSES, second_typist=TYPISTS[1]
    )
    assert isinstance(refused, Refused)
    assert refused.reason == "of_the_unit"


def test_the_box_is_not_sealed_while_sheets_of_one_person_are_missing(organiser: User) -> None:
    acts = whole_hall()
    unit = organiser.unit_assignments.get().unit
    conference, made = wards.opened(unit, organiser)
    wards.closed(conference, made, acts, organiser)
    only_first = WardHall(acts.phones, {"s1": acts.sheets["s1"]}, acts.paper_sets)
    wards.counted(conference, made, only_first, organiser)
    refused = services.seal_box(conference=conference, actor=organiser)
    assert isinstance(refused, Refused)
    assert refused.reason == "sheets_missing"


def test_each_person_has_the_own_count(whole: Counted) -> None:
    first, second = selectors.subject_counts(whole.conference).values()
    assert (first.device, first.paper, first.opened, first.valid, first.invalid) == (11, 5, 16, 16, 0)
    assert (second.device, second.paper, second.opened, second.valid, second.invalid) == (11, 4, 15, 13, 2)


def test_each_person_has_the_own_reconciliation(whole: Counted) -> None:
    found = selectors.whole_count(whole.conference)
    assert found is not None
    assert found.broken == ()
    assert [(entry.subject, entry.paper_sheets) for entry in found.figures] == [("s1", 5), ("s2", 4)]


def test_both_programs_open_the_box_to_one_digest(whole: Counted, capsys: pytest.CaptureFixture[str]) -> None:
    code = verify.main(["--box", str(whole.box), *key_files(whole.tmp), "--json"])
    (poll,) = json.loads(capsys.readouterr().out)["polls"]
    assert code == 0
    assert poll["opening_digest"] == whole.found.opening.digest.hex()


def test_the_bundle_of_a_ward_is_verified_with_its_keys(whole: Counted) -> None:
    built = selectors.bundle(whole.conference)
    assert built is not None
    folder = str(folder_of(whole.conference))
    assert verify.main([folder, "--expect", built.code, *key_files(whole.tmp)]) == 0


def test_each_person_gets_minutes_of_the_own_with_the_own_figures(whole: Counted) -> None:
    keys_destroyed(whole)
    first, second = whole.minutes("s1"), whole.minutes("s2")
    assert f"đối với đồng chí {SECRETARY}" in first
    assert "Bí thư Đảng uỷ Phường Bến Đá" in first
    assert "11 + 5 = 16 = 16 + 0" in first
    assert f"đối với đồng chí {CHAIRMAN}" in second
    assert "11 + 4 = 15 = 13 + 2" in second
    assert CHAIRMAN not in first


def test_each_person_gets_a_summary_of_the_own(whole: Counted) -> None:
    keys_destroyed(whole)
    for subject, name in (("s1", SECRETARY), ("s2", CHAIRMAN)):
        paper = good(
            release.make_personal_summary(
                conference=whole.conference, subject_key=subject, actor=whole.reporter
            )
        )
        assert paper.title.endswith(name)
    assert Paper.objects.filter(kind=release.SUMMARY).count() == 2


def test_the_person_with_four_envelopes_is_not_opened_and_the_other_is(small: Counted) -> None:
    first, second = selectors.subject_counts(small.conference).values()
    assert (first.state, first.opened) == ("opened", 5)
    assert (second.state, second.opened, second.valid) == ("too_few", 4, 0)
    assert set(small.found.opening.rows) == {"s1"}


def test_papers_of_the_unopened_person_bear_one_sentence_instead_of_figures(small: Counted) -> None:
    keys_destroyed(small)
    assert "Không công bố vì nhóm có ít người" in small.minutes("s2")
    shown = results.personal_figures(small.conference, "s2")
    assert not isinstance(shown, Refused)
    assert shown.is_suppressed


def test_a_bundle_with_an_unopened_person_is_verified(small: Counted) -> None:
    built = selectors.bundle(small.conference)
    assert built is not None
    folder = str(folder_of(small.conference))
    assert verify.main([folder, "--expect", built.code, *key_files(small.tmp)]) == 0
