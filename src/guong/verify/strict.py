"""Strict reading of untrusted bytes (formats §1).

Everything here raises `Fault`, whose text is the Vietnamese sentence that the reader sees. It is
the one exception of this room that is expected: a parser of hostile input has to leave from any
depth. `Report.attempt` turns it into a failed check; nothing lets it out of the room.
"""

import base64
import binascii
import hashlib
import json
import re
import unicodedata
from typing import NoReturn

Json = dict[str, "Json"] | list["Json"] | str | int | bool | None

LARGEST_INTEGER = 2**53 - 1
DEEPEST = 16
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
POLL_KEY = re.compile(rf"[{CROCKFORD}]{{10}}")
HEX = re.compile(r"(?:[0-9a-f]{2})*")


class Fault(Exception):
    """What is wrong with the input: one Vietnamese sentence, without its final full stop's advice."""


def printable(text: str) -> str:
    """`text` made safe for a terminal: control and format characters become `?`, at most 120 characters."""
    shown = "".join(char if char.isprintable() else "?" for char in text[:120])
    return shown + ("…" if len(text) > 120 else "")


def sixteen_digits(digest: bytes) -> str:
    """The code that people read aloud, `1234 5678 9012 3456`, of a digest (formats §1)."""
    digits = f"{int.from_bytes(digest[:8], 'big') % 10**16:016d}"
    return " ".join(digits[start : start + 4] for start in range(0, 16, 4))


def sha256(*parts: bytes) -> bytes:
    """SHA-256 of the parts joined."""
    return hashlib.sha256(b"".join(parts)).digest()


def canonical(value: Json) -> bytes:
    """The canonical JSON bytes of `value` (formats §1). Refuses strings that UTF-8 cannot carry."""
    try:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    except UnicodeEncodeError as error:
        raise Fault("có ký tự hỏng (nửa cặp thay thế Unicode)") from error


def read_canonical(data: bytes) -> Json:
    """Parse canonical JSON. Refuses floats, integers beyond 2^53-1, text not in NFC, nesting deeper
    than 16, and any bytes that differ from their own re-encoding (formats §1)."""
    try:
        value: Json = json.loads(
            data.decode(), parse_float=_refuse_number, parse_constant=_refuse_number, parse_int=_integer
        )
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise Fault("không đọc được: không phải JSON trong UTF-8") from error
    except RecursionError as error:
        raise Fault("lồng nhau quá sâu") from error
    _check_tree(value)
    if canonical(value) != data:
        raise Fault("không viết theo dạng chuẩn (JSON chuẩn tắc)")
    return value


def _refuse_number(text: str) -> NoReturn:
    raise Fault(f"có số không phải số nguyên: {printable(text)}")


def _integer(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > LARGEST_INTEGER:
        raise Fault("có số nguyên quá lớn")
    return int(text)


def _check_tree(root: Json) -> None:
    waiting: list[tuple[Json, int]] = [(root, 1)]
    while waiting:
        value, depth = waiting.pop()
        if depth > DEEPEST:
            raise Fault("lồng nhau quá sâu")
        if isinstance(value, str):
            _check_text(value)
        elif isinstance(value, list):
            waiting.extend((child, depth + 1) for child in value)
        elif isinstance(value, dict):
            for key, child in value.items():
                _check_text(key)
                waiting.append((child, depth + 1))


def _check_text(text: str) -> None:
    if not unicodedata.is_normalized("NFC", text):
        raise Fault("có chữ không ở dạng Unicode dựng sẵn (NFC)")


def record(value: Json, where: str, *names: str) -> dict[str, Json]:
    """`value` as an object with exactly the fields `names`."""
    if not isinstance(value, dict):
        raise Fault(f"{where}: phải là một đối tượng")
    if set(value) != set(names):
        odd = ", ".join(sorted(printable(name) for name in set(value) ^ set(names)))
        raise Fault(f"{where}: thừa hoặc thiếu trường ({odd})")
    return value


def listing(value: Json, where: str) -> list[Json]:
    """`value` as a list."""
    if not isinstance(value, list):
        raise Fault(f"{where}: phải là một danh sách")
    return value


def text(value: Json, where: str) -> str:
    """`value` as a string."""
    if not isinstance(value, str):
        raise Fault(f"{where}: phải là chữ")
    return value


def exact(value: Json, wanted: str, where: str) -> None:
    """Refuse anything but the string `wanted`."""
    if value != wanted:
        raise Fault(f"{where}: phải là “{wanted}”")


def count(value: Json, where: str) -> int:
    """`value` as a whole number, 0 or more."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise Fault(f"{where}: phải là số nguyên không âm")
    return value


def poll_key(value: Json, where: str) -> str:
    """`value` as a poll key, 10 Crockford characters."""
    key = text(value, where)
    if not POLL_KEY.fullmatch(key):
        raise Fault(f"{where}: mã cuộc bỏ phiếu không đúng dạng")
    return key


def hex_bytes(value: Json, where: str, size: int = 32) -> bytes:
    """`size` bytes written in lower-case hex."""
    written = text(value, where)
    if len(written) != 2 * size or not HEX.fullmatch(written):
        raise Fault(f"{where}: phải là {size} byte viết bằng số mười sáu chữ thường")
    return bytes.fromhex(written)


def base64_bytes(value: Json, where: str, size: int) -> bytes:
    """`size` bytes written in standard base64 with padding, in its one canonical spelling."""
    written = text(value, where)
    try:
        data = base64.b64decode(written, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Fault(f"{where}: không đúng dạng base64") from error
    if len(data) != size or base64.b64encode(data).decode() != written:
        raise Fault(f"{where}: phải dài đúng {size} byte")
    return data
