"""Which papers of a round are filed, and which an officer may still make."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from guong.office.papers import selectors as papers
from guong.office.papers.models import Paper
from guong.office.plans.models import Round
from guong.office.release.kinds import MINUTES, SUMMARY
from guong.office.release.selectors.rounds import RoundFigures, RoundPerson


@dataclass(frozen=True)
class PersonPapers:
    """A person with the newest paper of each kind; ``filed`` maps kind to paper."""

    person: RoundPerson
    filed: Mapping[str, Paper]

    @property
    def minutes(self) -> Paper | None:
        """The minutes of counting."""
        return self.filed.get(MINUTES)

    @property
    def summary(self) -> Paper | None:
        """The personal summary."""
        return self.filed.get(SUMMARY)

    @property
    def is_ready(self) -> bool:
        """Tell whether papers may be made: the result is confirmed and the keys are destroyed (DESIGN §4.6)."""
        return self.person.known is not None and self.person.entry.is_ended

    def may_make(self, kind: str) -> bool:
        """Tell whether a paper of a kind may be made; a summary carries the digest, so it waits for it."""
        return self.is_ready and (kind != SUMMARY or self.person.is_edited)


@dataclass(frozen=True)
class RoundWork:
    """The papers of a round that an officer makes: how many there are, and (person, kind) of those still missing."""

    whole: int
    missing: tuple[tuple[RoundPerson, str], ...]

    @property
    def done(self) -> int:
        """How many are filed."""
        return self.whole - len(self.missing)

    @property
    def next(self) -> RoundPerson | None:
        """The person whose paper comes next."""
        return self.missing[0][0] if self.missing else None


def papers_by_person(figures: RoundFigures, kinds: Collection[str]) -> list[PersonPapers]:
    """Return everybody of a round with their filed papers of these kinds: two queries."""
    units = {person.conference.unit.key for person in figures.people}
    keys = {person.conference.key for person in figures.people}
    found = papers.papers_of(unit_keys=units).filter(conference_key__in=keys, kind__in=kinds)
    filed = list(found.order_by("-year", "-number"))
    return [PersonPapers(person, _papers_about(person, filed)) for person in figures.people]


def round_work(people: Collection[PersonPapers], kinds: Collection[str]) -> RoundWork:
    """Return what an officer who makes these kinds of papers has to make, in the order of people."""
    may = [(entry, kind) for entry in people for kind in kinds if entry.may_make(kind)]
    return RoundWork(len(may), tuple((entry.person, kind) for entry, kind in may if kind not in entry.filed))


def round_papers(of_round: Round, *kinds: str) -> list[Paper]:
    """Return a round's own papers of these kinds, newest first: its report, its announcement."""
    unit_key = of_round.plan.body.key
    return list(papers.papers_of(unit_keys=[unit_key], conference_key=of_round.key).filter(kind__in=kinds))


def _papers_about(person: RoundPerson, filed: list[Paper]) -> dict[str, Paper]:
    about = [
        paper
        for paper in filed
        if (paper.conference_key, paper.subject_key) == (person.conference.key, person.subject.key)
    ]
    return {paper.kind: paper for paper in reversed(about)}
