"""An invented poll: seed, slips, definition, and voters who seal what they answer."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from guong.ballots import polls
from guong.ballots.connections import Store
from guong.core import ballot, crockford
from guong.core.ballot import Part
from guong.core.lifecycle import PollState
from guong.core.poll import PollDefinition, Subject
from guong.core.questionnaire import Questionnaire, official
from guong.core.secrecy import envelope, keys, slips

FORM = official("school_head")
MARKS = len(FORM.items)


@dataclass
class World:
    """One poll with everything that nobody has together in real life: the seed and every ticket."""

    subjects: int = 1
    voters: int = 6
    poll: str = field(default_factory=crockford.new_poll_key)
    seed: bytes = field(default_factory=keys.new_seed)
    receipt_key: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    form: Questionnaire = FORM
    title: str = "Hội nghị lấy ý kiến góp ý"

    def __post_init__(self) -> None:
        self.tickets = slips.new_tickets(self.voters)
        self.station_ticket = slips.new_tickets(1)[0]
        self.slots = [slips.public_key(ticket, self.poll) for ticket in self.tickets]
        self.definition = PollDefinition(
            poll=self.poll,
            title=self.title,
            unit="Trường Tiểu học Hoa Sen",
            questionnaire=self.form.digest,
            board_key=keys.board_key(self.seed, self.poll).public_key().public_bytes_raw(),
            receipt_key=self.receipt_key,
            station_keys=(slips.public_key(self.station_ticket, self.poll, slips.STATION),),
            subjects=tuple(
                Subject(f"s{number}", f"Nguyễn Thị Mẫu {number}", f"Dòng chủ đề {number}")
                for number in range(1, self.subjects + 1)
            ),
        )

    def prepare(self, store: Store, *, to: PollState = PollState.OPEN) -> "World":
        """Put the poll into the urn and open it."""
        prepared = polls.prepare(
            store, definition=self.definition.raw, questionnaire=self.form.raw, slots=self.slots
        )
        assert prepared is PollState.PREPARED
        if to is not PollState.PREPARED:
            assert polls.step(store, poll=self.poll, to=to) is to
        return self

    def answer(self, marks: str = "1" * MARKS, remark: str = "") -> list[Part]:
        """The same answer about every subject."""
        remarks = (("other", remark),) if remark else ()
        return [Part(subject.key, marks, remarks) for subject in self.definition.subjects]

    def sealed(self, voter: int, parts: Sequence[Part] | None = None) -> bytes:
        """The envelope that this voter's phone would send; a new one at every call."""
        plaintext = ballot.encode(self.poll, parts or self.answer(), self.form, subjects=self.subjects)
        signer = slips.signing_key(self.tickets[voter], self.poll)
        return envelope.seal(self.definition, self.slots[voter], plaintext, signer)

    def sheet(self, slot_key: bytes, part: Part) -> bytes:
        """The envelope of one paper sheet, sealed by the station."""
        plaintext = ballot.encode(self.poll, [part], self.form, subjects=self.subjects)
        signer = slips.signing_key(self.station_ticket, self.poll, slips.STATION)
        return envelope.seal(self.definition, slot_key, plaintext, signer)
