"""What an officer states about a conference, as plain values between form and service."""

from dataclasses import dataclass
from datetime import date, time

from guong.office.accounts.models import User


@dataclass(frozen=True)
class ConferenceDetails:
    """Details of a conference. ``reference_date`` is the day on which months in post are counted (DESIGN §8)."""

    title: str
    plan_number: str
    lead_body: str
    held_on: date
    begins_at: time
    place: str
    reference_date: date
    chair_name: str
    clerk_name: str
    questionnaire_key: str = "school_head"
    superior_body: str = ""
    locality: str = ""
    chair_post: str = ""
    clerk_post: str = ""


@dataclass(frozen=True)
class BoardSeat:
    """One seat of the counting board: role (``head``, ``clerk``, ``member``, ``witness``), name, organisation."""

    role: str
    full_name: str
    organisation: str = ""


@dataclass(frozen=True)
class Sitting:
    """When and where a conference meets."""

    held_on: date
    begins_at: time
    place: str


@dataclass(frozen=True)
class Officials:
    """Who chairs and who writes, each with post."""

    chair_name: str
    clerk_name: str
    chair_post: str = ""
    clerk_post: str = ""


@dataclass(frozen=True)
class ByPin:
    """A board member confirms at the officer's machine: key of the member's row, and the number typed."""

    member_id: int
    pin: str


@dataclass(frozen=True)
class ByOfficer:
    """Another officer confirms, signed in at a machine of the own."""

    officer: User


SecondPerson = ByPin | ByOfficer
