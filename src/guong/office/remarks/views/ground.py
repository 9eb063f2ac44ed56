"""Finding the person and the desk of a page."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from guong.core.outcome import Refused
from guong.core.questionnaire import Questionnaire
from guong.core.remarks.digest import OTHER_THEME, usual_themes
from guong.office.accounts.access import officer
from guong.office.conferences import selectors as conferences
from guong.office.conferences.models import Conference, ConferenceSubject
from guong.office.remarks import refusals, selectors, services
from guong.office.remarks.models import Desk

PERMISSION = "edit_remarks"


@dataclass(frozen=True)
class Place:
    """The person that a page is about, with the conference and the desk, None before anybody sat down."""

    conference: Conference
    subject: ConferenceSubject
    desk: Desk | None

    @property
    def address(self) -> tuple[str, str]:
        """What the room's addresses take."""
        return self.conference.key, self.subject.key

    @cached_property
    def form(self) -> Questionnaire:
        """The form that was asked."""
        return selectors.form_asked(self.conference)

    @cached_property
    def themes(self) -> dict[str, str]:
        """The theme that each field suggests; a desk opened again knows no fields."""
        return {**usual_themes(self.form), "": OTHER_THEME}


def place_or_404(request: HttpRequest, key: str, subject_key: str) -> Place:
    """Return where a page stands; outside the officer's units it doesn't exist."""
    conference = conferences.conference_in_scope(user=request.user, key=key)
    if conference is None:
        raise Http404
    prefetch_related_objects([conference], conferences.subjects_with_posts())
    subject = next((one for one in conference.subjects.all() if one.key == subject_key), None)
    if subject is None:
        raise Http404
    return Place(conference, subject, selectors.desk_of(conference, subject_key))


def opened(request: HttpRequest, place: Place) -> Desk | Refused:
    """Return the desk for a page that shows voters' words, the reading noted."""
    if place.desk is None:
        return refusals.NOT_SEATED
    return services.open_work(desk=place.desk, subject=place.subject, actor=officer(request))


def refused_page(request: HttpRequest, place: Place, refused: Refused) -> HttpResponse:
    """Show why a page shows nothing."""
    context = {"place": place, "conference": place.conference, "sentence": refused.sentence}
    return render(request, "remarks/refused.html", context)
