"""A program that files a paper and is gone in the middle, as a killed server is: nothing is tidied up, nothing undone.

Run in a process of its own, by `COMMAND` and the name of the moment.
"""

import os
from collections.abc import Callable
from datetime import date

from guong.core.documents.model import Document, Letterhead, Profile, text
from guong.office.accounts.models import User
from guong.office.papers import archive
from guong.office.papers.services import file_paper

KILLED = 9
MOMENTS = ("ready", "placed")  # the file lies ready; it has its name, the row isn't committed
COMMAND = (
    "import sys, django; django.setup(); from tests.papers import killed_filing as k; k.main(sys.argv[1])"
)


def main(moment: str) -> None:
    """File minutes in the register that the environment names, and die."""
    place = archive.put_in_place
    archive.put_in_place = _dying(place if moment == "placed" else _nothing)
    head = Letterhead(Profile.PARTY, "QUẬN UỶ SÔNG LAM", "TỔ KIỂM PHIẾU", "Sông Lam", date(2023, 5, 31))
    file_paper(
        document=Document(head, "BIÊN BẢN", "Kiểm phiếu thử", (text("Nội dung."),)),
        kind="tally_minutes",
        unit_key="TH-01",
        actor=User.objects.get(username=os.environ["READER"]),
        formats=("docx",),
    )


def _dying(act: Callable[..., None]) -> Callable[..., None]:
    def died(*given: object) -> None:
        act(*given)
        os._exit(KILLED)

    return died


def _nothing(*_: object) -> None:
    return None
