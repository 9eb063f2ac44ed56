"""A security key as the second step, in Chromium with a key of its own making."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.booth.browsers import CHROMIUM, launched
from tests.e2e import administrator, programs
from tests.e2e.screens import Office, Screen, office, sign_in
from tests.e2e.second_step import confirms

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
]


@pytest.fixture
def origin(tmp_path: Path) -> Iterator[str]:
    """A program with its first administrator, under the name that browsers ask of a key's site."""
    programs.create_administrator(
        tmp_path / "data",
        username=administrator.USERNAME,
        full_name="Khổng Văn Mỏ Neo",
        password=administrator.PASSWORD,
    )
    with programs.server(tmp_path / "data", tmp_path / "log") as address:
        yield address.replace("127.0.0.1", "localhost")


def lend_a_key(page: Page) -> None:
    """Plug a key into this browser."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "usb",
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def add_the_key(screen: Screen) -> None:
    screen.go("/")
    screen.sees("Vai trò của đồng chí cần đăng nhập hai bước")
    screen.follow("Thêm khoá bảo mật")
    confirms(screen, administrator.PASSWORD)
    screen.fill("Tên khoá", "Khoá cơ quan")
    screen.press("Thêm khoá")


def sign_in_again(screen: Screen) -> None:
    screen.page.get_by_role("button", name="Đăng xuất").first.click()
    sign_in(screen, administrator.USERNAME, administrator.PASSWORD)
    screen.sees("Xác thực bước hai")
    screen.press("Dùng khoá bảo mật")


def play(desk: Office, origin: str) -> Screen:
    screen = desk.screen(origin, "administrator")
    lend_a_key(screen.page)
    sign_in(screen, administrator.USERNAME, administrator.PASSWORD)
    add_the_key(screen)
    screen.go("/")
    screen.sees("Bắt đầu từ cơ quan chủ trì")
    sign_in_again(screen)
    return screen


def test_a_key_is_added_and_signs_in_under_the_strict_policy(origin: str) -> None:
    with launched() as browser, office(browser) as desk:
        screen = play(desk, origin)
        screen.go("/")
        screen.sees("Bắt đầu từ cơ quan chủ trì")
        screen.go("/tai-khoan/hai-buoc/webauthn/")
        screen.sees("Khoá cơ quan")
        assert desk.complaints == []
