"""The end of the round: its results, the district report with its three files, and what an observer may see of it all."""

from collections.abc import Iterable
from pathlib import Path

from tests.e2e import plan, staff_list
from tests.e2e.screens import Screen, next_act

FIGURES = ("", "bao-cao/", "bao-cao/ban-in/", "bao-cao/loi-van/", "thong-bao/", "van-ban/")


def is_written(screen: Screen, folder: Path) -> list[Path]:
    """Read the round, write the office's words, number and file; returns the Word, PDF and Excel files."""
    assert "lập báo cáo tổng hợp của đợt" in next_act(screen)
    screen.follow("Lập báo cáo")
    screen.sees("Viết phần đánh giá, kiến nghị")
    screen.follow("Kết quả của đợt")
    screen.sees("Bốn mức của từng nội dung", "hội nghị đã có kết quả")
    screen.follow("Báo cáo tổng hợp")
    screen.follow("Viết lời văn")
    screen.fill("Đánh giá chung", "Việc lấy ý kiến được tiến hành đúng kế hoạch.\nKhông có đơn thư.")
    screen.fill("Kiến nghị, đề xuất", "Gửi kết quả cá nhân cho từng đồng chí.")
    screen.fill("Chức vụ người ký", "Trưởng ban")
    screen.fill("Họ và tên người ký", plan.SIGNER)
    screen.press("Lưu lời văn")
    screen.press("Cấp số và lưu")
    screen.sees("Báo cáo đã lưu")
    return [screen.take(kind, folder) for kind in ("Word", "PDF", "Excel")]


def is_announced(screen: Screen) -> None:
    """File the announcement that the round took place."""
    screen.follow("Kết quả của đợt")
    screen.follow("Thông báo")
    screen.press("Cấp số và lưu")
    screen.sees("Thông báo đã lưu")


def is_hidden_from(observer: Screen, of_round: str, draw: str, conference: str) -> None:
    """The observer reads plan, draw and calendar, has nothing to press there, and is refused at every figure."""
    observer.go("/ke-hoach/")
    observer.follow(plan.NUMBER)
    observer.follow(plan.SCHOOLS)
    assert "Kết quả" not in observer.main.inner_text()
    observer.follow("Lịch hội nghị của đợt")
    observer.sees(staff_list.SCHOOL)
    assert observer.main.get_by_role("button").count() == 0
    observer.go(f"{draw}ket-qua/")
    observer.sees(staff_list.SCHOOL)
    assert observer.main.get_by_role("button").count() == 0
    assert {_status(observer, path) for path in _figures(of_round, conference)} == {403}


def _figures(of_round: str, conference: str) -> Iterable[str]:
    """Every page that shows a number of ballots, and the archive of papers."""
    round_key, conference_key = of_round.split("/")[-2], conference.split("/")[-2]
    yield from (f"/ket-qua/dot/{round_key}/{page}" for page in FIGURES)
    yield from ("/ket-qua/", "/kiem-phieu/", "/van-ban/", f"/kiem-phieu/{conference_key}/")
    yield from (f"/kiem-phieu/{conference_key}/{page}/" for page in ("dem-tay", "doi-chieu", "ket-qua"))


def _status(screen: Screen, path: str) -> int:
    return screen.context.request.get(screen.origin + path).status
