"""In-app browsers, private windows, wrong clocks: what may be missing, and what is said where too much is."""

import pytest

from tests.ballots.world import MARKS
from tests.booth.browsers import CHROMIUM, Phone
from tests.booth.halls import Hall, vote
from tests.booth.stub import STATIC

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed"),
    pytest.mark.skipif(
        not (STATIC / "seal.js").exists(), reason="the front end is not bundled: run.py setup"
    ),
]
RECEIVED = "Hòm phiếu đã nhận phiếu của đồng chí"
REFUSES_STORAGE = (
    """Object.defineProperty(window, '%s', { get() { throw new DOMException('', 'SecurityError'); } })"""
)
NEWER_THAN_CHROME_80 = """
  for (const [owner, names] of [
    [Object, ['hasOwn', 'groupBy']], [Promise, ['any', 'withResolvers', 'try']], [Map, ['groupBy']],
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']],
    [Object.getPrototypeOf(Uint8Array.prototype), ['at', 'findLast', 'toSorted', 'with']],
    [Uint8Array.prototype, ['toHex', 'toBase64', 'setFromHex']], [Uint8Array, ['fromHex', 'fromBase64']],
    [Element.prototype, ['replaceChildren', 'checkVisibility', 'setHTML']], [Document.prototype, ['replaceChildren']],
    [AbortSignal, ['timeout', 'any']], [Crypto.prototype, ['randomUUID']],
    [window, ['structuredClone', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'scheduler', 'reportError', 'navigation']],
  ]) for (const name of names) delete owner[name];"""
WITHOUT = {
    "no IndexedDB": "delete Window.prototype.indexedDB; Object.defineProperty(window, 'indexedDB', { value: undefined })",
    "IndexedDB refuses": "IDBFactory.prototype.open = () => { throw new DOMException('', 'InvalidStateError'); }",
    "IndexedDB never answers": "IDBFactory.prototype.open = () => ({})",
    "IndexedDB is full": "IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError'); }",
    "no WebCrypto ciphers": "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })",
    "no local storage": REFUSES_STORAGE % "localStorage",
    "no session storage": REFUSES_STORAGE % "sessionStorage",
    "no caches, no service worker": "Object.defineProperty(window, 'caches', { value: undefined });"
    "delete Navigator.prototype.serviceWorker",
    "what came after Chrome 80": NEWER_THAN_CHROME_80,
    "history throws": "History.prototype.pushState = () => { throw new DOMException('', 'SecurityError'); }",
}
CLOCKS = {"ten years slow": "2016-11-20T08:00:00", "in the year 2099": "2099-01-01T00:00:00"}


@pytest.mark.parametrize("missing", WITHOUT)
def test_a_vote_needs_none_of_these(hall: Hall, voter: Phone, missing: str) -> None:
    voter.page.add_init_script(WITHOUT[missing])
    voter.page.goto(hall.slip(0))
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    vote(voter, 2)
    voter.page.get_by_role("heading", name=RECEIVED).wait_for()
    assert hall.marks() == ["2" * MARKS]


@pytest.mark.parametrize("missing", ["no IndexedDB", "IndexedDB never answers", "IndexedDB is full"])
def test_where_nothing_can_be_kept_the_voter_is_told_so(hall: Hall, voter: Phone, missing: str) -> None:
    voter.page.add_init_script(WITHOUT[missing])
    voter.page.goto(hall.slip(0))
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    voter.page.route("**/cast", lambda route: route.abort())
    vote(voter, 2)
    voter.page.get_by_text("Máy này không cho lưu: đóng trang là mất phiếu chưa gửi.").wait_for()
    voter.page.unroute("**/cast")
    voter.page.click("#again")
    voter.page.get_by_role("heading", name=RECEIVED).wait_for()


@pytest.mark.parametrize(
    "missing",
    [
        "Crypto.prototype.getRandomValues = undefined",
        "window.BigInt = undefined",
        "window.TextEncoder = undefined",
        "window.AbortController = undefined",
    ],
)
def test_a_browser_that_cannot_seal_says_so_before_anything_is_filled_in(
    hall: Hall, voter: Phone, missing: str
) -> None:
    voter.page.add_init_script(missing)
    voter.page.goto(hall.slip(0))
    voter.page.get_by_role("heading", name="Trình duyệt này không niêm phong được phiếu").wait_for()
    assert "Thẻ còn nguyên giá trị." in voter.page.inner_text("main")
    assert voter.page.locator("#begin:visible, #code-form:visible, main button:visible").count() == 0


def test_a_browser_that_cannot_read_the_script_says_where_to_go(hall: Hall, voter: Phone) -> None:
    voter.page.route(
        "**/booth.js*", lambda route: route.fulfill(body="let = ?.", content_type="text/javascript")
    )
    voter.page.goto(hall.slip(0))
    told = voter.page.get_by_text("Trình duyệt này chưa mở được phiếu.")
    assert not told.is_visible()
    told.wait_for(timeout=20_000)
    assert "dùng máy chung, hoặc đổi thẻ lấy phiếu giấy" in voter.page.inner_text("main")
    voter.complaints.clear()


@pytest.mark.parametrize("clock", CLOCKS)
def test_a_wrong_clock_changes_nothing(hall: Hall, voter: Phone, clock: str) -> None:
    voter.page.clock.install(time=CLOCKS[clock])
    voter.page.goto(hall.slip(0))
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    vote(voter, 1)
    voter.page.get_by_role("heading", name=RECEIVED).wait_for()
    assert hall.marks() == ["1" * MARKS]


def test_pasted_odd_characters_reach_the_box_as_a_plain_remark(hall: Hall, voter: Phone) -> None:
    odd = "\u202eCo\u0302 \u0301giáo\u200b\U0001f600 tận\u00a0tâm\u0000\ufeff,\tđúng giờ\r\n\u0301"
    voter.page.goto(hall.slip(0))
    voter.page.get_by_text("Thẻ dùng được.").wait_for()
    voter.page.click("#begin")
    voter.page.locator("[data-note]:visible").first.click()
    voter.page.evaluate(
        "(text) => { const area = Array.from(document.querySelectorAll('textarea')).find((one) => one.offsetParent);"
        "area.value = text; area.dispatchEvent(new Event('input', { bubbles: true })); }",
        odd,
    )
    while voter.page.locator("#next").is_visible():
        voter.page.click("#next")
    voter.page.click("#send")
    voter.page.get_by_role("heading", name=RECEIVED).wait_for()
    ((_, remark),) = hall.answers()[0]["subjects"][0]["remarks"]
    assert "\u200b" not in remark
    assert "\u202e" not in remark
    assert remark.startswith("Cô ")
    assert "tận\u00a0tâm, đúng giờ" in remark
