"""Proposals on personnel work: written by the organisation board, read by leaders at their step, never by the person."""

import html

import pytest
from django.test import Client
from django.urls import reverse

from guong.core.outcome import Refused
from guong.core.personnel_proposals import LONGEST, Answer, Matter
from guong.core.release_steps import ReleaseStep
from guong.office.accounts.models import User
from guong.office.journal.models import Entry
from guong.office.overview import services
from guong.office.overview.models import PersonnelProposal
from guong.office.registry.services import link_person
from tests.conferences.world import good
from tests.counting.world import signed_in
from tests.release.round_world import SCHOOLS, PlayedRound, played
from tests.release.told_world import head_account, leaders, presented, told, with_report

WORDS = "Cử đi bồi dưỡng kỹ năng điều hành họp trong quý III."


@pytest.fixture
def ready(db: None, urn_folder: object) -> PlayedRound:
    return with_report(played(SCHOOLS[2:3]))


def where(place: PlayedRound, name: str = "proposals") -> str:
    return reverse(f"overview:{name}", args=[place.sites[0].conference.key, "s1"])


def said(client: Client, page: str, **sent: object) -> str:
    return html.unescape(client.post(page, sent, follow=True).content.decode())


def proposed(place: PlayedRound, text: str = WORDS, by: User | None = None) -> PersonnelProposal | Refused:
    subject = place.sites[0].conference.subjects.get(key="s1")
    return services.propose(subject=subject, matter=Matter.TRAINING, text=text, actor=by or place.reporter)


def answered(place: PlayedRound, given: Answer, text: str = "Kết luận số 12") -> str:
    outcome = services.answer(
        subject=place.sites[0].conference.subjects.get(key="s1"),
        number=1,
        given=given,
        text=text,
        actor=place.reporter,
    )
    return outcome.reason if isinstance(outcome, Refused) else ""


def test_from_proposed_to_agreed_on_the_page(ready: PlayedRound) -> None:
    presented(ready)
    office, committee = signed_in(ready.reporter), signed_in(leaders(ready)[1])
    assert "Chưa chọn việc đề xuất" in said(office, where(ready), text=WORDS)
    assert "Đã ghi đề xuất" in said(office, where(ready), matter="training", text=WORDS)
    read = html.unescape(committee.get(where(ready)).content.decode())
    assert WORDS in read
    assert '<form method="post" class="card">' not in read
    assert committee.post(where(ready), {"matter": "training", "text": "x"}).status_code == 403
    assert committee.post(where(ready, "answer"), {}).status_code == 403
    agreed = said(office, where(ready, "answer"), number=1, answer="agreed", text="Kết luận số 12-KL/QU")
    assert "Đã ghi kết luận" in agreed
    assert "Kết luận số 12-KL/QU" in html.unescape(committee.get(where(ready)).content.decode())


def test_neither_the_person_nor_a_reader_before_the_step_finds_the_page(ready: PlayedRound) -> None:
    good(proposed(ready))
    presented(ready, ReleaseStep.STANDING_BOARD)
    standing_board, committee = leaders(ready)
    assert signed_in(standing_board).get(where(ready)).status_code == 200
    assert signed_in(committee).get(where(ready)).status_code == 404
    assert signed_in(ready.counter).get(where(ready)).status_code == 403


def test_the_head_never_reads_it_even_once_told(ready: PlayedRound) -> None:
    good(proposed(ready))
    presented(ready)
    conference = ready.sites[0].conference
    told(ready, conference)
    assert signed_in(head_account(conference)).get(where(ready)).status_code == 403


def test_nobody_proposes_about_oneself(ready: PlayedRound) -> None:
    subject = ready.sites[0].conference.subjects.select_related("post__person").get(key="s1")
    good(link_person(user=ready.reporter, name="x", person=subject.post.person, actor=ready.counter))
    outcome = proposed(ready)
    assert isinstance(outcome, Refused)
    assert outcome.reason == "own_result"


@pytest.mark.parametrize(("text", "reason"), [("  ", "no_words"), ("x" * (LONGEST + 1), "too_long")])
def test_empty_and_endless_words_are_refused(ready: PlayedRound, text: str, reason: str) -> None:
    outcome = proposed(ready, text)
    assert isinstance(outcome, Refused)
    assert outcome.reason == reason
    assert not PersonnelProposal.objects.exists()


def test_a_proposal_is_answered_once_and_the_committees_word_waits_for_its_step(ready: PlayedRound) -> None:
    good(proposed(ready))
    assert answered(ready, Answer.AGREED) == "not_presented"
    presented(ready)
    assert answered(ready, Answer.CONSIDERED) == ""
    assert answered(ready, Answer.WITHDRAWN) == "answered"


def test_a_proposal_may_be_withdrawn_before_anybody_reads(ready: PlayedRound) -> None:
    good(proposed(ready))
    assert answered(ready, Answer.WITHDRAWN, " ") == "no_words"
    assert answered(ready, Answer.WITHDRAWN, "Ghi nhầm người") == ""


def test_the_journal_tells_acts_and_readings_without_their_words(ready: PlayedRound) -> None:
    good(proposed(ready))
    client = signed_in(ready.reporter)
    for _ in range(2):
        client.get(where(ready))
    entries = Entry.objects.filter(act__startswith="overview.").order_by("number")
    assert [entry.act for entry in entries] == ["overview.propose", "overview.read_proposals"]
    assert not any(WORDS in entry.text for entry in entries)


def test_no_kind_of_proposal_takes_anybody_out_of_office() -> None:
    words = " ".join(matter.label.lower() for matter in Matter)
    assert not any(word in words for word in ("miễn nhiệm", "cách chức", "thôi giữ", "từ chức", "loại"))
