"""What an officer does at the first sign-in: an own password instead of the first one, and the second step."""

import base64
import hmac
import struct
import time

from tests.e2e.screens import Screen

OWN_PASSWORD = "thuyền về bến lúc hoàng hôn "
_STEP_SECONDS, _DIGITS = 30, 1_000_000


def code_of(secret: str) -> str:
    """Return the six digits that an authenticator shows now (RFC 6238 with its usual values)."""
    moment = struct.pack(">Q", int(time.time()) // _STEP_SECONDS)
    digest = hmac.digest(base64.b32decode(secret), moment, "sha1")
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFF_FFFF
    return f"{number % _DIGITS:06}"


def takes_an_own_password(screen: Screen, first: str) -> str:
    """The first page that comes asks for an own password; nothing else opens before. Returns it."""
    screen.go("/")
    screen.sees("Mật khẩu này do quản trị viên cấp")
    own = OWN_PASSWORD + screen.who
    screen.fill("Mật khẩu hiện tại", first)
    screen.page.get_by_label("Mật khẩu mới", exact=True).fill(own)
    screen.fill("Nhập lại mật khẩu mới", own)
    screen.press("Đổi mật khẩu")
    return own


def confirms(screen: Screen, password: str) -> None:
    """Type the password again, as before everything that protects the account."""
    screen.sees("Xác nhận đúng là đồng chí")
    screen.fill("Mật khẩu", password)
    screen.press("Xác nhận")


def switches_the_second_step_on(screen: Screen, password: str) -> None:
    """Set the authenticator up and see that the work opens."""
    screen.go("/")
    screen.sees("Vai trò của đồng chí cần đăng nhập hai bước")
    screen.follow("Bật đăng nhập hai bước")
    confirms(screen, password)
    screen.fill("Mã xác thực", code_of(screen.page.locator(".code").inner_text()))
    screen.press("Bật", exact=True)
    screen.go("/")
    assert "hai bước" not in screen.text
