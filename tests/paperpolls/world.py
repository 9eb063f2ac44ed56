"""A school's cell that elects its board on the spot: one organiser, three who may key. All invented."""

from dataclasses import dataclass, replace
from datetime import date, time

from guong.core.paper_poll.ballot import Base, Kind
from guong.core.paper_poll.counting import HallCount, Votes
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.accounts.services import create_user
from guong.office.paperpolls import services
from guong.office.paperpolls.details import PollDetails, Sitting
from guong.office.paperpolls.models import PaperPoll
from guong.office.papers.models import Paper
from guong.office.registry.models import Unit, UnitAssignment
from tests.conferences.world import good

NAMES = ("Lò Văn Ánh", "Hà Thị Bưởi", "Tô Văn Cam", "Vi Thị Đào")
BOARD = ("Ngô Hữu Thuỷ", "Trịnh Kiều Oanh", "Phạm Đức Ưởng")
WITNESS = "Bùi Tố Uyên"
HELD_ON = date(2025, 5, 15)
DETAILS = PollDetails(
    title="Bầu chi uỷ nhiệm kỳ 2025 - 2027",
    held_on=HELD_ON,
    place="Phòng họp nhà trường",
    kind=Kind.ELECTION,
    lines=NAMES,
    seats=3,
    base=Base.SUMMONED,
    summoned=12,
    chair_name="Đỗ Quang Ẩn",
    clerk_name="Lương Mỹ Duyên",
    board=BOARD,
    witness_name=WITNESS,
    locality="Hoa Sen",
)
HALL = HallCount(summoned=12, present=11, handed_out=11, returned=11, valid=9, no_stamp=1, blank=1)
VOTES: Votes = ((9,), (8,), (7,), (2,))
MISREAD: Votes = ((9,), (8,), (6,), (3,))
SITTING = Sitting(time(9, 40), time(10, 5))


@dataclass
class Cell:
    """The school, and who works on its poll."""

    unit: Unit
    organiser: User
    counter: User
    clerk: User
    third: User

    @property
    def everything(self) -> range:
        """The places of all lines of the usual poll."""
        return range(len(NAMES))


def cell_of(unit: Unit) -> Cell:
    """People of three roles around a unit, all of different names."""
    return Cell(
        unit,
        account(unit, Role.ORGANISER, "tochuc", "Kiều Ngọc Anh"),
        account(unit, Role.COUNTING_OFFICER, "kiemphieu", "Mạc Thị Hà"),
        account(unit, Role.PAPER_CLERK, "nhapphieu", "Tạ Văn Sơn"),
        account(unit, Role.PAPER_CLERK, "nhapphieu2", "Quách Văn Xuân"),
    )


def account(unit: Unit, role: Role, username: str, full_name: str) -> User:
    """An officer of one role whose scope is the unit."""
    user = good(create_user(username=username, full_name=full_name, roles=[role]))
    UnitAssignment.objects.create(user=user, unit=unit)
    return user


def made(cell: Cell, **changed: object) -> PaperPoll:
    """A poll whose sheets may be printed."""
    details = replace(DETAILS, **changed)  # type: ignore[arg-type]  # any field of the details
    return good(services.create_poll(actor=cell.organiser, unit=cell.unit, details=details))


def counted(cell: Cell) -> PaperPoll:
    """A poll whose sheets are counted."""
    return counted_on_paper(unit=cell.unit, actor=cell.counter)


def counted_on_paper(*, unit: Unit, actor: User) -> PaperPoll:
    """A unit's poll whose sheets are counted, all of it by one officer."""
    poll = good(services.create_poll(actor=actor, unit=unit, details=DETAILS))
    good(services.count_sheets(actor=actor, poll=poll, count=HALL))
    return again(poll)


def agreed(cell: Cell) -> PaperPoll:
    """A poll whose tally two people keyed alike."""
    poll = counted(cell)
    for user in (cell.counter, cell.clerk):
        good(services.key_tally(actor=user, poll=poll, places=cell.everything, typed=VOTES))
    return again(poll)


def minuted(cell: Cell) -> tuple[PaperPoll, Paper]:
    """A poll with its minutes."""
    poll = agreed(cell)
    paper = good(services.make_minutes(actor=cell.counter, poll=poll, sitting=SITTING))
    return again(poll), paper


def again(poll: PaperPoll) -> PaperPoll:
    """The poll as the database has it now."""
    return PaperPoll.objects.filter(pk=poll.pk).select_related("unit").get()
