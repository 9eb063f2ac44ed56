"""What is held about whom, read by that person or by the registrar for whoever asks."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from guong.core.personal_data import KINDS
from guong.office.accounts.access import needs, officer
from guong.office.overview.selectors import data_of_officer, data_of_person
from guong.office.registry.selectors import people_found, person_in_scope

_REGISTRAR = "accounts.manage_registry"


@needs()
@require_GET
def personal_data(request: HttpRequest) -> HttpResponse:
    """What is held about oneself; for the registrar also about somebody of the own units who asks in person."""
    user = officer(request)
    key, words = request.GET.get("nguoi", ""), request.GET.get("tim", "").strip()[:100]
    may_search = user.has_perm(_REGISTRAR)
    person = person_in_scope(user=user, key=key) if may_search and key else None
    if key and person is None:
        raise Http404
    context = {
        "data": data_of_person(person=person) if person else data_of_officer(user=user),
        "of_other": person is not None,
        "may_search": may_search,
        "words": words,
        "found": people_found(user=user, words=words) if may_search else [],
        "kinds": KINDS,
    }
    return render(request, "overview/personal_data.html", context)
