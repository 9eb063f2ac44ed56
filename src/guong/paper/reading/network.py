"""The trained judge of one box: a small convolutional network, weights as plain arrays, nothing but numpy and OpenCV.

`scripts/train_reader.py` makes the weights; docs/reference/box-classifier.md says from what, and how far to trust them.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from io import BytesIO
from typing import Any

import cv2
import numpy
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from guong.paper.reading.alignment import Window

SIDE = 48
"""Pixels of the picture of a box and its surroundings that the network sees."""
CLASSES = ("blank", "marked", "cancelled", "stray")
CONVOLUTIONS = ((5, 2), (3, 2), (3, 1))
"""Side and step of each layer's squares."""
POOL = 2
WEIGHTS = "box_classifier.npz"

Floats = NDArray[numpy.float32]
Weights = Mapping[str, Floats]


def probabilities(windows: Sequence[Window]) -> Floats:
    """Return, for each window, how likely each of `CLASSES` is: an array of shape (windows, 4)."""
    if not windows:
        return numpy.zeros((0, len(CLASSES)), numpy.float32)
    pictures = numpy.stack([picture(window) for window in windows])
    return softmax(forward(pictures[..., None], shipped())[-1])


def picture(window: Window) -> Floats:
    """Return what the network sees of a box: `SIDE` by `SIDE` darknesses."""
    return numpy.asarray(
        cv2.resize(window.dark, (SIDE, SIDE), interpolation=cv2.INTER_AREA), dtype=numpy.float32
    )


@cache
def shipped() -> dict[str, Floats]:
    """Return the weights that stand beside this module."""
    raw = resources.files("guong.paper.reading").joinpath(WEIGHTS).read_bytes()
    with numpy.load(BytesIO(raw), allow_pickle=False) as stored:
        return {name: stored[name].astype(numpy.float32) for name in stored.files}


def forward(pictures: Floats, weights: Weights) -> list[Any]:
    """Return what each layer makes of pictures of shape (n, SIDE, SIDE, 1); the last is (n, classes) before softmax."""
    made: list[Any] = [pictures]
    for number, (side, step) in enumerate(CONVOLUTIONS):
        squares = patches(made[-1], side, step)
        made.append(numpy.maximum(squares @ weights[f"conv{number}"] + weights[f"conv{number}_bias"], 0))
    made.append(pooled(made[-1]).reshape(len(pictures), -1))
    made.append(numpy.maximum(made[-1] @ weights["dense"] + weights["dense_bias"], 0))
    made.append(made[-1] @ weights["last"] + weights["last_bias"])
    return made


def patches(layer: Floats, side: int, step: int) -> Floats:
    """Return every square of (n, height, width, channels) as one row of numbers."""
    views = sliding_window_view(layer, (side, side), axis=(1, 2))[:, ::step, ::step]
    count, height, width = views.shape[:3]
    return numpy.ascontiguousarray(views.transpose(0, 1, 2, 4, 5, 3)).reshape(count, height, width, -1)


def pooled(layer: Floats) -> Floats:
    """Return the means of squares of `POOL` by `POOL`."""
    count, height, width, channels = layer.shape
    parts = layer.reshape(count, height // POOL, POOL, width // POOL, POOL, channels)
    return numpy.asarray(parts.mean(axis=(2, 4)), dtype=numpy.float32)


def softmax(scores: Floats) -> Floats:
    """Return probabilities that add up to one in each row."""
    raised = numpy.exp(scores - scores.max(axis=1, keepdims=True))
    return numpy.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=numpy.float32)
