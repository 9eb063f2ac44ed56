"""Links between rooms: the menu that an officer's permissions allow."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

Viewer = AbstractUser | AnonymousUser


@dataclass(frozen=True)
class Entry:
    """A line of the menu; seen by whoever has one of ``permissions`` (codenames), by all signed in if empty.

    ``alone``: the page takes no arguments, wherever the link stands.
    """

    label: str
    name: str
    icon: str
    permissions: tuple[str, ...] = ()
    alone: bool = False


MENU = (
    Entry("Việc cần làm", "overview:home", "list-checks"),
    Entry(
        "Kế hoạch",
        "plans:list",
        "clipboard-list",
        ("organise_conference", "run_hall", "read_results", "observe"),
    ),
    Entry("Gắp thăm", "draws:list", "ticket", ("organise_conference", "run_hall", "observe")),
    Entry("Hội nghị", "conferences:list", "users", ("organise_conference", "run_hall")),
    Entry(
        "Lịch hội nghị", "schedule:rounds", "calendar-days", ("organise_conference", "run_hall", "observe")
    ),
    Entry("Nhập phiếu giấy", "paperdesk:list", "square-pen", ("enter_paper",)),
    Entry("Kiểm phiếu", "counting:list", "scale", ("count_votes",)),
    Entry(
        "Bỏ phiếu giấy tại chỗ",
        "paperpolls:list",
        "vote",
        ("organise_conference", "count_votes", "enter_paper"),
    ),
    Entry("Biên tập ý kiến", "remarks:list", "message-square-text", ("edit_remarks",)),
    Entry("Kết quả của tôi", "feedback:mine", "chart-bar", ("read_own_result",)),
    Entry(
        "Kết quả",
        "release:list",
        "chart-bar",
        ("read_results", "count_votes", "read_at_standing_board", "read_at_committee"),
    ),
    Entry(
        "Toàn cảnh",
        "overview:committee",
        "monitor",
        ("read_results", "read_at_standing_board", "read_at_committee"),
    ),
    Entry("Khắc phục", "remediation:list", "handshake", ("read_results", "read_own_result")),
    Entry("Trao đổi", "feedback:replies", "mail", ("read_results",)),
    Entry("Sổ bộ", "registry:units", "building-2", ("manage_registry",)),
    Entry("Tài khoản", "accounts:list", "id-card", ("manage_accounts",)),
    Entry("Phạm vi đơn vị", "registry:scopes", "target", ("manage_accounts",)),
    Entry("Văn bản", "papers:list", "files", ("organise_conference", "count_votes", "read_results")),
    Entry("Nhật ký", "journal:list", "scroll-text", ("organise_conference", "manage_accounts", "observe")),
)

# What comes next on a page of a lower room: links to rooms above it, which it must not know. The address takes the
# same arguments as the page. By the name of the page.
_PREPARING = ("organise_conference", "run_hall", "observe")
ONWARD: dict[str, tuple[Entry, ...]] = {
    "accounts:mine": (Entry("Dữ liệu đang giữ về tôi", "overview:personal-data", "eye", alone=True),),
    "registry:units": (
        Entry("Dữ liệu cá nhân", "overview:personal-data", "eye", ("manage_registry",), alone=True),
    ),
    "plans:round": (
        Entry("Gắp thăm", "draws:list", "ticket", _PREPARING, alone=True),
        Entry("Lịch hội nghị của đợt", "schedule:calendar", "calendar-days", _PREPARING),
        Entry("Cử người dự, tổ kiểm phiếu", "schedule:delegates", "users", _PREPARING),
        Entry("Kết quả, báo cáo của đợt", "release:round", "chart-bar", ("read_results", "count_votes")),
    ),
    "release:result": (
        Entry(
            "Đề xuất công tác cán bộ",
            "overview:proposals",
            "clipboard-list",
            ("read_results", "read_at_standing_board", "read_at_committee"),
        ),
    ),
    "draws:result": (Entry("Lịch hội nghị của đợt", "schedule:of-draw", "calendar-days", _PREPARING),),
    "feedback:result": (Entry("Kế hoạch khắc phục", "remediation:plan", "handshake", ("read_own_result",)),),
    "conferences:detail": (
        Entry("Chương trình", "schedule:programme-here", "list-checks"),
        Entry("Người được cử", "schedule:delegates-here", "users"),
        Entry("Giấy tờ, bộ hồ sơ", "schedule:papers-here", "files", ("organise_conference",)),
        Entry("Sự việc", "schedule:incidents", "message-square-text"),
        Entry("Ảnh", "schedule:photographs", "eye"),
        Entry("Đổi lịch, huỷ hội nghị", "schedule:move", "calendar", ("organise_conference",)),
        Entry("Xoá hội nghị thử", "schedule:rehearse", "trash-2", ("organise_conference",), alone=True),
    ),
}

# Where the next work is another officer's: who may do it signs in on this machine and comes straight to that page, which
# the page's own officer may not open (roles are kept apart). By the name of the page.
HANDED_OVER = {"conferences:closing": "counting:conference"}


def navigation(request: HttpRequest) -> dict[str, object]:
    """Context processor: ``navigation`` is the menu of the signed-in officer, empty for others; ``onward`` the links of
    `ONWARD` for this page; ``hand_over_to`` where signing out hands the machine on (`HANDED_OVER`); ``demo`` a flag."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated or _is_desk_only(request):
        return {"navigation": [], "onward": [], "demo": settings.GUONG_DEMO}
    return {
        "navigation": [_line(entry, request.path) for entry in MENU if _allowed(entry, user)],
        "onward": _onward(request, user),
        "hand_over_to": _handed_over_to(request),
        "demo": settings.GUONG_DEMO,
    }


def _is_desk_only(request: HttpRequest) -> bool:
    """Tell whether this machine is kept by its hall pass alone (decision 0019): no other page would open."""
    return getattr(request, "hall_pass", None) is not None


def _allowed(entry: Entry, user: Viewer) -> bool:
    return not entry.permissions or any(user.has_perm(f"accounts.{name}") for name in entry.permissions)


def _onward(request: HttpRequest, user: Viewer) -> list[dict[str, str]]:
    match = request.resolver_match
    if match is None:
        return []
    arguments = list(match.kwargs.values())
    return [
        {
            "label": entry.label,
            "address": reverse(entry.name, args=[] if entry.alone else arguments),
            "icon": entry.icon,
        }
        for entry in ONWARD.get(match.view_name, ())
        if _allowed(entry, user)
    ]


def _handed_over_to(request: HttpRequest) -> str:
    match = request.resolver_match
    if match is None or match.view_name not in HANDED_OVER:
        return ""
    address = reverse(HANDED_OVER[match.view_name], args=list(match.kwargs.values()))
    return f"{reverse('account_login')}?{urlencode({'next': address})}"


def _line(entry: Entry, path: str) -> dict[str, object]:
    address = reverse(entry.name)
    longer = any(path.startswith(reverse(other.name)) for other in MENU if _beneath(other, address))
    here = path == address if address == "/" else path.startswith(address) and not longer
    return {"label": entry.label, "address": address, "icon": entry.icon, "here": here}


def _beneath(entry: Entry, address: str) -> bool:
    other = reverse(entry.name)
    return other != address and other.startswith(address)
