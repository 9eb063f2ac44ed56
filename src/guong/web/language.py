"""Which language a page is shown in: Vietnamese, or English where somebody pressed the button (decision 0018).

Never from what the browser asks for: an officer's phone set to English must not change what stands on the desk.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve
from django.utils import translation

COOKIE = "guong_language"
ASKED = "ngon-ngu"
VIETNAMESE, ENGLISH = "vi", "en"
NAMES = dict(settings.LANGUAGES)

# Rooms and pages that speak English: what an officer sees on a conference's day, and the first page, on which every officer lands. The rest stays Vietnamese.
ROOMS = frozenset({"conferences"})
PAGES = frozenset(
    {
        "account_login",
        "account_logout",
        "account_reauthenticate",
        "accounts:enter-as",
        "counting:box",
        "counting:conference",
        "counting:hand",
        "counting:left_over",
        "counting:list",
        "counting:reconcile",
        "counting:recount",
        "counting:seal",
        "counting:sealing_minutes",
        "counting:sheets",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "overview:home",
    }
)
# Fetched by their own script without cookies, so the language stays in the address.
BY_ADDRESS = frozenset({"conferences:hall-screen"})


def language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Show the page in the language chosen if it has it; the button's address sets the cookie and leads back."""

    def layer(request: HttpRequest) -> HttpResponse:
        name = _view_name(request)
        wanted = request.GET.get(ASKED, "")
        if wanted in NAMES and request.method == "GET" and name not in BY_ADDRESS:
            return _remembered(request, wanted)
        shown = chosen(request, name) if has_english(name) else VIETNAMESE
        with translation.override(shown):
            return get_response(request)

    return layer


def chosen(request: HttpRequest, name: str = "") -> str:
    """Return the language that was chosen on this machine, or in this address; Vietnamese where none was."""
    asked = request.GET.get(ASKED) if name in BY_ADDRESS else request.COOKIES.get(COOKIE)
    return asked if asked in NAMES else VIETNAMESE


def has_english(name: str) -> bool:
    """Tell whether the page of that name speaks English; an address that leads nowhere does (its error page)."""
    return not name or name in PAGES or name.partition(":")[0] in ROOMS


def offered(request: HttpRequest) -> dict[str, str | bool]:
    """Context processor: the button's ``language`` and ``name`` and address, and whether this page has no English."""
    match = request.resolver_match
    now = chosen(request, match.view_name if match else "")
    other = VIETNAMESE if now == ENGLISH else ENGLISH
    return {
        "other_language": other,
        "other_language_name": NAMES[other],
        "other_language_address": _address(request, other),
        "only_in_vietnamese": now == ENGLISH and translation.get_language() != ENGLISH,
    }


def _view_name(request: HttpRequest) -> str:
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""


def _address(request: HttpRequest, language: str) -> str:
    query = request.GET.copy()
    query[ASKED] = language
    return "?" + query.urlencode()


def _remembered(request: HttpRequest, language: str) -> HttpResponse:
    query = request.GET.copy()
    del query[ASKED]
    answer = redirect(request.path + (f"?{query.urlencode()}" if query else ""))
    answer.set_cookie(COOKIE, language, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax")
    return answer
