"""Two earlier years of the pilot's wards, as an officer brings them in from an old report: invented aggregates."""

from random import Random

from guong.core.earlier_results import HEADINGS
from guong.core.questionnaire import official
from guong.demo.outcomes import granted
from guong.demo.world import World
from guong.office.plans.models import Round
from guong.office.release import selectors, services
from guong.office.release.details import EarlierRound

_YEARS = (2021, 2022)
_BALLOTS = 60
_NEW = 2  # criteria of today's form that were asked in other words then


def bring_in_earlier(world: World, of_round: Round) -> None:
    """Bring in what the same people got in two years before, all but two criteria in today's words."""
    random = Random(_BALLOTS)
    people = [(step.conference.unit.name, step.subject.name) for step in selectors.round_steps(of_round)]
    form = official(of_round.kind)
    items = [item for item in form.items if item.note]
    for year in _YEARS:
        rows = [(*HEADINGS, *items[0].levels)]
        for unit, person in people:
            for place, item in enumerate(items):
                words = f"{item.text} (mẫu cũ)" if place < _NEW else item.text
                rows.append((unit, person, words, str(_BALLOTS), *_counts(random)))
        data = "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows).encode()
        given = EarlierRound(
            of_round.kind,
            year,
            "Góp ý người đứng đầu các phường",
            f"Mẫu phiếu năm {year}",
            f"Báo cáo số 45-BC/BTG năm {year} của Ban Tuyên giáo",
        )
        draft = granted(
            services.bring_in(body=of_round.plan.body, given=given, data=data, actor=world.reporter)
        )
        granted(services.take(draft=draft, actor=world.reporter))


def _counts(random: Random) -> tuple[str, ...]:
    worst, poor = random.randrange(3), random.randrange(6)
    good = 12 + random.randrange(14)
    return tuple(map(str, (_BALLOTS - good - poor - worst, good, poor, worst)))
