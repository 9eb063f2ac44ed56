"""Draw the pages of the plan with an invented body: ``python -m scripts.gallery_plans``.

Writes docs/gallery/plan-*.png (360x740 and 1280x800). The first way is played as an officer who has never seen the
program goes it: from nothing to an issued plan; then duties, a copy for the next year, an amendment.
"""

import time
from datetime import date

from playwright.sync_api import Page, sync_playwright

from scripts.gallery_environment import ORIGIN, page_of, serve, session, set_up  # sets Django up first

# isort: split
from guong.office.accounts.roles import Role
from guong.office.plans import services
from guong.office.plans.details import BriefingDetails, Progress
from guong.office.plans.models import Duty, Plan
from guong.office.registry.models import Level, Unit
from guong.office.registry.services import ensure_unit
from scripts.gallery_camera import SIZES, Camera, chromium
from tests.conferences.world import officer

_camera = Camera("plan")


def main() -> int:
    """Prepare the body, serve it, go the officer's way in each size; returns 1 where a picture is amiss."""
    set_up()
    serve()
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for size in SIZES:
            page = page_of(browser, size, _session(size))
            began = time.monotonic()
            _first_plan(page, size)
            print(f"from nothing to an issued plan: {time.monotonic() - began:.1f} s with pictures")
            key, duties, first_round = _followed(size)
            _follow(page, size, key, duties, first_round)
            _next_year(page, size, key)
            page.context.close()
        browser.close()
    return _camera.result()


def _session(size: str) -> str:
    return session(officer(_body(size), Role.ORGANISER, username=f"tochuc-{size}"))


def _body(size: str) -> Unit:
    body = ensure_unit(key=f"Q-{size}", name="Quận uỷ Hoa Sen", level=Level.DISTRICT)
    for number in range(14):
        ensure_unit(
            key=f"P-{size}-{number:02d}", name=f"Phường Hoa {number + 1}", level=Level.WARD, parent=body
        )
    return body


def _first_plan(page: Page, size: str) -> None:
    page.goto(f"{ORIGIN}/ke-hoach/")
    _camera.take(page, f"empty-{size}")
    page.click("text=Lập kế hoạch từ mẫu")
    page.fill("#id_year", "2023")
    _camera.take(page, f"new-{size}")
    page.click("main button[type=submit]")
    page.fill("#id_number", "167-KH/QU")
    page.fill("#id_issued_on", "2023-01-27")
    page.fill("#id_signer_name", "Lý Thành Vĩnh")
    _camera.take(page, f"details-{size}")
    page.click("main form .actions button >> nth=0")
    _camera.take(page, f"ready-{size}")
    for label, name in (
        ("Căn cứ", "bases"),
        ("Mục đích, đối tượng, cách làm", "text"),
        ("Nhiệm vụ các cơ quan", "duties-text"),
        ("Nơi nhận", "recipients"),
        ("Quy tắc áp dụng", "rules"),
    ):
        page.click(f"main .link-list >> text={label}")
        _camera.take(page, f"{name}-{size}")
        if name == "rules":
            page.fill("#id_rows_from", "4")
            page.click("main button[type=submit]")
            _camera.take(page, f"rules-refused-{size}", whole=False)
        page.click("main .back")
    page.click("main .card-first .actions a >> nth=0")
    _camera.take(page, f"issue-{size}")
    page.click("main button[type=submit]")
    _camera.take(page, f"issued-{size}")


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
        _camera.take(page, f"{name}-{size}")
    page.goto(f"{ORIGIN}/ke-hoach/dot/{first_round}/")
    _camera.take(page, f"round-{size}")
    page.click("text=Định ngày, nơi mở hòm phiếu")
    page.fill("#id_opens_on", "2023-05-22")
    page.fill("#id_opening_place", "Trụ sở Quận uỷ")
    _camera.take(page, f"round-opening-{size}")


def _next_year(page: Page, size: str, key: str) -> None:
    page.goto(f"{ORIGIN}/ke-hoach/{key}/nhan-ban/")
    _camera.take(page, f"copy-{size}")
    page.click("main button[type=submit]")
    _camera.take(page, f"differences-{size}")
    for box in page.query_selector_all("main input[type=checkbox]")[:3]:
        box.check()
    page.click("main form button[type=submit]")
    page.click("main .back")
    _camera.take(page, f"copied-{size}")
    page.goto(f"{ORIGIN}/ke-hoach/")
    _camera.take(page, f"list-{size}")
    page.goto(f"{ORIGIN}/ke-hoach/{key}/")
    page.click("text=Sửa đổi kế hoạch đã ban hành")
    page.fill("#id_reason", "Bổ sung nơi nhận theo ý kiến chỉ đạo")
    page.click("main details button[type=submit]")
    page.click("main .link-list >> text=Nơi nhận")
    page.fill("#id_recipients", page.input_value("#id_recipients") + "\nUỷ ban Kiểm tra (để phối hợp)")
    page.click("main form .actions button >> nth=0")
    page.click("main .card-first .actions a >> nth=0")
    _camera.take(page, f"amendment-{size}")


if __name__ == "__main__":
    raise SystemExit(main())
