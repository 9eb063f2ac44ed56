"""What a new plan starts with: the wording of 2023 in general terms, filled for one body and year (seed 001, R-001-01..21)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

import yaml

_BODY = re.compile(r"(?P<committee>(?P<level>Quận|Huyện|Thị|Thành) (?:uỷ|ủy)) (?P<name>.+)")
_COMMUNE = re.compile(r"(?P<committee>Đảng (?:uỷ|ủy) (?P<level>phường|xã)) (?P<name>.+)")
_AREAS = {"Thị": "thị xã", "Thành": "thành phố"}


@dataclass(frozen=True)
class BodyWords:
    """A body as sentences name it: ``Quận uỷ``, ``quận``, ``quận Hoa Sen``; all the body's name where it is of no known kind."""

    committee: str
    kind: str
    area: str

    @property
    def level(self) -> str:
        """The kind where it stands for the body's area: ``Quận``."""
        return self.kind[0].upper() + self.kind[1:]


@dataclass(frozen=True)
class TemplateBasis:
    """A legal basis; ``title`` follows the issuer (``về …``)."""

    number: str
    issued_on: date | None
    issuer: str
    title: str


@dataclass(frozen=True)
class TemplateRound:
    """A round: the key of its form, name, first and last day."""

    kind: str
    name: str
    begins_on: date
    ends_on: date


@dataclass(frozen=True)
class PlanTemplate:
    """A whole plan but number, days of issue and signer. ``subjects`` and ``voters`` are by the key of a round's form;
    ``duties`` are pairs of a body and its tasks; ``draws`` tells whether schools are drawn by lot."""

    title: str
    deciding_body: str
    lead_body: str
    signing_authority: str
    signer_post: str
    bases: tuple[TemplateBasis, ...]
    purposes: tuple[str, ...]
    requirements: tuple[str, ...]
    content: tuple[str, ...]
    subjects: Mapping[str, tuple[str, ...]]
    voters: Mapping[str, tuple[str, ...]]
    methods: tuple[str, ...]
    duties: tuple[tuple[str, tuple[str, ...]], ...]
    recipients: tuple[str, ...]
    rounds: tuple[TemplateRound, ...]
    draws: bool


def body_words(name: str) -> BodyWords:
    """Return how sentences name a body: ``Quận uỷ Hoa Sen`` -> ``Quận uỷ``, ``quận``, ``quận Hoa Sen``."""
    found = _BODY.fullmatch(name.strip()) or _COMMUNE.fullmatch(name.strip())
    if found is None:
        return BodyWords(name, name, name)
    kind = _AREAS.get(found["level"], found["level"].lower())
    return BodyWords(found["committee"], kind, f"{kind} {found['name']}")


def template_levels() -> frozenset[str]:
    """Return the levels of units (`registry.Level`) that a template exists for."""
    return frozenset(level for template in _templates() for level in template["levels"])


def filled(level: str, *, body: str, year: int, wards: int) -> PlanTemplate | None:
    """Return the template for a body of a level, by name; ``wards`` is how many it has. None where there is none."""
    raw = next((template for template in _templates() if level in template["levels"]), None)
    if raw is None:
        return None
    words = body_words(body)
    fields = {
        "committee": words.committee,
        "level": words.level,
        "kind": words.kind,
        "area": words.area,
        "wards": f"{wards} phường" if wards else "các phường",
        "year": str(year),
    }
    return _read(_fill({key: value for key, value in raw.items() if key != "rounds"}, fields), raw, year)


def first_day(year: int, month: int, week: int) -> date:
    """Return the Monday that begins a month's ``week``, 1 or more: the third of May 2023 is the 15th."""
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7 + 7 * (week - 1))


def _read(text: dict[str, Any], raw: dict[str, Any], year: int) -> PlanTemplate:
    return PlanTemplate(
        title=text["title"],
        deciding_body=text["deciding_body"],
        lead_body=text["lead_body"],
        signing_authority=text["signing_authority"],
        signer_post=text["signer_post"],
        bases=tuple(TemplateBasis(**basis) for basis in text["bases"]),
        purposes=tuple(text["purposes"]),
        requirements=tuple(text["requirements"]),
        content=tuple(text["content"]),
        subjects={kind: tuple(entries) for kind, entries in text["subjects"].items()},
        voters={kind: tuple(entries) for kind, entries in text["voters"].items()},
        methods=tuple(text["methods"]),
        duties=tuple((duty["body"], tuple(duty["tasks"])) for duty in text["duties"]),
        recipients=tuple(text["recipients"]),
        rounds=tuple(_round(entry, year) for entry in raw["rounds"]),
        draws=raw.get("draw", True),
    )


def _round(entry: dict[str, Any], year: int) -> TemplateRound:
    begins = first_day(year, entry["month"], entry["week"])
    return TemplateRound(entry["kind"], entry["name"], begins, begins + timedelta(days=entry["days"] - 1))


def _fill(value: Any, fields: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return value.format_map(fields)
    if isinstance(value, list):
        return [_fill(entry, fields) for entry in value]
    if isinstance(value, dict):
        return {key: _fill(entry, fields) for key, entry in value.items()}
    return value


@cache
def _templates() -> Sequence[dict[str, Any]]:
    text = resources.files("guong.core").joinpath("data/plan_templates.yaml").read_text(encoding="utf-8")
    templates: list[dict[str, Any]] = yaml.safe_load(text)["templates"]
    return templates
