"""The papers of the hall, built from core's documents and filed through the archive of papers."""

from django.db.models import QuerySet

from guong.core.documents.attendance_list import AttendanceLine, AttendanceList, attendance_list
from guong.core.documents.model import Letterhead, Profile, Signature
from guong.core.documents.parties import Conference as PrintedConference
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference
from guong.office.papers import selectors as papers
from guong.office.papers import services as archive
from guong.office.papers.models import Paper

ATTENDANCE_LIST = "attendance_list"


def letterhead_of(conference: Conference) -> Letterhead:
    """Return the letterhead of a paper of this conference, dated on its day."""
    return Letterhead(
        profile=Profile.PARTY,
        superior=conference.superior_body,
        issuer=conference.lead_body,
        place=conference.locality,
        day=conference.held_on,
    )


def rule_set_of(conference: Conference) -> str:
    """Return the name of the rules that shaped the conference, printed at the foot of its papers."""
    return f"Kế hoạch {conference.plan_number}"


def file_attendance_list(conference: Conference, *, actor: User) -> Paper:
    """Number, render and file the attendance list of the roll as it stands."""
    given = AttendanceList(
        letterhead=letterhead_of(conference),
        conference=PrintedConference(
            title=conference.title,
            unit=conference.unit.name,
            place=conference.place,
            began=conference.began,
            ended=conference.began,
        ),
        lines=tuple(AttendanceLine(entry.printed_name, entry.position) for entry in conference.roll.all()),
        signatures=(
            Signature("THƯ KÝ", (conference.clerk_name,)),
            Signature("CHỦ TRÌ", (conference.chair_name,)),
        ),
        rule_set=rule_set_of(conference),
    )
    return archive.file_paper(
        document=attendance_list(given),
        kind=ATTENDANCE_LIST,
        unit_key=conference.unit.key,
        conference_key=conference.key,
        actor=actor,
    )


def filed(conference: Conference) -> QuerySet[Paper]:
    """Return the attendance lists filed for a conference, newest first."""
    found = papers.papers_of(unit_keys=[conference.unit.key], conference_key=conference.key)
    return found.filter(kind=ATTENDANCE_LIST)
