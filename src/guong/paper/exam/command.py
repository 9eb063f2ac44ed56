"""`guong bench read [--json]` (DESIGN §10): examines the reader of sheets and prints its figures beside their bounds."""

import argparse
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from guong.paper.exam.hands import HARD, MIXED, ONLY_A_PERSON
from guong.paper.exam.marking import Marks, examine
from guong.paper.exam.pace import pace
from guong.paper.exam.strangers import accepted

REACHED, MISSED, UNUSABLE = 0, 1, 2


@dataclass(frozen=True)
class Line:
    """One line of the table: ``figure`` as text, ``is_reached`` None where nothing was demanded."""

    name: str
    figure: str
    bound: str
    is_reached: bool | None


def main(arguments: Sequence[str]) -> int:
    """Run the exam; returns 0 if every bound was reached, 1 if not, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="guong bench", description="Đo máy đọc phiếu trên phiếu giả lập.")
    parser.add_argument("what", choices=["read"])
    parser.add_argument("--rows", type=int, default=30_000, help="số dòng trên bản quét, một nửa khó (30000)")
    parser.add_argument("--photo-rows", type=int, default=6_000, help="số dòng trên ảnh chụp (6000)")
    parser.add_argument("--strangers", type=int, default=200, help="số trang không phải phiếu của mẫu (200)")
    parser.add_argument("--pace", type=int, default=20, help="số trang để đo tốc độ (20)")
    parser.add_argument("--seed", default="", help="hạt giống, ví dụ mã commit; để trống: ngẫu nhiên, in ra")
    parser.add_argument("--json", action="store_true")
    try:
        given = parser.parse_args(arguments)
    except SystemExit as stop:
        return UNUSABLE if stop.code else REACHED
    seed = given.seed or secrets.token_hex(8)
    lines, wrong = examined(seed, given.rows, given.photo_rows, given.strangers, given.pace)
    if given.json:
        table = [vars(line) for line in lines]
        print(json.dumps({"seed": seed, "lines": table, "wrong": wrong}, ensure_ascii=False))
    else:
        print(f"seed {seed}; synthetic sheets only")
        for line in lines:
            print(f"{_sign(line):3} {line.name:44} {line.figure:44} {line.bound}".rstrip())
        print("\n".join(wrong))
    return MISSED if any(line.is_reached is False for line in lines) else REACHED


def _sign(line: Line) -> str:
    return "" if line.is_reached is None else "ok" if line.is_reached else "NO"


def examined(
    seed: str, rows: int, photo_rows: int, strangers: int, pages: int
) -> tuple[list[Line], list[str]]:
    """Return the table and each false read."""
    mixed = examine("scans", MIXED, rows // 2, f"{seed}/mixed")
    hard = examine("scans", HARD, rows // 2, f"{seed}/hard")
    photos = examine("photos", MIXED, photo_rows // 2, f"{seed}/mixed")
    hard_photos = examine("photos", HARD, photo_rows // 2, f"{seed}/hard")
    scans = _together(mixed, hard)
    all_photos = _together(photos, hard_photos)
    mistaken = accepted(strangers, seed)
    lines = [
        _false_reads("false reads, scans of 150-300 dpi", scans, 0),
        _false_reads("false reads, photos of 1,600-3,200 px", all_photos, all_photos.rows.total() // 2000),
        *_shares("scans, mixed", mixed, 0.05, 0.005),
        *_shares("photos, mixed", photos, 0.05, 0.005),
        *_shares("scans, hard", hard, None, None),
        *_shares("photos, hard", hard_photos, None, None),
        _located("scans", scans, 0.999),
        _located("photos", all_photos, 0.995),
        Line("foreign pages accepted", f"{len(mistaken)} of {strangers}", "0", not mistaken),
    ]
    if pages:
        speed = pace(pages, seed)
        figure = f"{speed.read:.1f} (unpacking alone {speed.unpacked:.1f})"
        lines.append(Line("pages a second and core, JPEG of 200 dpi", figure, ">= 25", speed.read >= 25))
    return lines, [*scans.wrong, *all_photos.wrong, *(f"accepted: {what}" for what in mistaken)]


def _false_reads(name: str, marks: Marks, most: int) -> Line:
    figure = f"{len(marks.wrong)} of {marks.rows.total():,} rows (95 %: below {marks.bound:.1e})"
    return Line(name, figure, f"<= {most}", len(marks.wrong) <= most)


def _shares(name: str, marks: Marks, most: float | None, most_clean: float | None) -> list[Line]:
    must = sum(marks.rows[way] for way in ONLY_A_PERSON) / max(1, marks.rows.total())
    return [
        Line(
            f"rows to people, {name}",
            f"{marks.human_share:.2%} ({must:.2%} only a person may judge)",
            "" if most is None else f"<= {most:.1%}",
            None if most is None else marks.human_share <= most,
        ),
        Line(
            f"plain rows to people, {name}",
            f"{marks.clean_share:.2%} ({marks.human['plain']} of {marks.rows['plain']:,})",
            "" if most_clean is None else f"<= {most_clean:.1%}",
            None if most_clean is None else marks.clean_share <= most_clean,
        ),
    ]


def _located(name: str, marks: Marks, least: float) -> Line:
    reasons = ", ".join(f"{number} {reason}" for reason, number in marks.refused.most_common())
    figure = f"{marks.located:.2%} of {marks.pages:,} pages {reasons and f'({reasons})'}"
    return Line(f"pages located, {name}", figure, f">= {least:.1%}", marks.located >= least)


def _together(*parts: Marks) -> Marks:
    whole = Marks()
    for part in parts:
        whole.pages += part.pages
        whole.refused += part.refused
        whole.rows += part.rows
        whole.human += part.human
        whole.wrong += part.wrong
    return whole
