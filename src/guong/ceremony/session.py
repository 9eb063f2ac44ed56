"""What the board's program knows while it runs: in memory only, one operator (DESIGN §4.1).

Secrets are dropped as early as an act is over. Python can't promise to overwrite memory: dropping the references and
collecting is the best it can do; ending the program and switching the laptop off does the rest, and the pages say so.
"""

import gc
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from guong.ceremony.preparing import PreparedPoll, prepare_poll
from guong.ceremony.rehearsing import Rehearsal
from guong.ceremony.shares import seed_from
from guong.ceremony.sitting import Sitting
from guong.core.outcome import Refused
from guong.core.secrecy import keys
from guong.core.secrecy.requests import BadRequest, PollKeys, PollRequest

NOTHING_TO_PREPARE = Refused(
    "no_request",
    "Chưa có tệp yêu cầu nào. Đề nghị chọn tệp tải từ máy chủ ở bước “Lập hòm phiếu” của hội nghị.",
)
ALREADY_PREPARING = Refused(
    "already_preparing", "Đang có một bộ chìa khoá chưa in xong. Đề nghị in xong hoặc bỏ bộ đó trước."
)


@dataclass
class PollInHand:
    """One poll while its slips are being printed; ``printed`` names the papers that were opened for printing."""

    request: PollRequest
    prepared: PreparedPoll
    printed: set[str] = field(default_factory=set)

    @property
    def papers(self) -> set[str]:
        """What must be printed before the tickets may be dropped."""
        return {"slips", *(f"station-{number}" for number in range(self.request.stations))}


@dataclass
class Preparation:
    """Act (a) in progress. ``shares`` is empty where an existing set of keys serves these polls."""

    seed: bytes = field(repr=False)
    shares: tuple[str, ...] = field(repr=False)
    names: tuple[str, ...]
    made_on: date
    polls: dict[str, PollInHand]
    envelopes_printed: bool = False

    def not_printed(self) -> list[str]:
        """Return sentences that name what has not been opened for printing or handed to the server."""
        missing = [] if self.envelopes_printed or not self.shares else ["ba phong bì chìa khoá"]
        for poll in self.polls.values():
            if poll.papers - poll.printed:
                missing.append(f"thẻ của {poll.request.unit}")
            if "keys" not in poll.printed:
                missing.append(f"tệp khoá công khai của {poll.request.unit}")
        return missing


@dataclass
class Session:
    """The four acts of one run of the program."""

    preparation: Preparation | None = None
    handed_out: dict[str, tuple[PollRequest, PollKeys]] = field(default_factory=dict)
    rehearsal: Rehearsal | None = None
    sitting: Sitting | None = None
    opened_codes: list[tuple[str, str, str]] = field(default_factory=list)
    round_codes: list[tuple[int, str]] = field(default_factory=list)
    destroyed: bool = False

    def prepare(
        self, files: Sequence[bytes], *, names: Sequence[str], shares: Sequence[str], today: date
    ) -> Preparation | Refused:
        """Begin act (a): a new set of keys, or with two keys given an existing one, and slips for every request."""
        if self.preparation is not None:
            return ALREADY_PREPARING
        requests = read_requests(files)
        if isinstance(requests, Refused):
            return requests
        existing = any(share.strip() for share in shares)
        seed = seed_from(shares) if existing else keys.new_seed()
        if isinstance(seed, Refused):
            return seed
        polls = {request.poll: PollInHand(request, prepare_poll(request, seed)) for request in requests}
        made = () if existing else tuple(keys.split_seed(seed))
        self.preparation = Preparation(seed, made, tuple(names), today, polls)
        return self.preparation

    def replace_slips(self, poll: str) -> PollInHand | None:
        """ "In lại cả bộ": make a whole new set of slips for one poll in hand; None where there is none."""
        if self.preparation is None or poll not in self.preparation.polls:
            return None
        request = self.preparation.polls[poll].request
        self.preparation.polls[poll] = PollInHand(request, prepare_poll(request, self.preparation.seed))
        return self.preparation.polls[poll]

    def finish_preparation(self) -> Refused | None:
        """Drop seed and tickets, keep the public keys; refused ``not_printed`` while a paper is missing."""
        if self.preparation is None:
            return None
        missing = self.preparation.not_printed()
        if missing:
            return Refused(
                "not_printed", f"Còn thiếu: {'; '.join(missing)}. Đề nghị in, tải cho đủ rồi bấm lại."
            )
        for poll, hand in self.preparation.polls.items():
            self.handed_out[poll] = (hand.request, hand.prepared.keys)
        self.abandon_preparation()
        return None

    def abandon_preparation(self) -> None:
        """Drop the set that is in hand; nothing printed from it will work."""
        self.preparation = None
        gc.collect()

    def finish_opening(self) -> None:
        """Drop boxes, results and archive keys from memory; keep the codes that were read aloud."""
        if self.sitting is not None:
            self.opened_codes += [opened.codes for opened in self.sitting.opened]
            if self.sitting.results is not None and not self.sitting.is_single:
                self.round_codes.append((len(self.sitting.opened), self.sitting.results.code))
        self.sitting = None
        gc.collect()


def read_requests(files: Sequence[bytes]) -> list[PollRequest] | Refused:
    """Return the requests of some files; refused ``no_request``, ``bad_request`` (says which), ``poll_twice``."""
    requests: list[PollRequest] = []
    for number, raw in enumerate(files, start=1):
        try:
            requests.append(PollRequest.from_bytes(raw))
        except BadRequest:
            return Refused(
                "bad_request",
                f"Tệp thứ {number} không phải tệp yêu cầu lập hòm phiếu, hoặc đã bị sửa. Đề nghị tải lại từ máy chủ.",
            )
    if len({request.poll for request in requests}) < len(requests):
        return Refused("poll_twice", "Có hai tệp của cùng một hội nghị. Đề nghị bỏ tệp cũ.")
    return requests or NOTHING_TO_PREPARE
