"""The way of a result through the office: two officers edit, the reporter presents and tells, the leaders read."""

from pathlib import Path

from tests.counting.world import REMARK
from tests.e2e.followed import APPROVER, BOARD, COMMITTEE, EDITORS, HEAD, REPORTER, House
from tests.e2e.screens import Screen, next_act

HANDED_ON = "Đề nghị báo lịch trực sớm hơn"
PROPOSED = "Cử đi bồi dưỡng kỹ năng điều hành họp."
_LEAD_BODY = {REPORTER, APPROVER}


def is_edited(house: House) -> None:
    """Both officers sit down, one edits, the other agrees and ends it; nobody else ever opens the desk."""
    first, second = (house.at[who] for who in EDITORS)
    for screen in (first, second):
        screen.go(house.desk)
        assert REMARK not in screen.text
        screen.press("Nhận biên tập")
    _proposes(house, first)
    second.go(house.desk)
    second.follow("Xác nhận", exact=True)
    second.sees(REMARK, HANDED_ON)
    second.press("Đồng ý", exact=True)
    assert house.readers(f"{house.desk}tong-hop/") == set(EDITORS)
    first.go(f"{house.desk}tong-hop/")
    first.press("Đề nghị kết thúc")
    second.go(f"{house.desk}tong-hop/")
    second.press("Kết thúc, huỷ bản gốc")
    second.sees("Đã kết thúc biên tập, bản gốc đã huỷ.")


def is_presented(house: House, folder: Path) -> None:
    """The reporter sums up, writes the report and presents it twice; each leader reads from the own step on."""
    reporter = house.at[REPORTER]
    assert house.readers(house.result) == _LEAD_BODY
    _sums_up(house, reporter)
    _reports(house, reporter, folder)
    reporter.go(house.steps)
    reporter.press("Trình Thường trực")
    for path in (house.result, house.glance):
        assert house.readers(path) == {*_LEAD_BODY, BOARD}, path
    _reads(house, house.at[BOARD])
    reporter.go(house.steps)
    reporter.press("Trình Ban Thường vụ")
    for path in (house.result, house.glance):
        assert house.readers(path) == {*_LEAD_BODY, BOARD, COMMITTEE}, path
    _reads(house, house.at[COMMITTEE])
    assert house.readers(house.own) == set()


def is_told(house: House) -> None:
    """The closing papers are filed, the head's notice among them; one head is told, the other isn't."""
    reporter = house.at[REPORTER]
    reporter.go(house.steps)
    reporter.follow("Văn bản kết thúc đợt")
    reporter.fill("Kết luận", "Ban Thường vụ ghi nhận kết quả.")
    reporter.fill("Chức vụ người ký", "Trưởng ban")
    reporter.press("Thông báo kết quả từng đồng chí")
    reporter.sees("Đã lập 2 văn bản")
    reporter.go(house.steps)
    row = reporter.main.get_by_role("row").filter(has_text=house.made.head_name)
    row.get_by_label("Cách thông báo, nơi lưu").fill("Trao phong bì niêm phong")
    with reporter.page.expect_navigation():
        row.get_by_role("button").click()
    reporter.sees("Trao phong bì niêm phong")
    assert house.readers(house.own) == {HEAD}


def is_proposed_about(house: House) -> None:
    """The lead body writes a proposal on personnel work: the committee reads it, the person never."""
    screen = house.at[APPROVER]
    screen.go(house.proposals)
    screen.choose("Việc đề xuất", "Đào tạo, bồi dưỡng")
    screen.fill("Nội dung", PROPOSED)
    screen.press("Ghi đề xuất")
    screen.sees(PROPOSED)
    committee = house.at[COMMITTEE]
    committee.go(house.glance)
    committee.follow("Từng đồng chí")
    committee.follow("1 đề xuất")
    committee.sees(PROPOSED)
    assert committee.main.get_by_role("button").count() == 0
    assert house.readers(house.proposals) == {*_LEAD_BODY, BOARD, COMMITTEE}


def _proposes(house: House, screen: Screen) -> None:
    screen.go(house.desk)
    screen.follow("Biên tập", exact=True)
    screen.sees(REMARK)
    screen.tick("Biên tập")
    screen.page.locator('[name="text"]').fill(HANDED_ON)
    screen.press("Lưu, ý kiến khác")
    screen.sees("Không còn ý kiến nào chờ đồng chí")


def _sums_up(house: House, reporter: Screen) -> None:
    assert "Xem kết quả" in next_act(reporter)
    reporter.go(house.result)
    assert HANDED_ON in reporter.text
    assert REMARK not in reporter.text
    reporter.press("Lập bảng tổng hợp")
    reporter.sees("Bảng tổng hợp")


def _reports(house: House, reporter: Screen, folder: Path) -> None:
    reporter.go(f"/ket-qua/dot/{house.made.of_round}/bao-cao/")
    reporter.follow("Viết lời văn")
    reporter.fill("Đánh giá chung", "Việc lấy ý kiến được tiến hành đúng kế hoạch.")
    reporter.fill("Kiến nghị, đề xuất", "Gửi kết quả cá nhân cho từng đồng chí.")
    reporter.fill("Chức vụ người ký", "Trưởng ban")
    reporter.press("Lưu lời văn")
    reporter.press("Cấp số và lưu")
    reporter.sees("Báo cáo đã lưu")
    assert reporter.take("PDF", folder).read_bytes().startswith(b"%PDF")


def _reads(house: House, leader: Screen) -> None:
    """From the first page over the round to one person; there is nothing to press and no voter's own word."""
    assert "Đọc kết quả của đợt đã được trình" in next_act(leader)
    leader.follow("Đọc kết quả")
    leader.sees("đồng chí được góp ý", "Bốn mức của từng nội dung")
    leader.follow("Từng đồng chí")
    leader.follow(house.made.head_name)
    leader.sees("phiếu thu về trên số người được triệu tập")
    assert REMARK not in leader.text
    assert leader.main.get_by_role("button").count() == 0
