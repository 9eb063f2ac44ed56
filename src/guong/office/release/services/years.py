"""Reading a round beside those of other years: one reading, noted once a day (DESIGN §5)."""

from guong.core.outcome import Refused
from guong.office.accounts.models import User
from guong.office.plans import selectors as plans
from guong.office.plans.models import Round
from guong.office.release import selectors
from guong.office.release.selectors import RoundFigures, Year
from guong.office.release.services.ledger import Handed, Reading, hand_out

MOST_YEARS = 4  # played rounds on one page; the rounds' own pages have the others
_WAY = "Trang so sánh các năm"


def read_years(*, of_round: Round, actor: User) -> tuple[Year, ...]:
    """Return the body's rounds of this kind that the actor may read by now, the latest first, at most `MOST_YEARS`.

    A round without results, or one that the actor may see in part only, is left out. Imported rounds come along, all of them.
    """
    alike = selectors.rounds_readable(actor, plans.rounds_alike(of_round))[:MOST_YEARS]
    played = [year for one in _read(alike, of_round, actor) if (year := selectors.year_of(one)) is not None]
    imported = selectors.imported_years(of_round.plan.body_id, of_round.kind)
    return tuple(sorted([*played, *imported], key=lambda year: (-year.year, year.is_imported)))


def _read(rounds: list[Round], of_round: Round, actor: User) -> list[RoundFigures]:
    if not rounds:
        return []
    found = _known(rounds, actor)
    people = [
        Handed(person.conference, person.subject, person.known)
        for figures in found
        for person in figures.people
        if person.known
    ]
    text = f"{of_round.name}: Xem so sánh với các năm."
    reading = Reading("release.read_years", of_round.plan.body.key, text)
    is_held = people and hand_out(people=people, way=_WAY, actor=actor, reading=reading)
    return _known(rounds, actor) if is_held else found


def _known(rounds: list[Round], actor: User) -> list[RoundFigures]:
    every = selectors.rounds_together(user=actor, rounds=rounds)
    return [one for one in every if not isinstance(one, Refused)]
