"""The two invented polls of the shared vectors: a school with one subject, a ward with two."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from tests.vectors import independent as formats

FORMS = Path(__file__).parents[2] / "src/guong/core/data/questionnaires.yaml"


@dataclass(frozen=True)
class VectorPoll:
    """A poll with every secret of it: definition and questionnaire as JSON values, keys as bytes."""

    definition: dict[str, Any]
    questionnaire: dict[str, Any]
    seed: bytes
    board: X25519PrivateKey
    receipt: Ed25519PrivateKey
    station_ticket: bytes

    @property
    def key(self) -> str:
        return str(self.definition["poll"])

    @property
    def size(self) -> int:
        return formats.plaintext_size(len(self.definition["subjects"]))

    @property
    def subjects(self) -> list[str]:
        return [subject["key"] for subject in self.definition["subjects"]]

    def as_vector(self) -> dict[str, Any]:
        """The poll as it stands in the vector files; definition and questionnaire are §3 and §2 objects."""
        return {
            "definition": self.definition,
            "questionnaire": self.questionnaire,
            "seed": self.seed.hex(),
            "board_private": self.board.private_bytes_raw().hex(),
            "receipt_private": self.receipt.private_bytes_raw().hex(),
            "station_ticket": self.station_ticket.hex(),
        }


def school() -> VectorPoll:
    """One subject, 15 criteria and prestige."""
    line = "Việc thực hiện tu dưỡng, rèn luyện đạo đức gắn với trách nhiệm nêu gương của đ/c "
    subject = {
        "key": "s1",
        "name": "Tạ Khánh Ngần",
        "line": line + "Tạ Khánh Ngần - Bí thư Chi bộ, Hiệu trưởng trường Tiểu học Hoa Sen",
    }
    return _poll("7K3M9QXT2A", "school_head", "Trường Tiểu học Hoa Sen", [subject])


def ward() -> VectorPoll:
    """Two subjects, 18 criteria and prestige each."""
    people = [("s1", "Lã Hoài Thục", "Bí thư Đảng uỷ"), ("s2", "Ông Nhật Khiêm", "Chủ tịch UBND")]
    line = "Việc thực hiện tu dưỡng, rèn luyện đạo đức gắn với trách nhiệm nêu gương của đ/c "
    subjects = [
        {"key": key, "name": name, "line": f"{line}{name} - {post} Phường Bồ Kết"}
        for key, name, post in people
    ]
    return _poll("W4RD2SVBJ3", "ward_head", "Phường Bồ Kết", subjects)


def _poll(key: str, form: str, unit: str, subjects: list[dict[str, str]]) -> VectorPoll:
    questionnaire = _questionnaire(form)
    seed, station_ticket = formats.fixed(f"seed {key}", 16), formats.fixed(f"station {key}", 10)
    board = X25519PrivateKey.from_private_bytes(formats.derived(seed, "guong/board/v1", key))
    receipt = Ed25519PrivateKey.from_private_bytes(formats.fixed(f"receipt {key}"))
    station = formats.public(formats.signer(station_ticket, key, "guong/station/v1"))
    definition = {
        "format": "guong/poll/v1",
        "poll": key,
        "title": "Hội nghị lấy ý kiến góp ý",
        "unit": unit,
        "questionnaire": hashlib.sha256(formats.canonical(questionnaire)).hexdigest(),
        "board_key": board.public_key().public_bytes_raw().hex(),
        "receipt_key": formats.public(receipt).hex(),
        "station_keys": [station.hex()],
        "subjects": subjects,
        "rows_from": 5,
        "remarks_from": 10,
        "remarks_readers": "Hai cán bộ biên tập ngoài đơn vị",
    }
    return VectorPoll(definition, questionnaire, seed, board, receipt, station_ticket)


def _questionnaire(key: str) -> dict[str, Any]:
    forms = yaml.safe_load(FORMS.read_text(encoding="utf-8"))["questionnaires"]
    form = next(form for form in forms if form["key"] == key)
    criteria, opinion, prestige = form["section_1"], form["section_2"], form["section_3"]
    columns = criteria["columns"]
    items = [
        _item(row["key"], str(row["number"]), row["vi"], criteria["scale"], note=True)
        for row in criteria["criteria"]
    ]
    items.append(_item("prestige", "III", prestige["heading"][5:], prestige["scale"], note=False))
    return {
        "format": "guong/questionnaire/v1",
        "key": key,
        "version": form["version"],
        "title": form["title"],
        "subject_template": form["subject_template"],
        "headings": {
            "criteria": criteria["heading"],
            "opinion": opinion["heading"],
            "prestige": prestige["heading"],
            "number": columns["number"],
            "criterion": columns["criterion"],
            "rating": columns["rating_group"],
            "note": columns["note"],
        },
        "level_codes": criteria["column_codes"],
        "page_break_after": criteria["page_break_after_number"],
        "opinion_lines": opinion["blank_lines_on_paper"],
        "items": items,
        "opinions": [{"key": "other", "text": opinion["heading"]}],
    }


def _item(key: str, number: str, text: str, scale: list[dict[str, Any]], *, note: bool) -> dict[str, Any]:
    return {
        "key": key,
        "number": number,
        "text": text,
        "levels": [level["vi"] for level in scale],
        "note": note,
    }
