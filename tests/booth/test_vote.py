"""A voter's way through the page in a real browser: from the slip to the receipt, and every way it can be held up."""

import json

import pytest
from playwright.sync_api import Browser

from tests.booth.browsers import CHROMIUM, Phone, losing_replies, phone
from tests.booth.stub import STATIC, Booth, opened, serving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]
MARKS = "1234123412340021"


def test_a_lost_acknowledgement_is_answered_by_the_same_bytes(booth: Booth, voter: Phone) -> None:
    voter.page.route("**/cast", losing_replies(1))
    voter.scan(booth)
    assert "#" not in voter.page.url
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    voter.page.click("#begin")
    voter.page.locator('[data-item="s1.school_head_02"] [data-note]').click()
    voter.page.fill('[data-remark="s1.school_head_02"]', "  Cần bàn bạc\u200b trước khi quyết định  ")
    voter.page.click("#back")
    voter.fill(booth, MARKS)
    assert "Còn 2 nội dung để trống: 13 và 14." in voter.page.inner_text("#blanks")
    assert "Trung bình" not in voter.page.inner_text("#answers")
    voter.page.click("#send")
    voter.page.get_by_text("Phiếu CHƯA gửi").wait_for()
    kept = json.loads(voter.stored())
    assert kept["boxes"] == [{"poll": "7K3M9QXT2A", "slotKey": 32, "envelope": 512 + 5120 + 112}]
    assert (kept["local"], kept["session"], kept["cookies"]) == ({}, {}, "")
    assert voter.page.locator("#ballot input:checked").count() == 0

    voter.page.click("#again")
    voter.page.locator("#receipt-code").wait_for()
    assert len(booth.casts_seen) == 2
    assert booth.casts_seen[0] == booth.casts_seen[1]
    (part,) = opened(booth)["subjects"]
    remarks = [["school_head_02", "Cần bàn bạc trước khi quyết định"]]
    assert part == {"subject": "s1", "marks": MARKS, "remarks": remarks}
    assert "Máy này không còn giữ bản nào." in voter.page.inner_text("main")
    assert json.loads(voter.stored())["boxes"] == []


def test_a_sealed_ballot_survives_a_reload_and_is_sent_by_itself(booth: Booth, voter: Phone) -> None:
    voter.page.route("**/cast", lambda route: route.abort())
    voter.scan(booth)
    voter.fill(booth, MARKS)
    voter.page.click("#send")
    voter.page.get_by_text("Phiếu CHƯA gửi").wait_for()
    voter.page.unroute("**/cast")
    voter.page.reload()
    voter.page.locator("#receipt-code").wait_for()
    assert len(booth.cast) == 1


def test_an_acknowledgement_that_is_not_the_servers_is_not_believed(booth: Booth, voter: Phone) -> None:
    forged = json.dumps({"state": "accepted", "leaf": "00" * 32, "signature": "00" * 64})
    voter.page.route("**/cast", lambda route: route.fulfill(status=200, body=forged))
    voter.scan(booth)
    voter.fill(booth, MARKS)
    voter.page.click("#send")
    voter.page.get_by_text("Phiếu CHƯA được xác nhận").wait_for()
    assert len(json.loads(voter.stored())["boxes"]) == 1


def test_discarding_asks_first_and_leaves_nothing(booth: Booth, voter: Phone) -> None:
    voter.page.route("**/cast", lambda route: route.abort())
    voter.scan(booth)
    voter.fill(booth, MARKS)
    voter.page.click("#send")
    voter.page.click("#discard")
    assert "bàn phát thẻ đã đồng ý" in voter.page.inner_text("#discard-confirm")
    voter.page.click("#discard-yes")
    voter.page.get_by_text("Quét mã trên thẻ của đồng chí").wait_for()
    assert json.loads(voter.stored())["boxes"] == []


@pytest.mark.parametrize(
    ("slot", "told"),
    [
        ("cast", "Thẻ này đã bỏ phiếu"),
        ("exchanged", "Thẻ này đã đổi lấy phiếu giấy"),
        ("spoiled", "Thẻ này đã báo hỏng"),
        ("left_over", "Thẻ này không phát ra"),
        ("void", "Thẻ này đã huỷ"),
        (None, "Hội nghị này không có thẻ này"),
    ],
)
def test_the_holder_hears_the_truth_about_the_slip(
    booth: Booth, voter: Phone, slot: str | None, told: str
) -> None:
    slot_key = bytes.fromhex(booth.vector["tickets"][0]["slot_key"])
    if slot:
        booth.slots[slot_key] = slot
    else:
        del booth.slots[slot_key]
    voter.scan(booth)
    voter.page.get_by_role("heading", name=told).wait_for()
    assert not voter.page.locator("#begin").is_visible()


def test_a_box_that_is_not_open_yet_opens_under_the_waiting_voter(booth: Booth, voter: Phone) -> None:
    booth.state = "prepared"
    voter.scan(booth)
    voter.page.get_by_role("heading", name="Hòm phiếu chưa mở").wait_for()
    booth.state = "open"
    voter.page.click("#told-again")
    voter.page.locator("#begin").wait_for()


def test_a_typed_code_says_which_group_is_wrong(booth: Booth, voter: Phone) -> None:
    code = booth.vector["tickets"][0]["code"]
    voter.page.goto(booth.address)
    groups = [code[start : start + 5] for start in range(0, 20, 5)]
    wrong = ("7" if groups[2][0] != "7" else "8") + groups[2][1:]
    for field, group in zip(voter.page.locator(".code").all(), [*groups[:2], wrong, groups[3]], strict=True):
        field.fill(group.lower())
    voter.page.get_by_role("button", name="Tiếp tục").click()
    voter.page.get_by_text("Nhóm thứ 3 gõ nhầm.").wait_for()
    voter.page.locator(".code").nth(2).fill(groups[2])
    voter.page.get_by_role("button", name="Tiếp tục").click()
    voter.page.get_by_text("Thẻ dùng được.").wait_for()


def test_a_slip_of_another_meeting_is_named_as_such(booth: Booth, voter: Phone) -> None:
    with serving("ward") as ward:
        voter.page.goto(f"{booth.address}#{ward.vector['tickets'][1]['code']}")
        voter.page.get_by_text("Thẻ này là thẻ của hội nghị khác.").wait_for()


def test_a_ward_votes_on_both_leaders_in_one_envelope(browser: Browser) -> None:
    marks = "123412341234123412" + "3"
    with serving("ward") as booth, phone(browser) as voter:
        voter.scan(booth)
        voter.fill(booth, marks)
        voter.page.click("#send")
        voter.page.locator("#receipt-code").wait_for()
        assert [(part["subject"], part["marks"]) for part in opened(booth)["subjects"]] == [
            ("s1", marks),
            ("s2", marks),
        ]
        assert voter.complaints == []


def test_remarks_beyond_their_room_are_held_back_before_sealing(booth: Booth, voter: Phone) -> None:
    voter.scan(booth)
    voter.fill(booth, MARKS)
    voter.page.click("#review-back")
    voter.page.fill('[data-remark="s1.other"]', "a" * 3500)
    told = voter.page.locator('[data-field="s1.other"] .budget')
    assert told.inner_text() == "Còn viết được khoảng 84 chữ nữa."
    voter.page.fill('[data-remark="s1.other"]', "ế" * 2000)
    assert told.inner_text() == "Ghi chú dài quá chỗ viết. Đề nghị đồng chí rút bớt trước khi gửi."
    voter.page.click("#next")
    voter.page.click("#send")
    assert "Ghi chú dài quá chỗ viết." in voter.page.inner_text("#review-error")
    assert booth.casts_seen == []


def test_the_browsers_own_back_turns_a_page_back(booth: Booth, voter: Phone) -> None:
    voter.scan(booth)
    voter.page.click("#begin")
    voter.tick("s1.school_head_01", 2)
    voter.page.click("#next")
    voter.page.go_back()
    assert voter.page.locator('input[name="s1.school_head_01"][value="2"]').is_checked()
    assert voter.page.locator('[data-item="s1.school_head_01"]').is_visible()


def test_leaving_the_page_leaves_no_answer_behind(booth: Booth, voter: Phone) -> None:
    voter.scan(booth)
    voter.page.click("#begin")
    voter.tick("s1.school_head_01", 4)
    voter.page.on("dialog", lambda dialog: dialog.accept())
    voter.page.goto("about:blank")
    voter.page.go_back()
    voter.page.get_by_text("Quét mã trên thẻ của đồng chí").wait_for()
    assert voter.page.locator("#ballot input:checked").count() == 0


def test_without_scripts_the_page_says_where_to_go(browser: Browser, booth: Booth) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(booth.address)
    assert "bàn phát thẻ để đổi lấy phiếu giấy" in page.inner_text("main")
    assert page.locator("button:visible, input:visible").count() == 0
    context.close()
