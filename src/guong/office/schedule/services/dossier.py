"""Bộ hồ sơ hội nghị: everything that lies on the tables, as one PDF in the order of use (DESIGN §7)."""

from collections.abc import Callable
from datetime import date

from guong.core.documents import minutes_forms as forms
from guong.core.documents.model import Document
from guong.core.outcome import Refused
from guong.core.questionnaire import Questionnaire
from guong.core.wording import short_date
from guong.office.accounts.models import User
from guong.office.conferences import refusals as conference_refusals
from guong.office.conferences import selectors as conferences
from guong.office.conferences import services as conference_services
from guong.office.conferences.models import Conference
from guong.office.papers import selectors as papers
from guong.office.papers import services as archive
from guong.office.papers.models import Paper
from guong.office.papers.outcomes import Tell, silent
from guong.office.schedule import refusals
from guong.office.schedule.binding import Dossier, bound, parts_of
from guong.office.schedule.paperwork import of_conference
from guong.office.schedule.paperwork.ground import Ground, ground_for, officials_of, subjects_of
from guong.office.schedule.rows import Row
from guong.office.schedule.selectors import filed_of, row_of
from guong.render.joining import pages_of

SHEETS = range(1, 61)
_SIGNERS = (("head", "Tổ trưởng"), ("clerk", "Thư ký tổ"), ("witness", "Đại biểu chứng kiến"))
_SLIPS = (
    "Đặt vào đây tập thẻ bỏ phiếu đã cắt, gấp kín và trộn đều.",
    "Thẻ chỉ in ở máy của tổ kiểm phiếu: cơ quan chủ trì và máy chủ này không có và không thấy mã nào trên thẻ.",
    "Kiểm đủ số thẻ ghi ở bìa. Ai nhận thẻ thì tự bốc; không ghi ai bốc thẻ nào.",
)


def make_dossier(
    *, actor: User, conference: Conference, sheets: int, day: date, tell: Tell = silent
) -> bytes | Refused:
    """Return the dossier as PDF; files the attendance list first where none says what holds now.

    ``tell`` hears how many parts are drawn; the list before them and the binding after them are one each. ``sheets`` paper
    ballots are in it for each person asked about. Refused: ``cancelled``, ``not_before_casting``, ``sheets_range``,
    ``no_roll``, ``no_board``, ``nobody_sent``, ``subject_leads``, ``too_late_to_end``.
    """
    if conferences.is_cancelled(conference):
        return conference_refusals.CANCELLED
    if not conferences.is_before_casting(conference):
        return refusals.NOT_BEFORE_CASTING
    if sheets not in SHEETS:
        return refusals.SHEETS_RANGE
    ground, row = ground_for(conference), row_of(conference)
    script = of_conference.chair_script(ground, row, day)
    programme = of_conference.programme(ground, row, day)
    for made in (script, programme):
        if isinstance(made, Refused):
            return made
    probe = of_conference.dossier_cover(ground, row, day, sheets=sheets, attendance_pages=1)
    if isinstance(probe, Refused):
        return probe
    assert not isinstance(script, Refused)
    assert not isinstance(programme, Refused)
    attendance = _attendance(actor, conference)
    cover = of_conference.dossier_cover(
        ground, row, day, sheets=sheets, attendance_pages=pages_of(attendance)
    )
    assert not isinstance(cover, Refused)
    parts = parts_of(_dossier(ground, row, day, cover, (programme, script), attendance, sheets))
    drawn = archive.each_in_worker(
        [part.draw for part in parts], lambda done, whole: tell(1 + done, 2 + whole)
    )
    return archive.in_worker(bound, [(data, part.copies) for data, part in zip(drawn, parts, strict=True)])


def _attendance(actor: User, conference: Conference) -> bytes:
    """The list as filed: it is signed once, so that the dossier never holds another one than the archive."""
    filed = filed_of(conference, conference_services.ATTENDANCE_LIST)
    document = conference_services.attendance_document(conference)
    paper: Paper = (
        filed[0]
        if filed and papers.says_what_holds(filed[0], document)
        else conference_services.file_attendance_list(conference, actor=actor)
    )
    file = next(one for one in paper.files.all() if one.format == "pdf")
    return archive.read_file(file=file, actor=actor)


def _dossier(
    ground: Ground,
    row: Row,
    day: date,
    cover: Document,
    before: tuple[Document, ...],
    attendance: bytes,
    sheets: int,
) -> Dossier:
    conference, subjects = row.conference, subjects_of(row.conference)
    form: Questionnaire = conferences.form_of(conference)
    return Dossier(
        cover=cover,
        before=before,
        attendance=attendance,
        slips=forms.parting_sheet(
            ground.letterhead(day), title="Thẻ bỏ phiếu", words=_SLIPS, rule_set=ground.rules.printed
        ),
        questionnaire=form.raw,
        subject_lines=tuple(one.line for one in conference.subjects.all()),
        sheets=sheets,
        unit=conference.unit.name,
        conference=conference.title,
        day=short_date(conference.held_on),
        subjects=tuple(person.printed.removeprefix("Đồng chí ") for person in subjects),
        signers=_signers(row),
        forms=tuple((make(_form(ground, row)), copies) for make, copies in _FORMS),
    )


_FORMS: tuple[tuple[Callable[[forms.MinutesForm], Document], int], ...] = (
    (forms.blank_conference_minutes, 1),
    (forms.blank_sealing_minutes, 3),  # as many as are signed: both sides and the archive
)


def _form(ground: Ground, row: Row) -> forms.MinutesForm:
    return forms.MinutesForm(
        letterhead=ground.letterhead(row.conference.held_on),
        conference=conferences.printed_conference(row.conference),
        officials=officials_of(row.conference),
        subjects=tuple(one.name for one in row.conference.subjects.all()),
        roll=row.standing.summoned,
        rule_set=ground.rules.printed,
    )


def _signers(row: Row) -> tuple[tuple[str, str], ...]:
    found = []
    for role, label in _SIGNERS:
        named = [one.full_name for one in row.standing.board if one.role == role]
        found += [(label, named[0])] if named else []
    return tuple(found)
