"""Three ways to publish a random district, and what the attacker gets out of each.

``python -m tests.disclosure.policies --districts 500`` prints the figures of docs/explanation/disclosure.md.
"""

import argparse
import hashlib
import subprocess
import time
from collections.abc import Callable, Sequence
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


def seed(number: int) -> int:
    """Return the seed of one district: from the commit and the number, so that every commit meets others."""
    folder = Path(__file__).parent
    done = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, encoding="ascii")
    commit = done.stdout.strip() or "no commit"
    print(f"district {number} of commit {commit}")
    return int.from_bytes(hashlib.sha256(f"{commit}/{number}".encode("ascii")).digest()[:6], "big")


def main() -> None:
    """Print the figures of each policy over many districts."""
    parser = argparse.ArgumentParser(description="Attack random districts under three policies.")
    parser.add_argument("--districts", type=int, default=30)
    parser.add_argument("--units", type=int, default=15)
    asked = parser.parse_args()
    loot = {policy: Loot() for policy in (threshold_only, threshold_and_codes, with_solver)}
    longest = 0.0
    for number in range(asked.districts):
        given = district(seed(number), asked.units)
        for policy, before in loot.items():
            begun = time.process_time()
            hidden = policy(given)
            longest = max(longest, time.process_time() - begun)
            loot[policy] = before + attacked(given, hidden)
    print("policy, groups, hidden, solved with 0, 1, 2 own ballots")
    for policy, found in loot.items():
        print(policy.__name__, found.groups, found.hidden, *found.solved, sep=", ")
    print(f"longest policy: {longest:.1f} s of processor")


if __name__ == "__main__":
    main()
