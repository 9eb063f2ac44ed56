"""The schools as a draw wants them."""

from datetime import date, timedelta

from guong.core.draw import School
from guong.office.registry.models import Unit
from guong.office.registry.selectors.posts import heads_by_unit
from guong.office.registry.selectors.tree import schools_of


def schools_for_draw(*, body: Unit, on: date) -> list[School]:
    """Return every school under a body for a draw with reference date ``on``, by level and code, in three queries.

    Private and closed schools are among them, so that the frame can name them with the reason; schools that closed
    before the year of the draw, or that don't exist yet, are not.
    """
    schools = [unit for unit in schools_of(body=body) if _may_be_named(unit, on)]
    heads = heads_by_unit(units=schools, on=on)
    return [
        School(
            unit=unit.key,
            name=unit.name,
            level=unit.level,
            public=unit.public,
            closed_on=unit.valid_to + timedelta(days=1) if unit.valid_to else None,
            heads_since=tuple(post.starts_on for post in heads.get(unit.pk, ())),
        )
        for unit in schools
    ]


def _may_be_named(unit: Unit, on: date) -> bool:
    begun = unit.valid_from is None or unit.valid_from <= on
    return begun and (unit.valid_to is None or unit.valid_to >= date(on.year, 1, 1))
