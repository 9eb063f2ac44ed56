"""Three ways to publish a random district, and what the attacker gets out of each.

``python -m tests.disclosure.policies --districts 500 --worst`` prints the figures of docs/explanation/disclosure.md; with
``--first 250`` it goes on where another run ends, with ``--minutes 60`` it ends then and says how many districts it did.
"""

import argparse
import hashlib
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from guong.core.disclosure.facts import together
from guong.core.disclosure.mending import mend
from guong.office.release.solver import Highs
from tests.disclosure.attacker import Attacker, votes_of
from tests.disclosure.districts import District, agreed, district, publication, small

Policy = Callable[[District], frozenset[str]]
MOST_OWN = 2


@dataclass(frozen=True)
class Loot:
    """What was hidden of so many groups, and how many the attacker solved knowing none, one or two ballots of them."""

    groups: int = 0
    hidden: int = 0
    solved: tuple[int, ...] = (0,) * (MOST_OWN + 1)

    def __add__(self, other: "Loot") -> "Loot":
        solved = tuple(map(sum, zip(self.solved, other.solved, strict=True)))
        return replace(
            self, groups=self.groups + other.groups, hidden=self.hidden + other.hidden, solved=solved
        )


def threshold_only(given: District) -> frozenset[str]:
    """Hide groups of one to four ballots."""
    return small(given)


def threshold_and_codes(given: District) -> frozenset[str]:
    """Hide also every row, sums too, in which all but a few agree."""
    groups = {atom: (atom,) for atom in given.atoms} | given.lines()
    return small(given) | {name for name, atoms in groups.items() if agreed(together(given.counts, atoms))}


def with_solver(given: District) -> frozenset[str]:
    """Hide what the judge asks for beside that."""
    hidden = threshold_and_codes(given)
    mended = mend(publication(given, hidden), Highs())
    assert mended.left == ()
    return hidden | set(mended.hidden)


def attacked(
    given: District, hidden: frozenset[str], *, knowing: Sequence[int] = range(MOST_OWN + 1)
) -> Loot:
    """Attack everything hidden by attackers ``knowing`` so many ballots, all of them in the group that they solve.

    In hidden sums he knows none: the judge is tried with ballots anywhere by listing every world (`test_judge`).
    """
    groups = {atom: (atom,) for atom in given.atoms} | given.lines()
    printed = {cells: together(given.counts, cells) for name, cells in groups.items() if name not in hidden}
    attacker = Attacker({atom: given.ballots(atom) for atom in given.atoms}, printed)
    solved = [0] * (MOST_OWN + 1)
    for name in sorted(hidden):
        cells = groups[name]
        whole = sum(given.ballots(cell) for cell in cells)
        most = whole - 1 if len(cells) == 1 else 0
        for known in {min(known, most) for known in knowing}:
            solved[known] += any(
                attacker.solves(cells, mine) for mine in votes_of(given.counts, cells, known)
            )
    return Loot(len(groups), len(hidden), tuple(solved))


def commit() -> str:
    """Return the commit from which the seeds are drawn."""
    folder = Path(__file__).parent
    done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, encoding="ascii")
    return done.stdout.strip() or "no commit"


def seed(number: int, of_commit: str = "") -> int:
    """Return the seed of one district: from the commit and the number, so that every commit meets others."""
    drawn_from = of_commit or commit()
    print(f"district {number} of commit {drawn_from}")
    return int.from_bytes(hashlib.sha256(f"{drawn_from}/{number}".encode("ascii")).digest()[:6], "big")


# Who solves with fewer ballots, solves with two; the control is broken by whoever knows none.
_WORST: Mapping[Policy, Sequence[int]] = {threshold_only: (0,), with_solver: (MOST_OWN,)}
_EVERY: Mapping[Policy, Sequence[int]] = dict.fromkeys(
    (threshold_only, threshold_and_codes, with_solver), range(MOST_OWN + 1)
)


@dataclass
class Run:
    """What a run has found so far."""

    knowing: Mapping[Policy, Sequence[int]]
    loot: dict[Policy, Loot]
    done: int = 0
    longest: float = 0.0

    def attack(self, given: District) -> None:
        """Publish and attack one more district under each policy."""
        for policy, knowing in self.knowing.items():
            begun = time.process_time()
            hidden = policy(given)
            self.longest = max(self.longest, time.process_time() - begun)
            self.loot[policy] += attacked(given, hidden, knowing=knowing)
        self.done += 1

    def tell(self) -> None:
        """Print the figures."""
        print(f"{self.done} districts; policy, groups, hidden, solved with 0, 1, 2 own ballots")
        for policy, found in self.loot.items():
            known = [
                str(solved) if own in self.knowing[policy] else "-" for own, solved in enumerate(found.solved)
            ]
            print(policy.__name__, found.groups, found.hidden, *known, sep=", ")
        print(f"longest policy: {self.longest:.1f} s of processor", flush=True)


def main() -> None:
    """Print the figures of each policy over many districts."""
    parser = argparse.ArgumentParser(description="Attack random districts under three policies.")
    parser.add_argument("--districts", type=int, default=30)
    parser.add_argument("--first", type=int, default=0, help="number of the first district")
    parser.add_argument("--units", type=int, default=15)
    parser.add_argument("--minutes", type=float, default=600.0, help="begin no district after so many")
    parser.add_argument(
        "--worst", action="store_true", help="only the control and the attacker who knows most"
    )
    asked = parser.parse_args()
    knowing = _WORST if asked.worst else _EVERY
    run, of_commit, begun = Run(knowing, {policy: Loot() for policy in knowing}), commit(), time.monotonic()
    for number in range(asked.first, asked.first + asked.districts):
        if time.monotonic() - begun > 60 * asked.minutes:
            break
        run.attack(district(seed(number, of_commit), asked.units))
        if run.done % 10 == 0:
            run.tell()
    run.tell()


if __name__ == "__main__":
    main()
