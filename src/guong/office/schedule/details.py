"""What an officer states about a round's conferences, as plain values between form and service."""

from dataclasses import dataclass
from datetime import date

from guong.office.conferences.details import Officials, Sitting
from guong.office.registry.models import Post, Unit


@dataclass(frozen=True)
class Planned:
    """One conference to be made: the unit, the posts asked about, when and where, who chairs and writes."""

    unit: Unit
    posts: tuple[Post, ...]
    sitting: Sitting
    officials: Officials


@dataclass(frozen=True)
class Sent:
    """Somebody sent to a conference; ``role`` is a `models.DelegateRole` value."""

    role: str
    full_name: str
    organisation: str
    post: str = ""


@dataclass(frozen=True)
class SlipsGone:
    """What became of the slips of a cancelled conference: ``made`` were printed, ``collected`` came back and were destroyed.

    ``envelopes`` is a `slip_destruction_minutes.KeyEnvelopes` value.
    """

    day: date
    place: str
    made: int
    collected: int
    envelopes: str
    by_name: str
    by_post: str
    witness_name: str
    witness_post: str
    remark: str = ""
