"""Afterwards: the minutes for signing, the personal summary, and what an observer may see."""

from pathlib import Path

from tests.e2e import staff_list
from tests.e2e.screens import Screen, next_act


def makes_the_minutes(screen: Screen, folder: Path) -> list[Path]:
    """Make the minutes of counting from the round's page, which shows the board no figure; returns the DOCX and the PDF."""
    assert "Lập biên bản kiểm phiếu" in next_act(screen)
    screen.follow("Lập biên bản")
    assert "Bốn mức" not in screen.text
    screen.follow("Chưa lập")
    offered = screen.page.locator("#id_opened_at").input_value()
    screen.fill("Bắt đầu mở hòm phiếu lúc", "2020-05-25T14:00")
    screen.fill("Địa điểm mở hòm phiếu", "Trụ sở Quận uỷ")
    screen.press("Lập biên bản kiểm phiếu")
    screen.sees("Ngày mở hòm phiếu không thể trước ngày họp")
    screen.fill("Bắt đầu mở hòm phiếu lúc", offered)
    screen.press("Lập biên bản kiểm phiếu")
    return [screen.take("Word", folder), screen.take("PDF", folder)]


def reads_the_result(screen: Screen, folder: Path) -> Path:
    """Open the head's result from the round's page and make the personal summary; returns its PDF."""
    assert "Xem kết quả" in next_act(screen)
    screen.follow("Xem kết quả")
    screen.follow(staff_list.HEAD)
    screen.sees("phiếu thu về trên số người được triệu tập", "Ý kiến ghi trên phiếu")
    screen.press("Lập bảng tổng hợp")
    return screen.take("PDF", folder)


def observes(screen: Screen, state: str) -> None:
    """See the school and its state, nothing to press, and no figure."""
    seen = next_act(screen)
    assert staff_list.SCHOOL in seen
    assert state in seen
    assert "phiếu thu về" not in seen
    for closed in ("/ket-qua/", "/kiem-phieu/"):
        answer = screen.context.request.get(screen.origin + closed)
        assert answer.status == 403
