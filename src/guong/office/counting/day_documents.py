"""What the minutes of handover and opening say, gathered from the register and from what the officers stated."""

from datetime import datetime

from guong.core.documents.handover_minutes import HandoverMinutes
from guong.core.documents.opening_minutes import KeySet, OpenedBox, OpeningMinutes
from guong.core.documents.parties import Person
from guong.core.documents.sealed_boxes import SealedBox
from guong.office.counting import selectors
from guong.office.counting.day_parties import (
    first_conference,
    groups,
    letterhead,
    named,
    people_in,
    printed_unit,
    rule_set,
)
from guong.office.counting.day_steps import BoxStanding
from guong.office.counting.details import KeySetUsed, OpeningRecord, Receipt
from guong.office.counting.models import DayRole
from guong.office.counting.selectors import BoxLine, DayView

_TWO_MACHINES = "Hai chương trình độc lập chạy trên hai máy, không nối mạng, cùng mở từng hòm phiếu"
_ONE_MACHINE = "Hai chương trình độc lập cùng mở từng hòm phiếu; máy mở hòm phiếu cũng là máy nhận phiếu"


def handover_of(view: DayView, said: Receipt) -> HandoverMinutes:
    """Return what the handover minutes say. Boxes that did not come are told by name."""
    day = view.day
    return HandoverMinutes(
        letterhead=letterhead(view, said.at.date()),
        at=said.at,
        place=day.place,
        round_name=day.name,
        lead_body=first_conference(view).lead_body,
        received_by=Person(said.receiver_name, said.receiver_post),
        witnesses=people_in(view, DayRole.WITNESS),
        boxes=tuple(_box(view, line) for line in view.lines if line.received),
        kept_at=said.kept_at,
        opens_at=datetime.combine(day.opens_on, day.opens_at),
        copies=said.copies,
        rule_set=rule_set(view),
        incidents=_missing(view),
    )


def opening_of(view: DayView, said: OpeningRecord) -> OpeningMinutes:
    """Return what the opening minutes say: every box that came, with its result code or why it stayed shut."""
    opened = [line for line in view.lines if line.may_open and line.digest]
    intakes = view.intakes
    covers_all = len(intakes) == 1 and intakes[0].results == len(opened)
    confirmers = (intakes[0].first_confirmer, intakes[0].second_confirmer) if covers_all else ()
    codes = [
        f"Mã kết quả chung {entry.code} của {entry.results:02d} hòm phiếu do đồng chí {entry.first_confirmer} và đồng chí "
        f"{entry.second_confirmer} đọc trên hai máy, thấy trùng nhau"
        for entry in (() if covers_all else intakes)
    ]
    same_machine = any(entry.same_machine for entry in intakes)
    return OpeningMinutes(
        letterhead=letterhead(view, said.began.date()),
        round_name=view.day.name,
        began=said.began,
        ended=said.ended,
        place=view.day.place,
        chair=Person(view.day.chair_name, view.day.chair_post),
        clerk=Person(view.day.clerk_name, view.day.clerk_post),
        groups=groups(view),
        results=tuple(_result(view, line) for line in view.lines if line.received),
        key_sets=tuple(_key_set(entry) for entry in said.key_sets),
        machines=_ONE_MACHINE if same_machine else _TWO_MACHINES,
        copies=said.copies,
        rule_set=rule_set(view),
        round_code=intakes[0].code if covers_all else "",
        round_confirmed_by=tuple(named(view, name) for name in confirmers),
        incidents=(*codes, *_missing(view), *said.incidents),
    )


def _missing(view: DayView) -> tuple[str, ...]:
    absent = [line for line in view.lines if line.received is None and not line.digest]
    expected = [line.conference.unit.name for line in absent if line.standing not in selectors.NOT_HERE]
    cancelled = [line.conference.unit.name for line in absent if line.standing is BoxStanding.CANCELLED]
    return (
        *((f"Chưa nhận hòm phiếu của: {', '.join(expected)}",) if expected else ()),
        *((f"Hội nghị đã huỷ nên không có hòm phiếu: {', '.join(cancelled)}",) if cancelled else ()),
    )


def _box(view: DayView, line: BoxLine) -> SealedBox:
    received = line.received
    if received is None:
        raise ValueError("a box that did not come changes no hands")
    fault = f"Khác mã trong biên bản niêm phong ({received.typed_code})" if received.differs else ""
    return SealedBox(
        unit=printed_unit(view, line),
        held_on=line.conference.held_on,
        seal_code=line.seal_code,
        device=line.device,
        sheets=line.sheets,
        envelopes=received.envelopes,
        handed_over_by=Person(received.giver_name, received.giver_post),
        fault=fault,
    )


def _result(view: DayView, line: BoxLine) -> OpenedBox:
    opening = selectors.opening(line.conference) if line.may_open else None
    if opening is None:
        reason = line.received.left_out if line.received else ""
        return OpenedBox(_box(view, line), (), "", (), remark=reason or "Khác mã niêm phong")
    names = {subject.key: subject.name for subject in line.conference.subjects.all()}
    counts = selectors.subject_counts(line.conference)
    few = [names[key] for key, count in counts.items() if count.state != "opened"]
    return OpenedBox(
        box=_box(view, line),
        opened=tuple((names[key], count.opened) for key, count in counts.items()),
        result_code=line.result_code,
        confirmed_by=(opening.first_confirmer, opening.second_confirmer),
        remark=f"không xem nội dung phiếu góp ý đồng chí {', '.join(few)} vì ít phiếu" if few else "",
    )


def _key_set(entry: KeySetUsed) -> KeySet:
    opened = tuple(Person(keeper.name, keeper.post) for keeper in entry.keepers if keeper.opened)
    return KeySet(f"{entry.name} ({len(entry.conference_keys):02d} hòm phiếu)", opened, destroyed=0)
