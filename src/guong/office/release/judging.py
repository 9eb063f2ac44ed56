"""The judge with its solver, as the worker process runs it: values in, values out, no Django."""

from collections.abc import Collection, Mapping, Sequence

from guong.core.disclosure.facts import Counts
from guong.core.disclosure.judge import judge
from guong.core.disclosure.overlaps import Overlap
from guong.core.disclosure.published import PrintedSum, publication
from guong.core.disclosure.readings import PrintedRow
from guong.office.release.solver import Highs


def disclosed_groups(
    rows: Sequence[PrintedRow],
    sums: Sequence[PrintedSum],
    counts: Mapping[str, Counts],
    overlaps: Sequence[Overlap] = (),
    out: Collection[str] = (),
) -> tuple[str, ...]:
    """Return the keys of the groups that these tables, added and subtracted, give away; empty: they may go out.

    ``overlaps`` tell which of the tables have ballots in common, ``out`` which rows and sums the ledger holds already.
    """
    given = publication(rows, sums, counts, overlaps=overlaps, out=out)
    return tuple(one.target.key for one in judge(given, Highs()))
