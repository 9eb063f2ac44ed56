"""From told to closed: the head reads, answers, plans and shows what was done; the lead body follows to the end."""

from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from tests.e2e.followed import APPROVER, BOARD, COMMITTEE, HEAD, REPORTER, House
from tests.e2e.released import HANDED_ON
from tests.e2e.screens import Screen, next_act
from tests.remediation.world import PDF, photograph

OWN_WORDS = "Tôi nghĩ mình lắng nghe hơn thế"
REPLY = "Từ tháng 4 nhà trường đã niêm yết lịch trực trước một tuần."
ANSWER = "Cơ quan chủ trì ghi nhận."
SHORTCOMING = "Nhiều việc lớn chưa bàn trước trong hội đồng"
TO_MEND = "Ghi rõ mốc ban hành quy chế"
_WITH_THE_PLAN = {HEAD, REPORTER, APPROVER}


def is_received(house: House, folder: Path) -> None:
    """The head reads the own result, takes the notice, acknowledges, reflects for nobody else's eyes, and replies."""
    head = house.at[HEAD]
    assert "Đọc kết quả góp ý" in next_act(head)
    head.follow("Đọc kết quả")
    head.sees("Trang này không xếp hạng", HANDED_ON)
    assert head.take("Tải thông báo kết quả (PDF)", folder).read_bytes().startswith(b"%PDF")
    head.press("Đã nhận kết quả")
    head.follow("Tự đánh giá", exact=True)
    head.fill("Tự nhìn lại", OWN_WORDS)
    head.press("Lưu tự đánh giá")
    head.sees(OWN_WORDS)
    head.follow("Viết cho cơ quan chủ trì")
    head.fill("Nội dung trao đổi", REPLY)
    head.press("Gửi", exact=True)
    head.sees(REPLY, "Cơ quan chủ trì chưa trả lời")
    assert house.readers(f"{house.own}tu-danh-gia/") == {HEAD}
    assert house.readers(house.own) == {HEAD}


def is_answered(house: House) -> None:
    """The lead body answers the reply, without ever seeing the head's own view."""
    officer = house.at[APPROVER]
    assert "Trả lời ý kiến của người được góp ý" in next_act(officer)
    officer.follow("Trả lời", exact=True)
    officer.sees(REPLY)
    assert OWN_WORDS not in officer.text
    officer.fill("Trả lời", ANSWER)
    officer.press("Gửi trả lời")
    head = house.at[HEAD]
    head.go(house.own)
    head.sees(ANSWER)


def is_planned(house: House) -> None:
    """The head plans out of what the result proposes; the lead body hands back once, then approves."""
    head, officer = house.at[HEAD], house.at[APPROVER]
    head.go(house.own)
    head.follow("kế hoạch khắc phục")
    head.main.get_by_role("link", name="Tốt trở lên").first.click()
    _writes(head, days=90)
    head.press("Trình cơ quan chủ trì")
    assert house.readers(house.plan) == _WITH_THE_PLAN
    officer.go("/khac-phuc/")
    officer.follow(house.made.head_name)
    officer.sees(SHORTCOMING)
    assert OWN_WORDS not in officer.text
    officer.page.get_by_text("Trả lại để sửa").click()
    officer.fill("Cần sửa gì, vì sao", TO_MEND)
    officer.press("Trả lại kế hoạch")
    head.go(house.plan)
    head.sees(TO_MEND)
    head.follow("Sửa mục 1")
    head.page.get_by_text("Mốc thời gian").click()
    head.fill("Mốc 1: việc", "Ban hành quy chế họp")
    head.fill("Mốc 1: ngày", _day(30))
    head.press("Lưu mục")
    head.press("Trình cơ quan chủ trì")
    officer.go(house.plan)
    officer.press("Duyệt kế hoạch")
    officer.sees("Đã duyệt kế hoạch.")


def is_done(house: House, folder: Path) -> None:
    """The head reports the point as done with two files and asks for the end."""
    head = house.at[HEAD]
    papers = folder / "quy-che.pdf", folder / "bang-tin.jpg"
    for path, data in zip(papers, (PDF, photograph()), strict=True):
        path.write_bytes(data)
    assert "Mở kế hoạch" in next_act(head)
    head.follow("Mở kế hoạch")
    head.follow("Báo cáo, gửi minh chứng")
    head.fill("Đã hoàn thành (%)", 100)
    head.fill("Đã làm được gì", "Đã ban hành quy chế, họp theo quy chế.")
    head.tick("Ban hành quy chế họp")
    head.press("Ghi báo cáo")
    for path in papers:
        head.give("Tệp", path)
        head.press("Gửi minh chứng")
        head.sees(path.name)
    head.go(house.plan)
    head.press("Đề nghị kết thúc")


def is_closed(house: House, folder: Path) -> None:
    """The lead body looks at the evidence and closes; the committee sees that it is closed, and no word of the plan."""
    officer, head = house.at[APPROVER], house.at[HEAD]
    assert "xem xét kết thúc" in next_act(officer)
    officer.go(house.plan)
    officer.follow("Xem đủ, minh chứng")
    evidence = officer.page.get_by_role("link", name="quy-che.pdf").get_attribute("href") or ""
    assert officer.take("quy-che.pdf", folder).read_bytes() == PDF
    assert house.readers(evidence) == _WITH_THE_PLAN
    officer.go(house.plan)
    officer.press("Đồng ý kết thúc")
    officer.sees("Đã kết thúc")
    head.go(house.plan)
    head.sees("Cơ quan chủ trì đã đồng ý kết thúc")
    for who in (BOARD, COMMITTEE):
        leader = house.at[who]
        leader.go(house.glance)
        assert "1 / 1 kế hoạch khắc phục đã kết thúc" in leader.text
        leader.follow("Từng đồng chí")
        leader.sees("Đã kết thúc")
        assert SHORTCOMING not in leader.text
    assert house.readers(house.plan) == _WITH_THE_PLAN


def _writes(head: Screen, *, days: int) -> None:
    head.fill("Hạn chế cần khắc phục", SHORTCOMING)
    head.fill("Nguyên nhân", "Họp gấp, tài liệu gửi muộn.")
    head.fill("Biện pháp", "Gửi dự thảo trước ba ngày, bàn trong hội đồng.")
    head.fill("Kết quả cần đạt", "Mọi việc lớn có biên bản bàn bạc.")
    head.fill("Người thực hiện", "Hiệu trưởng")
    head.fill("Thời hạn", _day(days))
    head.press("Lưu mục")


def _day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()
