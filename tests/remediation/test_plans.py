"""A plan through its services: both sides, each only with what is theirs; every act in the journal."""

import pytest

from guong.core.outcome import Refused
from guong.core.remediation.items import ItemText
from guong.core.remediation.life import Act, PlanState
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.journal.models import Entry
from guong.office.remediation import evidence_folder, selectors, services
from guong.office.remediation.models import EvidenceFile, RemediationPlan
from tests.conferences.world import good, officer, school
from tests.remediation.world import PDF, ToldWorld, approved, done, moved, photograph, whole_item, written


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refused)
    return outcome.reason


def test_a_plan_goes_from_the_first_word_to_its_end(place: ToldWorld) -> None:
    written(place)
    moved(place, place.head, Act.SUBMIT)
    moved(place, place.reporter, Act.GIVE_BACK, "Ghi rõ mốc thời gian.")
    assert place.plan.state == PlanState.RETURNED.value
    moved(place, place.head, Act.SUBMIT)
    moved(place, place.reporter, Act.APPROVE)
    done(place)
    moved(place, place.head, Act.ASK_TO_CLOSE)
    moved(place, place.reporter, Act.CLOSE)
    assert place.plan.state == PlanState.CLOSED.value
    acts = list(Entry.objects.filter(act__startswith="remediation.").values_list("act", flat=True))
    assert sorted(acts) == sorted(
        f"remediation.{act}"
        for act in (
            "submit", "give_back", "submit", "approve", "report", "evidence", "ask_to_close", "close",
        )
    )  # fmt: skip
    assert not Entry.objects.filter(text__contains=whole_item().shortcoming).exists()


def test_the_most_in_need_are_proposed_first_and_not_twice(place: ToldWorld) -> None:
    before = selectors.proposed(place.place(place.head))
    assert len(before) == 3
    written(place, item=whole_item(before[0].criterion))
    after = selectors.proposed(place.place(place.head))
    assert [one.criterion for one in after[:2]] == [one.criterion for one in before[1:]]


def test_nothing_is_proposed_where_no_result_is_shown(place: ToldWorld) -> None:
    assert selectors.proposed(place.place(place.other_head, place.second)) == []


def test_each_sees_only_what_is_theirs(place: ToldWorld) -> None:
    elsewhere, _ = school(name="Trường Tiểu học Hướng Dương", key="TH-09")
    strangers = [
        place.other_head,
        officer(elsewhere, Role.REPORTER, username="noi-khac"),
        officer(place.body, Role.ORGANISER, username="to-chuc"),
        officer(place.body, Role.COUNTING_OFFICER, username="kiem-khac"),
    ]
    for user in strangers:
        assert selectors.place_of(user=user, key=place.first.key, subject_key="s1") is None
    assert selectors.place_of(user=place.head, key=place.first.key, subject_key="s2") is None


def test_before_the_head_was_told_there_is_no_plan_for_anybody(place: ToldWorld) -> None:
    place.first.release_steps.all().delete()
    for user in (place.head, place.reporter):
        found = selectors.place_of(user=User.objects.get(pk=user.pk), key=place.first.key, subject_key="s1")
        assert found is None


def test_a_stale_form_overwrites_nothing(place: ToldWorld) -> None:
    written(place)
    at = place.place(place.head)
    stale = services.save_item(
        place=at, number=1, version=0, given=ItemText("", shortcoming="Khác"), form=selectors.form_of(at)
    )
    assert reason(stale) == "changed_meanwhile"
    assert place.plan.items.get().shortcoming == whole_item().shortcoming


def test_points_close_up_when_one_is_taken_out(place: ToldWorld) -> None:
    for key in ("school_head_01", "school_head_02", "school_head_03"):
        written(place, item=whole_item(key))
    good(services.remove_item(place=place.place(place.head), number=2))
    assert [(item.number, item.criterion) for item in place.plan.items.all()] == [
        (1, "school_head_01"),
        (2, "school_head_03"),
    ]


def test_submitting_nothing_begins_no_plan(place: ToldWorld) -> None:
    outcome = services.move(place=place.place(place.head), act=Act.SUBMIT, reason="", actor=place.head)
    assert reason(outcome) == "no_items"
    assert not RemediationPlan.objects.exists()


def test_a_criterion_of_another_form_is_refused(place: ToldWorld) -> None:
    at = place.place(place.head)
    outcome = services.save_item(
        place=at, number=None, version=0, given=whole_item("ward_leader_01"), form=selectors.form_of(at)
    )
    assert reason(outcome) == "unknown_criterion"


def test_an_officer_files_signed_sheets_and_another_one_approves(place: ToldWorld) -> None:
    at = place.place(place.reporter)
    good(services.file_on_paper(place=at, data=PDF, name="ban-ky.pdf", actor=place.reporter))
    written(place, by=place.reporter)
    moved(place, place.reporter, Act.SUBMIT)
    own = services.move(place=place.place(place.reporter), act=Act.APPROVE, reason="", actor=place.reporter)
    assert reason(own) == "own_filing"
    moved(place, place.second_reporter, Act.APPROVE)
    assert [(one.act, one.for_head) for one in place.plan.passages.all()] == [
        ("write", True),
        ("submit", True),
        ("approve", False),
    ]


def test_no_officer_writes_into_a_plan_that_the_head_has_begun(place: ToldWorld) -> None:
    written(place)
    at = place.place(place.reporter)
    filed = services.file_on_paper(place=at, data=PDF, name="ban-ky.pdf", actor=place.reporter)
    assert reason(filed) == "not_on_paper"
    sent = services.save_item(
        place=at, number=None, version=1, given=whole_item(), form=selectors.form_of(at)
    )
    assert reason(sent) == "heads_own"
    own = services.file_on_paper(place=place.place(place.head), data=PDF, name="a.pdf", actor=place.head)
    assert reason(own) == "heads_own"


def test_a_plan_ends_only_with_evidence(place: ToldWorld) -> None:
    approved(place)
    at = place.place(place.head)
    good(services.report(place=at, number=1, share=100, text="Đã làm xong.", done=[], actor=place.head))
    early = services.move(place=place.place(place.head), act=Act.ASK_TO_CLOSE, reason="", actor=place.head)
    assert reason(early) == "no_evidence"


def test_pictures_lose_what_the_camera_wrote(place: ToldWorld) -> None:
    approved(place)
    data = photograph()
    assert b"Camera of" in data
    file = good(
        services.add_evidence(
            place=place.place(place.head), number=1, data=data, name="họp.jpg", actor=place.head
        )
    )
    kept = evidence_folder.load(file)
    assert b"Camera of" not in kept
    assert file.title == "họp.jpg"


@pytest.mark.parametrize("data", [b"MZ program", b"\xff\xd8\xff broken picture"])
def test_odd_files_are_refused_and_leave_nothing(place: ToldWorld, data: bytes) -> None:
    approved(place)
    outcome = services.add_evidence(
        place=place.place(place.head), number=1, data=data, name="a.pdf", actor=place.head
    )
    assert reason(outcome) in {"file_type", "not_a_picture"}
    assert not EvidenceFile.objects.exists()


def test_evidence_can_be_taken_back_until_the_end_is_asked_for(place: ToldWorld) -> None:
    approved(place)
    done(place)
    file = EvidenceFile.objects.get()
    moved(place, place.head, Act.ASK_TO_CLOSE)
    late = services.remove_evidence(place=place.place(place.head), name=file.name, actor=place.head)
    assert reason(late) == "not_now"
    moved(place, place.reporter, Act.KEEP_OPEN, "Cần biên bản họp quý 4.")
    good(services.remove_evidence(place=place.place(place.head), name=file.name, actor=place.head))
    assert not EvidenceFile.objects.exists()


def test_changed_evidence_is_never_handed_out(place: ToldWorld) -> None:
    approved(place)
    done(place)
    file = EvidenceFile.objects.get()
    evidence_folder.path_of(file).chmod(0o600)
    evidence_folder.path_of(file).write_bytes(PDF + b"x")
    with pytest.raises(ValueError, match="changed on disk"):
        services.read_file(place=place.place(place.reporter), file=file, actor=place.reporter)
