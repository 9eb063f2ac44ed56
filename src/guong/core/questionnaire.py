"""Questionnaires as data: items with four levels, remark fields, one canonical form (formats §2)."""

import hashlib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any

import yaml

from guong.core import canonical

FORMAT = "guong/questionnaire/v1"
LEVELS = 4
OFFICIAL_YEAR = 2023
_LEVEL_WORDS = (
    ("quận", "Quận"),
    ("huyện", "Huyện"),
    ("thị", "Thị xã"),
    ("thành", "Thành phố"),
    ("đảng uỷ phường", "Phường"),
    ("đảng ủy phường", "Phường"),
    ("đảng uỷ xã", "Xã"),
    ("đảng ủy xã", "Xã"),
)


@dataclass(frozen=True)
class Item:
    """One row to tick: key, printed number, wording, four level names (best first), whether it takes a note."""

    key: str
    number: str
    text: str
    levels: tuple[str, ...]
    note: bool


@dataclass(frozen=True)
class Opinion:
    """A free-text field that belongs to no item."""

    key: str
    text: str


@dataclass(frozen=True)
class Questionnaire:
    """A versioned form. ``raw`` holds its canonical bytes, the only form that is hashed, stored or sent."""

    raw: bytes
    key: str
    version: str
    title: str
    subject_template: str
    items: tuple[Item, ...]
    opinions: tuple[Opinion, ...]
    headings: dict[str, str]

    @classmethod
    def from_canonical(cls, raw: bytes) -> "Questionnaire":
        """Read canonical bytes; raises ValueError (NotCanonical is one) for anything that formats §2 doesn't allow."""
        data = canonical.decode(raw)
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise ValueError("not a questionnaire")
        try:
            return cls._read(raw, data)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError("a field of the questionnaire is missing or of another kind") from error

    @classmethod
    def _read(cls, raw: bytes, data: dict[str, Any]) -> "Questionnaire":
        items = tuple(_item(entry) for entry in data["items"])
        opinions = tuple(
            Opinion(canonical.text(entry["key"]), canonical.text(entry["text"])) for entry in data["opinions"]
        )
        keys = [item.key for item in items] + [opinion.key for opinion in opinions]
        if not items or len(set(keys)) != len(keys):
            raise ValueError("items are missing or share a key")
        return cls(
            raw=raw,
            key=canonical.text(data["key"]),
            version=canonical.text(data["version"]),
            title=canonical.text(data["title"]),
            subject_template=canonical.text(data["subject_template"]),
            items=items,
            opinions=opinions,
            headings={name: canonical.text(words) for name, words in data["headings"].items()},
        )

    @cached_property
    def digest(self) -> bytes:
        """SHA-256 of the canonical bytes."""
        return hashlib.sha256(self.raw).digest()

    @cached_property
    def remark_fields(self) -> tuple[str, ...]:
        """Keys that may carry a remark, in their canonical order: items with a note, then opinions."""
        noted = tuple(item.key for item in self.items if item.note)
        return noted + tuple(opinion.key for opinion in self.opinions)

    def as_data(self) -> dict[str, Any]:
        """Return the JSON value of the canonical bytes."""
        data: dict[str, Any] = canonical.decode(self.raw)
        return data


def _item(entry: dict[str, Any]) -> Item:
    key, number, text = (canonical.text(entry[name]) for name in ("key", "number", "text"))
    levels = tuple(canonical.text(level) for level in entry["levels"])
    if not isinstance(entry["levels"], list) or len(levels) != LEVELS:
        raise ValueError("an item must have four levels")
    if not isinstance(entry["note"], bool):
        raise ValueError("an item takes a note or it doesn't")
    return Item(key, number, text, levels, entry["note"])


@cache
def official(key: str, *, year: int = OFFICIAL_YEAR, organisation: str = "Quận") -> Questionnaire:
    """Return an official form of plan 167-KH/QU (seed 001, annex): ``school_head`` or ``ward_head``.

    Ward item 10 names the year and the level of the lead body ("chủ đề công tác năm 2023 của Quận"): both are filled
    in, and a form whose wording thereby differs bears another version. Raises KeyError for another key.
    """
    return Questionnaire.from_canonical(canonical.encode(_as_format(_forms()[key], str(year), organisation)))


@cache
def _forms() -> dict[str, dict[str, Any]]:
    # Reading the file takes a fifth of a second: too long for a page that shows a form.
    text = resources.files("guong.core").joinpath("data/questionnaires.yaml").read_text(encoding="utf-8")
    return {form["key"]: form for form in yaml.safe_load(text)["questionnaires"]}


def level_word(body: str) -> str:
    """Return how the form calls the level of a lead body: ``Quận`` for "Quận uỷ …", ``Phường`` for "Đảng uỷ phường …"."""
    name = body.casefold()
    return next((word for words, word in _LEVEL_WORDS if name.startswith(words)), "Quận")


def _wording(criterion: dict[str, Any], year: str, organisation: str) -> str:
    named = criterion.get("parameters")
    words: str = criterion["vi"]
    if named is None:
        return words
    return words.replace(named["year"], year).replace(named["org"], organisation)


def _version(form: dict[str, Any], year: str, organisation: str) -> str:
    wordings = [(entry["vi"], _wording(entry, year, organisation)) for entry in form["section_1"]["criteria"]]
    if all(before == after for before, after in wordings):
        return str(form["version"])
    return f"{form['version']}, {year} {organisation}"


def _as_format(form: dict[str, Any], year: str, organisation: str) -> dict[str, Any]:
    criteria, opinion, prestige = form["section_1"], form["section_2"], form["section_3"]
    levels = [level["vi"] for level in criteria["scale"]]
    items = [
        {
            "key": criterion["key"],
            "number": str(criterion["number"]),
            "text": _wording(criterion, year, organisation),
            "levels": levels,
            "note": True,
        }
        for criterion in criteria["criteria"]
    ]
    items.append(
        {
            "key": "prestige",
            "number": "III",
            "text": prestige["heading"].removeprefix("III. "),
            "levels": [level["vi"] for level in prestige["scale"]],
            "note": False,
        }
    )
    return {
        "format": FORMAT,
        "key": form["key"],
        "version": _version(form, year, organisation),
        "title": form["title"],
        "subject_template": form["subject_template"],
        "headings": {
            "criteria": criteria["heading"],
            "opinion": opinion["heading"],
            "prestige": prestige["heading"],
            "number": criteria["columns"]["number"],
            "criterion": criteria["columns"]["criterion"],
            "rating": criteria["columns"]["rating_group"],
            "note": criteria["columns"]["note"],
        },
        "level_codes": criteria["column_codes"],
        "page_break_after": criteria["page_break_after_number"],
        "opinion_lines": opinion["blank_lines_on_paper"],
        "items": items,
        "opinions": [{"key": "other", "text": opinion["heading"]}],
    }
