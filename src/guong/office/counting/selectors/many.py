"""Many conferences at once: the counts of a round, without asking one by one."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from guong.ballots import polls
from guong.core.lifecycle import PollState
from guong.core.poll import PollDefinition
from guong.core.questionnaire import Questionnaire
from guong.office.conferences import selectors as conference_selectors
from guong.office.conferences.models import Conference
from guong.office.counting.selectors.hall import FINAL, checked, explained, hand_count
from guong.office.counting.selectors.remark_numbers import remarks_received
from guong.office.counting.selectors.results import WholeCount, counts_in, reconciled

_LARGE = ("poll__request", "poll__keys", "poll__pages", "opening__archive")


@dataclass(frozen=True)
class Counted:
    """One conference of many, as far as it was counted.

    ``whole`` is None while the hand count isn't agreed; its counts are empty before the opening is confirmed. ``form`` and
    ``definition`` are the poll's as published, None before the keys came; ``remarks`` counts remarks by subject key.
    ``is_ended`` tells that the keys are destroyed, ``is_bundled`` that the inspection file stands.
    """

    conference: Conference
    state: PollState | None
    whole: WholeCount | None
    form: Questionnaire | None
    definition: PollDefinition | None
    remarks: Mapping[str, int]
    is_bundled: bool
    is_ended: bool

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the conference was cancelled before its poll opened."""
        return hasattr(self.conference, "cancellation")


def poll_states(conferences: QuerySet[Conference]) -> dict[str, PollState]:
    """Return the states of these conferences' polls by conference key, in one question to the urn; none: left out."""
    keys = dict(conferences.filter(poll__isnull=False).values_list("key", "poll__poll_key"))
    states = polls.states(conference_selectors.urn_store(), polls=list(keys.values()))
    return {key: states[poll] for key, poll in keys.items() if poll in states}


def counted(conferences: QuerySet[Conference]) -> list[Counted]:
    """Return these conferences in their order with everything that was counted: as many queries for thirty as for one."""
    found = list(
        conferences.annotate(
            on_roll=Count("roll", distinct=True), is_asked_again=conference_selectors.asked_elsewhere()
        )
        .select_related("unit__parent", "poll", "opening", "bundle", "key_destruction", "cancellation")
        .defer(*_LARGE)
        .prefetch_related(
            conference_selectors.subjects_with_posts(), "hall_counts", "sheet_counts", "explanations"
        )
    )
    keys = [conference.poll.poll_key for conference in found if hasattr(conference, "poll")]
    told = polls.survey(conference_selectors.urn_store(), polls=keys)
    remarks = remarks_received([conference.pk for conference in found])
    forms: dict[bytes, Questionnaire] = {}
    return [
        _counted(conference, told.get(_poll_key(conference)), remarks.get(conference.pk, {}), forms)
        for conference in found
    ]


def _poll_key(conference: Conference) -> str:
    return conference.poll.poll_key if hasattr(conference, "poll") else ""


def _counted(
    conference: Conference,
    told: polls.Surveyed | None,
    remarks: Mapping[str, int],
    forms: dict[bytes, Questionnaire],
) -> Counted:
    poll = getattr(conference, "poll", None)
    definition = PollDefinition.from_canonical(bytes(poll.definition)) if poll and poll.definition else None
    return Counted(
        conference=conference,
        state=told.state if told else None,
        whole=_whole(conference, told) if told else None,
        form=_form(definition, bytes(poll.questionnaire), forms) if poll and definition else None,
        definition=definition,
        remarks=remarks,
        is_bundled=hasattr(conference, "bundle"),
        is_ended=hasattr(conference, "key_destruction"),
    )


def _whole(conference: Conference, told: polls.Surveyed) -> WholeCount | None:
    """Return the reconciliation as `whole_count` does; the opening counts only where the urn confirms it."""
    hand, figures = hand_count(conference), told.figures
    if hand is None or figures is None:
        return None
    said = explained(conference.explanations.all())
    check = checked(conference, hand, figures, said=said, roll=int(getattr(conference, "on_roll", 0)))
    is_confirmed = told.state in FINAL and hasattr(conference, "opening")
    return reconciled(check, counts_in(conference.opening) if is_confirmed else {})


def _form(definition: PollDefinition, raw: bytes, forms: dict[bytes, Questionnaire]) -> Questionnaire:
    """Return a form, read once for all polls that asked it. Raises ValueError where it isn't the definition's."""
    if raw not in forms:
        forms[raw] = Questionnaire.from_canonical(raw)
    if forms[raw].digest != definition.questionnaire:
        raise ValueError("the register's form is not that of the poll's definition")
    return forms[raw]
