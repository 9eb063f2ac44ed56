"""Draw the pages of a round's results and its report with invented people: ``python -m scripts.gallery_district``.

Writes docs/gallery/round-*.png (360x740 and 1280x800) and paper-district-report-*.png, every page, into docs/gallery.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

import pypdfium2
from playwright.sync_api import Browser, sync_playwright

from scripts.gallery_environment import ORIGIN, enter, leave, serve, session, set_up  # sets Django up first

# isort: split
from django.conf import settings
from django.utils import timezone

from guong.core.documents.district_report import district_report
from guong.office.accounts.roles import Role
from guong.office.plans.models import Duty
from guong.office.release import services
from guong.office.release.details import ReportText, RoundSitting
from guong.render import to_pdf
from scripts.gallery_camera import GALLERY, MOST_BYTES, SIZES, Camera, chromium
from tests.conferences.world import good, officer
from tests.counting.world import FORM
from tests.documents import invented_district
from tests.release.round_world import PlayedRound, played

SCHOOLS = (
    ("Trường Mầm non Nắng Mai", "preschool", 22, 3, ""),
    ("Trường Mầm non Sao Mai", "preschool", 25, 2, "1" * len(FORM.items)),
    ("Trường Mầm non Hoa Hồng", "preschool", 19, 4, ""),
    ("Trường Tiểu học Hoa Sen", "primary", 27, 0, ""),
    ("Trường Tiểu học Bình Yên", "primary", 4, 0, ""),
    ("Trường Tiểu học Hướng Dương", "primary", 24, 5, ""),
    ("Trường THCS Ánh Dương", "lower_secondary", 30, 2, ""),
    ("Trường THCS Trúc Lâm", "lower_secondary", 7, 0, ""),
    ("Trường THCS Vạn Xuân", "lower_secondary", 21, 6, ""),
)
WORDS = ReportText(
    assessment=(
        "Các hội nghị được tổ chức dân chủ, đúng kế hoạch; người tham gia có tinh thần xây dựng",
        "Nội dung tạo cảm hứng cho cấp dưới cần được quan tâm hơn",
    ),
    proposals=("Giao các chi bộ theo dõi kế hoạch khắc phục của từng đồng chí",),
    signer_name="Tạ Thị Lan Chi",
    recipients=("Ban Thường vụ Quận uỷ (để báo cáo)", "Lưu"),
)
WARD_PAGES = (1, 2, 7, 8)
_SCALE = 1.1
_camera = Camera("round")


@dataclass(frozen=True)
class Shot:
    """A page to draw; ``press`` are buttons to press first, the last without the page's script where ``still``."""

    name: str
    address: str
    session: str
    press: tuple[str, ...] = ()
    still: bool = False


def main() -> int:
    """Play a round, serve it, draw its pages and every page of the report; returns 1 where a picture is amiss."""
    papers()
    set_up()
    shown = played(SCHOOLS)
    serve()
    settings.GUONG_ORIGIN = "https://gop-y.example"
    draw_all(list(before(shown)))
    finish(shown)
    draw_all(list(after(shown)))
    return _camera.result()


def draw_all(shots: Sequence[Shot]) -> None:
    """Draw pages with a browser of their own: Django's rows can't be touched beside it."""
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for shot in shots:
            draw(browser, shot)
        browser.close()


def before(shown: PlayedRound) -> Iterator[Shot]:
    """Pages of a round whose papers are still to be made."""
    where, reporter = f"/ket-qua/dot/{shown.of_round.key}/", session(shown.reporter)
    yield Shot("list", "/ket-qua/", reporter)
    yield Shot("results", where, reporter)
    yield Shot("table", where, reporter, ("summary:has-text('Xem bảng')",))
    yield Shot("counting-officer", where, session(shown.counter))
    yield Shot("papers", f"{where}van-ban/", session(shown.counter))
    yield Shot("papers-progress", f"{where}van-ban/", reporter, ("button:has-text('Lập mọi')",), still=True)
    yield Shot("report-not-written", f"{where}bao-cao/", reporter)
    yield Shot("report-words", f"{where}bao-cao/loi-van/", reporter)


def after(shown: PlayedRound) -> Iterator[Shot]:
    """Pages of a round whose papers are filed, and first pages over the campaign."""
    where, reporter = f"/ket-qua/dot/{shown.of_round.key}/", session(shown.reporter)
    yield Shot("done", where, reporter)
    yield Shot("report", f"{where}bao-cao/", reporter)
    yield Shot("announcement", f"{where}thong-bao/", reporter)
    yield Shot("home-reporter", "/", reporter)
    yield Shot("home-counting_officer", "/", session(shown.counter))
    for role in (Role.ORGANISER, Role.OBSERVER):
        user = officer(shown.body, role, username=f"xem-{role.value}")
        yield Shot(f"home-{role.value}", "/", session(user))


def finish(shown: PlayedRound) -> None:
    """Make the summaries, write the report's words, file report and announcement; leave a duty undone."""
    of_round, actor = shown.of_round, shown.reporter
    sitting = RoundSitting("Trụ sở Quận uỷ Hoa Sen")
    services.make_round_papers(of_round=of_round, actor=actor, sitting=sitting)
    good(services.write_report_words(of_round=of_round, given=WORDS, actor=actor))
    good(services.file_report(of_round=of_round, actor=actor))
    good(services.file_announcement(of_round=of_round, actor=actor))
    late = timezone.localdate() - timedelta(9)
    Duty.objects.create(
        plan=of_round.plan,
        place=1,
        body="Ban Tổ chức",
        task="Đề xuất giải pháp về công tác cán bộ",
        due_on=late,
    )


def draw(browser: Browser, shot: Shot) -> None:
    """Draw one page in every size."""
    for size, (width, height) in SIZES.items():
        context = browser.new_context(
            viewport={"width": width, "height": height}, locale="vi-VN", java_script_enabled=not shot.still
        )
        enter(context, shot.session)
        page = context.new_page()
        page.goto(ORIGIN + shot.address)
        for text in shot.press:
            page.click(text)
        _camera.take(page, f"{shot.name}-{size}")
        leave(context, shot.session)


def papers() -> None:
    """Draw every page of the schools' report and some of the wards'."""
    schools = pypdfium2.PdfDocument(to_pdf(district_report(invented_district.schools())))
    wards = pypdfium2.PdfDocument(to_pdf(district_report(invented_district.wards())))
    for name, document, numbers in (
        ("district-report", schools, range(1, len(schools) + 1)),
        ("district-report-wards", wards, WARD_PAGES),
    ):
        for number in numbers:
            made = BytesIO()
            document[number - 1].render(scale=_SCALE).to_pil().quantize(24).save(made, "PNG", optimize=True)
            if made.tell() > MOST_BYTES:
                raise SystemExit(f"{name}, page {number}: {made.tell()} bytes, more than {MOST_BYTES}")
            (GALLERY / f"paper-{name}-{number}.png").write_bytes(made.getvalue())


if __name__ == "__main__":
    raise SystemExit(main())
