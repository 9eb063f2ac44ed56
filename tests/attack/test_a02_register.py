"""A2 on the register's own files: rows in every order, versions, files and log of all its tables, against opened answers.

While people are in the hall the register's log tells who came when: that is granted. Nothing in it tells a content, and
once the conference is counted no table does tell who came when either.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from tests import chance
from tests.attack.matching import Orders, assert_chance, first_seen, hits, score
from tests.attack.registers import Copy, Moment, Play, Register, first_named

ROUNDS, LONG_ROUNDS = 12, 100
SURE = 0.9
_TOLD_APART = 2


def owners(texts: list[str]) -> dict[str, int]:
    return {text: voter for voter, text in enumerate(texts)}


def table_orders(copy: Copy, words: Mapping[str, int], people: Mapping[int, int]) -> dict[str, Sequence[int]]:
    """Whose the rows of each table are, for every table that tells two people or more from each other."""
    found = {name: first_named(rows, words, people) for name, rows in copy.tables}
    return {name: order for name, order in found.items() if len(order) >= _TOLD_APART}


def file_orders(copy: Copy, words: Mapping[str, int]) -> dict[str, Sequence[int]]:
    """Whose the names, marks or remarks in each file are, in the order in which they lie there."""
    pieces = {voter: [word.encode()] for word, voter in words.items()}
    found = {name: first_seen(content, pieces) for name, content in copy.files.items()}
    return {name: order for name, order in found.items() if len(order) >= _TOLD_APART}


def named(kind: str, orders: Orders) -> dict[str, Sequence[int]]:
    return {f"{kind}: {name}": order for name, order in orders.items()}


def people_orders(copy: Copy, moment: Moment) -> dict[str, Sequence[int]]:
    """Every order of people that the register tells now."""
    words, people = owners(moment.names), {person: voter for voter, person in enumerate(moment.people)}
    return table_orders(copy, words, people) | named("file", file_orders(copy, words))


def content_orders(copy: Copy, moment: Moment) -> dict[str, Sequence[int]]:
    """Every order of answers: as opened, and as the register keeps them."""
    found: dict[str, Sequence[int]] = {
        "archive rows": [moment.owner(row) for row in moment.rows],
        "remarks": [moment.owner(remark) for remark in moment.written],
    }
    for kind, texts in (("marks", moment.marks), ("remarks", moment.remarks)):
        found |= named(f"register, {kind}", table_orders(copy, owners(texts), {}))
        found |= named(f"register's file, {kind}", file_orders(copy, owners(texts)))
    return {name: order for name, order in found.items() if order}


@dataclass
class Loot:
    """What a thief takes from one conference.

    ``early`` are answers found while people are in the hall, ``ticks`` the people as the log tells who came when,
    ``matches`` how many places each match of people and answers has right; after the count also of tables and who came when.
    """

    moment: Moment
    early: Orders = field(default_factory=dict)
    ticks: list[int] = field(default_factory=list)
    matches: Counter[str] = field(default_factory=Counter)


def on_the_roll(came: Sequence[int], people: Sequence[int]) -> list[int]:
    """The people of this roll, without those of earlier conferences."""
    return [people.index(person) for person in came if person in people]


def steal(register: Register, play: Play, seed: int) -> Loot:
    """Play one conference and copy the register in the hall and after the count."""
    people: dict[str, Sequence[int]] = {}
    for moment in play.conference(seed):
        if moment.moment == "doors":
            register.at_the_doors()
            loot = Loot(moment)
        elif moment.moment == "hall":
            copy = register.copy()
            loot.early = content_orders(copy, moment)
            loot.ticks = on_the_roll(register.ticks(), moment.people)
            people |= named("hall", people_orders(copy, moment)) | {"log of ticks": loot.ticks}
        else:
            copy = register.copy()
            truth = {"check-in": moment.check_in, "cast": moment.cast}
            counted = named("counted", people_orders(copy, moment))
            loot.moment = moment
            loot.matches = score(truth | people | counted, content_orders(copy, moment))
            loot.matches.update(score(truth, counted))
    return loot


def assert_nothing_taken(register: Register, rounds: int) -> None:
    with register.played() as play:

        def one(seed: int) -> Counter[str]:
            loot = steal(register, play, seed)
            assert loot.early == {}
            return loot.matches

        assert_chance(one, rounds, width=5)


@pytest.mark.slow
def test_no_order_in_the_register_tells_whose_an_opened_answer_is(register: Register) -> None:
    assert_nothing_taken(register, ROUNDS)


@pytest.mark.long
def test_no_order_in_the_register_tells_it_over_many_conferences_either(register: Register) -> None:
    assert_nothing_taken(register, LONG_ROUNDS)


@pytest.mark.slow
def test_positive_control_a_register_that_notes_ticks_and_answers_gives_everybody_away(
    register: Register,
) -> None:
    with register.played("careless") as play:
        loot = steal(register, play, chance.seed())
    voters = len(loot.moment.names)
    sure = {name for name, places in loot.matches.items() if places / voters > SURE}
    print(sorted(name for name in sure if name.startswith(("cast", "check-in"))))
    assert any("careless_answer" in name for name in loot.early)
    assert "cast / register, marks: careless_answer" in sure
    assert any(name.startswith("cast") and "/ register's file, marks" in name for name in sure)
    assert "check-in / counted: careless_tick" in sure
    # Of a careful register the log tells it too, in the hall: this much is granted.
    assert hits(loot.ticks, loot.moment.check_in) / voters > SURE
