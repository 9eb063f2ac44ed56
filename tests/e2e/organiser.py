"""The organiser: the schools' list out of Excel; a conference's roll, board, urn, papers, and the hall."""

from pathlib import Path

from tests.e2e import staff_list
from tests.e2e.screens import Screen, next_act

PIN = "4826"
BOARD = {
    "Tổ trưởng tổ kiểm phiếu": "Nghiêm Văn Bờ Kè",
    "Thư ký tổ kiểm phiếu": "Thạch Thị Lau Sậy",
    "Thành viên 1": "Viên Văn Cầu Ván",
    "Đại biểu chứng kiến 1": "Đào Thị Bến Cát",
}

WITNESS = BOARD["Đại biểu chứng kiến 1"]


def enters_the_staff_list(screen: Screen, folder: Path) -> None:
    """Fill in the downloaded template, first wrongly: told by row, nothing written; then rightly."""
    assert "Bắt đầu từ danh sách cán bộ" in next_act(screen)
    screen.follow("Nhập danh sách cán bộ")
    template = screen.take("Tải tệp mẫu", folder)
    _upload(screen, folder / "sai.xlsx", staff_list.filled(template, faulty=True))
    assert screen.heading == "Còn 2 chỗ cần sửa"
    screen.sees("Chưa có gì được ghi vào sổ bộ")
    assert "Thử việc" in screen.text
    assert screen.take("Tải tệp có cột lỗi", folder).suffix == ".xlsx"
    screen.go("/so-bo/nhap/")
    _upload(screen, folder / "dung.xlsx", staff_list.filled(template, faulty=False))
    screen.sees("dòng thêm mới", "1 lao động hợp đồng")
    screen.press("Ghi vào sổ bộ")
    screen.sees(staff_list.SCHOOL)


def names_people(screen: Screen, address: str) -> None:
    """Agree the roll of the conference and name its board."""
    screen.go(address)
    _next_step(screen, "danh sách")
    screen.press("Lập danh sách từ sổ bộ")
    assert staff_list.CONTRACT not in screen.page.locator("table").inner_text()
    screen.press("Chốt danh sách 12 người")
    screen.go(address)
    _next_step(screen, "tổ kiểm phiếu")
    for label, name in BOARD.items():
        screen.fill(label, name)
    screen.press("Lưu tổ kiểm phiếu")


def asks_for_the_urn(screen: Screen, address: str, folder: Path) -> Path:
    """Make the request for the board's program; returns its file."""
    assert "Lập yêu cầu hòm phiếu" in next_act(screen)
    screen.go(address)
    _next_step(screen, "yêu cầu")
    screen.press("Lập yêu cầu")
    return screen.take("Tải tệp yêu cầu", folder)


def takes_the_keys(screen: Screen, address: str, request: Path, keys: Path) -> None:
    """Offer the wrong file first, then the board's file of public keys."""
    screen.go(address)
    _next_step(screen, "tệp khoá")
    screen.give("Tệp khoá công khai", request)
    screen.press("Nạp tệp khoá")
    screen.sees("không phải tệp khoá công khai")
    screen.give("Tệp khoá công khai", keys)
    screen.press("Nạp tệp khoá")
    screen.sees("Đã nhận tệp khoá")


def prints_and_opens(screen: Screen, address: str, folder: Path) -> list[Path]:
    """Print the attendance list and the ballot sheet, open the poll; returns the two papers."""
    assert "In danh sách ký nhận" in next_act(screen)
    screen.go(address)
    _next_step(screen, "In")
    screen.press("Lập danh sách ký nhận")
    papers = [screen.take("PDF", folder), screen.take("Phiếu góp ý đồng chí", folder)]
    screen.press("Xác nhận đã in đủ")
    assert "Mở bỏ phiếu" in next_act(screen)
    screen.go(address)
    _next_step(screen, "Mở bỏ phiếu")
    _checks_the_hall(screen)
    _witness_chooses_a_number(screen)
    for question in screen.page.locator("#questions-open input").all():
        question.check()
    _confirmed(screen, "Mở bỏ phiếu")
    return papers


def _checks_the_hall(screen: Screen) -> None:
    """The page sends the test ballot by itself; two things are ticked, the rest is answered for when the poll opens."""
    screen.page.locator("#muc-test_ballot.check-ok").wait_for()
    screen.page.locator("#muc-clock.check-ok").wait_for()
    for what in ("Tổ kiểm phiếu đã thử khoá", "Phiếu giấy đã đóng dấu"):
        screen.press(f"Đã xong: {what}")


def _witness_chooses_a_number(screen: Screen) -> None:
    """The witness sits down at the desk and chooses the number, at first two different ones."""
    screen.follow("Mời tổ trưởng, thư ký tổ, đại biểu chứng kiến chọn mã")
    card = screen.page.locator("section.card", has_text=WITNESS)
    for again in ("4827", PIN):
        card.get_by_label("Mã xác nhận").fill(PIN)
        card.get_by_label("Gõ lại mã").fill(again)
        with screen.page.expect_navigation():
            card.get_by_role("button", name="Ghi mã của tôi").click()
        screen.look()
    screen.sees("Đã ghi mã xác nhận")
    screen.follow("Mở bỏ phiếu")


def _confirmed(screen: Screen, act: str) -> None:
    """Press a button that needs two people: the witness types the number."""
    screen.tick(WITNESS)
    screen.fill("Mã xác nhận", PIN)
    screen.press(act)


def keeps_the_desk(screen: Screen, address: str, *, exchanged: str, spoiled: str) -> None:
    """Show the hall's screen, hand out one paper set, exchange one slip for paper, replace a spoiled one."""
    screen.go(f"{address}man-hinh/")
    screen.go(screen.page.get_by_role("link", name="Mở màn hình").get_attribute("href") or "")
    screen.sees("Quét mã trên thẻ của đồng chí", "Đang nhận phiếu")
    screen.go(f"{address}hoi-truong/")
    _notes_the_hour(screen)
    screen.press("Thêm 1 bộ")
    _take_back(screen, exchanged, "Đổi sang phiếu giấy")
    screen.press("Thêm 1 bộ")
    assert screen.page.locator(".counter-number").inner_text() == "2"
    _take_back(screen, spoiled, "Thẻ hỏng, đổi thẻ khác")
    _take_back(screen, spoiled[:-1] + ("0" if spoiled[-1] != "0" else "1"), "Thẻ hỏng, đổi thẻ khác")
    screen.sees("gõ chưa đúng")


def _notes_the_hour(screen: Screen) -> None:
    """Note when the person asked about left, at midnight so that no hour of the machine contradicts it, and an incident."""
    screen.page.get_by_text("xem, sửa giờ").click()
    row = screen.page.locator(".hour li", has_text="rời phòng")
    row.locator("input[type=time]").fill("00:00")
    with screen.page.expect_navigation():
        row.get_by_role("button", name="Ghi").click()
    screen.sees("Đã ghi 0 giờ: Mời đồng chí được góp ý rời phòng.")
    screen.fill("Việc xảy ra", "Mất mạng hai phút")
    screen.press("Ghi sự việc")
    screen.sees("Mất mạng hai phút")


def ticks_and_closes(screen: Screen, address: str, *, present: int) -> None:
    """Tick those who signed, then end casting."""
    screen.go(f"{address}hoi-truong/")
    for number in range(1, present + 1):
        screen.page.locator("#attendees button[value='1']").first.click()
        screen.page.locator("#present-count").get_by_text(str(number), exact=True).wait_for()
    assert "Điều hành hội nghị" in next_act(screen)
    screen.go(f"{address}ket-thuc/")
    screen.tick("Tôi hiểu")
    _confirmed(screen, "Kết thúc bỏ phiếu")
    screen.sees("Trao máy cho cán bộ kiểm phiếu")


def _upload(screen: Screen, path: Path, data: bytes) -> None:
    path.write_bytes(data)
    screen.give("Tệp Excel", path)
    screen.press("Xem trước")


def _next_step(screen: Screen, word: str) -> None:
    card = screen.page.locator(".card-first")
    assert word.lower() in card.inner_text().lower()
    with screen.page.expect_navigation():
        card.get_by_role("link").first.click()
    screen.look()


def _take_back(screen: Screen, code: str, act: str) -> None:
    screen.fill("Mã trên thẻ", code)
    screen.press(act)
