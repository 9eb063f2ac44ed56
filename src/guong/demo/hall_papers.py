"""The papers of one conference: what is ready before it, and what the clerk writes after it (DESIGN §6, §7)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from guong.demo import drawing
from guong.demo.conference import Held, Ready
from guong.demo.outcomes import granted
from guong.demo.papers import Shelf
from guong.demo.world import World
from guong.office.conferences import services as conferences
from guong.office.conferences.models import Conference
from guong.office.paperdesk import services as paperdesk
from guong.office.schedule import selectors, services
from guong.office.schedule.services import Absent

_SHEETS = 8  # paper ballots in a dossier for each person asked about
_EVERY = 4  # one conference of four has an incident


@dataclass(frozen=True)
class Happened:
    """Something that happened in a hall, and how it was settled."""

    text: str
    settled: str


_HAPPENED = (
    Happened(
        "Mạng không dây của hội trường chậm khoảng năm phút, không ai phải đổi thẻ",
        "chuyển sang mạng dự phòng, phiếu đã niêm phong tự gửi lại",
    ),
    Happened("Micro của chủ trì hỏng trong lúc quán triệt", "đổi micro khác, quán triệt lại từ đầu phần dở"),
    Happened(
        "Một người tham gia góp ý không có điện thoại và chưa biết được dùng phiếu giấy",
        "bàn ký nhận hướng dẫn lại, người này nhận bộ phiếu giấy",
    ),
)
_CAPTIONS = (
    (drawing.BRIEFING, "Đồng chí dự, chỉ đạo phát biểu quán triệt"),
    (drawing.SEALING, "Tổ kiểm phiếu niêm phong hòm phiếu trước hội nghị"),
)


def before(world: World, ready: Ready, shelf: Shelf) -> None:
    """File invitations and programme, print the chair's words and the dossier."""
    conference, actor, today = ready.conference, world.organiser, timezone.localdate()
    lines = selectors.conference_lines(row=selectors.row_of(conference), today=today)
    for place, line in enumerate(lines, start=1):
        kind = line.entry.kind
        paper = services.file_conference_paper(actor=actor, conference=conference, kind=kind, day=today)
        name = "chuong-trinh" if kind == "programme" else f"giay-moi-{place}"
        shelf.copy(actor, granted(paper), ready.folder, name)
    script = services.draft_script(conference=conference, day=today)
    shelf.lay(granted(script), ready.folder / "loi-dan.pdf")
    dossier = services.make_dossier(actor=actor, conference=conference, sheets=_SHEETS, day=today)
    shelf.lay(granted(dossier), ready.folder / "bo-ho-so-hoi-nghi.pdf")


def after(world: World, held: Held, shelf: Shelf, *, place: int) -> None:
    """Note what happened, add photographs, file the minutes and, where paper was handed in, the log of its entry."""
    conference, folder = held.ready.conference, held.ready.folder
    if place % _EVERY == 0:
        note_settled(world, conference, _HAPPENED[place // _EVERY % len(_HAPPENED)])
    photographs = _CAPTIONS if place == 0 else _CAPTIONS[:1]
    add_photographs(world, conference, photographs, colour=place)
    minutes = services.file_minutes(
        actor=world.organiser,
        conference=conference,
        day=conference.held_on,
        absent=_absent(conference.roll.count() - held.hall.signatures),
    )
    shelf.copy(world.organiser, granted(minutes), folder, "bien-ban-hoi-nghi")
    if held.hall.paper_sets:
        log = paperdesk.file_entry_log(actor=world.counting_officer, conference=conference)
        shelf.copy(world.counting_officer, granted(log), folder, "nhat-ky-nhap-phieu")


def note_settled(world: World, conference: Conference, happened: Happened) -> None:
    """Note an incident first, and how it was settled later, as the clerk would."""
    actor = world.organiser
    noted = granted(conferences.note_incident(actor=actor, conference=conference, text=happened.text))
    granted(
        conferences.settle_incident(
            actor=actor, conference=conference, incident_id=noted.pk, settled=happened.settled
        )
    )


def add_photographs(
    world: World, conference: Conference, captions: Sequence[tuple[str, str]], *, colour: int
) -> None:
    """Add drawn pictures with captions in the place of photographs; nobody and no ballot is on them."""
    for scene, caption in captions:
        granted(
            services.add_photograph(
                actor=world.organiser,
                conference=conference,
                data=drawing.picture(scene, colour=colour),
                caption=caption,
                sworn=True,
            )
        )


def _absent(count: int) -> Absent:
    return Absent(ill=min(count, 1), travelling=max(count - 1, 0))
