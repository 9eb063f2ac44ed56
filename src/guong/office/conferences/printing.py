"""The papers of the hall, built from core's documents and filed through the archive of papers."""

from django.db.models import QuerySet

from guong.core.documents.attendance_list import AttendanceLine, AttendanceList, attendance_list
from guong.core.documents.model import Document, Signature
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference
from guong.office.conferences.selectors import (
    is_before_casting,
    letterhead_of,
    printed_conference,
    rule_set_of,
)
from guong.office.papers import selectors as papers
from guong.office.papers import services as archive
from guong.office.papers.models import Paper

ATTENDANCE_LIST = "attendance_list"


def attendance_document(conference: Conference) -> Document:
    """Return the attendance list of the roll as it stands."""
    given = AttendanceList(
        letterhead=letterhead_of(conference),
        conference=printed_conference(conference),
        lines=tuple(AttendanceLine(entry.printed_name, entry.position) for entry in conference.roll.all()),
        signatures=(
            Signature("THƯ KÝ", (conference.clerk_name,)),
            Signature("CHỦ TRÌ", (conference.chair_name,)),
        ),
        rule_set=rule_set_of(conference),
    )
    return attendance_list(given)


def file_attendance_list(conference: Conference, *, actor: User) -> Paper:
    """Number, render and file the attendance list of the roll as it stands."""
    return archive.file_paper(
        document=attendance_document(conference),
        kind=ATTENDANCE_LIST,
        unit_key=conference.unit.key,
        conference_key=conference.key,
        actor=actor,
    )


def is_filed_list_old(conference: Conference) -> bool:
    """Tell whether the newest list as filed differs from what it would say now: moved, or another roll.

    Only before casting: afterwards people have signed it.
    """
    newest = filed(conference).first() if is_before_casting(conference) else None
    return newest is not None and not papers.says_what_holds(newest, attendance_document(conference))


def filed(conference: Conference) -> QuerySet[Paper]:
    """Return the attendance lists filed for a conference, newest first."""
    found = papers.papers_of(unit_keys=[conference.unit.key], conference_key=conference.key)
    return found.filter(kind=ATTENDANCE_LIST)
