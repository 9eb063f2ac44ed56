"""One officer's half of the work: a proposal for each remark, and the names of themes."""

from uuid import UUID

from django.db import transaction

from guong.core.outcome import Refused
from guong.core.remarks.verdicts import LONG_THEME, LONGEST_THEME, NO_THEME, Proposal, checked, one_line
from guong.office.accounts.models import User
from guong.office.remarks import refusals, selectors
from guong.office.remarks.models import Desk, Draft, DraftState
from guong.office.remarks.selectors import Entry, Work
from guong.office.remarks.services.holding import held


@transaction.atomic
def propose(
    *, desk: Desk, key: UUID, version: int, given: Proposal, actor: User, with_alike: bool = False
) -> Draft | Refused:
    """Keep a proposal for a remark; it replaces an earlier one of either officer and waits for the other to agree.

    ``version`` is the one that the officer saw, 0 where nobody had proposed anything. ``with_alike``: others in the very
    same words that wait for a proposal get the same one. Refused: ``not_seated``, ``ended``, ``gone``,
    ``changed_meanwhile``, and as `guong.core.remarks.verdicts.checked`.
    """
    locked = held(desk=desk, actor=actor)
    if isinstance(locked, Refused):
        return locked
    entries = selectors.entries_of(locked)
    entry = selectors.entry_among(entries, key)
    if entry is None:
        return refusals.GONE
    if entry.version != version:
        return refusals.CHANGED
    fit = checked(given, original=entry.words)
    if isinstance(fit, Refused):
        return fit
    for other in selectors.alike(entries, entry, actor, Work.EDIT) if with_alike else ():
        _kept(locked, other, fit, actor)
    return _kept(locked, entry, fit, actor)


@transaction.atomic
def rename_theme(*, desk: Desk, theme: str, new: str, actor: User) -> int | Refused:
    """Give a theme another name, or put it together with the theme of that name; returns how many remarks it held.

    Refused: ``not_seated``, ``ended``, ``no_theme``, ``long_theme``, ``no_such_theme``.
    """
    locked = held(desk=desk, actor=actor)
    if isinstance(locked, Refused):
        return locked
    name = one_line(new)
    if not name:
        return NO_THEME
    if len(name) > LONGEST_THEME:
        return LONG_THEME
    drafts = list(locked.drafts.filter(theme=theme))
    for draft in drafts:
        draft.theme, draft.version = name, draft.version + 1
    Draft.objects.bulk_update(drafts, ["theme", "version"])
    return len(drafts) or refusals.NO_SUCH_THEME


def _kept(desk: Desk, entry: Entry, fit: Proposal, actor: User) -> Draft:
    draft = entry.draft or Draft(desk=desk, original=entry.key, version=0)
    draft.verdict, draft.text, draft.theme = fit.verdict.value, fit.text, fit.theme
    draft.reason = fit.reason.value if fit.reason else ""
    draft.note, draft.answer = fit.note, ""
    draft.state, draft.proposed_by = DraftState.PROPOSED, actor.key
    draft.version += 1
    draft.save()
    return draft
