"""Three small conferences of one round, their boxes sealed by real ceremonies with one set of keys, and their opening day."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from guong.ceremony.box_files import sort_out
from guong.ceremony.opening_round import open_boxes, result_files
from guong.core import crockford
from guong.core.outcome import Refused
from guong.core.round_results import RoundResults, read_round
from guong.core.secrecy.box import Box
from guong.office.accounts.models import User
from guong.office.accounts.roles import Role
from guong.office.conferences.models import Conference
from guong.office.counting import selectors, services
from guong.office.counting.details import (
    ArchiveSealing,
    BoxArrival,
    DayDetails,
    DaySeat,
    EnvelopeKeeper,
    KeysEnd,
    KeySetUsed,
    OpeningRecord,
    Receipt,
    SealedParcel,
)
from guong.office.counting.models import OpeningDay
from guong.office.papers.models import Paper
from guong.office.plans.models import Round
from guong.office.registry.models import Unit
from tests.conferences.world import SEATS, SEED, World, good, officer, school
from tests.counting.world import CLERK, HEAD, WITNESS, Count, closed, import_result, opened_box, sealed
from tests.plans.world import body, plan_of

DETAILS = DayDetails(
    name="đợt các trường học tháng 5/2023",
    opens_on=date(2023, 5, 19),
    opens_at=time(14),
    place="Phòng họp số 2, trụ sở Quận uỷ Hoa Sen",
    chair_name="Tạ Thị Lan Chi",
    chair_post="Trưởng Ban Tuyên giáo",
    clerk_name="Vũ Đình Khải",
)
PEOPLE = tuple(DaySeat(seat.role, seat.full_name, seat.organisation) for seat in SEATS)
RECEIPT = Receipt(
    at=datetime(2023, 5, 19, 11, 30),
    receiver_name="Tạ Phương Nhung",
    receiver_post="Văn thư",
    kept_at="tủ sắt số 1, phòng Văn thư",
)
KEEPERS = (
    EnvelopeKeeper(HEAD, "Tổ trưởng", opened=True),
    EnvelopeKeeper(CLERK, "Thư ký tổ", opened=True),
    EnvelopeKeeper(WITNESS, "Đại biểu chứng kiến", opened=False),
)
KEYS_END = KeysEnd(
    at=datetime(2023, 5, 19, 16, 20),
    way="cắt vụn",
    inspection_body="Uỷ ban Kiểm tra Quận uỷ",
    head_name=HEAD,
    witness_name=WITNESS,
)
SEALING = ArchiveSealing(
    at=datetime(2023, 5, 19, 16, 45),
    parcels=(SealedParcel("Thùng số 1", "Phiếu giấy, thẻ, tờ chìa khoá tệp lưu", 3),),
    kept_at="kho lưu trữ Văn phòng Quận uỷ",
    keeper_name="Tạ Phương Nhung",
    keeper_post="Văn thư",
    opened_by_whom="Ban Thường vụ Quận uỷ",
)
SCHOOLS = (
    ("TH-01", "Trường Tiểu học Hoa Sen"),
    ("MN-02", "Trường Mầm non Ban Mai"),
    ("THCS-03", "Trường Trung học cơ sở Sông Xanh"),
    ("TH-04", "Trường Tiểu học Hướng Dương"),
    ("MN-05", "Trường Mầm non Nắng Sớm"),
    ("THCS-06", "Trường Trung học cơ sở Đồi Thông"),
)


@dataclass
class RoundOfBoxes:
    """A round with its conferences, each with its sealed box; ``counter`` counts for the lead body and its schools."""

    round: Round
    body: Unit
    counter: User
    counts: list[Count]
    boxes: list[Box]

    @property
    def conferences(self) -> list[Conference]:
        """The round's conferences in the order of `SCHOOLS`."""
        return [count.conference for count in self.counts]


def sealed_round(*, phones: int = 6, schools: int = 3) -> RoundOfBoxes:
    """A round whose boxes are sealed: ``phones`` voters by phone and one on paper in each school."""
    lead = body()
    planner = officer(lead, Role.ORGANISER, username="kehoach")
    round_ = plan_of(planner, lead).rounds.get(kind="school_head")
    counts = [_count(lead, round_, key, name, phones) for key, name in SCHOOLS[:schools]]
    counter = officer(lead, Role.COUNTING_OFFICER, username="morong")
    return RoundOfBoxes(round_, lead, counter, counts, [sealed(count) for count in counts])


def imported_round() -> RoundOfBoxes:
    """The round taken to its confirmed results, one conference after the other."""
    made = sealed_round()
    for count, box in zip(made.counts, made.boxes, strict=True):
        good(import_result(count, opened_box(box)))
    return made


def _count(lead: Unit, round_: Round, key: str, name: str, phones: int) -> Count:
    unit, head = school(name=name, key=key)
    unit.parent = lead
    unit.save()
    organiser = officer(unit, Role.ORGANISER, username=f"tochuc{key.lower()}")
    count = closed(World(unit, head, organiser), phones=phones, username=f"kiemphieu{key.lower()}")
    count.conference.round = round_
    count.conference.save()
    return count


def arranged(made: RoundOfBoxes) -> OpeningDay:
    """The round's opening day."""
    return good(
        services.arrange_day(
            unit=made.body,
            conferences=selectors.conferences_to_open(made.round),
            details=DETAILS,
            people=PEOPLE,
            actor=made.counter,
            of_round=made.round,
        )
    )


def arrival(made: RoundOfBoxes, place: int, **changes: object) -> BoxArrival:
    """A box that comes with the code of its hall minutes."""
    code = crockford.sixteen_digits(made.boxes[place].list_digest)
    found = BoxArrival(made.conferences[place].key, code, HEAD, "Tổ trưởng", 2)
    return replace(found, **changes)  # type: ignore[arg-type]  # keyword defaults of a test


def received(made: RoundOfBoxes, day: OpeningDay, places: Sequence[int] | None = None) -> Paper:
    """These boxes (all by default) come with their right codes; the handover has its minutes."""
    arrivals = [arrival(made, place) for place in (range(len(made.boxes)) if places is None else places)]
    for outcome in good(services.receive_boxes(day=day, arrivals=arrivals, actor=made.counter)):
        good(outcome)
    return good(services.close_receiving(day=day, receipt=RECEIPT, actor=made.counter))


def opened_together(made: RoundOfBoxes, day: OpeningDay) -> dict[str, bytes]:
    """Take the server's ZIP to the board's program, open all boxes with one seed, return the results folder."""
    packed = good(services.export_boxes(day=day, actor=made.counter))
    boxes = sort_out([("hom-phieu.zip", packed)]).boxes
    return result_files(open_boxes(boxes, [SEED]).opened)


def round_code(files: dict[str, bytes]) -> str:
    """The code that both programs show."""
    listed = read_round(files["round.json"])
    assert isinstance(listed, RoundResults)
    return listed.code


def import_files(
    made: RoundOfBoxes,
    day: OpeningDay,
    files: dict[str, bytes],
    *,
    codes: tuple[str, str] | None = None,
    confirmers: tuple[str, str] = (HEAD, CLERK),
) -> services.RoundImport | Refused:
    """Import a results folder as two members confirm it."""
    return services.import_round(
        day=day,
        files=files,
        confirmers=confirmers,
        codes=codes or (round_code(files), round_code(files)),
        same_machine=False,
        actor=made.counter,
    )


def record_of(*conferences: Conference) -> OpeningRecord:
    """What the officers state about an opening with one set of keys."""
    one = KeySetUsed("Bộ chìa khoá của đợt", tuple(conference.key for conference in conferences), KEEPERS)
    return OpeningRecord(datetime(2023, 5, 19, 14), datetime(2023, 5, 19, 16, 10), (one,))


def day_opened(made: RoundOfBoxes) -> OpeningDay:
    """The day taken to its opening minutes."""
    day = arranged(made)
    received(made, day)
    good(import_files(made, day, opened_together(made, day)))
    good(services.record_opening(day=day, opening=record_of(*made.conferences), actor=made.counter))
    return day


def packed(files: dict[str, bytes]) -> bytes:
    """Files as a ZIP."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return buffer.getvalue()
