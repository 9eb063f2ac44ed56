"""The counting board at its own program: keys and slips on paper, the rehearsal, and the opening."""

from dataclasses import dataclass
from pathlib import Path

from tests.e2e import staff_list
from tests.e2e.organiser import BOARD
from tests.e2e.prints import shares_on, slips_on, station_code_on
from tests.e2e.screens import Screen


@dataclass(frozen=True)
class Papers:
    """What lies on the table: the slips' codes, three shares, the station card, the file for the server."""

    slips: list[str]
    shares: list[str]
    station: str
    keys: Path


@dataclass(frozen=True)
class Carried:
    """What the board carries to the server, and the common code that it read aloud."""

    results: Path
    code: str


def comes_in(screen: Screen, code: str) -> None:
    """Type the code of the command window at the door; a wrong one stays outside."""
    screen.go("/")
    for typed in ("AAAA-AAAA-AAAA", code):
        screen.fill("Mã vào", typed)
        screen.press("Vào chương trình")
    screen.sees("Bốn bước của tổ kiểm phiếu")


def makes_keys_and_slips(screen: Screen, request: Path, folder: Path) -> Papers:
    """Load the request, print everything, take the public keys, forget the secrets, try two envelopes."""
    screen.sees("Lập chìa khoá và thẻ")
    screen.follow("Lập chìa khoá và thẻ")
    screen.give("Tệp yêu cầu lập hòm phiếu", request)
    for label, name in BOARD.items():
        if label != "Thành viên 1":
            screen.fill(label.removesuffix(" 1"), name)
    screen.press("Lập chìa khoá và thẻ")
    papers = Papers(
        slips=slips_on(_printed(screen, "thẻ bỏ phiếu")),
        shares=shares_on(_printed(screen, "In ba phong bì")),
        station=station_code_on(_printed(screen, "In thẻ bàn nhập phiếu giấy")),
        keys=screen.take("Tải tệp khoá công khai", folder),
    )
    screen.press("Đã in xong, xoá khỏi bộ nhớ")
    screen.follow("Tiếp theo: Thử khoá")
    _give_keys(screen, papers.shares[0], papers.shares[1])
    screen.press("Thử khoá")
    screen.sees("Khoá hoạt động")
    return papers


def opens_the_boxes(
    screen: Screen, boxes: Path, shares: list[str], *, seal_code: str, folder: Path
) -> Carried:
    """Compare the seals' codes, try one key twice, open with two, carry away what the server needs."""
    screen.go("/mo")
    screen.give("Tệp hòm phiếu", boxes)
    screen.press("Đọc hòm phiếu")
    assert seal_code in screen.text
    screen.tick(staff_list.SCHOOL)
    _give_keys(screen, shares[0], shares[0])
    screen.press("Mở các hòm phiếu đã đối chiếu")
    screen.sees("cùng một chìa khoá")
    _give_keys(screen, shares[0], shares[2])
    screen.press("Mở các hòm phiếu đã đối chiếu")
    screen.sees("Mang kết quả đi")
    code = screen.page.locator(".codes .big").inner_text()
    carried = Carried(screen.take("Tải tất cả kết quả", folder), code)
    assert _printed(screen, "tờ chìa khoá tệp lưu").startswith(b"%PDF")
    screen.press("Xong, xoá khỏi bộ nhớ")
    assert code in screen.text
    return carried


def forgets_the_keys(screen: Screen) -> None:
    """The last act, after the result was taken over."""
    screen.follow("Tiếp theo: Huỷ chìa khoá")
    screen.main.get_by_role("button").first.click()
    screen.sees("Tổ kiểm phiếu đã huỷ 03 mã chìa khoá")


def _give_keys(screen: Screen, first: str, second: str) -> None:
    screen.fill("Chìa khoá của phong bì thứ nhất", first)
    screen.fill("Chìa khoá của phong bì thứ hai", second)


def _printed(screen: Screen, name: str) -> bytes:
    """Return the paper that a link opens; the printing itself is the browser's."""
    address = screen.main.get_by_role("link", name=name).first.get_attribute("href")
    answer = screen.context.request.get(screen.origin + str(address))
    assert answer.ok
    return answer.body()
