"""The button for English: chosen in place, by cookie, never by the browser's wish; what is stored stays Vietnamese."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.conferences import selectors
from guong.office.journal.models import Entry
from guong.office.papers.models import Paper
from guong.web.language import COOKIE, PAGES, ROOMS
from tests.conferences.conftest import urn_folder, world
from tests.conferences.world import World, opened, printed
from tests.counting.conftest import count
from tests.counting.world import Count, sealed, signed_in, words_of
from tests.english.reading import vietnamese_left
from tests.english.test_walk import COUNT, english
from tests.english.used import catalogue

__all__ = ["count", "urn_folder", "world"]
SIGN_IN = reverse("account_login")


def text_of(client: Client, address: str) -> str:
    return client.get(address, follow=True).content.decode()


def english_in(text: str) -> list[str]:
    """Return the sentences of the catalogue that stand in a text in English."""
    shown = (entry.english for entry in catalogue().values() if len(entry.english) > 12)
    return [sentence for sentence in shown if sentence in text]


@pytest.mark.django_db
def test_vietnamese_comes_first_whatever_the_browser_asks_for() -> None:
    answer = Client(headers={"accept-language": "en-GB,en"}).get(SIGN_IN)
    assert '<html lang="vi">' in answer.content.decode()
    assert "Vary" not in answer or "Accept-Language" not in answer["Vary"]


@pytest.mark.django_db
def test_the_button_names_the_other_language_and_leads_back_to_the_same_place() -> None:
    client = Client()
    assert (
        '<a class="language" lang="en" hreflang="en" href="?next=%2Fvan-ban%2F&amp;ngon-ngu=en">English'
        in text_of(client, f"{SIGN_IN}?next=/van-ban/")
    )
    answer = client.get(f"{SIGN_IN}?next=/van-ban/&ngon-ngu=en")
    assert (answer.status_code, answer["Location"]) == (302, f"{SIGN_IN}?next=%2Fvan-ban%2F")
    shown = text_of(client, SIGN_IN)
    assert '<html lang="en">' in shown
    assert ">Tiếng Việt</a>" in shown
    client.get(f"{SIGN_IN}?ngon-ngu=vi")
    assert '<html lang="vi">' in text_of(client, SIGN_IN)


@pytest.mark.django_db
def test_the_cookie_ends_with_the_browser_and_no_script_reads_it(settings: Settings) -> None:
    settings.SESSION_COOKIE_SECURE = True
    cookie = Client().get(f"{SIGN_IN}?ngon-ngu=en").cookies[COOKIE]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert (cookie["httponly"], cookie["secure"], cookie["samesite"]) == (True, True, "Lax")


@pytest.mark.django_db
@pytest.mark.parametrize("wanted", ["fr", "", "en-GB", "../en"])
def test_a_language_that_there_is_not_changes_nothing(wanted: str) -> None:
    client = Client()
    answer = client.get(SIGN_IN, {"ngon-ngu": wanted})
    assert (answer.status_code, COOKIE in answer.cookies) == (200, False)
    client.cookies[COOKIE] = wanted
    assert '<html lang="vi">' in text_of(client, SIGN_IN)


@pytest.mark.django_db
def test_sign_in_and_what_it_refuses_are_english() -> None:
    client = english()
    refused = client.post(SIGN_IN, {"login": "khong-co", "password": "sai"})
    for page in (text_of(client, SIGN_IN), refused.content.decode()):
        assert vietnamese_left(page) == []
    assert "User name or password is wrong." in refused.content.decode()


def test_signing_out_asks_in_english(world: World) -> None:
    assert vietnamese_left(text_of(english(world.organiser), reverse("account_logout"))) == []


def test_pages_of_faults_are_english_and_offer_the_way_back(world: World) -> None:
    client = english(world.organiser)
    for address, status in (("/khong-co/", 404), (reverse("accounts:list"), 403)):
        answer = client.get(address)
        assert answer.status_code == status
        assert vietnamese_left(answer.content.decode()) == []
        assert "?ngon-ngu=vi" in answer.content.decode()
    strict = english(world.organiser)
    strict.handler.enforce_csrf_checks = True
    answer = strict.post(reverse("account_logout"))
    assert (answer.status_code, vietnamese_left(answer.content.decode())) == (403, [])


def test_a_page_without_english_is_wholly_vietnamese_and_says_so(world: World) -> None:
    shown = text_of(english(world.organiser), reverse("plans:list"))
    assert '<html lang="vi">' in shown
    assert '<p class="notice" lang="en">This page is in Vietnamese only.' in shown
    assert "Kế hoạch" in shown
    assert "in Vietnamese only" not in text_of(english(world.organiser), reverse("conferences:list"))


def test_what_was_done_and_what_was_refused_is_told_in_english(world: World) -> None:
    conference, _ = opened(world)
    client = english(world.organiser)

    def told(name: str, **given: object) -> str:
        address = reverse(f"conferences:{name}", args=[conference.key])
        return client.post(address, given, follow=True).content.decode()

    assert "Taking ballots is paused. Ballots filled in stay" in told("pause")
    assert "No paper ballot set has been handed out" in told("paper-set", change="-1")
    assert "Noted 8 h 05: Opening of the conference." in told("moment", moment="began", at="08:05")
    again = told("moment", moment="settled", at="09:00")
    assert "09:00 Settling down does not agree with 08:05 Opening of the conference, noted already." in again
    assert vietnamese_left(again, names=tuple(str(row.printed_name) for row in conference.roll.all())) == []


def test_the_cameras_answer_is_english(count: Count) -> None:
    client = english(count.officer)
    address = reverse("counting:left_over", args=[count.conference.key])
    answer = client.post(address, {"code": ""}, headers={"X-Part": "told"}).json()
    assert [one["sentence"] for one in answer["told"]] == [
        "No code. Please scan or type the code of a slip left over."
    ]


def test_a_row_ticked_by_the_script_is_english(world: World) -> None:
    conference, _ = opened(world)
    entry = conference.roll.all()[0]
    address = reverse("conferences:attendance", args=[conference.key])
    given = {"person": entry.person_id, "present": "1"}
    row = english(world.organiser).post(address, given, headers={"X-Part": "row"}).content.decode()
    assert f'aria-label="Present, take back {entry.printed_name}"' in row


def test_journal_register_and_papers_stay_vietnamese(count: Count, world: World) -> None:
    sealed(count)
    minutes = {
        "receiver_name": "Tạ Thị Lan Chi",
        "receiver_post": "Trưởng ban",
        "opening": "14 giờ ngày 19 tháng 5 năm 2023",
        "copies": "3",
    }
    key = count.conference.key
    english(count.officer).post(reverse("counting:sealing_minutes", args=[key]), minutes)
    organiser = english(world.organiser)
    organiser.post(reverse("conferences:attendance-list", args=[key]))
    incident = {"text": "Mất điện năm phút", "settled": "Dùng đèn pin"}
    organiser.post(reverse("conferences:incident", args=[key]), incident)
    papers = list(Paper.objects.all())
    assert len(papers) == 2
    written = [words_of(paper) + paper.title for paper in papers] + [
        entry.text for entry in Entry.objects.all()
    ]
    assert "BIÊN BẢN" in "".join(written)
    assert english_in("\n".join(written)) == []


def test_english_in_a_paper_would_be_noticed() -> None:
    assert english_in("1. The ballot box is sealed.") == ["The ballot box is sealed."]


def test_the_hall_screen_keeps_its_language_in_its_address(world: World) -> None:
    conference, _ = opened(world)
    address = reverse("conferences:hall-screen", args=[conference.pk, selectors.screen_code(conference)])
    assert "Đang nhận phiếu" in text_of(english(), address)
    answer = Client().get(address + "?ngon-ngu=en")
    assert (answer.status_code, COOKIE in answer.cookies) == (200, False)
    assert "Taking ballots" in answer.content.decode()
    link = text_of(english(world.organiser), reverse("conferences:screen", args=[conference.key]))
    assert f"{address}?ngon-ngu=en" in link
    of_both = text_of(
        in_vietnamese := signed_in(world.organiser), reverse("conferences:screen", args=[conference.key])
    )
    assert f'href="{address}?ngon-ngu=en" target="_blank" rel="noopener">English</a>' in of_both
    assert in_vietnamese.cookies.get(COOKIE) is None


def test_every_page_that_is_said_to_speak_english_is_walked() -> None:
    walked = {f"counting:{name}" for name in COUNT} | {"account_login", "account_logout"}
    walked |= {"counting:list", "overview:home"}
    posted = {"accounts:enter-as", "counting:box", "counting:recount", "counting:sealing_minutes"}
    by_allauth = {"account_reauthenticate", "mfa_authenticate", "mfa_reauthenticate"}
    assert walked | posted | by_allauth == PAGES
    assert {"conferences"} == ROOMS


@pytest.mark.django_db
def test_the_roster_of_the_demo_is_english(settings: Settings) -> None:
    settings.GUONG_DEMO = True
    user = create_user(username="lan", full_name="Kiều Ngọc Anh", roles=[Role.COUNTING_OFFICER])
    assert isinstance(user, User)
    user.set_unusable_password()
    user.save()
    shown = english().get(SIGN_IN, SERVER_NAME="127.0.0.1").content.decode()
    assert "Counting officer" in shown
    assert vietnamese_left(shown) == []


def test_the_desk_in_hall_mode_is_english(world: World) -> None:
    conference, _ = opened(world)
    password = "một câu dài để đăng nhập thử"
    world.organiser.set_password(password)
    world.organiser.save()
    client = english()
    client.post(SIGN_IN, {"login": world.organiser.username, "password": password})
    address = reverse("conferences:hall-mode", args=[conference.key])
    shown = client.post(address, follow=True).content.decode()
    assert "Hall mode is on until" in shown
    assert vietnamese_left(shown, names=tuple(conference.roll.values_list("printed_name", flat=True))) == []


def test_numbers_and_days_are_written_as_english_does(world: World) -> None:
    conference = printed(world)
    shown = text_of(english(world.organiser), reverse("conferences:detail", args=[conference.key]))
    assert "15 May 2023, 08:00" in shown
