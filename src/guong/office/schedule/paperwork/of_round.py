"""The papers of a round: letter, decisions, calendar, announcement (seed 001 III; DESIGN §6)."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from guong.core.documents import announcement as announcements
from guong.core.documents import conference_calendar as calendars
from guong.core.documents import counting_board_decision as boards
from guong.core.documents import staff_list_request as requests
from guong.core.documents import working_group_decision as groups
from guong.core.documents.model import Document
from guong.core.documents.parties import Person
from guong.core.outcome import Refused
from guong.core.questionnaire import official
from guong.core.wording import short_date
from guong.office.registry.models import Unit
from guong.office.schedule.models import Delegate
from guong.office.schedule.paperwork import refusals
from guong.office.schedule.paperwork.ground import MATTER, Ground, person_of, subjects_of
from guong.office.schedule.rows import Row

_SCHOOLS = "school_head"
_HEAD, _CLERK, _MEMBER, _WITNESS = "head", "clerk", "member", "witness"
_SEATS = {_HEAD: "Tổ trưởng", _CLERK: "Thư ký", _MEMBER: "Thành viên"}
_ORDER = list(_SEATS)
_COLUMNS = (
    requests.ListColumn("Họ và tên", "Viết đủ, có dấu, đúng hồ sơ cán bộ"),
    requests.ListColumn("Chức vụ, công việc", "Ví dụ: Giáo viên, Tổ trưởng tổ 4, Nhân viên thư viện"),
    requests.ListColumn("Hình thức lao động", "Chọn “Biên chế” hoặc “Hợp đồng”"),
    requests.ListColumn("Đảng viên", "Chọn “Có” hoặc “Không”"),
    requests.ListColumn("Mã cán bộ", "Chỉ ghi khi trong đơn vị có người trùng họ tên"),
)
_LISTED = (
    "Toàn thể cán bộ, viên chức, người lao động trong biên chế của trường",
    "Lao động hợp đồng cũng ghi, hình thức lao động ghi “Hợp đồng”; những người này không tham gia góp ý",
)
_GROUP_TASKS = (
    "Tham mưu, hướng dẫn, đôn đốc việc tổ chức lấy ý kiến theo Kế hoạch",
    "Lập lịch, cử cán bộ, chuẩn bị hồ sơ và tổ chức từng hội nghị",
    "Tổng hợp kết quả, báo cáo Thường trực, Ban Thường vụ",
)
_REQUESTS = (
    "Mời đủ người có tên trong danh sách, đề nghị mang theo điện thoại có máy ảnh nếu có",
    "Bố trí hội trường, một phòng chờ cho người được góp ý và hai bàn phát thẻ cách xa nhau; không ghi tên tại chỗ ngồi",
    "Không tổ chức bàn bạc, định hướng trước nội dung góp ý; không đề nghị ai giải trình sau hội nghị",
)


def staff_list_request(ground: Ground, rows: Sequence[Row], day: date) -> Document | Refused:
    """Return the letter that asks the units for their lists. Refused: ``no_conferences``, ``deadline_passed``."""
    if not rows:
        return refusals.NO_CONFERENCES
    deadline = timezone.localtime(ground.terms.lists_by).replace(tzinfo=None)
    first = rows[0].conference.held_on
    if not day <= deadline.date() < first:
        return refusals.DEADLINE_PASSED
    units = [row.conference.unit for row in rows]
    return requests.staff_list_request(
        requests.StaffListRequest(
            letterhead=ground.letterhead(day),
            plan=ground.plan_phrase,
            round_name=ground.round_phrase,
            issuer=ground.lead_body,
            addressees=_addressees(units),
            people=_LISTED if ground.held_round.kind == _SCHOOLS else ground.voters,
            columns=_COLUMNS,
            counted_on=deadline.date(),
            deadline=deadline,
            first_conference=first,
            send_to=ground.terms.send_to,
            contact=ground.terms.contact,
            signature=ground.signature,
            rule_set=ground.rules.printed,
            recipients=("Như trên,", f"{ground.decider} (để báo cáo),", "Lưu."),
        )
    )


def working_group_decision(ground: Ground, rows: Sequence[Row], day: date) -> Document | Refused:
    """Return the decision on the working group: leaders and officers sent. Refused: ``group_too_small``."""
    leaders = _once([one for row in rows for one in row.leaders])
    officers = [
        person for person in _once([one for row in rows for one in row.officers]) if person not in leaders
    ]
    if not leaders or len(leaders) + len(officers) < 2:
        return refusals.GROUP_TOO_SMALL
    duties = {person_of(one): one.get_role_display() for row in rows for one in row.officers}
    members = [groups.GroupMember(leaders[0], "Tổ trưởng", "Phụ trách chung")]
    members += [groups.GroupMember(person, "Tổ phó", "Dự, chỉ đạo hội nghị") for person in leaders[1:]]
    members += [groups.GroupMember(person, "Thành viên", duties[person]) for person in officers]
    return groups.working_group_decision(
        groups.WorkingGroupDecision(
            letterhead=ground.plan_letterhead(day),
            purpose=f"Tổ chức lấy ý kiến góp ý đối với người đứng đầu, {ground.round_phrase}",
            decider=ground.decider,
            bases=(ground.plan_phrase, f"đề nghị của {ground.lead_body}"),
            members=tuple(members),
            tasks=_GROUP_TASKS,
            carried_out_by=f"{ground.lead_body}, các cơ quan, đơn vị liên quan",
            signature=ground.plan_signature,
            rule_set=ground.rules.printed,
            recipients=("Như Điều 4,", "Lưu."),
        )
    )


def counting_board_decision(ground: Ground, rows: Sequence[Row], day: date) -> Document | Refused:
    """Return the decision on the boards of all conferences. Refused: ``no_conferences``, ``boards_missing``."""
    if not rows:
        return refusals.NO_CONFERENCES
    missing = [row.conference.unit.name for row in rows if not row.has_board]
    if missing:
        return refusals.boards_missing(missing)
    if _same_board_at_once(rows):
        return refusals.BOARD_AT_ONCE
    return boards.counting_board_decision(
        boards.CountingBoardDecision(
            letterhead=ground.letterhead(day),
            round_name=ground.round_phrase,
            decider=ground.lead_body,
            bases=(ground.plan_phrase,),
            conferences=tuple(map(_board_conference, rows)),
            carried_out_by=f"{ground.lead_body}, các đơn vị có tên",
            signature=ground.signature,
            rule_set=ground.rules.printed,
            recipients=("Như Điều 4,", f"{ground.decider} (để báo cáo),", "Lưu."),
        )
    )


def conference_calendar(ground: Ground, rows: Sequence[Row], day: date) -> Document | Refused:
    """Return the calendar of the round. Refused: ``no_conferences``, ``officer_at_once``."""
    if not rows:
        return refusals.NO_CONFERENCES
    sent = [(row.conference.began, person_of(one)) for row in rows for one in row.officers]
    if len(set(sent)) < len(sent):
        return refusals.OFFICER_AT_ONCE
    return calendars.conference_calendar(
        calendars.ConferenceCalendar(
            letterhead=ground.letterhead(day),
            matter=f"Lấy ý kiến góp ý đối với người đứng đầu, {ground.round_phrase}",
            entries=tuple(
                calendars.CalendarEntry(
                    row.conference.began,
                    row.conference.unit.name,
                    row.conference.place,
                    leaders=tuple(map(person_of, row.leaders)),
                    officers=tuple(map(person_of, row.officers)),
                    delegates=tuple(person_of(one) for one in row.observers if not one.proposed),
                )
                for row in rows
            ),
            signature=ground.signature,
            rule_set=ground.rules.printed,
            requests=(
                f"Có thay đổi thì báo {ground.lead_body} trước một ngày làm việc",
                *_moves(rows),
                *_cancelled(ground),
            ),
            recipients=("Như thành phần dự,", "Các đơn vị có tên,", "Lưu."),
        )
    )


def announcement(ground: Ground, rows: Sequence[Row], day: date) -> Document | Refused:
    """Return the announcement to the units. Refused: ``no_conferences``, ``after_first_conference``."""
    if not rows:
        return refusals.NO_CONFERENCES
    if rows[0].conference.held_on < day:
        return refusals.AFTER_FIRST_CONFERENCE
    form = official(ground.held_round.kind)
    return announcements.announcement(
        announcements.Announcement(
            letterhead=ground.letterhead(day),
            plan=ground.plan_phrase,
            matter=f"{MATTER} của người đứng đầu",
            round_name=ground.round_phrase,
            issuer=ground.lead_body,
            conferences=tuple(
                announcements.AnnouncedConference(
                    row.conference.began,
                    row.conference.unit.name,
                    row.conference.place,
                    "; ".join(one.post.title for one in row.conference.subjects.all()),
                )
                for row in rows
            ),
            voters=ground.voters,
            not_voters=("Người được góp ý tại hội nghị của đơn vị mình", "Lao động hợp đồng")
            if ground.held_round.kind == _SCHOOLS
            else ("Người được góp ý tại hội nghị của đơn vị mình",),
            items=sum(item.key != "prestige" for item in form.items),
            secrecy=ground.secrecy,
            requests=_REQUESTS,
            signature=ground.signature,
            rule_set=ground.rules.printed,
            recipients=("Các đơn vị có tên,", f"{ground.decider} (để báo cáo),", "Lưu."),
        )
    )


def _addressees(units: Sequence[Unit]) -> tuple[str, ...]:
    names = [unit.name for unit in units]
    return (*(f"{name}," for name in names[:-1]), f"{names[-1]}.")


def _once(delegates: Sequence[Delegate]) -> list[Person]:
    return list(dict.fromkeys(map(person_of, delegates)))


def _board_conference(row: Row) -> boards.BoardConference:
    conference = row.conference
    members = sorted(
        (one for one in row.standing.board if one.role in _SEATS), key=lambda one: _ORDER.index(one.role)
    )
    return boards.BoardConference(
        unit=conference.unit.name,
        begins=conference.began,
        place=conference.place,
        seats=tuple(
            boards.BoardSeat(Person(one.full_name, one.organisation), _SEATS[one.role]) for one in members
        ),
        witnesses=tuple(
            Person(one.full_name, one.organisation) for one in row.standing.board if one.role == _WITNESS
        ),
        subjects=tuple(subject.name for subject in subjects_of(conference)),
    )


def _same_board_at_once(rows: Sequence[Row]) -> bool:
    seated = [
        (row.conference.began, one.full_name, one.organisation) for row in rows for one in row.standing.board
    ]
    return len(set(seated)) < len(seated)


def _cancelled(ground: Ground) -> tuple[str, ...]:
    return tuple(
        f"Hội nghị tại {one.unit.name}, dự kiến {short_date(one.held_on)}, đã huỷ" for one in ground.cancelled
    )


def _moves(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(
        f"Hội nghị tại {row.conference.unit.name} đã đổi lịch (trước là {row.moves[-1].before})"
        for row in rows
        if row.moves
    )
