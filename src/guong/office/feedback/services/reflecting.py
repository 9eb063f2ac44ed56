"""The head's own view. It is nobody else's business: not in the journal either (decision 0020)."""

from django.db import transaction

from guong.core.outcome import Refused
from guong.core.questionnaire import Questionnaire
from guong.office.conferences.models import ConferenceSubject
from guong.office.feedback import refusals
from guong.office.feedback.details import OwnView
from guong.office.feedback.models import Reflection

LONGEST_VIEW = 4000


@transaction.atomic
def keep_own_view(*, subject: ConferenceSubject, form: Questionnaire, given: OwnView) -> Reflection | Refused:
    """Keep ratings and words. Refused: ``bad_rating``, ``long_view``, ``changed_meanwhile``."""
    levels = {item.key: len(item.levels) for item in form.items}
    if any(not 0 <= place < levels.get(key, 0) for key, place in given.ratings.items()):
        return refusals.BAD_RATING
    if len(given.text) > LONGEST_VIEW:
        return refusals.LONG_VIEW
    saved = Reflection.objects.select_for_update().filter(subject=subject).first()
    if given.version != (saved.version if saved else 0):
        return refusals.VIEW_CHANGED
    view = saved or Reflection(subject=subject)
    view.ratings, view.text, view.version = dict(given.ratings), given.text.strip(), given.version + 1
    view.save()
    return view
