"""Handing out: what goes out is judged beside what the ledger holds, and written into it (DESIGN §5, decision 0021)."""

import hashlib
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from guong.core import canonical
from guong.core.disclosure.overlaps import differ_too_little, roll_overlap
from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.counting import selectors as counting
from guong.office.journal.services import record, record_once_a_day
from guong.office.papers.services import in_worker
from guong.office.release import refusals, selectors
from guong.office.release.judging import disclosed_groups
from guong.office.release.models import ReleasedSums, ResultEdition
from guong.office.release.selectors.editions import (
    DISCLOSING,
    NOTHING_OUT,
    NOTICES,
    SAME_PEOPLE,
    Editions,
    editions_of,
)
from guong.office.release.selectors.judged import Judged, judged_round, rows_in, sums_texts


@dataclass(frozen=True)
class Handed:
    """One person's figures on their way out."""

    conference: Conference
    subject: ConferenceSubject
    figures: selectors.PersonalFigures

    @property
    def place(self) -> tuple[int, str]:
        """Conference and person, as the ledger names them."""
        return self.conference.pk, self.subject.key


@dataclass(frozen=True)
class Reading:
    """What the journal says of a reading, once a day and officer."""

    act: str
    unit_key: str
    text: str


def hand_out(
    *, people: Iterable[Handed], way: str, actor: User, reading: Reading | None = None
) -> frozenset[tuple[int, str]]:
    """Write into the ledger that these tables went out by a ``way`` (``Trang kết quả cá nhân``), each way once.

    Tables that never went out are first held against earlier polls on the same person: whoever is returned (conference,
    person) is held and must not be shown. Corrections were judged when they were made. A page's
    ``reading`` is journalled in the same transaction, unless everything was held; its way stands in the ledger only where
    nothing went out before, as the journal holds who read it when.
    """
    shown = list(people)
    fresh = [one for one in shown if way not in one.figures.ways and not (reading and one.figures.ways)]
    held = _held([one for one in fresh if not one.figures.ways and one.figures.is_asked_again])
    with transaction.atomic() if fresh else nullcontext():
        _write(fresh, held, way, actor)
        if reading and (not held or len(held) < len(shown)):
            record_once_a_day(actor=actor, act=reading.act, unit_key=reading.unit_key, text=reading.text)
    return frozenset(held)


def _write(fresh: Sequence[Handed], held: dict[tuple[int, str], str], way: str, actor: User) -> None:
    line = {"name": way, "by": actor.full_name, "on": timezone.localdate().isoformat()}
    first = [one for one in fresh if not one.figures.ways and one.figures.edition == 1]
    if first:
        _write_first(first, held, line)
    for one in first:
        if one.place in held:
            _journal_held(one, held[one.place], actor)
    again = [one for one in fresh if one.figures.ways or one.figures.edition > 1]
    if again:
        _write_again(again, held, line)


def judge_round(*, figures: selectors.RoundFigures, tables: selectors.PrintedTables) -> Refused | None:
    """Have a round's tables judged together with everything that the ledger holds of them. Refused: ``disclosing``."""
    looks = judged_round(figures, tables)
    found = any(in_worker(disclosed_groups, *look.values) for look in looks)
    return refusals.DISCLOSING if found else None


def write_sums(
    *, figures: selectors.RoundFigures, tables: selectors.PrintedTables, way: str, actor: User
) -> None:
    """Write a round's sums into the ledger, with the way by which they went out."""
    texts = sums_texts(tables)
    digest = hashlib.sha256(canonical.encode(texts)).hexdigest()
    line = {"name": way, "by": actor.full_name, "on": timezone.localdate().isoformat()}
    with transaction.atomic():
        row, _ = ReleasedSums.objects.select_for_update().get_or_create(
            of_round=figures.of_round, digest=digest, defaults={"texts": texts}
        )
        _add_way(row, line)


def _journal_held(one: Handed, reason: str, actor: User) -> None:
    text = f"{one.conference.title}, đồng chí {one.subject.name}: Giữ lại kết quả. {NOTICES[reason]}"
    record(actor=actor, act="release.held", unit_key=one.conference.unit.key, text=text)


def _write_first(people: Sequence[Handed], held: dict[tuple[int, str], str], line: dict[str, str]) -> None:
    """Write first editions; whoever else wrote the same meanwhile wrote the same texts."""
    ResultEdition.objects.bulk_create(
        [
            ResultEdition(
                conference=one.conference,
                subject_key=one.subject.key,
                texts={} if one.place in held else one.figures.texts,
                ways=[] if one.place in held else [line],
                held_for=held.get(one.place, ""),
            )
            for one in people
        ],
        ignore_conflicts=True,
    )


@transaction.atomic(savepoint=False)
def _write_again(people: Sequence[Handed], held: dict[tuple[int, str], str], line: dict[str, str]) -> None:
    numbers = {(*one.place, one.figures.edition): one.figures for one in people}
    rows = ResultEdition.objects.select_for_update().filter(conference__in={one.conference for one in people})
    for row in rows:
        figures = numbers.get((row.conference_id, row.subject_key, row.number))
        if figures is None or row.held_for:
            continue
        row.held_for = held.get((row.conference_id, row.subject_key), "")
        if row.held_for:
            row.save()
        else:
            row.texts = row.texts or figures.texts
            _add_way(row, line)


def _add_way(row: Any, line: dict[str, str]) -> None:
    if all(way["name"] != line["name"] for way in row.ways):
        row.ways = [*row.ways, line]
        row.save()


def _held(people: Sequence[Handed]) -> dict[tuple[int, str], str]:
    """Return who of these must not be shown, with the reason: an earlier poll of nearly the same people went out (R8)."""
    opened = {one.place: one for one in people if not one.figures.is_suppressed}
    pairs = conferences.asked_again([one.subject for one in opened.values()])
    if not pairs:
        return {}
    out = editions_of({other.conference_id for _, other in pairs})
    found: dict[tuple[int, str], str] = {}
    for mine, other in sorted(pairs, key=lambda pair: (pair[0].conference.held_on, pair[0].pk)):
        one, place = opened[mine.conference_id, mine.key], (other.conference_id, other.key)
        earlier = out.get(place, NOTHING_OUT)
        twin = opened.get(place)
        if earlier.released or (twin and place not in found and _is_before(other, mine)):
            reason = _reason(one, twin, other, earlier)
            if reason:
                found[one.place] = reason
    return found


def _is_before(other: ConferenceSubject, mine: ConferenceSubject) -> bool:
    return (other.conference.held_on, other.pk) < (mine.conference.held_on, mine.pk)


def _reason(one: Handed, twin: Handed | None, other: ConferenceSubject, earlier: Editions) -> str:
    """Return why a second poll on a person is held beside the first, empty where it may go out."""
    texts = earlier.released[-1].texts if earlier.released else twin.figures.texts if twin else {}
    if not texts.get("rows"):
        return ""
    voters = conferences.voters_of([other.conference, one.conference])
    pair = voters[other.conference_id], voters[one.conference.pk]
    ballots = texts["returned"], one.figures.participation.returned
    if differ_too_little(pair, ballots):
        return SAME_PEOPLE
    number = earlier.released[-1].number if earlier.released else 1
    look = Judged()
    names = []
    for subject, said, edition, editions in (
        (other, texts, number, earlier),
        (one.subject, one.figures.texts, 1, NOTHING_OUT),
    ):
        rows = rows_in(said, subject.conference, subject.key, edition)
        count = counting.subject_counts(subject.conference)[subject.key]
        look.add_table(rows, editions.count_of(edition, count), is_out=subject is other)
        names.append(rows[0].table)
    overlap = roll_overlap(names[0], names[1], pair, ballots)
    if overlap is None:
        return ""
    look.overlaps.append(overlap)
    return DISCLOSING if in_worker(disclosed_groups, *look.values) else ""
