"""A second writing of the published formats: makes whole bundles for the verifier's tests.

Shares no code with Gương; written from docs/reference/formats.md. Keys are derived from fixed seeds,
so that a failing test can be repeated.
"""

import base64
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyrage  # type: ignore[import-untyped]  # ships no annotations
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from shamir_mnemonic import generate_mnemonics
from shamir_mnemonic.wordlist import mnemonic_to_indices

SUITE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)
POLL = "7K3M9QXT2A"
SEED = bytes(range(16))
SHARES = generate_mnemonics(1, [(2, 3)], SEED, b"")[0]
ARCHIVE_IDENTITY = pyrage.x25519.Identity.generate()
STATION = Ed25519PrivateKey.from_private_bytes(b"S" * 32)
RECEIPT = Ed25519PrivateKey.from_private_bytes(b"R" * 32)


def dump(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def spoken(digest: bytes) -> str:
    digits = str(int.from_bytes(digest[:8], "big") % 10**16).zfill(16)
    return " ".join([digits[:4], digits[4:8], digits[8:12], digits[12:]])


def hkdf(secret: bytes, salt: bytes, poll: str, length: int = 32) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=poll.encode()).derive(secret)


def key_file(number: int, shares: list[str] = SHARES) -> str:
    numbers = " ".join(f"{index:04d}" for index in mnemonic_to_indices(shares[number]))
    return f"# phong bì {number + 1}\n{numbers}\n"


QUESTIONNAIRE: dict[str, Any] = {
    "format": "guong/questionnaire/v1", "key": "short", "version": "1", "title": "PHIẾU", "subject_template": "{ho_ten}",
    "headings": {"criteria": "I"}, "level_codes": None, "page_break_after": 11, "opinion_lines": 4,
    "items": [
        {"key": "unity", "number": "1", "text": "Đoàn kết", "levels": ["Rất tốt", "Tốt", "Trung bình", "Yếu"], "note": True},
        {"key": "duty", "number": "2", "text": "Trách nhiệm", "levels": ["Rất tốt", "Tốt", "Trung bình", "Yếu"], "note": True},
        {"key": "prestige", "number": "3", "text": "Uy tín", "levels": ["Rất cao", "Cao", "Vừa", "Thấp"], "note": False},
    ],
    "opinions": [{"key": "other", "text": "II. Ý KIẾN KHÁC"}],
}  # fmt: skip


def answer(subject: str, marks: str, *remarks: tuple[str, str]) -> dict[str, Any]:
    return {"marks": marks, "remarks": [list(remark) for remark in remarks], "subject": subject}


@dataclass
class World:
    """Everything a bundle holds, still open to tampering before `write`. `device` is a list of plaintext
    JSON values (bytes are taken as they are), `paper` of (subject, value)."""

    subjects: list[str]
    device: list[Any]
    paper: list[tuple[str, Any]] = field(default_factory=list)
    poll: str = POLL
    seed: bytes = SEED
    definition: dict[str, Any] = field(default_factory=dict)
    box: dict[str, Any] = field(default_factory=dict)
    counts: dict[str, Any] = field(default_factory=dict)
    equations: dict[str, Any] = field(default_factory=dict)
    archive: dict[str, Any] = field(default_factory=dict)
    hashes: bytes = b""
    draws: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.board = X25519PrivateKey.from_private_bytes(hkdf(self.seed, b"guong/board/v1", self.poll))
        self.definition = {
            "format": "guong/poll/v1", "poll": self.poll, "title": "Hội nghị", "unit": "Trường Tiểu học Hoa Sen",
            "questionnaire": sha(dump(QUESTIONNAIRE)).hex(),
            "board_key": self.board.public_key().public_bytes_raw().hex(),
            "receipt_key": RECEIPT.public_key().public_bytes_raw().hex(),
            "station_keys": [STATION.public_key().public_bytes_raw().hex()],
            "subjects": [{"key": key, "name": "Nguyễn Thị A", "line": "Việc thực hiện"} for key in self.subjects],
            "rows_from": 5, "remarks_from": 10, "remarks_readers": "Hai cán bộ biên tập ngoài đơn vị",
        }  # fmt: skip
        self.seal()
        self.count_anew()

    def ballot(self, *answers: dict[str, Any]) -> dict[str, Any]:
        return {"format": "guong/ballot/v1", "poll": self.poll, "subjects": list(answers)}

    def envelope(self, content: Any, slot_key: bytes, signer: Ed25519PrivateKey) -> bytes:
        size = 512 + 5120 * len(self.subjects)
        data = content if isinstance(content, bytes) else dump(content)
        plain = len(data).to_bytes(4, "big") + data
        info = (
            b"guong/envelope/v1\n" + self.poll.encode() + sha(dump(QUESTIONNAIRE))
            + self.board.public_key().public_bytes_raw() + slot_key
        )  # fmt: skip
        sealed = SUITE.encrypt(plain.ljust(size, b"\0"), self.board.public_key(), info)
        return sealed + signer.sign(b"guong/cast/v1\n" + info + sealed)

    def seal(self) -> None:
        device = []
        for number, content in enumerate(self.device):
            slip = Ed25519PrivateKey.from_private_bytes(
                hkdf(bytes([number]) * 10, b"guong/slip/v1", self.poll)
            )
            slot = slip.public_key().public_bytes_raw()
            device.append((slot, self.envelope(content, slot, slip)))
        paper = []
        for number, (subject, content) in enumerate(self.paper):
            slot = sha(b"paper" + bytes([number]))
            paper.append((self.subjects.index(subject), slot, self.envelope(content, slot, STATION)))
        self.put_in_box(sorted(device), sorted(paper))

    def put_in_box(self, device: list[tuple[bytes, bytes]], paper: list[tuple[int, bytes, bytes]]) -> None:
        leaves = sorted(sha(b"guong/leaf/v1\n" + slot + envelope) for slot, envelope in device)
        self.hashes = b"".join(leaf.hex().encode() + b"\n" for leaf in leaves)
        self.box = {
            "format": "guong/box/v1", "poll": self.definition, "questionnaire": QUESTIONNAIRE,
            "list_digest": sha(b"guong/list/v1\n" + self.poll.encode() + b"".join(leaves)).hex(),
            "slots": {"free": 1, "cast": len(device), "exchanged": 0, "spoiled": 0, "left_over": 3, "void": 0},
            "device": [[_b64(slot), _b64(envelope)] for slot, envelope in device],
            "paper": [[self.subjects[rank], _b64(slot), _b64(envelope)] for rank, slot, envelope in paper],
        }  # fmt: skip

    def count_anew(self, classify: Callable[[Any], bool] = lambda content: isinstance(content, dict)) -> None:
        """Fill counts, equations and archive; `classify` says which contents are readable ballots."""
        entries, rows = [], []
        for position, subject in enumerate(self.subjects):
            sheets = [content for key, content in self.paper if key == subject]
            parts = [c["subjects"][position] for c in self.device if classify(c)]
            parts += [content["subjects"][0] for content in sheets if classify(content)]
            valid = [part for part in parts if set(part["marks"]) != {"0"} or part["remarks"]]
            opened = len(self.device) + len(sheets)
            entry = {
                "subject": subject, "state": "too_few",
                "device": len(self.device), "paper": len(sheets), "opened": opened,
            }  # fmt: skip
            if opened >= 5:
                entry |= {"state": "opened", "valid": len(valid), "invalid": opened - len(valid)}
                entry["items"] = {
                    item["key"]: [sum(part["marks"][place] == digit for part in valid) for digit in "01234"]
                    for place, item in enumerate(QUESTIONNAIRE["items"])
                }
                entry |= _remarks(valid, opened)
                rows.append({"subject": subject, "rows": sorted(part["marks"] for part in valid)})
            entries.append(entry)
        self._fill(entries, rows)

    def _fill(self, entries: list[dict[str, Any]], rows: list[dict[str, Any]]) -> None:
        box_digest = sha(dump(self.box)).hex()
        result = {
            "format": "guong/opening/v1", "poll": self.poll, "board_key": self.definition["board_key"],
            "questionnaire": self.definition["questionnaire"], "box_digest": box_digest,
            "list_digest": self.box["list_digest"],
            "salt": hkdf(self.seed, b"guong/remarks-salt/v1", self.poll, 16).hex(), "subjects": entries,
        }  # fmt: skip
        opening = sha(dump(result)).hex()
        self.counts = {
            "format": "guong/counts/v1", "poll": self.poll, "opening_digest": opening, "box_digest": box_digest,
            "list_digest": self.box["list_digest"],
            "subjects": [{key: e[key] for key in e if key != "remarks"} for e in entries],
        }  # fmt: skip
        self.archive = {
            "format": "guong/archive/v1", "poll": self.poll, "opening_digest": opening, "subjects": rows,
        }  # fmt: skip
        device, sets = len(self.device), max((entry["paper"] for entry in entries), default=0)
        names = {"opened": ("subject", "opened", "valid", "invalid"), "too_few": ("subject", "opened")}
        self.equations = {
            "format": "guong/equations/v1", "poll": self.poll, "roll": device + sets + 1, "signatures": device + sets + 1,
            "printed": device + 4, "drawn": device + 1, "left_over": 3, "paper_sets": sets, "exchanged": 0,
            "spoiled": 0, "replaced": 0, "not_returned": 1, "device": device, "explanations": [],
            "subjects": [
                {"paper_sheets": entry["paper"], **{name: entry[name] for name in names[entry["state"]]}} for entry in entries
            ],
        }  # fmt: skip

    def bind_box(self) -> None:
        """Make counts.json name the box as it is now, as whoever swaps the box would."""
        self.counts["box_digest"] = sha(dump(self.box)).hex()

    def write(self, folder: Path) -> Path:
        """Write the bundle with fresh manifests; gives its folder."""
        write_bundle(folder, [self])
        return folder


def journal(*texts: str) -> list[dict[str, Any]]:
    """A chain of entries, one for each text."""
    entries: list[dict[str, Any]] = []
    for number, words in enumerate(texts, 1):
        previous = sha(dump(entries[-1])).hex() if entries else "0" * 64
        entries.append({
            "act": "counting.seal", "actor_key": "k", "actor_name": "Vũ Thị Hạ", "number": number, "previous": previous,
            "recorded_at": f"2023-05-16T09:00:{number:02d}.000000+00:00", "text": words, "unit_key": "TH-01",
        })  # fmt: skip
    return entries


def journal_files(entries: list[dict[str, Any]], head: dict[str, Any] | None = None) -> tuple[bytes, bytes]:
    """The public and the sealed file of a journal; ``head`` where it was published otherwise."""
    published = head or {
        "format": "guong/journal-head/v1", "entries": len(entries), "head": sha(dump(entries[-1])).hex(),
    }  # fmt: skip
    return dump(published), dump({"format": "guong/journal/v1", "entries": entries})


def write_bundle(
    folder: Path, worlds: list[World], of_journal: tuple[bytes | None, bytes | None] | None = None
) -> None:
    """Write a bundle; with a journal of one entry unless ``of_journal`` gives its public and its sealed file."""
    public: dict[str, bytes] = {}
    sealed: dict[str, bytes] = {}
    for world in worlds:
        place = f"polls/{world.poll}"
        public |= {
            f"{place}/poll.json": dump(world.definition), f"{place}/questionnaire.json": dump(QUESTIONNAIRE),
            f"{place}/hashes.txt": world.hashes, f"{place}/counts.json": dump(world.counts),
            f"{place}/equations.json": dump(world.equations),
        }  # fmt: skip
        public |= {f"draws/{draw['draw']}.json": dump(draw) for draw in world.draws}
        sealed |= {
            f"{place}/box.json": dump(world.box),
            f"{place}/archive.age": pyrage.encrypt(dump(world.archive), [ARCHIVE_IDENTITY.to_public()]),
        }
    for part, data in zip((public, sealed), of_journal or journal_files(journal("Niêm phong.")), strict=True):
        part |= {"journal.json": data} if data is not None else {}
    digest = write_part(folder / "sealed", "sealed", sealed, None)
    write_part(folder / "public", "public", public, digest)


def write_part(folder: Path, part: str, files: dict[str, bytes], sealed: str | None) -> str:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    manifest = dump({
        "format": "guong/manifest/v1", "part": part, "sealed_manifest": sealed,
        "files": [{"path": p, "size": len(files[p]), "sha256": sha(files[p]).hex()} for p in sorted(files)],
    })  # fmt: skip
    (folder / "manifest.json").write_bytes(manifest)
    return sha(manifest).hex()


def _remarks(valid: list[dict[str, Any]], opened: int) -> dict[str, Any]:
    if opened < 10:
        return {"remarks_state": "discarded", "remarks": {}}
    kept: dict[str, list[str]] = {}
    for part in valid:
        for name, words in part["remarks"]:
            kept.setdefault(name, []).append(words)
    return {"remarks_state": "kept", "remarks": {name: sorted(words) for name, words in kept.items()}}


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()
