"""Takes the pictures of the board's program for docs/gallery: `python -m scripts.gallery_ceremony`.

Plays the four acts in a real Chromium with an invented poll, on a desktop and on a narrow window.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from guong.ceremony.preparing import prepare_poll
from guong.core.secrecy import keys
from scripts.gallery_camera import Camera, chromium
from tests.ceremony.browser import TOKEN, running
from tests.ceremony.polls import OTHER_POLL, box, request

SIZES = {"desktop": (1280, 800), "narrow": (360, 740)}
ROUND = (
    "Trường Mầm non Ban Mai",
    "Trường Mầm non Nắng Sớm",
    "Trường Tiểu học Hoa Sen",
    "Trường Tiểu học Hướng Dương",
    "Trường Trung học cơ sở Sông Xanh",
    "Trường Trung học cơ sở Đồi Thông",
)


def main() -> int:
    """Take every picture; returns 1 where a page is wider than its window or a picture too large."""
    camera = Camera("ceremony")
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for size, (width, height) in SIZES.items():
            with running() as address, tempfile.TemporaryDirectory() as folder:
                page = browser.new_context(
                    viewport={"width": width, "height": height}, locale="vi"
                ).new_page()
                page.goto(f"{address}/vao/{TOKEN}")
                _Tour(page, size, Path(folder), camera).take()
        browser.close()
    return camera.result()


class _Tour:
    def __init__(self, page: Page, size: str, folder: Path, camera: Camera) -> None:
        self._page, self._size, self._folder, self._camera = page, size, folder, camera

    def take(self) -> None:
        seed = bytes(range(16))
        shares = keys.split_seed(seed)
        (self._folder / "a.json").write_bytes(request().raw)
        (self._folder / "b.json").write_bytes(request(OTHER_POLL).raw)
        prepared = prepare_poll(request(), seed)
        (self._folder / "khoa.json").write_bytes(prepared.keys.raw)
        (self._folder / "hom.json").write_bytes(box(prepared, request(), hostile=1).raw)
        self._picture("home")
        self._prepare()
        self._rehearse(shares)
        self._open(shares)
        self._open_round(shares)
        self._go("/huy")
        self._picture("destroy")
        self._go("/")
        self._picture("home-done")

    def _prepare(self) -> None:
        self._go("/lap")
        self._picture("prepare")
        self._page.set_input_files("#de_nghi", self._folder / "a.json")
        self._page.fill("#ten_1", "Trần Thị Bình")
        self._press("Lập chìa khoá và thẻ")
        self._picture("print")
        self._press("Đã in xong, xoá khỏi bộ nhớ")
        self._picture("not-printed")
        poll = request().poll
        for paper in ("phong-bi.pdf", f"{poll}/the.pdf", f"{poll}/ban-nhap-0.pdf", f"{poll}/khoa.json"):
            self._page.request.get(self._page.url.split("/lap")[0] + f"/lap/{paper}")
        self._go("/lap")
        self._press("Đã in xong, xoá khỏi bộ nhớ")
        self._picture("printed")

    def _rehearse(self, shares: list[str]) -> None:
        self._go("/thu")
        self._page.set_input_files("#khoa_cong_khai", self._folder / "khoa.json")
        self._keys(shares)
        self._picture("rehearse")
        self._press("Thử khoá")
        self._picture("rehearsed")

    def _open(self, shares: list[str]) -> None:
        self._go("/mo")
        self._page.set_input_files("#hom", self._folder / "hom.json")
        self._press("Đọc hòm phiếu")
        self._picture("box")
        self._page.check("input[name=da_doi_chieu]")
        self._keys([shares[0], shares[0]])
        self._press("Mở hòm phiếu")
        self._picture("same-key")
        self._page.check("input[name=da_doi_chieu]")
        self._keys(shares)
        self._press("Mở hòm phiếu")
        self._picture("result")
        self._press("Xong, xoá khỏi bộ nhớ")
        self._picture("opened")

    def _open_round(self, shares: list[str]) -> None:
        boxes = [self._box(number, unit) for number, unit in enumerate(ROUND)]
        self._go("/mo")
        self._picture("choose")
        self._page.set_input_files("#hom", boxes)
        self._press("Đọc hòm phiếu")
        self._picture("round-boxes")
        for tick in self._page.locator("input[name=da_doi_chieu]").all():
            tick.check()
        self._keys(shares)
        self._press("Mở các hòm phiếu đã đối chiếu")
        self._page.get_by_text("Mã kết quả chung").first.wait_for()
        self._picture("round-result")
        self._press("Xong, xoá khỏi bộ nhớ")

    def _box(self, number: int, unit: str) -> Path:
        """Write a school's box; the last one belongs to another set of keys."""
        asked = request(f"B0X000000{number}", unit=unit)
        seed = bytes(16) if unit == ROUND[-1] else bytes(range(16))
        path = self._folder / f"hom-phieu-{asked.poll}.json"
        path.write_bytes(box(prepare_poll(asked, seed), asked).raw)
        return path

    def _go(self, path: str) -> None:
        self._page.goto("/".join(self._page.url.split("/")[:3]) + path)

    def _keys(self, shares: list[str]) -> None:
        self._page.fill("#chia_khoa_1", shares[0])
        self._page.fill("#chia_khoa_2", shares[1])

    def _press(self, name: str) -> None:
        self._page.get_by_role("button", name=name, exact=True).click()

    def _picture(self, name: str) -> None:
        self._page.wait_for_load_state("load")
        self._camera.take(self._page, f"{name}-{self._size}")


if __name__ == "__main__":
    sys.exit(main())
