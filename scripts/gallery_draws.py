"""Play both ways of drawing in a browser and draw its pages: ``python -m scripts.gallery_draws``.

Writes docs/gallery/draw-*.png: 360x740 and 1280x800, the projector at 1280x720. Eighty-one invented schools, fifteen
drawn, in a data folder of its own; booth and office are served together on a free port of this machine.
"""

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.gallery_environment import ORIGIN, leave, page_of, serve, session, set_up  # sets Django up first

# isort: split
from scripts.gallery_camera import SIZES, Camera, chromium
from tests.documents import invented_draw
from tests.draws import world

_camera = Camera("draw")


def main() -> int:
    """Register the district, serve it, play and draw; returns 1 where a picture is amiss."""
    set_up()
    district = world.district()
    first = session(district.organiser)
    other = world.World(district.body, district.organiser, world.round_of_year(district, 2024))
    computed = world.begun(other, world.COMPUTED).key
    second = session(district.organiser)
    world.issue(district)
    serve()
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        _Custom(browser, first).play()
        _computed(browser, second, computed)
        browser.close()
    return _camera.result()


def picture(page: Page, name: str, *, whole: bool = True) -> None:
    """Take one picture once what has just arrived has faded in."""
    page.wait_for_timeout(300)
    _camera.take(page, name, whole=whole)


class _Custom:
    """The custom, played by a clerk on a desktop and looked at on a phone and on the projector meanwhile."""

    def __init__(self, browser: Browser, session: str) -> None:
        self.browser = browser
        self.page = page_of(browser, "desktop", session)

    def play(self) -> None:
        page = self.page
        page.goto(f"{ORIGIN}/gap-tham/")
        page.click("text=Lập danh sách gắp thăm")
        self.key = page.url.split("/")[-3]
        self.both("frame", "danh-sach/")
        page.goto(self.address("danh-sach/"))
        page.click("text=/Chốt \\d+ trường/")
        self.both("steps", "")
        page.goto(self.address("thanh-phan/"))
        page.fill("#id_place", world.PLACE)
        for person, row in zip(world.PEOPLE, (0, 0, 0, 1, 0), strict=True):
            page.fill(f"#id_{person.role}_{row}_name", person.full_name)
            page.fill(f"#id_{person.role}_{row}_post", person.post)
        picture(page, "people-desktop")
        page.click("text=Ghi thành phần")
        self.both("lots", "tham/")
        page.goto(self.address("tham/"))
        page.click("text=Đã in và cắt đủ thăm")
        self.both("before", "gap/")
        self.both("screen-link", "man-hinh/")
        self.projector("screen-code")
        page.goto(self.address("gap/"))
        page.click("text=Bắt đầu gắp thăm")
        picture(page, "not-read-desktop")
        for box in ("#read", "#counted"):
            page.check(box)
        page.click("text=Bắt đầu gắp thăm")
        self.draw()
        self.after()

    def draw(self) -> None:
        """Draw by typing; the phone's picture stands in the middle of it."""
        page = self.page
        for number, level in enumerate(invented_draw.frame().levels):
            names = [entry.name for entry in level.units[2:23:3]]
            for place, name in enumerate(names):
                if number == 1 and place == 3:
                    self.midway()
                page.fill("#find", name.removeprefix(f"Trường {level.terms.name} "))
                page.press("#find", "Enter")
                page.wait_for_load_state()
            if number == 1:
                picture(page, "read-back-desktop")
            page.click("text=/Xác nhận xong cấp/")
        picture(page, "ending-desktop")
        self.projector("screen-done")
        page.click("button:has-text('Kết thúc gắp thăm')")
        picture(page, "drawn-desktop")

    def midway(self) -> None:
        self.projector("screen-drawing")
        self.projector("screen-dark", "?nen=toi")
        for size in SIZES:
            with_letters = self.opened(size, "gap/")
            picture(with_letters, f"room-{size}", whole=size == "desktop")
            with_letters.fill("#find", "hoa s")
            if size == "phone":
                picture(with_letters, "room-letters-phone", whole=False)
            with_letters.goto(self.address("gap/?tim=nhai"))
            picture(with_letters, f"room-barred-{size}")
            self.closed(with_letters)

    def after(self) -> None:
        page = self.page
        page.goto(self.address("bien-ban/"))
        picture(page, "minutes-desktop")
        page.click("button:has-text('Lập biên bản')")
        page.goto(self.address("thong-bao/"))
        page.fill("#id_signer_role", "Phó Trưởng ban")
        picture(page, "notice-desktop")
        page.click("button:has-text('Lập thông báo')")
        page.click("text=Thay trường trúng thăm bằng trường dự phòng")
        page.click(".swaps a >> nth=1")
        page.fill("#id_reason", "Trường sáp nhập từ ngày 01/5/2023")
        page.fill("#id_decided_by", "Đỗ Quang Ẩn")
        picture(page, "replace-desktop")
        page.click("text=Thay và lập biên bản")
        self.both("result", "ket-qua/")
        self.both("list", None)

    def both(self, name: str, path: str | None) -> None:
        for size in SIZES:
            page = self.opened(size, path)
            picture(page, f"{name}-{size}")
            self.closed(page)

    def projector(self, name: str, query: str = "") -> None:
        context = self.browser.new_context(viewport={"width": 1280, "height": 720}, locale="vi-VN")
        context.add_cookies(self.page.context.cookies())  # type: ignore[arg-type]  # playwright's own rows
        page = context.new_page()
        page.goto(self.address("man-hinh/"))
        page.goto(f"{ORIGIN}{page.get_by_role('link', name='Mở màn hình').get_attribute('href')}{query}")
        picture(page, name, whole=False)
        context.close()

    def address(self, path: str | None) -> str:
        return f"{ORIGIN}/gap-tham/" if path is None else f"{ORIGIN}/gap-tham/{self.key}/{path}"

    def opened(self, size: str, path: str | None) -> Page:
        page = page_of(self.browser, size)
        page.context.add_cookies(self.page.context.cookies())  # type: ignore[arg-type]  # playwright's own rows
        page.goto(self.address(path))
        return page

    def closed(self, page: Page) -> None:
        page.context.close()


def _computed(browser: Browser, session: str, key: str) -> None:
    """Lay the contributions of a second year's draw down on the page."""
    address = f"{ORIGIN}/gap-tham/{key}/"
    for size in SIZES:
        page = page_of(browser, size, session)
        page.goto(address + "gap/")
        for row, given in enumerate(world.TABLE[:2] if size == "phone" else world.TABLE):
            for field, words in (("name", given.full_name), ("post", given.post), ("words", given.words)):
                page.fill(f"#id_{field}_{row}", words)
        if size == "phone":
            page.click("text=Tính thứ tự thăm")
            picture(page, "computing-refused-phone", whole=False)
        else:
            page.check("#laid")
            picture(page, "computing-desktop")
            page.click("text=Tính thứ tự thăm")
            page.goto(address + "man-hinh/")
            page.goto(f"{ORIGIN}{page.get_by_role('link', name='Mở màn hình').get_attribute('href')}")
            page.set_viewport_size({"width": 1280, "height": 720})
            picture(page, "screen-computed", whole=False)
        leave(page.context, session)


if __name__ == "__main__":
    raise SystemExit(main())
