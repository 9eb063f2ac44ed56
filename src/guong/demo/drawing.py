"""Drawn pictures that stand for photographs of a hall: shapes without faces, never a ballot, a slip or a screen."""

from io import BytesIO

from PIL import Image, ImageDraw

BRIEFING, SEALING = "briefing", "sealing"
_SIZE = _WIDE, _HIGH = (960, 640)
_FLOOR = 430
_WALLS = ("#c9d3dc", "#d6d2c4", "#cbd6cb", "#dbcfc9", "#d0cedb")
_WOOD, _DARK_WOOD, _CLOTH, _CHAIR = "#a98e68", "#7d6748", "#6f8f86", "#4d5660"
_SUITS = ("#3f4a56", "#56606b", "#6a5a52", "#46596a", "#5d5666")


def picture(scene: str, *, colour: int) -> bytes:
    """Return a drawn scene as JPEG, 960 x 640; ``colour`` chooses the walls."""
    drawn = Image.new("RGB", _SIZE, _WALLS[colour % len(_WALLS)])
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((0, _FLOOR, _WIDE, _HIGH), fill="#9b8a72")
    pen.rectangle((0, _FLOOR - 14, _WIDE, _FLOOR), fill=_DARK_WOOD)
    for left in (70, 760):
        pen.rectangle((left, 90, left + 130, 290), fill="#eef3f6", outline=_DARK_WOOD, width=8)
        pen.line((left + 65, 90, left + 65, 290), fill=_DARK_WOOD, width=6)
    if scene == BRIEFING:
        _briefing(pen)
    else:
        _sealing(pen)
    made = BytesIO()
    drawn.save(made, "JPEG", quality=80)
    return made.getvalue()


def _briefing(pen: ImageDraw.ImageDraw) -> None:
    _person(pen, 480, 200, _SUITS[0])
    pen.polygon(((415, 300), (545, 300), (530, _FLOOR), (430, _FLOOR)), fill=_WOOD, outline=_DARK_WOOD)
    for row, (top, scale) in enumerate(((455, 0.8), (530, 1.0))):
        count = 9 - 2 * row
        for place in range(count):
            middle = round(_WIDE * (place + 0.5) / count)
            _seated(pen, middle, top, scale, _SUITS[(place + row) % len(_SUITS)])


def _sealing(pen: ImageDraw.ImageDraw) -> None:
    for place, middle in enumerate((250, 480, 710)):
        _person(pen, middle, 215, _SUITS[place])
    pen.rectangle((130, 390, 830, 420), fill=_WOOD)
    pen.rectangle((150, 420, 810, 590), fill=_CLOTH)
    pen.rectangle((400, 270, 560, 392), fill="#8e2f2f", outline="#6d2020", width=4)
    pen.rectangle((440, 284, 520, 292), fill="#4a1515")
    pen.rectangle((468, 262, 492, 392), fill="#efe9da")


def _person(pen: ImageDraw.ImageDraw, middle: int, top: int, suit: str) -> None:
    pen.rounded_rectangle((middle - 52, top + 62, middle + 52, top + 230), radius=36, fill=suit)
    pen.ellipse((middle - 32, top, middle + 32, top + 68), fill="#5b4a3e")


def _seated(pen: ImageDraw.ImageDraw, middle: int, top: int, scale: float, suit: str) -> None:
    """Somebody seen from behind: a head, shoulders, the back of a chair."""
    head, wide = round(24 * scale), round(46 * scale)
    pen.ellipse((middle - head, top, middle + head, top + 2 * head), fill="#3d332c")
    pen.rounded_rectangle((middle - wide, top + 2 * head - 4, middle + wide, top + 150), radius=22, fill=suit)
    pen.rounded_rectangle(
        (middle - wide - 6, top + 2 * head + 26, middle + wide + 6, 660), radius=10, fill=_CHAIR
    )
