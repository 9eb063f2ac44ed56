"""Random districts against an attacker with every table and two ballots: nothing hidden may be solved.

The seeds come from the commit and are printed. In the short run districts have six units, else fifteen; five hundred:
``python -m tests.disclosure.policies --districts 500``.
"""

import pytest

from tests.disclosure.districts import district
from tests.disclosure.policies import Loot, attacked, seed, threshold_only, with_solver
from tests.nothing_skipped import EVERYTHING

UNITS = 15 if EVERYTHING else 6
DISTRICTS = range(30)


@pytest.mark.parametrize("number", DISTRICTS)
def test_no_hidden_group_of_a_random_district_can_be_solved(number: int) -> None:
    given = district(seed(number), UNITS)
    loot = attacked(given, with_solver(given), knowing=[2])  # who solves with fewer, solves with two
    assert loot.hidden
    assert loot.solved == (0, 0, 0)


@pytest.mark.slow
def test_a_threshold_alone_is_broken_by_the_same_attacker() -> None:
    """The control: what only a threshold hides is solved in more than a tenth of the groups, without any own ballot."""
    loot = Loot()
    for number in DISTRICTS:
        given = district(seed(number), UNITS)
        loot += attacked(given, threshold_only(given), knowing=[0])
    print(loot)
    assert loot.solved[0] > 0.1 * loot.hidden
