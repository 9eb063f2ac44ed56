"""Draw the pages of a poll on paper alone: ``python -m scripts.gallery_paper_polls``.

Writes docs/gallery/paperpoll-*.png (360x740 and 1280x800) and the pictures of its sheet and minutes. Everybody is invented.
"""

from scripts.gallery_environment import serve, session, set_up  # sets Django up first

# isort: split
from guong.core.documents.paper_poll_minutes import paper_poll_minutes
from guong.core.wording import long_date
from guong.office.accounts.models import User
from guong.office.paperpolls import services
from guong.office.paperpolls.models import PaperPoll
from guong.paper import poll_sheets_pdf
from guong.render import to_pdf
from scripts.gallery_camera import Camera
from scripts.gallery_paper_pages import write_pages
from scripts.gallery_shots import Shot, draw
from tests.conferences.world import good, school
from tests.documents.invented_paper_poll import election
from tests.paperpolls import world

_CAMERA = {"paperpoll": Camera("paperpoll")}


def main() -> int:
    """Play one poll in each state, serve them, draw; returns 1 where a picture is amiss."""
    _papers()
    set_up()
    cell = world.cell_of(school()[0])
    prepared, counted, _ = world.made(cell), world.counted(cell), world.minuted(cell)
    different, agreed = _different(cell), world.agreed(cell)
    serve()
    organiser, counter = session(cell.organiser), session(cell.counter)
    return draw(
        (
            Shot("paperpoll-list", "/phieu-tai-cho/", counter),
            Shot("paperpoll-new", "/phieu-tai-cho/moi/", organiser),
            Shot("paperpoll-prepared", _at(prepared), counter),
            Shot("paperpoll-count", _at(prepared, "kiem-dem/"), counter),
            Shot("paperpoll-key", _at(counted, "nhap/"), counter),
            Shot("paperpoll-different", _at(different), counter),
            Shot("paperpoll-again", _at(different, "nhap/"), counter),
            Shot("paperpoll-agreed", _at(agreed), counter),
            Shot("paperpoll-minutes", _at(agreed, "bien-ban/"), counter),
        ),
        _CAMERA,
    )


def _different(cell: world.Cell) -> PaperPoll:
    poll = world.counted(cell)
    for user, votes in ((cell.counter, world.VOTES), (cell.clerk, world.MISREAD)):
        _key(cell, poll, user, votes)
    return poll


def _key(cell: world.Cell, poll: PaperPoll, user: User, votes: tuple[tuple[int, ...], ...]) -> None:
    good(services.key_tally(actor=user, poll=poll, places=cell.everything, typed=votes))


def _at(poll: PaperPoll, below: str = "") -> str:
    return f"/phieu-tai-cho/{poll.key}/{below}"


def _papers() -> None:
    given = election()
    sheet = poll_sheets_pdf(
        given.ballot,
        title=given.title,
        issuer=given.letterhead.issuer,
        held_on=long_date(given.letterhead.day),
        copies=1,
    )
    write_pages("poll-sheet", sheet, (1,))
    write_pages("paper-poll-minutes", to_pdf(paper_poll_minutes(given)), (1, 2))


if __name__ == "__main__":
    raise SystemExit(main())
