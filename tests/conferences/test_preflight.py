"""Kiểm tra trước khi mở: machine checks, ticks, the test ballot, and what is asked before the opening."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from guong.ballots import copies
from guong.core.hall_hour import Moment
from guong.core.outcome import Refused
from guong.core.preflight import BY_HAND, Check, Level
from guong.office.conferences import selectors, services
from guong.office.conferences.certificate import days_left
from guong.office.conferences.models import Conference
from guong.office.journal.models import Entry
from tests.conferences.test_pages import signed_in
from tests.conferences.world import HELD_ON, World, confirming, good, open_by_two, opened, printed, with_roll

NOW = datetime(2023, 5, 15, tzinfo=UTC)


def levels(conference: Conference) -> dict[Check, Level]:
    return {found.check: found.level for found in selectors.findings_of(conference)}


def said(conference: Conference, check: Check) -> str:
    return next(found.sentence for found in selectors.findings_of(conference) if found.check is check)


def ready(world: World) -> Conference:
    """Everything done before the opening, the person asked about out of the room."""
    conference = printed(world)
    actor = world.organiser
    confirming(actor, conference)
    for check in BY_HAND:
        good(services.tick_check(actor=actor, conference=conference, check=check, done=True))
    good(services.try_ballot(conference=conference))
    services.note_trial(actor=actor, conference=conference, failed="", seconds_ahead=3)
    good(services.note_moment(actor=actor, conference=conference, moment=Moment.LEFT, at=time(0)))
    return conference


def opening(world: World, conference: Conference, *sure: str) -> str:
    outcome = services.open_poll(
        actor=world.organiser,
        conference=conference,
        second=confirming(world.organiser, conference),
        sure=sure,
    )
    return outcome.reason if isinstance(outcome, Refused) else outcome.value


def test_where_all_is_done_nothing_is_asked(world: World) -> None:
    conference = ready(world)
    assert set(levels(conference).values()) == {Level.OK}
    assert opening(world, conference) == "open"


def test_in_the_morning_what_a_person_must_see_is_still_to_be_done(world: World) -> None:
    found = levels(printed(world))
    assert {check for check, level in found.items() if level is Level.TODO} == {
        Check.CONFIRMING,
        Check.TEST_BALLOT,
        Check.CLOCK,
        *BY_HAND,
    }


def test_what_is_not_prepared_blocks(world: World) -> None:
    found = levels(with_roll(world))
    assert (found[Check.ROLL], found[Check.PRINTED]) == (Level.OK, Level.BLOCK)


def test_a_tick_is_remembered_with_who_ticked_and_can_be_taken_back(world: World) -> None:
    conference = printed(world)
    actor = world.organiser
    good(services.tick_check(actor=actor, conference=conference, check=Check.PENS, done=True))
    assert said(conference, Check.PENS) == "Kiều Ngọc Anh đã đánh dấu."
    good(services.tick_check(actor=actor, conference=conference, check=Check.PENS, done=False))
    assert levels(conference)[Check.PENS] is Level.TODO


def test_what_the_machine_checks_is_not_ticked(world: World) -> None:
    refused = services.tick_check(
        actor=world.organiser, conference=printed(world), check=Check.DISK, done=True
    )
    assert isinstance(refused, Refused)
    assert refused.reason == "not_by_hand"


def test_after_the_opening_nothing_is_ticked_or_noted(world: World) -> None:
    conference, _ = opened(world)
    actor = world.organiser
    refused = services.tick_check(actor=actor, conference=conference, check=Check.PENS, done=True)
    assert isinstance(refused, Refused)
    assert refused.reason == "already_opened"
    services.note_trial(actor=actor, conference=conference, failed="cast", seconds_ahead=900)
    assert Level.WARN not in {levels(conference)[check] for check in (Check.TEST_BALLOT, Check.CLOCK)}


def test_what_the_server_tried_alone_is_not_the_whole_way(world: World) -> None:
    conference = printed(world)
    good(services.try_ballot(conference=conference))
    assert levels(conference)[Check.TEST_BALLOT] is Level.WARN
    assert "đường mạng chưa thử" in said(conference, Check.TEST_BALLOT)


@pytest.mark.parametrize(
    ("step", "words"), [("page", "không mở được trang bỏ phiếu"), ("cast", "không gửi được phiếu thử")]
)
def test_a_trial_that_failed_on_its_way_says_where(world: World, step: str, words: str) -> None:
    conference = ready(world)
    services.note_trial(actor=world.organiser, conference=conference, failed=step, seconds_ahead=0)
    assert words in said(conference, Check.TEST_BALLOT)
    assert opening(world, conference) == "not_answered"
    assert opening(world, conference, "unfinished") == "open"


def test_a_clock_that_is_wrong_is_told(world: World) -> None:
    conference = ready(world)
    services.note_trial(actor=world.organiser, conference=conference, failed="", seconds_ahead=-600)
    assert "nhanh hơn máy này 10 phút" in said(conference, Check.CLOCK)


def test_before_the_announced_hour_the_desk_is_asked(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    conference = ready(world)
    early = timezone.make_aware(datetime.combine(HELD_ON, time(7, 12)))
    monkeypatch.setattr("django.utils.timezone.now", lambda: early)
    (asked,) = selectors.questions_of(conference)
    assert asked.sentence == "Hội nghị ghi 8 giờ; bây giờ mới 7 giờ 12 phút. Mở luôn?"
    assert opening(world, conference) == "not_answered"
    assert opening(world, conference, "early") == "open"


def test_what_was_asked_stands_in_the_journal(world: World) -> None:
    good(open_by_two(world.organiser, printed(world)))
    assert "Chưa ghi giờ mời đồng chí được góp ý rời phòng." in Entry.objects.get(act="conferences.open").text


def test_after_a_pause_nothing_is_asked_again(world: World) -> None:
    conference, _ = opened(world)
    good(services.pause_poll(actor=world.organiser, conference=conference))
    assert selectors.questions_of(conference) == ()
    assert opening(world, conference) == "open"


def test_a_second_disk_is_looked_for_only_where_one_is_configured(
    world: World, settings: Settings, tmp_path: Path
) -> None:
    conference = printed(world)
    assert Check.SECOND_DISK not in levels(conference)
    settings.GUONG_SECOND_DISK = tmp_path / "disk"
    assert levels(conference)[Check.SECOND_DISK] is Level.WARN
    settings.GUONG_SECOND_DISK.mkdir()
    original = copies.Original(tmp_path / "urn.sqlite3")
    (settings.GUONG_SECOND_DISK / copies.FILE_NAME).write_bytes(original.suspended_copy())
    original.close()
    assert levels(conference)[Check.SECOND_DISK] is Level.OK


def test_a_copy_of_another_day_does_not_pass_for_todays(
    world: World, settings: Settings, tmp_path: Path
) -> None:
    settings.GUONG_SECOND_DISK = tmp_path / "disk"
    settings.GUONG_SECOND_DISK.mkdir()
    original = copies.Original(tmp_path / "urn.sqlite3")
    (settings.GUONG_SECOND_DISK / copies.FILE_NAME).write_bytes(original.suspended_copy())
    original.close()
    assert levels(printed(world))[Check.SECOND_DISK] is Level.WARN


def certificate(path: Path, *, days: int) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "gop-y.example")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW - timedelta(days=400))
        .not_valid_after(NOW + timedelta(days=days))
        .sign(key, hashes.SHA256())
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.mark.parametrize("days", [90, 0, -3])
def test_the_days_of_the_certificate_are_read_from_its_file(tmp_path: Path, days: int) -> None:
    assert days_left(certificate(tmp_path / "chain.pem", days=days), now=NOW) == days


def test_a_certificate_that_cannot_be_read_has_no_days(tmp_path: Path) -> None:
    (tmp_path / "odd.pem").write_text("không phải chứng thư")
    assert days_left(tmp_path / "odd.pem", now=NOW) is None
    assert days_left(tmp_path / "missing.pem", now=NOW) is None
    assert days_left(None, now=NOW) is None


def press(client: Client, name: str, conference: Conference, **typed: object) -> str:
    address = reverse(f"conferences:{name}", args=[conference.key])
    return client.post(address, typed, follow=True).content.decode()


def test_the_page_counts_what_is_left_and_ticks_by_its_buttons(world: World) -> None:
    conference, client = printed(world), signed_in(world.organiser)
    assert "Còn <strong>7</strong> mục" in press(client, "tick", conference, check="pens", done="0")
    assert "Còn <strong>6</strong> mục" in press(client, "tick", conference, check="pens", done="1")


def test_the_page_asks_before_it_opens(world: World) -> None:
    conference, client = printed(world), signed_in(world.organiser)
    second = confirming(world.organiser, conference)
    typed = {"member": second.member_id, "pin": second.pin}
    refused = press(client, "open", conference, **typed)
    assert "Trước khi mở còn điều phải xác nhận" in refused
    assert "Đồng chí ấy đã rời phòng, mở luôn?" in refused
    answered = press(client, "open", conference, **typed, sure=["in_room", "unfinished"])
    assert "Đã mở bỏ phiếu" in answered


def test_the_script_is_given_what_it_sends_and_tells_what_it_found(world: World) -> None:
    conference, client = printed(world), signed_in(world.organiser)
    address = reverse("conferences:trial", args=[conference.key])
    given = client.post(address, headers={"X-Part": "trial"}).json()
    assert set(given) == {"page", "slot", "cast", "now"}
    told = reverse("conferences:trial-result", args=[conference.key])
    assert client.post(told, {"failed": "", "ahead": "2"}).status_code == 204
    assert levels(conference)[Check.TEST_BALLOT] is levels(conference)[Check.CLOCK] is Level.OK
    assert client.post(told, {"failed": "luck", "ahead": "2"}).status_code == 404
    assert client.post(told, {"failed": "", "ahead": "soon"}).status_code == 404


def test_without_a_script_the_server_tries_and_a_person_ticks(world: World) -> None:
    conference, client = printed(world), signed_in(world.organiser)
    assert "Máy chủ đã thử xong" in press(client, "trial", conference)
    press(client, "tick", conference, check="test_ballot", done="1")
    assert levels(conference)[Check.TEST_BALLOT] is Level.OK
