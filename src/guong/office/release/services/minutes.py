"""Biên bản kiểm phiếu: exact counts for board and Standing Committee, signed (DESIGN §5, §6)."""

from guong.core import crockford
from guong.core.documents.page_codes import JournalCode
from guong.core.documents.tally_minutes import Codes, TallyMinutes, tally_minutes
from guong.core.months import months_after
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.counting import selectors as counting
from guong.office.journal.selectors import head
from guong.office.papers.models import Paper
from guong.office.papers.services import file_paper
from guong.office.release import refusals, selectors
from guong.office.release.details import Sitting
from guong.office.release.kinds import MINUTES

SIGNED = "count_votes"  # whoever sees exact counts
MONTHS_KEPT = 6  # archive and paper ballots, DESIGN §4.6


def make_tally_minutes(
    *, conference: Conference, subject_key: str, actor: User, sitting: Sitting | None = None
) -> Paper | Refused:
    """Make and file the minutes of counting on one person.

    Refused: ``not_final``, ``no_bundle``, ``keys_remain``, ``unexplained``, ``unknown_subject``, ``ends_before_start``,
    ``before_conference``.
    """
    obstacle = selectors.paper_obstacle(conference)
    if obstacle is not None:
        return obstacle
    subject = selectors.subject_of(conference, subject_key)
    figures = selectors.minutes_figures(conference, subject_key)
    if subject is None or isinstance(figures, Refused):
        return figures if isinstance(figures, Refused) else refusals.UNKNOWN_SUBJECT
    sitting = sitting or selectors.usual_sitting(conference)
    if sitting is None:
        return refusals.KEYS_REMAIN
    if sitting.finished_at < sitting.opened_at:
        return refusals.ENDS_BEFORE_START
    if sitting.opened_at.date() < conference.held_on:
        return refusals.BEFORE_CONFERENCE
    return file_paper(
        document=tally_minutes(_content(conference, subject, figures, sitting)),
        kind=MINUTES,
        unit_key=conference.unit.key,
        conference_key=conference.key,
        subject_key=subject.key,
        actor=actor,
        symbol=counting.BOARD_SYMBOL,
        permission=SIGNED,
    )


def _content(
    conference: Conference,
    subject: ConferenceSubject,
    figures: selectors.MinutesFigures,
    sitting: Sitting,
) -> TallyMinutes:
    who = counting.paper_parties(conference)
    opening, ended = counting.opening(conference), counting.key_destruction(conference)
    assert opening is not None
    assert ended is not None
    return TallyMinutes(
        letterhead=who.letterhead(sitting.finished_at.date()),
        conference=who.conference,
        subject=selectors.person_of(conference, subject),
        officials=who.officials,
        opened_at=sitting.opened_at,
        finished_at=sitting.finished_at,
        place=sitting.place,
        form=figures.form,
        sides=figures.sides,
        codes=_codes(conference),
        confirmed_by=(opening.first_confirmer, opening.second_confirmer),
        keys_destroyed=ended.keys_destroyed,
        destroy_on=months_after(sitting.finished_at.date(), MONTHS_KEPT),
        copies=sitting.copies,
        rule_set=who.rule_set,
        same_machine=opening.same_machine,
        remarks_received=figures.remarks_received,
    )


def _codes(conference: Conference) -> Codes:
    check, opening, bundle = (
        counting.hall_check(conference),
        counting.opening(conference),
        counting.bundle(conference),
    )
    assert check is not None
    assert opening is not None
    assert bundle is not None
    newest = head()
    return Codes(
        seal=counting.seal_code(check.figures),
        result=crockford.sixteen_digits(bytes.fromhex(opening.digest)),
        dossier=bundle.code,
        digests=(
            ("Mã niêm phong", check.figures.list_digest.hex()),
            ("Mã kết quả", opening.digest),
            ("Mã hồ sơ", bundle.public_digest),
            *_page_digests(conference),
            ("Mã nhật ký", newest.digest),
        ),
        pages=tuple(page.code for page in counting.voters_pages(conference)),
        journal=JournalCode(newest.number, newest.code),
    )


def _page_digests(conference: Conference) -> list[tuple[str, str]]:
    """Return each file of the voter's page under its label; a changed page comes after the one it replaced."""
    return [
        (f"Trang bỏ phiếu{' đã thay đổi' if place else ''}, tệp {name}", digest)
        for place, page in enumerate(counting.voters_pages(conference))
        for name, digest in page.digests
    ]
