"""Bringing in an earlier round: read into a draft, looked at, then taken or thrown away. No exact count is kept."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from guong.core.disclosure import may_show_rows
from guong.core.earlier_results import EarlierLine, EarlierTable, read_table
from guong.core.outcome import Refused
from guong.core.poll import LEAST_ROWS_FROM
from guong.core.questionnaire import Item
from guong.core.wording import folded
from guong.office.accounts.models import User
from guong.office.journal.services import record
from guong.office.registry import selectors as registry
from guong.office.registry.models import Person, Unit
from guong.office.release import refusals, selectors
from guong.office.release.details import EarlierRound
from guong.office.release.figures import shown_row
from guong.office.release.models import ImportedResult, ImportedRound
from guong.office.release.selectors.imported import withdrawn_versions
from guong.office.release.services.versions import beside_earlier, has_other_shape

_FAULTS_SAID = 8


@transaction.atomic
def bring_in(*, body: Unit, given: EarlierRound, data: bytes, actor: User) -> ImportedRound | Refused:
    """Read a file into a draft, in place of the body's other drafts; nobody compares with it yet.

    Whose figures differ by fewer than five ballots from a version that was shown and taken out again is held: what went out
    stays, or nothing is shown (decision 0032). Refused: as `registry.read_tables` and `earlier_results.read_table`, ``faults``
    with the first rows that are wrong, ``imported_already``, ``other_shape``.
    """
    if selectors.imported_is_taken(body, given.kind, given.year):
        return refusals.IMPORTED_ALREADY
    table = _read(data)
    if isinstance(table, Refused):
        return table
    if table.faults:
        return refusals.faults_in([f"dòng {one.row}: {one.sentence}" for one in table.faults], _FAULTS_SAID)
    before = withdrawn_versions(body, given.kind)
    if has_other_shape(before=before, year=given.year, by_person=any(line.person for line in table.lines)):
        return refusals.OTHER_SHAPE
    ImportedRound.objects.filter(body=body, taken_on__isnull=True).delete()
    made = ImportedRound.objects.create(
        body=body,
        kind=given.kind,
        year=given.year,
        name=given.name,
        form=given.form,
        source=given.source,
        levels=list(table.levels),
        by_name=actor.full_name,
        brought_on=timezone.localdate(),
    )
    results = _results(made, table, _people(body))
    ImportedResult.objects.bulk_create(
        [beside_earlier(made=one, lines=lines, before=before) for one, lines in results]
    )
    return made


@transaction.atomic
def take(*, draft: ImportedRound, actor: User) -> ImportedRound | Refused:
    """Confirm a draft: from now on it is compared with. Refused: ``imported_already``."""
    draft.taken_on = timezone.localdate()
    try:
        with transaction.atomic():
            draft.save(update_fields=["taken_on"])
    except IntegrityError:  # another officer took the same year
        return refusals.IMPORTED_ALREADY
    _journal(
        draft, actor, "release.import", f"Nhập số liệu {draft.name}, năm {draft.year}, theo {draft.source}"
    )
    return draft


@transaction.atomic
def take_out(*, imported: ImportedRound, reason: str, actor: User) -> str | Refused:
    """Take an imported round out again, with a reason that stands in the journal. Refused: ``no_reason_out``.

    It is shown nowhere from now on and stays as what the next version is held against.
    """
    words = " ".join(reason.split())
    if not words:
        return refusals.NO_REASON_OUT
    _journal(
        imported,
        actor,
        "release.import_out",
        f"Gỡ số liệu nhập {imported.name}, năm {imported.year}: {words}",
    )
    imported.withdrawn_on = timezone.localdate()
    imported.save(update_fields=["withdrawn_on"])
    return words


@transaction.atomic
def throw_away(*, draft: ImportedRound) -> None:
    """Forget a draft that was looked at and isn't wanted."""
    draft.delete()


def _read(data: bytes) -> EarlierTable | Refused:
    """Return the first table of the file that is one; the refusal of the first where none is."""
    tables = registry.read_tables(data)
    if isinstance(tables, Refused):
        return tables
    read = [read_table(rows) for rows in tables]
    found = next((one for one in read if isinstance(one, EarlierTable)), None)
    return found or (read[0] if read else refusals.NOTHING_IN_FILE)


def _people(body: Unit) -> Mapping[tuple[str, str], list[Person]]:
    """Return who headed which unit beneath a body, by the names of unit and person."""
    found: defaultdict[tuple[str, str], dict[int, Person]] = defaultdict(dict)
    for post in registry.heads_ever():
        for unit in (post.unit.name, post.unit.key):
            found[folded(unit), folded(post.person.full_name)][post.person_id] = post.person
    return {place: list(people.values()) for place, people in found.items()}


def _results(
    imported: ImportedRound, table: EarlierTable, people: Mapping[tuple[str, str], list[Person]]
) -> Iterator[tuple[ImportedResult, list[EarlierLine]]]:
    about: defaultdict[tuple[str, str], list[EarlierLine]] = defaultdict(list)
    for line in table.lines:
        about[line.about].append(line)
    for (unit, name), lines in about.items():
        found = people.get((folded(unit), folded(name)), [])
        returned = lines[0].returned
        made = ImportedResult(
            imported=imported,
            unit_name=unit,
            person_name=name,
            person=found[0] if len(found) == 1 else None,
            returned=returned,
            rows=_shown(lines, table.levels, returned),
        )
        yield made, lines


def _shown(lines: Sequence[EarlierLine], levels: tuple[str, ...], returned: int) -> list[dict[str, Any]]:
    """Return what may be shown of one person's lines, by the rules for counted results; nothing below five ballots."""
    if not may_show_rows(returned, rows_from=LEAST_ROWS_FROM):
        return []
    rows = []
    for line in lines:
        item = Item(key="", number="", text=line.text, levels=levels, note=False)
        row = shown_row(item, (returned - sum(line.counts), *line.counts), returned=returned)
        spans = (*row.known.levels, row.known.better)
        rows.append(
            {
                "text": line.text,
                "shares": list(row.shares),
                "better": row.good_or_better,
                "known": [[span.low, span.high] for span in spans],
            }
        )
    return rows


def _journal(imported: ImportedRound, actor: User, act: str, text: str) -> None:
    record(actor=actor, act=act, unit_key=imported.body.key, text=f"{text}.")
