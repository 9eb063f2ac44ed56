"""Draw the pages of the plan with an invented body: ``python -m scripts.gallery_plans``.

Writes docs/gallery/plan-*.png (360x740 and 1280x800). The first way is played as an officer who has never seen the
program goes it: from nothing to an issued plan; then duties, a copy for the next year, an amendment.
"""

import io
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.core.management import call_command
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from scripts.gallery_environment import (
    ORIGIN,
    PORT,
    enter,
    leave,
    refuse_sign_in_page,
)  # sets Django up first

from guong.ballots.store import migrate  # isort: skip
from guong.office.accounts.roles import Role  # isort: skip
from guong.office.plans import services  # isort: skip
from guong.office.plans.details import BriefingDetails, Progress  # isort: skip
from guong.office.plans.models import Duty, Plan  # isort: skip
from guong.office.registry.models import Level, Unit  # isort: skip
from guong.office.registry.services import ensure_unit  # isort: skip
from scripts import gallery_conferences, gallery_world  # isort: skip
from tests.conferences.world import officer  # isort: skip

GALLERY = Path(__file__).resolve().parent.parent / "docs" / "gallery"
SIZES = {"phone": (360, 740), "desktop": (1280, 800)}
MOST_BYTES = 150_000
COLOURS = 48
_T = TypeVar("_T")
# Playwright's own loop runs in this thread; the register wants one without.
_register = ThreadPoolExecutor(1)


def main() -> None:
    """Prepare the body, serve it, go the officer's way in each size."""
    call_command("migrate", verbosity=0)
    migrate(settings.GUONG_URN_URL)
    gallery_conferences.serve(PORT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=gallery_conferences.ARGUMENTS
        )
        for size, (width, height) in SIZES.items():
            session = _apart(_session, size)
            context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
            enter(context, session)
            page = context.new_page()
            began = time.monotonic()
            _first_plan(page, size)
            print(f"from nothing to an issued plan: {time.monotonic() - began:.1f} s with pictures")
            key, duties, first_round = _apart(_followed, size)
            _follow(page, size, key, duties, first_round)
            _next_year(page, size, key)
            leave(context, session)
        browser.close()


def _apart(act: Callable[[str], _T], size: str) -> _T:
    return _register.submit(act, size).result()


def _session(size: str) -> str:
    return gallery_world._session(officer(_body(size), Role.ORGANISER, username=f"tochuc-{size}"))


def _body(size: str) -> Unit:
    body = ensure_unit(key=f"Q-{size}", name="Quận uỷ Hoa Sen", level=Level.DISTRICT)
    for number in range(14):
        ensure_unit(
            key=f"P-{size}-{number:02d}", name=f"Phường Hoa {number + 1}", level=Level.WARD, parent=body
        )
    return body


def _first_plan(page: Page, size: str) -> None:
    page.goto(f"{ORIGIN}/ke-hoach/")
    _picture(page, f"empty-{size}")
    page.click("text=Lập kế hoạch từ mẫu")
    page.fill("#id_year", "2023")
    _picture(page, f"new-{size}")
    page.click("main button[type=submit]")
    page.fill("#id_number", "167-KH/QU")
    page.fill("#id_issued_on", "2023-01-27")
    page.fill("#id_signer_name", "Lý Thành Vĩnh")
    _picture(page, f"details-{size}")
    page.click("main form .actions button >> nth=0")
    _picture(page, f"ready-{size}")
    for label, name in (
        ("Căn cứ", "bases"),
        ("Mục đích, đối tượng, cách làm", "text"),
        ("Nhiệm vụ các cơ quan", "duties-text"),
        ("Nơi nhận", "recipients"),
        ("Quy tắc áp dụng", "rules"),
    ):
        page.click(f"main .link-list >> text={label}")
        _picture(page, f"{name}-{size}")
        if name == "rules":
            page.fill("#id_rows_from", "4")
            page.click("main button[type=submit]")
            _picture(page, f"rules-refused-{size}", whole=False)
        page.click("main .back")
    page.click("main .card-first .actions a >> nth=0")
    _picture(page, f"issue-{size}")
    page.click("main button[type=submit]")
    _picture(page, f"issued-{size}")


def _followed(size: str) -> tuple[str, list[int], str]:
    """Let some duties be due, done and overdue; returns the keys of plan, duties and first round."""
    plan = Plan.objects.get(body__key=f"Q-{size}", year=2023)
    actor = officer(plan.body, Role.ORGANISER, username=f"theodoi-{size}")
    duties = list(Duty.objects.filter(plan=plan))
    for place, month in ((2, 6), (4, 11), (6, 4), (8, 3)):
        due = Progress(due_on=date(2023, month, 28))
        services.record_progress(actor=actor, duty=duties[place], progress=due)
    done = Progress(due_on=date(2023, 2, 28), done_on=date(2023, 2, 20), evidence="Đã gửi văn bản quán triệt")
    services.record_progress(actor=actor, duty=duties[0], progress=done)
    briefed = BriefingDetails("UBND Quận", date(2023, 2, 10), "Hội trường UBND Quận", 48, 50)
    services.record_briefing(actor=actor, plan=plan, details=briefed)
    return plan.key, [duty.pk for duty in duties], plan.rounds.all()[0].key


def _follow(page: Page, size: str, key: str, duties: list[int], first_round: str) -> None:
    for name, address in (
        ("overdue", ""),
        ("duties", "nhiem-vu/"),
        ("duty", f"nhiem-vu/{duties[2]}/"),
        ("briefing", f"nhiem-vu/{duties[8]}/quan-triet/"),
        ("rules-issued", "quy-tac/"),
    ):
        page.goto(f"{ORIGIN}/ke-hoach/{key}/{address}")
        _picture(page, f"{name}-{size}")
    page.goto(f"{ORIGIN}/ke-hoach/dot/{first_round}/")
    _picture(page, f"round-{size}")
    page.click("text=Định ngày, nơi mở hòm phiếu")
    page.fill("#id_opens_on", "2023-05-22")
    page.fill("#id_opening_place", "Trụ sở Quận uỷ")
    _picture(page, f"round-opening-{size}")


def _next_year(page: Page, size: str, key: str) -> None:
    page.goto(f"{ORIGIN}/ke-hoach/{key}/nhan-ban/")
    _picture(page, f"copy-{size}")
    page.click("main button[type=submit]")
    _picture(page, f"differences-{size}")
    for box in page.query_selector_all("main input[type=checkbox]")[:3]:
        box.check()
    page.click("main form button[type=submit]")
    page.click("main .back")
    _picture(page, f"copied-{size}")
    page.goto(f"{ORIGIN}/ke-hoach/")
    _picture(page, f"list-{size}")
    page.goto(f"{ORIGIN}/ke-hoach/{key}/")
    page.click("text=Sửa đổi kế hoạch đã ban hành")
    page.fill("#id_reason", "Bổ sung nơi nhận theo ý kiến chỉ đạo")
    page.click("main details button[type=submit]")
    page.click("main .link-list >> text=Nơi nhận")
    page.fill("#id_recipients", page.input_value("#id_recipients") + "\nUỷ ban Kiểm tra (để phối hợp)")
    page.click("main form .actions button >> nth=0")
    page.click("main .card-first .actions a >> nth=0")
    _picture(page, f"amendment-{size}")


def _picture(page: Page, name: str, *, whole: bool = True) -> None:
    """Write one picture below the size that the gallery allows; says so where a page is wider than its screen."""
    refuse_sign_in_page(page.url)
    wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    path = GALLERY / f"plan-{name}.png"
    drawn = Image.open(io.BytesIO(page.screenshot(full_page=whole)))
    drawn.convert("P", palette=Image.Palette.ADAPTIVE, colors=COLOURS).save(path, optimize=True)
    if path.stat().st_size > MOST_BYTES:
        drawn = Image.open(io.BytesIO(page.screenshot(full_page=False)))
        drawn.convert("P", palette=Image.Palette.ADAPTIVE, colors=COLOURS).save(path, optimize=True)
    print(path.name, path.stat().st_size, "TOO WIDE" if wide else "")


if __name__ == "__main__":
    main()
