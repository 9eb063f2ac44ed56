"""Draw the campaign half-way, as `make run` shows it: ``python -m scripts.gallery_midway``.

Writes docs/gallery/midway-*.png (360x740 and 1280x800): the roster of the sign-in page, the first page of each role, the
round that runs, the round of wards ahead.
"""

from playwright.sync_api import Page, sync_playwright

from scripts.gallery_camera import SIZES, Camera, chromium
from scripts.gallery_demo_play import DemoPlay, played

_ROLES = {
    "organiser": "Cán bộ tổ chức",
    "counting": "Cán bộ kiểm phiếu",
    "clerk": "Người nhập phiếu giấy",
    "reporter": "Cán bộ tổng hợp",
    "observer": "Người giám sát",
    "administrator": "Quản trị viên",
}


def main() -> int:
    """Play half the campaign and draw it; returns 1 where a page is too wide or a picture too large."""
    camera = Camera("midway")
    with played("--midway") as play, sync_playwright() as playwright:
        browser = chromium(playwright)
        for size in SIZES:
            camera.take(play.entered(browser, size, ""), f"sign-in-{size}")
            for name, role in _ROLES.items():
                page = play.entered(browser, size, role)
                camera.take(page, f"home-{name}-{size}")
                if name == "organiser":
                    _rounds(play, page, camera, size)
                if name == "counting":
                    page.goto(f"{play.origin}/kiem-phieu/")
                    camera.take(page, f"counting-{size}")
                page.context.close()
        browser.close()
    return camera.result()


def _rounds(play: DemoPlay, page: Page, camera: Camera, size: str) -> None:
    """The board of the schools, the duties, the delegates, and the wards' calendar."""
    page.goto(f"{play.origin}/lich/")
    camera.take(page, f"rounds-{size}")
    for of_round, tabs in (
        ("Đợt các trường học", ("Tiến độ", "Người được cử", "Giấy tờ")),
        ("Đợt các phường", ("Lịch", "Người được cử")),
    ):
        kind = "schools" if "trường" in of_round else "wards"
        page.goto(f"{play.origin}/lich/")
        page.get_by_role("link", name=f"{of_round}, năm 2023", exact=True).click()
        for tab in tabs:
            page.get_by_role("link", name=tab, exact=True).first.click()
            camera.take(page, f"{kind}-{_NAMES[tab]}-{size}")
    page.goto(f"{play.origin}/ke-hoach/")
    page.get_by_role("link", name="167-KH/QU").first.click()
    page.get_by_role("link", name="Theo dõi nhiệm vụ").first.click()
    camera.take(page, f"duties-{size}")


_NAMES = {
    "Lịch": "calendar",
    "Tiến độ": "progress",
    "Người được cử": "delegates",
    "Giấy tờ": "papers",
}


if __name__ == "__main__":
    raise SystemExit(main())
