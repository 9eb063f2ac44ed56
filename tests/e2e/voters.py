"""Voters on their own phones, 360x740: by the printed address, by typing, with a lost answer, with a used slip."""

import urllib.request

from playwright.sync_api import Browser

from guong.core.secrecy import envelope
from tests.booth.browsers import Phone, losing_replies, phone

REMARK = "Đề nghị họp tổ chuyên môn sớm hơn"


def votes_by_link(browser: Browser, origin: str, poll: str, code: str, level: int) -> str:
    """Scan, answer, send; returns the receipt's code."""
    with phone(browser) as voter:
        voter.page.goto(f"{origin}/b/{poll}#{code.replace(' ', '')}")
        receipt = _answers_and_sends(voter, level)
        _is_content(voter)
    return receipt


def votes_by_typing(browser: Browser, origin: str, poll: str, code: str, level: int) -> str:
    """Type the four groups, one of them wrong at first."""
    with phone(browser) as voter:
        voter.page.goto(f"{origin}/b/{poll}")
        groups = voter.page.locator("input.code")
        typed = code.split(" ")
        wrong = typed[1][:-1] + ("0" if typed[1][-1] != "0" else "1")
        for place, group in enumerate([typed[0], wrong, *typed[2:]]):
            groups.nth(place).fill(group)
        voter.page.get_by_role("button", name="Tiếp tục").click()
        voter.page.locator("#code-error", has_text="2").wait_for()
        groups.nth(1).fill(typed[1])
        voter.page.get_by_role("button", name="Tiếp tục").click()
        receipt = _answers_and_sends(voter, level)
        _is_content(voter)
    return receipt


def votes_with_a_lost_answer(browser: Browser, origin: str, poll: str, code: str, level: int) -> str:
    """The box takes the ballot, its answer is lost; the phone sends the same bytes again."""
    with phone(browser) as voter:
        voter.page.route("**/cast", losing_replies(1))
        voter.page.goto(f"{origin}/b/{poll}#{code.replace(' ', '')}")
        receipt = _answers_and_sends(voter, level, remark=REMARK, again=True)
        _is_content(voter)
    return receipt


def tries_a_used_slip(browser: Browser, origin: str, poll: str, code: str) -> str:
    """Use a slip that has voted; returns what the phone says."""
    with phone(browser) as voter:
        voter.page.goto(f"{origin}/b/{poll}#{code.replace(' ', '')}")
        voter.page.locator("#told-title", has_text="Thẻ này đã bỏ phiếu").wait_for()
        _is_content(voter)
        return voter.page.locator("#told-text").inner_text()


def receipts_on_the_list(origin: str, poll: str) -> set[str]:
    """After the closing anybody may download what is in the box; returns the receipt of every ballot in it."""
    with urllib.request.urlopen(f"{origin}/b/{poll}/hashes.txt") as published:
        leaves = published.read().decode("ascii").split()
    return {envelope.receipt_code(bytes.fromhex(leaf)) for leaf in leaves}


def _answers_and_sends(voter: Phone, level: int, *, remark: str = "", again: bool = False) -> str:
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    voter.page.click("#begin")
    while voter.page.locator("#next").is_visible():
        for option in voter.page.locator(f'input[value="{level}"]:visible').all():
            option.check()
        areas = voter.page.locator("textarea:visible")
        if remark and areas.count():
            areas.first.fill(remark)
        voter.page.click("#next")
    voter.page.get_by_role("heading", name="Kiểm tra trước khi gửi").wait_for()
    voter.page.click("#send")
    if again:
        voter.page.get_by_text("Phiếu CHƯA gửi").wait_for()
        voter.page.click("#again")
    voter.page.locator("#receipt-code").wait_for()
    return voter.page.inner_text("#receipt-code")


def _is_content(voter: Phone) -> None:
    assert voter.complaints == []
    assert not voter.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
