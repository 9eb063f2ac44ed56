"""What an officer states about a round's conferences, as plain values between form and service."""

from dataclasses import dataclass

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
