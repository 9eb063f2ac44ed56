"""The trained judge of one box: its arithmetic, how it is made, and that the card tells of the weights that are shipped."""

import hashlib
import re
from dataclasses import replace
from importlib import resources
from pathlib import Path

import numpy
import pytest

from guong.paper.reading import network
from guong.paper.reading.boxes import Ink, Kind, judge
from guong.paper.reading.network import CLASSES, SIDE
from scripts import reader_hands, train_reader
from scripts.reader_lessons import Lessons, lessons

CARD = Path(__file__).resolve().parents[2] / "docs" / "reference" / "box-classifier.md"
MARK = Ink(
    fill=0.2,
    area=2.0,
    extent=4.0,
    width=0.4,
    length=6.0,
    tangled=0,
    loops=0,
    black=0.8,
    shade=0.2,
    outside=0.2,
    off=0.2,
    crossing=False,
)


def shipped() -> bytes:
    """The weights' file."""
    return resources.files("guong.paper.reading").joinpath(network.WEIGHTS).read_bytes()


def test_the_card_tells_of_the_weights_that_are_shipped() -> None:
    card = CARD.read_text("utf-8")
    assert hashlib.sha256(shipped()).hexdigest() in card
    pages, rounds, seed = (re.search(rf"`--{name} (\d+)`", card) for name in ("pages", "rounds", "seed"))
    assert pages
    assert rounds
    assert seed
    assert [int(found[1]) for found in (pages, rounds, seed)] == [
        train_reader.PAGES,
        train_reader.ROUNDS,
        train_reader.SEED,
    ]


def test_the_weights_are_small_plain_arrays() -> None:
    assert len(shipped()) < 200_000
    assert {array.dtype for array in network.shipped().values()} == {numpy.dtype(numpy.float32)}


def test_a_layer_is_what_its_definition_says() -> None:
    chance = numpy.random.default_rng(1)
    layer = chance.normal(size=(2, 9, 9, 3)).astype(numpy.float32)
    weights = chance.normal(size=(3 * 3 * 3, 4)).astype(numpy.float32)
    found = network.patches(layer, 3, 2) @ weights
    assert found.shape == (2, 4, 4, 4)
    square = layer[1, 4:7, 2:5].reshape(-1)
    assert found[1, 2, 1] == pytest.approx(square @ weights, abs=1e-4)


def test_chances_add_up_to_one() -> None:
    scores = numpy.array([[1000.0, 0, 0, -1000], [0, 0, 0, 0]], numpy.float32)
    assert network.softmax(scores).tolist() == [[1, 0, 0, 0], [0.25] * 4]
    assert network.probabilities([]).shape == (0, len(CLASSES))


def test_its_slopes_are_those_of_small_steps() -> None:
    chance = numpy.random.default_rng(2)
    weights = train_reader._begun(chance)
    pictures = chance.random((4, SIDE, SIDE), numpy.float32)
    answers = numpy.array([0, 1, 2, 3])
    slopes = train_reader._slopes(pictures, answers, weights)

    def error() -> float:
        chances = network.softmax(network.forward(pictures[..., None], weights)[-1])
        return float(-numpy.log(chances[numpy.arange(4), answers].astype(float)).mean())

    for name, slope in slopes.items():
        place = numpy.unravel_index(int(abs(slope).argmax()), slope.shape)
        before = weights[name][place].copy()
        weights[name][place] = before + 0.01
        above = error()
        weights[name][place] = before - 0.01
        below = error()
        weights[name][place] = before
        assert (above - below) / 0.02 == pytest.approx(float(slope[place]), rel=0.05), name


def test_the_same_lessons_make_the_same_weights_and_teach_something() -> None:
    drawn = lessons(3, 7)
    assert set(drawn.answers.tolist()) == set(range(len(CLASSES)))
    made = [train_reader.stored(train_reader.trained(_again(drawn), 3, 7)) for _ in range(2)]
    assert made[0] == made[1]


def _again(drawn: Lessons) -> Lessons:
    return Lessons(numpy.concatenate([drawn.pictures] * 3), numpy.concatenate([drawn.answers] * 3))


def test_a_tick_below_a_cross_is_taught_as_taken_back_by_what_shows_of_it() -> None:
    level, lower = [(-2.0, 0.0), (2.0, 0.0)], [(-2.0, 3.0), (2.0, 3.0)]
    assert reader_hands.showing([level], [level], 0.4) == 0
    assert reader_hands.showing([level], [lower], 0.4) == pytest.approx(4, abs=0.2)


def test_the_weights_know_boxes_they_were_not_taught() -> None:
    drawn = lessons(6, 8)
    said = network.softmax(network.forward(drawn.pictures[..., None], network.shipped())[-1]).argmax(axis=1)
    assert (said == drawn.answers).mean() > 0.9


@pytest.mark.parametrize(
    ("chances", "kind"),
    [
        ((0, 1, 0, 0), Kind.MARKED),
        ((0, 0.55, 0, 0.45), Kind.STRAY),
        ((0, 0, 1, 0), Kind.CANCELLED),
        ((0, 0.5, 0.5, 0), Kind.STRAY),
        ((1, 0, 0, 0), Kind.STRAY),
    ],
)
def test_ink_is_a_mark_only_where_the_network_is_sure(chances: tuple[float, ...], kind: Kind) -> None:
    assert judge(MARK, chances)[0] is kind


@pytest.mark.parametrize(
    "other",
    [
        {"area": 0.2, "extent": 0.6, "fill": 0.01},
        {"outside": 3.0},
        {"off": 2.0},
        {"loops": 1},
        {"tangled": 8},
        {"crossing": True},
    ],
)
def test_what_is_measured_to_be_no_mark_is_none_whatever_the_network_says(other: dict[str, float]) -> None:
    assert judge(MARK, (0, 1, 0, 0))[0] is Kind.MARKED
    assert judge(replace(MARK, **other), (0, 1, 0, 0))[0] is Kind.STRAY  # type: ignore[arg-type]  # fields by name


def test_a_touch_of_the_pen_is_blank_where_the_network_agrees() -> None:
    touch = replace(MARK, area=0.3, extent=0.8, fill=0.02, length=0.8, outside=0.0)
    assert judge(touch, (1, 0, 0, 0))[0] is Kind.BLANK
    assert judge(touch, (0.5, 0.5, 0, 0))[0] is Kind.STRAY
