"""The administrator: the lead body, accounts with one role each, and what every officer may see."""

from dataclasses import dataclass

from tests.e2e.screens import Office, Screen, next_act, sign_in
from tests.e2e.second_step import switches_the_second_step_on, takes_an_own_password

BODY = "Quận uỷ Sông Gió"
USERNAME, PASSWORD = "quan-tri", "một câu dài dễ nhớ về bến sông"
ROLES = {
    "to-chuc": ("Vương Thị Thuỷ Triều", "Cán bộ tổ chức"),
    "kiem-phieu": ("Hứa Văn Bến Đò", "Cán bộ kiểm phiếu"),
    "nhap-phieu": ("Lục Thị Mái Chèo", "Người nhập phiếu giấy"),
    "bien-tap-1": ("Quách Thị Sóng Lăn", "Cán bộ biên tập ý kiến"),
    "bien-tap-2": ("Lò Văn Bãi Bồi", "Cán bộ biên tập ý kiến"),
    "tong-hop": ("Doãn Thị Cánh Buồm", "Cán bộ tổng hợp, báo cáo"),
    "giam-sat": ("Chử Văn Con Nước", "Người giám sát"),
}
WITH_SECOND_STEP = {"to-chuc", "kiem-phieu", "bien-tap-1", "bien-tap-2", "tong-hop"}


@dataclass(frozen=True)
class Officers:
    """The seven officers, each signed in at an own browser."""

    organiser: Screen
    counting: Screen
    clerk: Screen
    first_editor: Screen
    second_editor: Screen
    reporter: Screen
    observer: Screen


def opens_the_accounts(office: Office, origin: str) -> Officers:
    """Make the lead body and the accounts on the pages, then seat every officer with the password of the paper."""
    screen = office.screen(origin, "administrator")
    sign_in(screen, USERNAME, PASSWORD)
    switches_the_second_step_on(screen, PASSWORD)
    screen.sees("Bắt đầu từ cơ quan chủ trì")
    screen.follow("Thêm cơ quan chủ trì")
    screen.fill("Mã cơ quan", "QU")
    screen.fill("Tên cơ quan", BODY)
    screen.choose("Cấp", "Quận, huyện")
    screen.press("Thêm", exact=True)
    assert "Chưa có tài khoản cán bộ" in next_act(screen)
    passwords = {username: _open_account(screen, username) for username in ROLES}
    assert "Có cán bộ chưa được giao đơn vị" in next_act(screen)
    for name, _ in ROLES.values():
        _give_scope(screen, name)
    assert "Mọi cán bộ đã có tài khoản" in next_act(screen)
    screen.go("/tai-khoan/danh-sach/")
    screen.sees(*(role for _, role in ROLES.values()))
    seated = [_seat(office, origin, username, word) for username, word in passwords.items()]
    return Officers(*seated)


def _open_account(screen: Screen, username: str) -> str:
    name, role = ROLES[username]
    screen.go("/tai-khoan/danh-sach/")
    screen.follow("Thêm tài khoản")
    screen.fill("Họ và tên", name)
    screen.fill("Tên đăng nhập", username)
    screen.tick(role)
    screen.press("Tạo tài khoản")
    return screen.page.locator(".big-code").inner_text()


def _give_scope(screen: Screen, name: str) -> None:
    screen.go("/so-bo/pham-vi/")
    screen.follow(name)
    screen.choose("Thêm đơn vị", BODY)
    screen.press("Giao", exact=True)
    screen.sees(BODY)


def _seat(office: Office, origin: str, username: str, password: str) -> Screen:
    screen = office.screen(origin, username)
    sign_in(screen, username, password)
    own = takes_an_own_password(screen, password)
    if username in WITH_SECOND_STEP:
        switches_the_second_step_on(screen, own)
    return screen
