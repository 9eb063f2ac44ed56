"""A second writing of the published draw (formats §13), for the verifier's tests. Shares no code with Gương."""

import hashlib
from typing import Any

DRAW = "4Q7ZK2M8XA"
CONTRIBUTIONS = ["Sông Hồng 17", "năm con cò trắng", "8 giờ 05, trời mưa"]


def entries(prefix: str, number: int) -> list[dict[str, str]]:
    return [{"unit": f"{prefix}-{n:02d}", "name": f"Trường số {n}"} for n in range(1, number + 1)]


def level(key: str, prefix: str, number: int, *, to_draw: int = 5, reserves: int = 2) -> dict[str, Any]:
    """A level of `number` schools and one that is left out; the lots are the schools in order."""
    lots = [entry["unit"] for entry in entries(prefix, number)]
    return {
        "level": key, "name": f"Cấp {prefix}", "to_draw": to_draw, "reserve_count": reserves,
        "frame": entries(prefix, number),
        "excluded": [{"unit": f"{prefix}-99", "name": "Trường mới", "reason": "head_too_new"}],
        "drawn": lots[:to_draw], "reserves": lots[to_draw : to_draw + reserves],
    }  # fmt: skip


def custom_draw() -> dict[str, Any]:
    return {
        "format": "guong/draw/v1", "draw": DRAW, "plan": "167-KH/QU", "held_on": "2023-04-20",
        "reference_date": "2023-05-15", "months_in_post": 6, "method": "custom", "contributions": [],
        "levels": [level("preschool", "MN", 9), level("primary", "TH", 8), level("lower_secondary", "CS", 6)],
        "without_level": [{"unit": "TT-01", "name": "Trung tâm", "reason": "no_level"}],
    }  # fmt: skip


def computed_draw() -> dict[str, Any]:
    draw = custom_draw() | {"method": "computed", "contributions": list(CONTRIBUTIONS)}
    lay_out(draw)
    return draw


def lay_out(draw: dict[str, Any]) -> None:
    """Fill the lots of a computed draw from its contributions."""
    seed = "".join(draw["contributions"]).encode()
    for part in draw["levels"]:
        numbered = {
            hashlib.sha256(seed + f"\n{entry['unit']}\n".encode()).digest(): entry["unit"]
            for entry in part["frame"]
        }
        lots = [numbered[number] for number in sorted(numbered)]
        k = part["to_draw"]
        part["drawn"], part["reserves"] = lots[:k], lots[k : k + part["reserve_count"]]
