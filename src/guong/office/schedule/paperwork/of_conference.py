"""The papers of one conference: invitations, programme, the chair's words, minutes, dossier cover (DESIGN §6, §7)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.conf import settings

from guong.core.documents import chair_script as scripts
from guong.core.documents import conference_minutes as minutes
from guong.core.documents import dossier_cover as covers
from guong.core.documents import invitation as invitations
from guong.core.documents import programme as programmes
from guong.core.documents.model import Document, Photograph
from guong.core.documents.parties import Conference as PrintedConference
from guong.core.documents.parties import Person
from guong.core.hall_hour import Moment
from guong.core.outcome import Refused
from guong.core.questionnaire import official
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference
from guong.office.schedule.models import Delegate, DelegateRole
from guong.office.schedule.paperwork import refusals
from guong.office.schedule.paperwork.ground import (
    BRIEFING,
    MATTER,
    Ground,
    officials_of,
    person_of,
    subjects_of,
)
from guong.office.schedule.rows import Row

_KEY_HOLDER = "Đồng chí mang theo phong bì chìa khoá hòm phiếu được giao giữ"


@dataclass(frozen=True)
class Absent:
    """How many were absent and why, as the clerk counted on the signed list."""

    ill: int = 0
    travelling: int = 0
    other: int = 0

    @property
    def reasons(self) -> tuple[tuple[str, int], ...]:
        """The reasons as minutes print them."""
        return (
            ("Ốm, thai sản", self.ill),
            ("Đi công tác, đi học", self.travelling),
            ("Lý do khác", self.other),
        )


def invitation(ground: Ground, row: Row, guest: Delegate, day: date) -> Document | Refused:
    """Return the invitation of one leader or observer. Refused: ``after_conference``."""
    conference = row.conference
    if conference.held_on < day:
        return refusals.AFTER_CONFERENCE
    witnesses = {person.name for person in officials_of(conference).witnesses}
    return invitations.invitation(
        invitations.Invitation(
            letterhead=ground.letterhead(day),
            host=ground.lead_body,
            invited=f"Đồng chí {guest.full_name}, {person_of(guest).post}",
            conference=conference.title,
            unit=conference.unit.name,
            begins=conference.began,
            place=conference.place,
            chair=officials_of(conference).chair,
            role=guest.get_role_display(),
            signature=ground.signature,
            rule_set=ground.rules.printed,
            requests=(_KEY_HOLDER,) if guest.full_name in witnesses else (),
            recipients=("Như trên,", "Lưu."),
        )
    )


def programme_items(row: Row) -> tuple[programmes.ProgrammeItem, ...]:
    """Return the items of a conference's programme; who briefs is the first leader who attends, else the chair."""
    return programmes.usual_items(
        leader=_briefs(row).printed, subjects=max(1, len(row.conference.subjects.all()))
    )


def programme(ground: Ground, row: Row, day: date) -> Document | Refused:
    """Return the programme. Refused: ``too_late_to_end``."""
    conference, people = row.conference, officials_of(row.conference)
    items = programme_items(row)
    ends = conference.began + timedelta(minutes=sum(item.minutes for item in items))
    if ends.date() != conference.held_on:
        return refusals.TOO_LONG
    return programmes.programme(
        programmes.Programme(
            letterhead=ground.letterhead(day),
            conference=conference.title,
            unit=conference.unit.name,
            place=conference.place,
            begins=conference.began,
            chair=people.chair,
            clerk=people.clerk,
            items=items,
            rule_set=ground.rules.printed,
            signature=ground.signature,
            recipients=("Như thành phần dự,", "Lưu."),
        )
    )


def chair_script(ground: Ground, row: Row, day: date) -> Document | Refused:
    """Return the chair's words. Refused: ``no_roll``, ``no_board``, ``subject_leads``."""
    conference, people, leader = row.conference, officials_of(row.conference), _briefs(row)
    if not row.standing.summoned:
        return refusals.NO_ROLL
    if not row.has_board:
        return refusals.NO_BOARD
    acting = {
        person.name for person in (people.chair, people.clerk, leader, *people.board, *people.witnesses)
    }
    subjects = subjects_of(conference)
    if acting & {subject.name for subject in subjects}:
        return refusals.SUBJECT_LEADS
    guests = [*row.leaders, *(one for one in row.observers if not one.proposed)]
    form = official(conference.questionnaire_key)
    return scripts.chair_script(
        scripts.ChairScript(
            letterhead=ground.letterhead(day),
            conference=conferences.printed_conference(conference),
            plan=ground.plan_phrase,
            matter=MATTER,
            issuer=ground.decider,
            lead_body=ground.lead_body,
            subjects=subjects,
            officials=people,
            leader=leader,
            guests=tuple(map(person_of, guests)),
            roll=row.standing.summoned,
            items=sum(item.key != "prestige" for item in form.items),
            secrecy=ground.secrecy,
            rule_set=ground.rules.printed,
            quorum=ground.rules.quorum,
            waiting_room=ground.terms.waiting_room,
            domain=settings.GUONG_ORIGIN.partition("://")[2],
        )
    )


def conference_minutes(
    ground: Ground, row: Row, day: date, *, absent: Absent, photographs: tuple[Photograph, ...]
) -> Document | Refused:
    """Return the minutes of a conference whose casting is over. Refused: ``not_over``, ``over_too_early``, ``absences``."""
    conference, standing = row.conference, row.standing
    if standing.turnout is None:
        return refusals.NOT_OVER
    hours = conferences.noted_moments(conference)
    printed = _as_noted(conference, hours)
    if printed.ended <= printed.began:
        return refusals.OVER_TOO_EARLY
    missing, subjects = standing.summoned - standing.turnout, max(1, len(conference.subjects.all()))
    if sum(count for _, count in absent.reasons) != missing:
        return refusals.ABSENCES
    return minutes.conference_minutes(
        minutes.ConferenceMinutes(
            letterhead=ground.letterhead(day),
            conference=printed,
            plan=ground.plan_phrase,
            matter=MATTER,
            subjects=subjects_of(conference),
            officials=officials_of(conference),
            directing=tuple(map(person_of, row.leaders)),
            observers=tuple(person_of(one) for one in row.observers if not one.proposed),
            attendance=minutes.Attendance(
                standing.summoned, standing.turnout, absent.reasons, quorum=ground.rules.quorum
            ),
            briefing=BRIEFING,
            hours=tuple((at, moment.words(subjects=subjects)) for moment, at in hours.items()),
            proceedings=_proceedings(conference, subjects),
            copies=3,
            rule_set=ground.rules.printed,
            roll_changes=tuple(
                f"{change.get_act_display()} đồng chí {change.printed_name}: {change.reason}"
                for change in conference.roll_changes.all()
            ),
            incidents=tuple(_told(one.text, one.settled) for one in conference.incidents.all()),
            photographs=photographs,
            recipients=(f"{ground.decider} (để báo cáo),", f"{conference.unit.name},", "Lưu."),
        )
    )


def dossier_cover(
    ground: Ground, row: Row, day: date, *, sheets: int, attendance_pages: int
) -> Document | Refused:
    """Return the dossier's cover with its checklist. Refused: ``no_roll``, ``nobody_sent``."""
    if not row.standing.summoned:
        return refusals.NO_ROLL
    if not row.officers:
        return refusals.NOBODY_SENT
    subjects = subjects_of(row.conference)
    return covers.dossier_cover(
        covers.DossierCover(
            letterhead=ground.letterhead(day),
            conference=conferences.printed_conference(row.conference),
            subjects=subjects,
            officer=person_of(row.officers[0]),
            roll=row.standing.summoned,
            parts=covers.usual_parts(
                roll=row.standing.summoned,
                subjects=[subject.name for subject in subjects],
                sheets=sheets,
                attendance_pages=attendance_pages,
            ),
            rule_set=ground.rules.printed,
        )
    )


def _briefs(row: Row) -> Person:
    """Whoever gives the briefing: the first leader who attends, else the chair."""
    leaders = [one for one in row.delegates if one.role == DelegateRole.LEADER]
    return person_of(leaders[0]) if leaders else officials_of(row.conference).chair


def _as_noted(conference: Conference, hours: Mapping[Moment, time]) -> PrintedConference:
    """Return the conference as papers name it, its beginning and end as the clerk noted them in the hall."""
    printed, day = conferences.printed_conference(conference), conference.held_on
    return replace(
        printed,
        began=datetime.combine(day, hours[Moment.BEGAN]) if Moment.BEGAN in hours else printed.began,
        ended=datetime.combine(day, hours[Moment.ENDED]) if Moment.ENDED in hours else printed.ended,
    )


def _proceedings(conference: Conference, subjects: int) -> tuple[str, ...]:
    """The usual course, then who opened, paused and closed the poll and who confirmed it, in that order."""
    acts = (act.sentence for act in conferences.acts_of(conference))
    late = (
        f"Đồng chí {keeper.full_name} chọn mã xác nhận sau khi đã mở nhận phiếu"
        for keeper in conferences.keepers_of(conference)
        if keeper.pin_late
    )
    return (*minutes.usual_proceedings(subjects=subjects), *acts, *late)


def _told(text: str, settled: str) -> str:
    return f"{text}. Cách xử lý: {settled}" if settled else text
