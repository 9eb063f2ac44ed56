"""Conferences played through the office's pages and the booth, on a register of their own; a process of its own, because
Django knows one register for good.

Reads one seed a line and plays one conference. At each moment at which somebody may copy the register it prints a line
of JSON (`Moment` in `registers.py`) and waits for a line. ``careless``, the only argument, plants a bad register: a row
for each tick and a row with the marks for each cast.
"""

import json
import random
import sys
from collections.abc import Sequence
from typing import Any

import django

django.setup()

# The models can't be imported before the line above.
import httpx  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.urls import reverse  # noqa: E402

from guong.ballots.store import migrate  # noqa: E402
from guong.core import ballot  # noqa: E402
from guong.core.ballot import Part  # noqa: E402
from guong.core.secrecy import envelope, slips  # noqa: E402
from guong.office.accounts.roles import Role  # noqa: E402
from guong.office.conferences import selectors  # noqa: E402
from guong.office.conferences.models import RollEntry  # noqa: E402
from guong.office.registry.models import Person  # noqa: E402
from tests.attack import halls  # noqa: E402
from tests.conferences.world import World, close_by_two, good, officer, opened, school  # noqa: E402
from tests.counting.world import FORM, Count, hand_count, imported, signed_in  # noqa: E402

VOTERS = 12
CARELESS = (
    "CREATE TABLE careless_tick (number integer PRIMARY KEY, name text)",
    "CREATE TABLE careless_answer (number integer PRIMARY KEY, marks text)",
)


class Evening:
    """One conference: its people in the order of the roll, their answers, when each came and sent."""

    def __init__(self, seed: int, *, careless: bool) -> None:
        self._dice, self._careless, self._seed = random.Random(seed), careless, seed
        unit, head = school(name=f"Trường {seed}", key=f"TH-{seed}", permanent=VOTERS, contract=0)
        self._name_everybody(unit.pk, head.person_id)
        self._world = World(unit, head, officer(unit, Role.ORGANISER, username=f"canbo{seed}"))
        self._conference, self._made = opened(self._world)
        self._roll = list(self._conference.roll.all())
        self._marks = ["".join(self._dice.choices("1234", k=len(FORM.items))) for _ in self._roll]
        self._remarks = [f"Góp ý chim hoàng yến {self._dice.getrandbits(80):020x}" for _ in self._roll]
        self._check_in = self._dice.sample(range(VOTERS), VOTERS)
        self._cast: list[int] = []
        self._sealed = [self._seal(voter) for voter in range(VOTERS)]

    def play(self) -> None:
        """Everybody signs in at the desk and sends, in orders of their own; then the conference is counted and its result imported."""
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the log begins with the doors
        self._look("doors")
        desk, waiting = signed_in(self._world.organiser), list[int]()
        page = reverse("conferences:attendance", args=[self._conference.key])
        with halls.served(selectors.urn_store()) as booth, httpx.Client() as phone:
            for voter in self._check_in:
                desk.post(
                    page, {"person": self._roll[voter].person_id, "present": "1"}, headers={"X-Part": "row"}
                )
                self._note("careless_tick", self._roll[voter].printed_name)
                waiting.append(voter)
                if self._dice.random() < 0.5:
                    self._send(phone, booth, waiting.pop(self._dice.randrange(len(waiting))))
            while waiting:
                self._send(phone, booth, waiting.pop(self._dice.randrange(len(waiting))))
            self._look("hall")
        self._count()

    def _count(self) -> None:
        good(close_by_two(self._world.organiser, self._conference))
        self._conference.refresh_from_db()
        counter = officer(self._world.school, Role.COUNTING_OFFICER, username=f"kiemphieu{self._seed}")
        hand = hand_count(len(self._made.tickets), VOTERS, 0)
        opening = imported(Count(self._conference, self._made, counter, VOTERS, hand)).opening
        (archived,) = json.loads(opening.archive)["subjects"]
        (counted,) = json.loads(opening.raw)["subjects"]
        self._look("counted", rows=archived["rows"], written=counted["remarks"]["other"])

    def _name_everybody(self, unit: int, head: int) -> None:
        """Names that are nowhere else, so that they are found in any file."""
        staff = list(Person.objects.filter(staff_entries__unit=unit).exclude(pk=head).order_by("pk"))
        for person in staff:
            person.full_name = f"Hoàng Yến {self._dice.getrandbits(64):016x}"
        Person.objects.bulk_update(staff, ["full_name"])

    def _seal(self, voter: int) -> bytes:
        definition, poll = selectors.definition_of(self._conference), self._made.keys.poll
        assert definition is not None
        ticket = self._made.tickets[voter]
        part = Part("s1", self._marks[voter], (("other", self._remarks[voter]),))
        text, slot = ballot.encode(poll, [part], FORM, subjects=1), slips.public_key(ticket, poll)
        return slot + envelope.seal(definition, slot, text, slips.signing_key(ticket, poll))

    def _send(self, phone: httpx.Client, booth: str, voter: int) -> None:
        answer = phone.post(f"{booth}/b/{self._made.keys.poll}/cast", content=self._sealed[voter])
        assert answer.json()["state"] == "accepted"
        self._cast.append(voter)
        self._note("careless_answer", self._marks[voter])

    def _note(self, table: str, words: str) -> None:
        if self._careless:
            with connection.cursor() as cursor:
                cursor.execute(f"INSERT INTO {table} SELECT count(*) + 1, %s FROM {table}", [words])

    def _look(self, moment: str, **opened: Sequence[str]) -> None:
        entries: Sequence[RollEntry] = self._roll
        told: dict[str, Any] = {
            "moment": moment,
            "names": [entry.printed_name for entry in entries],
            "people": [entry.person_id for entry in entries],
            "marks": self._marks,
            "remarks": self._remarks,
            "check_in": self._check_in,
            "cast": self._cast,
            **opened,
        }
        print(json.dumps(told), flush=True)
        sys.stdin.readline()


def main() -> None:
    """Play one conference for each seed that is read."""
    careless = sys.argv[1:] == ["careless"]
    setup_test_environment()
    call_command("migrate", verbosity=0)
    migrate(settings.GUONG_URN_URL)
    if careless:
        with connection.cursor() as cursor:
            for statement in CARELESS:
                cursor.execute(statement)
    print("ready", flush=True)
    for line in iter(sys.stdin.readline, ""):
        Evening(int(line), careless=careless).play()


main()
