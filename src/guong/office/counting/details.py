"""What an officer states about an opening day, as plain values between form and service."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from guong.core.outcome import Refused


@dataclass(frozen=True)
class PhotoCheck:
    """What a photograph of leftover slips held: ``new`` unused ones, ``again`` checked before, ``others`` no slips' codes."""

    new: int
    again: int
    others: int
    refused: tuple[Refused, ...]

    @property
    def sentence(self) -> str:
        """What the officer reads of the slips that are in order."""
        told = [f"{self.new} thẻ chưa dùng vừa kiểm"] if self.new or not self.again else []
        told += [f"{self.again} thẻ đã kiểm trước đó"] if self.again else []
        told += [f"{self.others} mã không phải mã thẻ"] if self.others else []
        slips = self.new + self.again + len(self.refused)
        return f"Thấy {slips} thẻ trong ảnh: {', '.join(told)}."


@dataclass(frozen=True)
class DayDetails:
    """When, where and under whom the boxes are opened; ``name`` is the round in mid sentence."""

    name: str
    opens_on: date
    opens_at: time
    place: str
    chair_name: str
    clerk_name: str
    chair_post: str = ""
    clerk_post: str = ""


@dataclass(frozen=True)
class DaySeat:
    """Somebody present beside chair and clerk; ``role`` is a `models.DayRole` value."""

    role: str
    full_name: str
    organisation: str = ""


@dataclass(frozen=True)
class BoxArrival:
    """A box that arrives: the seal code printed in its hall minutes, whole or its last four digits, who brought it, and
    how many closed paper envelopes came with it."""

    conference_key: str
    code: str
    giver_name: str
    giver_post: str = ""
    envelopes: int = 1


@dataclass(frozen=True)
class Receipt:
    """What the handover minutes say beside the boxes."""

    at: datetime
    receiver_name: str
    receiver_post: str
    kept_at: str
    copies: int = 3


@dataclass(frozen=True)
class EnvelopeKeeper:
    """Who kept one of three key envelopes, and whether it was opened to open boxes; ``lost``: it can't be destroyed."""

    name: str
    post: str
    opened: bool
    lost: bool = False


@dataclass(frozen=True)
class KeySetUsed:
    """One set of key envelopes: which conferences it served (by key), and its three keepers."""

    name: str
    conference_keys: tuple[str, ...]
    keepers: tuple[EnvelopeKeeper, ...]


@dataclass(frozen=True)
class OpeningRecord:
    """What the opening minutes say beside the results."""

    began: datetime
    ended: datetime
    key_sets: tuple[KeySetUsed, ...]
    copies: int = 3
    incidents: Sequence[str] = ()


@dataclass(frozen=True)
class KeysEnd:
    """What the minutes of the keys' destruction say; ``lost`` are the names of keepers whose unopened envelope is lost."""

    at: datetime
    way: str
    inspection_body: str
    head_name: str
    witness_name: str
    lost: tuple[str, ...] = ()
    copies: int = 3


@dataclass(frozen=True)
class SealedParcel:
    """One parcel that is sealed for keeping: label, content, number of seal strips."""

    label: str
    content: str
    strips: int


@dataclass(frozen=True)
class ArchiveSealing:
    """What the minutes of sealing the archive say."""

    at: datetime
    parcels: tuple[SealedParcel, ...]
    kept_at: str
    keeper_name: str
    keeper_post: str
    opened_by_whom: str
    copies: int = 3


@dataclass(frozen=True)
class BallotsEnd:
    """What the minutes of the destruction of ballots and archives say."""

    began: datetime
    ended: datetime
    decision: str
    way: str
    copies: int = 3
