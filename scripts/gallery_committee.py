"""Draw the Standing Committee's pages and the import of earlier years with invented people: ``python -m scripts.gallery_committee``.

Writes docs/gallery/committee-*.png (360x740 and 1280x800) from a data folder of its own.
"""

from collections.abc import Sequence
from datetime import timedelta

from scripts.gallery_environment import serve, session, set_up  # sets Django up first

# isort: split
from django.conf import settings
from django.utils import timezone

from guong.core.earlier_results import HEADINGS
from guong.core.personnel_proposals import Answer, Matter
from guong.core.remediation.life import Act
from guong.office.accounts.models import User
from guong.office.overview import services as overview
from guong.office.release import services as release
from guong.office.release.details import EarlierRound
from guong.office.release.models import ImportedRound
from guong.office.remediation import selectors, services
from guong.office.remediation.details import Place
from guong.office.remediation.models import PlanItem
from scripts.gallery_camera import Camera
from scripts.gallery_shots import Shot, draw
from tests.conferences.world import good
from tests.counting.world import FORM
from tests.registry.workbooks import book
from tests.release.round_world import SCHOOLS, PlayedRound, earlier_round, played
from tests.release.told_world import head_account, leaders, presented, told, with_report
from tests.remediation.world import whole_item

WORDS = "Cử đi bồi dưỡng kỹ năng điều hành họp, quý III năm 2023."
ITEMS = [item for item in FORM.items if item.key != "prestige"]


def main() -> int:
    """Play a round to its plans, one of the year before, bring one in; returns 1 where a picture is amiss."""
    set_up()
    shots = prepare()
    serve()
    settings.GUONG_ORIGIN = "https://gop-y.example"
    return draw(shots, {"committee": Camera("committee", tallest=2600)})


def prepare() -> Sequence[Shot]:
    """Return what to draw."""
    place = presented(with_report(played(SCHOOLS)))
    earlier_round(place)
    for site in place.sites[:3]:
        told(place, site.conference)
    _plan(place, 0, late=True)
    _plan(place, 1, late=False)
    subject = place.sites[1].conference.subjects.get(key="s1")
    made = good(overview.propose(subject=subject, matter=Matter.TRAINING, text=WORDS, actor=place.reporter))
    good(
        overview.answer(
            subject=subject,
            number=made.number,
            given=Answer.AGREED,
            text="Thông báo kết luận số 31-TB/QU",
            actor=place.reporter,
        )
    )
    good(
        overview.propose(
            subject=subject,
            matter=Matter.SUPPORT,
            text="Phân công đồng chí Phó Hiệu trưởng hỗ trợ việc công khai.",
            actor=place.reporter,
        )
    )
    draft = _bring_in(place)
    committee, office = session(leaders(place)[1]), session(place.reporter)
    round_pages = f"/toan-canh/dot/{place.of_round.key}/"
    person = f"/toan-canh/{place.sites[1].conference.key}/s1/de-xuat/"
    return (
        Shot("committee-glance", "/toan-canh/", committee),
        Shot("committee-heads", f"{round_pages}nguoi/", committee),
        Shot("committee-years", f"{round_pages}cac-nam/", committee),
        Shot("committee-proposals", person, committee),
        Shot("committee-proposing", person, office, press=("text=Ghi kết luận, hoặc rút lại",)),
        Shot("committee-earlier", "/ket-qua/nam-truoc/", office),
        Shot("committee-earlier-preview", f"/ket-qua/nam-truoc/xem/{draft.pk}/", office),
    )


def _plan(place: PlayedRound, number: int, *, late: bool) -> None:
    conference = place.sites[number].conference
    head = head_account(conference, username=f"dung-dau-{number}")

    def at(user: User) -> Place:
        found = selectors.place_of(user=user, key=conference.key, subject_key="s1")
        assert found is not None
        return found

    good(services.save_item(place=at(head), number=None, version=0, given=whole_item(), form=FORM))
    good(services.move(place=at(head), act=Act.SUBMIT, reason="", actor=head))
    if late:
        good(services.move(place=at(place.reporter), act=Act.APPROVE, reason="", actor=place.reporter))
        good(services.report(place=at(head), number=1, share=40, text="Đã bàn quy chế.", done=[], actor=head))
        PlanItem.objects.update(due_on=timezone.localdate() - timedelta(days=4))


def _bring_in(place: PlayedRound) -> ImportedRound:
    rows = [
        (site.conference.unit.name, site.head, item.text, 26, 11 + number % 3, 8, 3, 1)
        for site in place.sites
        for number, item in enumerate(ITEMS)
    ]
    data = book({"Số liệu": [(*HEADINGS, *ITEMS[0].levels), *rows]})
    for year in (2021, 2020):
        given = EarlierRound(
            "school_head",
            year,
            "Đợt góp ý các trường",
            f"Mẫu phiếu năm {year}",
            f"Báo cáo số 45-BC/BTG năm {year}",
        )
        draft = good(release.bring_in(body=place.body, given=given, data=data, actor=place.reporter))
        if year == 2021:
            good(release.take(draft=draft, actor=place.reporter))
    return draft


if __name__ == "__main__":
    raise SystemExit(main())
