"""A recount after release: a correction goes out as the next edition, or is held where it changes too little (R4)."""

from dataclasses import dataclass, replace

from django.db import transaction

from guong.core.disclosure.overlaps import changed_ballots, is_too_little
from guong.core.outcome import Refused
from guong.core.questionnaire import Questionnaire
from guong.core.secrecy.opening import count_as_data
from guong.core.tally import SubjectCount
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.counting import selectors as counting
from guong.office.journal.services import record
from guong.office.papers.services import in_worker
from guong.office.release import refusals, selectors
from guong.office.release.details import Recount
from guong.office.release.judging import disclosed_groups
from guong.office.release.models import ResultEdition
from guong.office.release.selectors.editions import (
    DISCLOSING,
    NOTHING_OUT,
    TOO_LITTLE,
    Editions,
    editions_of,
)
from guong.office.release.selectors.gate import texts_of_count
from guong.office.release.selectors.judged import Judged, all_piles, overlap_of, rows_in

_JOURNAL = {
    "": "Đính chính kết quả, lần {number}, theo {minutes}",
    TOO_LITTLE: "Giữ lại đính chính lần {number} theo {minutes}: thay đổi dưới 05 phiếu so với số liệu đã công bố",
    DISCLOSING: "Giữ lại đính chính lần {number} theo {minutes}: đặt cạnh số liệu đã công bố sẽ lộ nhóm ít người",
}


@dataclass(frozen=True)
class _Standing:
    """What stands before a correction: the opened count, the editions of it, the form."""

    opened: SubjectCount
    editions: Editions
    form: Questionnaire


def correct_result(
    *, conference: Conference, subject_key: str, given: Recount, actor: User
) -> ResultEdition | Refused:
    """Take what the board found when it counted again. Returns the edition; ``held_for`` tells that nothing of it is shown.

    Held (R4): fewer than five ballots changed against any edition that went out, or the judge finds that the two
    editions together give a group away. What went out stays as it is.

    Refused: ``not_final``, ``unknown_subject``, ``nothing_to_correct`` (no rows were opened, or the first edition is held),
    ``recount_wrong``, ``nothing_changed``, ``same_signer``, ``not_on_board``.
    """
    subject = selectors.subject_of(conference, subject_key)
    standing = _standing(conference, subject_key)
    if subject is None or isinstance(standing, Refused):
        return standing if isinstance(standing, Refused) else refusals.UNKNOWN_SUBJECT
    if (problem := _signers_problem(conference, given)) is not None:
        return problem
    before = standing.editions.count(standing.opened)
    after = _count(given, before, standing.form)
    if isinstance(after, Refused):
        return after
    if (after.items, after.valid, after.opened) == (before.items, before.valid, before.opened):
        return refusals.NOTHING_CHANGED
    held_for = _held_for(conference, standing, after)
    return _keep(conference, subject, given, after, held_for, actor)


def _standing(conference: Conference, subject_key: str) -> _Standing | Refused:
    (entry,) = counting.counted(conferences.alone(conference))
    if entry.whole is None or entry.form is None or not entry.whole.counts:
        return refusals.NOT_FINAL
    opened = entry.whole.counts.get(subject_key)
    if opened is None:
        return refusals.UNKNOWN_SUBJECT
    editions = editions_of([conference.pk]).get((conference.pk, subject_key), NOTHING_OUT)
    if opened.state != "opened" or editions.held_from_the_start:
        return refusals.NOTHING_TO_CORRECT
    return _Standing(opened, editions, entry.form)


def _signers_problem(conference: Conference, given: Recount) -> Refused | None:
    first, second = given.signers
    if first.casefold() == second.casefold():
        return refusals.SAME_SIGNER
    return None if {first, second} <= set(counting.board_names(conference)) else refusals.NOT_ON_BOARD


def _count(given: Recount, before: SubjectCount, form: Questionnaire) -> SubjectCount | Refused:
    """Return the recount as a count, each row filled up with blanks to the valid ballots."""
    returned = given.valid + given.invalid
    if returned < max(before.device, 5):
        return refusals.recount_wrong("số phiếu thu về ít hơn số phiếu gửi từ điện thoại hoặc dưới 05 phiếu")
    items = {}
    for item in form.items:
        levels = given.levels.get(item.key, ())
        if len(levels) != len(item.levels) or sum(levels) > given.valid:
            return refusals.recount_wrong(f"nội dung {item.number} cộng lại nhiều hơn số phiếu hợp lệ")
        items[item.key] = (given.valid - sum(levels), *levels)
    return replace(
        before,
        paper=returned - before.device,
        valid=given.valid,
        invalid=given.invalid,
        items=items,
        remarks={},
    )


def _held_for(conference: Conference, standing: _Standing, after: SubjectCount) -> str:
    """Return why a correction is held, empty where it goes out: asked beside every edition that went out."""
    number = _next(standing.editions)
    for row in standing.editions.released:
        if not row.texts["rows"]:
            continue
        before = standing.editions.count_of(row.number, standing.opened)
        if is_too_little(changed_ballots(all_piles(before), all_piles(after))):
            return TOO_LITTLE
        look = Judged()
        for count, said, edition in (
            (before, row.texts, row.number),
            (after, texts_of_count(standing.form, after), number),
        ):
            rows = rows_in(said, conference, before.subject, edition)
            look.add_table(rows, count, is_out=edition == row.number)
        look.overlaps.append(overlap_of(conference, before, row.number, after, number))
        if in_worker(disclosed_groups, *look.values):
            return DISCLOSING
    return ""


@transaction.atomic
def _keep(
    conference: Conference,
    subject: ConferenceSubject,
    given: Recount,
    after: SubjectCount,
    held_for: str,
    actor: User,
) -> ResultEdition:
    editions = editions_of([conference.pk]).get((conference.pk, subject.key), NOTHING_OUT)
    made = ResultEdition.objects.create(
        conference=conference,
        subject_key=subject.key,
        number=_next(editions),
        counts=count_as_data(after, remarks=False),
        held_for=held_for,
        minutes=given.minutes,
        reason=given.reason,
        signers="; ".join(given.signers),
    )
    text = _JOURNAL[held_for].format(number=made.number, minutes=given.minutes)
    record(
        actor=actor,
        act="release.correction_held" if held_for else "release.correction",
        unit_key=conference.unit.key,
        text=f"{conference.title}, đồng chí {subject.name}: {text}. Lý do: {given.reason}.",
    )
    return made


def _next(editions: Editions) -> int:
    return max((row.number for row in editions.rows), default=1) + 1
