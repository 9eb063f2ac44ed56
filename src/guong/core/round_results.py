"""The results of boxes opened together, as one file with one code that two programs show (formats §10, decision 0008)."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from guong.core import canonical, crockford
from guong.core.outcome import Refused

FORMAT = "guong/round-opening/v1"
MOST_POLLS = 500
_DIGEST_BYTES = 32
BROKEN_ROUND = Refused(
    "broken_round",
    "Tệp danh sách kết quả chung bị hỏng hoặc không phải do chương trình mở hòm phiếu lập ra. "
    "Đề nghị lấy lại cả thư mục kết quả ở máy mở hòm phiếu.",
)


@dataclass(frozen=True)
class RoundResults:
    """The opening digest (32 bytes) of each poll by its key; at least one poll."""

    digests: Mapping[str, bytes]

    @cached_property
    def raw(self) -> bytes:
        """The canonical bytes of ``round.json``: the same whatever the order of opening."""
        results = [
            {"opening_digest": self.digests[poll].hex(), "poll": poll} for poll in sorted(self.digests)
        ]
        return canonical.encode({"format": FORMAT, "results": results})

    @cached_property
    def digest(self) -> bytes:
        """SHA-256 of `raw`."""
        return hashlib.sha256(self.raw).digest()

    @property
    def code(self) -> str:
        """Mã kết quả chung: sixteen digits of the digest."""
        return crockford.sixteen_digits(self.digest)


def read_round(raw: bytes) -> RoundResults | Refused:
    """Read ``round.json``; refused ``broken_round`` for anything that isn't exactly one."""
    try:
        data = canonical.decode(raw)
        entries = [(canonical.text(entry["poll"]), entry["opening_digest"]) for entry in data["results"]]
        found = RoundResults({poll: bytes.fromhex(canonical.text(digest)) for poll, digest in entries})
        is_whole = found.raw == raw
    except (ValueError, KeyError, TypeError, AttributeError):
        return BROKEN_ROUND
    named = all(crockford.is_poll_key(poll) for poll in found.digests)
    sized = all(len(digest) == _DIGEST_BYTES for digest in found.digests.values())
    if not (is_whole and named and sized and 0 < len(entries) <= MOST_POLLS):
        return BROKEN_ROUND
    return found
