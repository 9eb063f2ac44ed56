"""Whom the lines of a file mean: one person however many lines, and who of them stands in the register already."""

from collections import defaultdict

from guong.office.registry.importing.lines import HeadLine, Lines, PersonLine
from guong.office.registry.importing.snapshot import Snapshot
from guong.office.registry.models import Person

Known = tuple[str, str]


class Meaning:
    """Tells for every line of a file the person whom it means."""

    def __init__(self, lines: Lines, snapshot: Snapshot) -> None:
        self._by_name: dict[Known, set[Known]] = defaultdict(set)
        for person in lines.people:
            self._by_name[(person.unit, person.name.casefold())].add(person.person)
        for head in lines.heads:
            self._by_name[(head.unit, head.name.casefold())].add(self.known(head))
        self._people: dict[Known, Person | None] = {}
        for line in (*lines.people, *lines.heads):
            known = self.known(line)
            alone = len(self._by_name[(line.unit, line.name.casefold())]) == 1
            if known not in self._people:
                self._people[known] = snapshot.person(known, name=line.name if alone else "")

    def known(self, line: PersonLine) -> Known:
        """Return by what the line's person is known; a head without code is the one of that name on the lists."""
        listed = self._by_name[(line.unit, line.name.casefold())]
        if isinstance(line, HeadLine) and not line.code and len(listed) == 1:
            return next(iter(listed))
        return line.person

    def person(self, line: PersonLine) -> Person | None:
        """Return the register's person, None where the line means somebody new."""
        return self._people[self.known(line)]
