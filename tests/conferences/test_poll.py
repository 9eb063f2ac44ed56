"""Request, keys, opening: what the server accepts from the board's program, and when a poll may open."""

import dataclasses
import sqlite3
from pathlib import Path

import pytest
from pytest_django import Settings

from guong.ballots import polls
from guong.ceremony.preparing import prepare_poll
from guong.core.lifecycle import PollState
from guong.core.outcome import Refused
from guong.core.poll import PollDefinition
from guong.core.questionnaire import official
from guong.core.secrecy.requests import PollKeys, PollRequest
from guong.office.conferences import selectors, services, urn
from guong.office.conferences.models import Intent
from guong.office.journal.models import Entry
from tests.conferences.world import SEED, World, good, open_by_two, opened, prepared, with_roll


def keys_for(request: PollRequest) -> PollKeys:
    return prepare_poll(request, SEED).keys


def import_raw(world: World, raw: bytes) -> PollState | Refused:
    conference = selectors.conferences_in_scope(user=world.organiser).get()
    return services.import_keys(actor=world.organiser, conference=conference, raw=raw)


@pytest.fixture
def request_made(world: World) -> PollRequest:
    conference = with_roll(world)
    poll = good(services.prepare_request(actor=world.organiser, conference=conference))
    return PollRequest.from_bytes(bytes(poll.request))


def test_the_request_asks_for_the_roll_and_spare_slips(request_made: PollRequest) -> None:
    assert (request_made.eligible, request_made.slips, request_made.stations) == (12, 15, 1)
    assert [subject.name for subject in request_made.subjects] == ["Đàm Thị Mỹ Uyên"]


def test_the_same_roll_gives_the_same_request(world: World, request_made: PollRequest) -> None:
    conference = selectors.conferences_in_scope(user=world.organiser).get()
    again = good(services.prepare_request(actor=world.organiser, conference=conference))
    assert bytes(again.request) == request_made.raw


def test_a_request_needs_an_agreed_roll_and_a_whole_board(world: World) -> None:
    conference = with_roll(world)
    conference.board.filter(role="witness").delete()
    refused = services.prepare_request(actor=world.organiser, conference=conference)
    assert isinstance(refused, Refused)
    assert refused.reason == "board_incomplete"


def test_the_boards_keys_prepare_the_urn(world: World, request_made: PollRequest) -> None:
    assert import_raw(world, keys_for(request_made).raw) is PollState.PREPARED
    definition = polls.definition(urn.store(), poll=request_made.poll)
    assert definition is not None
    assert definition.subjects == request_made.subjects
    assert definition.receipt_key == urn.receipt_key()


def test_the_same_keys_again_change_nothing(world: World, request_made: PollRequest) -> None:
    keys = keys_for(request_made).raw
    import_raw(world, keys)
    assert import_raw(world, keys) is PollState.PREPARED


def test_other_keys_are_refused_once_an_urn_is_prepared(world: World, request_made: PollRequest) -> None:
    import_raw(world, keys_for(request_made).raw)
    refused = import_raw(world, keys_for(request_made).raw)
    assert isinstance(refused, Refused)
    assert refused.reason == "keys_already_taken"


def test_keys_of_another_poll_are_refused(world: World, request_made: PollRequest) -> None:
    other = dataclasses.replace(request_made, poll="0000000000")
    refused = import_raw(world, keys_for(other).raw)
    assert isinstance(refused, Refused)
    assert refused.reason == "other_poll"


def test_keys_of_an_older_request_are_refused(world: World, request_made: PollRequest) -> None:
    older = dataclasses.replace(request_made, title="Hội nghị cũ")
    refused = import_raw(world, keys_for(older).raw)
    assert isinstance(refused, Refused)
    assert refused.reason == "other_request"


def test_keys_with_a_slip_too_few_are_refused(world: World, request_made: PollRequest) -> None:
    keys = keys_for(request_made)
    refused = import_raw(world, dataclasses.replace(keys, slots=keys.slots[1:]).raw)
    assert isinstance(refused, Refused)
    assert refused.reason == "other_counts"


def test_a_file_that_is_no_key_file_is_refused(world: World, request_made: PollRequest) -> None:
    refused = import_raw(world, request_made.raw)
    assert isinstance(refused, Refused)
    assert refused.reason == "not_keys"


def test_a_changed_roll_makes_the_request_stale(world: World, request_made: PollRequest) -> None:
    conference = selectors.conferences_in_scope(user=world.organiser).get()
    good(
        services.remove_from_roll(
            actor=world.organiser,
            conference=conference,
            version=conference.version,
            person=conference.roll.all()[0].person,
            reason="Chuyển công tác",
            chair_name="Tạ Thị Lan Chi",
        )
    )
    assert selectors.is_request_stale(conference)
    renewed = good(services.prepare_request(actor=world.organiser, conference=conference))
    assert renewed.request_digest != request_made.digest.hex()


def test_a_poll_opens_only_after_printing(world: World) -> None:
    conference, _ = prepared(world)
    refused = open_by_two(world.organiser, conference)
    assert isinstance(refused, Refused)
    assert refused.reason == "not_printed"


def test_plain_http_needs_a_recorded_decision(world: World, settings: Settings) -> None:
    conference, _ = prepared(world)
    good(services.confirm_printed(actor=world.organiser, conference=conference, version=conference.version))
    settings.GUONG_ORIGIN = "http://bophieu.example"
    refused = open_by_two(world.organiser, conference)
    assert isinstance(refused, Refused)
    assert refused.reason == "plain_http"
    good(services.decide_plain_http(actor=world.organiser, conference=conference, text="Theo QĐ của chủ trì"))
    assert open_by_two(world.organiser, conference) is PollState.OPEN


def test_pausing_and_opening_again(world: World) -> None:
    conference, _ = opened(world)
    assert services.pause_poll(actor=world.organiser, conference=conference) is PollState.PAUSED
    assert open_by_two(world.organiser, conference) is PollState.OPEN


def test_starting_over_voids_the_old_set_and_asks_anew(world: World) -> None:
    conference, made = prepared(world)
    good(services.start_over(actor=world.organiser, conference=conference, reason="Rơi mất một thẻ"))
    assert urn.state(made.keys.poll) is PollState.VOID
    renewed = good(services.prepare_request(actor=world.organiser, conference=conference))
    assert renewed.poll_key != made.keys.poll


def test_an_open_poll_cannot_be_started_over(world: World) -> None:
    conference, _ = opened(world)
    refused = services.start_over(actor=world.organiser, conference=conference, reason="Nhầm")
    assert isinstance(refused, Refused)


def test_a_wanted_intent_is_finished_at_start_up(world: World) -> None:
    conference, made = prepared(world)
    Intent.objects.create(poll_key=made.keys.poll, act="open")
    services.finish_intents()
    assert urn.state(made.keys.poll) is PollState.OPEN
    conference.refresh_from_db()
    assert conference.opened_at is not None
    assert set(Intent.objects.values_list("state", flat=True)) == {Intent.DONE}


def test_an_intent_that_the_urn_refuses_keeps_the_reason(world: World) -> None:
    _, made = prepared(world)
    Intent.objects.create(poll_key=made.keys.poll, act="pause")
    services.finish_intents()
    assert Intent.objects.get(act="pause").reason == "wrong_state"


def test_no_voters_name_reaches_the_urn(world: World, urn_folder: Path) -> None:
    opened(world)
    with sqlite3.connect(urn_folder / "urn.sqlite3") as connection:
        dump = "\n".join(connection.iterdump())
    connection.close()
    assert "Giáo viên Thử" not in dump


def test_the_journal_names_acts_and_totals(world: World) -> None:
    opened(world)
    acts = list(Entry.objects.order_by("number").values_list("act", flat=True))
    assert acts == [
        "conferences.created",
        "conferences.roll_built",
        "conferences.roll_agreed",
        "conferences.board_named",
        "conferences.request_made",
        "conferences.keys_taken",
        "conferences.papers_printed",
        "conferences.pin_chosen",
        "conferences.open",
    ]


def test_keys_that_the_urn_refuses_are_forgotten_again(world: World, request_made: PollRequest) -> None:
    keys = keys_for(request_made)
    other = dataclasses.replace(request_made, title="Hội nghị khác")
    definition = PollDefinition(
        poll=other.poll,
        title=other.title,
        unit=other.unit,
        questionnaire=other.questionnaire,
        board_key=keys.board_key,
        receipt_key=urn.receipt_key(),
        station_keys=keys.station_keys,
        subjects=other.subjects,
    )
    form = official("school_head").raw
    good(polls.prepare(urn.store(), definition=definition.raw, questionnaire=form, slots=keys.slots))
    refused = import_raw(world, keys.raw)
    assert isinstance(refused, Refused)
    assert refused.reason == "other_definition"
    conference = selectors.conferences_in_scope(user=world.organiser).get()
    assert not selectors.facts_of(conference).keys_taken
