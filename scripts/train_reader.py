"""Trains the reader's judge of one box and writes its weights: `python -m scripts.train_reader`.

Plain numpy: the network has 40,000 numbers. The same pages, rounds and seed give the same file on the same machine and
libraries; another processor may round differently, which is why the weights are committed and their card names their hash.
"""

import argparse
import hashlib
import io
import math
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy
from numpy.typing import NDArray

from guong.paper.reading import network
from guong.paper.reading.network import CLASSES, CONVOLUTIONS, POOL, SIDE, forward, patches, softmax
from scripts.reader_lessons import Lessons, lessons

PAGES, ROUNDS, SEED = 1600, 12, 20261121
_CHANNELS = (16, 32, 64)
_HIDDEN = 64
_BATCH, _RATE = 128, 2e-3
_HELD_BACK = 0.1  # share of lessons that are not taught but asked
_PLACE = Path(network.__file__).parent / network.WEIGHTS

Floats = NDArray[numpy.float32]
Weights = dict[str, Floats]


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw lessons, train, print what the held back ones say, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--processes", type=int, default=1, help="that draw lessons; they change no lesson")
    parser.add_argument(
        "--lessons", type=Path, help="keep the drawn lessons here, and use them if they are there"
    )
    parser.add_argument("--out", type=Path, default=_PLACE)
    given = parser.parse_args(arguments)
    drawn = _lessons(given.pages, given.seed, given.processes, given.lessons)
    held = int(len(drawn.answers) * _HELD_BACK)
    weights = trained(Lessons(drawn.pictures[held:], drawn.answers[held:]), given.rounds, given.seed)
    raw = stored(weights)
    given.out.write_bytes(raw)
    print(
        f"{len(drawn.answers)} boxes of {given.pages} pages, {held} held back, {sum(w.size for w in weights.values())} numbers"
    )
    print(table(weights, Lessons(drawn.pictures[:held], drawn.answers[:held])))
    print(f"{given.out.name}: {len(raw)} bytes, SHA-256 {hashlib.sha256(raw).hexdigest()}")
    return 0


def _lessons(pages: int, seed: int, processes: int, place: Path | None) -> Lessons:
    if place and place.exists():
        with numpy.load(place) as kept:
            return Lessons(_floats(kept["pictures"]), kept["answers"])
    drawn = lessons(pages, seed, processes)
    coarse = numpy.clip(drawn.pictures * 200, 0, 255).astype(numpy.uint8)
    if place:
        numpy.savez_compressed(place, pictures=coarse, answers=drawn.answers)
    return Lessons(_floats(coarse), drawn.answers)


def _floats(coarse: NDArray[numpy.uint8]) -> Floats:
    return numpy.asarray(coarse, dtype=numpy.float32) / numpy.float32(200)


def trained(taught: Lessons, rounds: int, seed: int) -> Weights:
    """Return weights after that many rounds over all lessons (Adam, falling rate)."""
    chance = numpy.random.default_rng(seed)
    weights = _begun(chance)
    first = {name: numpy.zeros_like(w) for name, w in weights.items()}
    second = {name: numpy.zeros_like(w) for name, w in weights.items()}
    batches = len(taught.answers) // _BATCH
    for step in range(rounds * batches):
        if step % batches == 0:
            order = chance.permutation(len(taught.answers))
        chosen = order[step % batches * _BATCH : (step % batches + 1) * _BATCH]
        slopes = _slopes(_varied(taught.pictures[chosen], chance), taught.answers[chosen], weights)
        rate = _RATE * 0.5 * (1 + math.cos(math.pi * step / (rounds * batches)))
        for name, slope in slopes.items():
            first[name] += 0.1 * (slope - first[name])
            second[name] += 0.001 * (slope * slope - second[name])
            much = numpy.sqrt(second[name] / (1 - 0.999 ** (step + 1))) + 1e-7
            weights[name] -= rate * (first[name] / (1 - 0.9 ** (step + 1)) / much + 1e-4 * weights[name])
    return weights


def _begun(chance: numpy.random.Generator) -> Weights:
    """Small random weights, the size of each layer's by what it is fed."""
    weights: Weights = {}
    length, depth = SIDE, 1
    shapes = []
    for number, ((side, step), channels) in enumerate(zip(CONVOLUTIONS, _CHANNELS, strict=True)):
        shapes.append((f"conv{number}", side * side * depth, channels))
        length, depth = (length - side) // step + 1, channels
    fed = (length // POOL) ** 2 * depth
    for name, inputs, outputs in [*shapes, ("dense", fed, _HIDDEN), ("last", _HIDDEN, len(CLASSES))]:
        drawn = chance.normal(0, numpy.sqrt(2 / inputs), (inputs, outputs))
        weights[name] = drawn.astype(numpy.float32)
        weights[f"{name}_bias"] = numpy.zeros(outputs, numpy.float32)
    return weights


def _varied(pictures: Floats, chance: numpy.random.Generator) -> Floats:
    """The same boxes a little off, darker or lighter, noisier, some of them seen in a mirror."""
    down, across = chance.integers(-1, 2, 2)
    pictures = numpy.roll(pictures, (int(down), int(across)), axis=(1, 2))
    strength = chance.uniform(0.8, 1.15, (len(pictures), 1, 1)).astype(numpy.float32)
    noise = chance.normal(0, 1, pictures.shape).astype(numpy.float32)
    pictures = pictures * strength + noise * chance.uniform(0, 0.03, (len(pictures), 1, 1)).astype(
        numpy.float32
    )
    if chance.random() < 0.3:
        pictures = pictures[:, :, ::-1]
    return numpy.ascontiguousarray(numpy.maximum(pictures, 0))


def _slopes(pictures: Floats, answers: NDArray[numpy.int64], weights: Weights) -> Weights:
    """How the error (cross entropy) changes with each weight."""
    made = forward(pictures[..., None], weights)
    slopes: Weights = {}
    back: Any = softmax(made[-1])
    back[numpy.arange(len(answers)), answers] -= 1
    back /= len(answers)
    for name, fed in (("last", made[-2]), ("dense", made[-3])):
        slopes[name], slopes[f"{name}_bias"] = fed.T @ back, back.sum(axis=0)
        back = back @ weights[name].T
        if name == "last":
            back = back * (made[-2] > 0)
    count, height, width, depth = made[len(CONVOLUTIONS)].shape
    back = back.reshape(count, height // POOL, 1, width // POOL, 1, depth) / POOL**2
    back = numpy.broadcast_to(back, (count, height // POOL, POOL, width // POOL, POOL, depth))
    back = back.reshape(count, height, width, depth)
    for number in reversed(range(len(CONVOLUTIONS))):
        back = back * (made[number + 1] > 0)
        back = _through(back, made[number], number, weights, slopes)
    return slopes


def _through(back: Any, fed: Floats, number: int, weights: Weights, slopes: Weights) -> Any:
    """Write a layer's slopes and return those of what it was fed."""
    side, step = CONVOLUTIONS[number]
    flat = back.reshape(-1, back.shape[-1])
    name = f"conv{number}"
    slopes[name] = patches(fed, side, step).reshape(len(flat), -1).T @ flat
    slopes[f"{name}_bias"] = flat.sum(axis=0)
    if number == 0:
        return None
    before = numpy.zeros_like(fed)
    height, width = back.shape[1:3]
    squares = weights[name].reshape(side, side, fed.shape[-1], -1)
    for down in range(side):
        for across in range(side):
            part = before[:, down : down + step * height : step, across : across + step * width : step]
            part += (flat @ squares[down, across].T).reshape(part.shape)
    return before


def stored(weights: Weights) -> bytes:
    """Return the weights as an .npz of half-precision arrays with nothing in it that changes from day to day."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(weights):
            part = io.BytesIO()
            numpy.save(part, weights[name].astype(numpy.float16), allow_pickle=False)
            archive.writestr(
                zipfile.ZipInfo(f"{name}.npy", (2026, 1, 1, 0, 0, 0)), part.getvalue(), zipfile.ZIP_DEFLATED
            )
    return made.getvalue()


def table(weights: Weights, asked: Lessons) -> str:
    """Return what the network says of lessons it was not taught, by class, and how often it is sure and wrong."""
    said = numpy.concatenate(
        [softmax(forward(part[..., None], weights)[-1]) for part in numpy.array_split(asked.pictures, 20)]
    )
    lines = ["answer      " + "".join(f"{name:>11}" for name in CLASSES)]
    for number, name in enumerate(CLASSES):
        counts = numpy.bincount(said[asked.answers == number].argmax(axis=1), minlength=len(CLASSES))
        lines.append(f"{name:12}" + "".join(f"{count:>11}" for count in counts))
    for least in (0.9, 0.95, 0.99, 0.995):
        sure = said[:, 1] >= least
        wrong = int((sure & (asked.answers != 1)).sum())
        kept = float((sure & (asked.answers == 1)).sum()) / max(1, int((asked.answers == 1).sum()))
        lines.append(f"called marked at {least}: {kept:.1%} of marks, wrongly {wrong} of {int(sure.sum())}")
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
