"""The official forms' wordings in English, for voters who read it better; the Vietnamese text alone is official."""

import re
from collections.abc import Iterator
from importlib import resources
from typing import Any

import yaml

from guong.core.questionnaire import Questionnaire

_LEVELS = {
    "Quận": "District", "Huyện": "District", "Thị xã": "Town", "Thành phố": "City", "Phường": "Ward", "Xã": "Commune",
}  # fmt: skip


def english_wordings(form: Questionnaire) -> dict[str, str]:
    """Return English by Vietnamese for items and levels of an official form; empty for a form that isn't official.

    Ward item 10 is translated for any year and level (`questionnaire.official`).
    """
    text = resources.files("guong.core").joinpath("data/questionnaires.yaml").read_text(encoding="utf-8")
    for entry in yaml.safe_load(text)["questionnaires"]:
        if entry["key"] == form.key:
            return dict(_wordings(entry, form))
    return {}


def _wordings(entry: dict[str, Any], form: Questionnaire) -> Iterator[tuple[str, str]]:
    for section in ("section_1", "section_3"):
        for level in entry[section]["scale"]:
            yield level["vi"], level["en"]
    printed = {item.key: item.text for item in form.items}
    for criterion in entry["section_1"]["criteria"]:
        english = _english(criterion, printed.get(criterion["key"], ""))
        if english is not None:
            yield printed[criterion["key"]], english


def _english(criterion: dict[str, Any], printed: str) -> str | None:
    named = criterion.get("parameters")
    if named is None:
        return str(criterion["en"]) if printed == criterion["vi"] else None
    pattern = re.escape(criterion["vi"]).replace(named["year"], "(?P<year>[0-9]{4})")
    found = re.fullmatch(pattern.replace(re.escape(named["org"]), "(?P<level>.+)"), printed)
    if found is None:
        return None
    level = _LEVELS.get(found["level"], found["level"])
    return str(criterion["en"]).replace(named["year"], found["year"]).replace("District", level)
