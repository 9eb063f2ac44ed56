"""Play an opening day of six invented schools in Chromium and draw it: ``python -m scripts.gallery_opening``.

Writes docs/gallery/counting-day-*.png (360x740 and 1280x800). Codes are typed, files are given and minutes made through
the pages; the boxes are opened by the board's own program.
"""

import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from scripts.gallery_environment import ORIGIN, page_of, serve, session, set_up  # sets Django up first

# isort: split
from guong.ceremony.box_files import sort_out
from guong.ceremony.opening_round import open_boxes, result_zip
from guong.core import crockford
from guong.office.plans.models import Round
from scripts.gallery_camera import SIZES, Camera, chromium
from tests.conferences.world import SEED
from tests.counting.rounds import RoundOfBoxes, sealed_round
from tests.counting.world import CLERK, HEAD

WRONG = 2  # the box whose minutes bear another code


def main() -> int:
    """Prepare the sealed boxes, serve, play the day; returns 1 where a page is wider than its screen."""
    set_up()
    made = sealed_round(phones=9, schools=6)
    Round.objects.filter(pk=made.round.pk).update(
        opens_on=date.today() + timedelta(days=1), opening_place="Phòng họp số 2, trụ sở Quận uỷ Hoa Sen"
    )
    serve()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = chromium(playwright)
        play = _Play(page_of(browser, "desktop", session(made.counter)), made, Path(folder))
        play.day()
        browser.close()
    return play.camera.result()


class _Play:
    def __init__(self, page: Page, made: RoundOfBoxes, folder: Path) -> None:
        self._page, self._made, self._folder = page, made, folder
        self.camera = Camera("counting")

    def day(self) -> None:
        """Walk from the list to the sealed archive."""
        self._page.goto(f"{ORIGIN}/kiem-phieu/")
        self._draw("list")
        self._follow("Lập buổi mở hòm phiếu")
        self._draw("arrange")
        self._press("Lập buổi mở hòm phiếu")
        self._draw("begins")
        self._receive()
        self._open()
        self._end()

    def _receive(self) -> None:
        self._follow("Làm bước này")
        for place, box in enumerate(self._made.boxes):
            code = crockford.sixteen_digits(box.list_digest)[-4:]
            key = self._made.conferences[place].key
            if place < len(self._made.boxes) - 1:
                self._page.fill(f"#id_code_{key}", "0000" if place == WRONG else code)
        self._draw("receive")
        self._press("Ghi các hòm phiếu đã đến")
        self._draw("received")
        wrong = self._made.conferences[WRONG].key
        right = crockford.sixteen_digits(self._made.boxes[WRONG].list_digest)
        self._page.fill(f"#id_code_{wrong}", right)
        self._press("Ghi các hòm phiếu đã đến")
        self._page.fill("#id_receiver_name", "Tạ Phương Nhung")
        self._page.fill("#id_receiver_post", "Văn thư")
        self._page.fill("#id_kept_at", "tủ sắt số 1, phòng Văn thư")
        self._press("Lập biên bản bàn giao")

    def _open(self) -> None:
        self._follow("Làm bước này")
        with self._page.expect_download() as waiting:
            self._press("Tải các hòm phiếu")
        boxes = sort_out([("hom.zip", Path(waiting.value.path()).read_bytes())]).boxes
        found = open_boxes(boxes, [SEED])
        assert found.results is not None
        packed = self._folder / "ket-qua-mo-hom-phieu.zip"
        packed.write_bytes(result_zip(found.opened))
        self._draw("open")
        self._import(packed, found.results.code, "1234 5678 9012 3456")
        self._draw("codes-differ")
        self._import(packed, found.results.code, found.results.code)
        self._draw("imported")
        self._page.fill("#id_ended", (date.today() + timedelta(days=1)).isoformat() + "T16:30")
        self._press("Lập biên bản mở hòm phiếu")

    def _import(self, packed: Path, first: str, second: str) -> None:
        self._page.set_input_files("#files", packed)
        self._page.select_option("#id_first_confirmer", HEAD)
        self._page.select_option("#id_second_confirmer", CLERK)
        self._page.fill("#id_first_code", first)
        self._page.fill("#id_second_code", second)
        self._press("Xác nhận và nhập kết quả")

    def _end(self) -> None:
        self._follow("Làm bước này")
        self._press("Lập hồ sơ kiểm tra chung")
        self._draw("bundle")
        self._follow("Bước tiếp theo")
        self._follow("Làm bước này")
        self._page.fill("#id_inspection_body", "Uỷ ban Kiểm tra Quận uỷ")
        self._page.check("#id_confirm")
        self._press("Ghi nhận đã huỷ chìa khoá")
        self._draw("still-needed")
        self._page.check("#id_others_have_own_keys")
        self._page.check("#id_confirm")
        self._press("Ghi nhận đã huỷ chìa khoá")
        self._follow("Làm bước này")
        self._page.fill("#id_kept_at", "kho lưu trữ Văn phòng Quận uỷ, tủ số 4")
        self._page.fill("#id_keeper_name", "Tạ Phương Nhung")
        self._page.fill("#id_opened_by_whom", "Ban Thường vụ Quận uỷ")
        self._draw("archive")
        self._press("Lập biên bản niêm phong lưu trữ")
        self._draw("ended")
        self._follow("Huỷ phiếu, tệp lưu")
        self._draw("kept")

    def _follow(self, name: str) -> None:
        self._page.get_by_role("link", name=name, exact=True).first.click()

    def _press(self, name: str) -> None:
        self._page.get_by_role("button", name=name, exact=True).click()

    def _draw(self, name: str) -> None:
        for size, (width, height) in SIZES.items():
            self._page.set_viewport_size({"width": width, "height": height})
            self.camera.take(self._page, f"day-{name}-{size}")
        self._page.set_viewport_size({"width": 1280, "height": 800})


if __name__ == "__main__":
    sys.exit(main())
