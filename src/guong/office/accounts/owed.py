"""What an account owes before it may work: an own password, and the second step where its role asks for one."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from guong.office.accounts.models import User
from guong.office.accounts.selectors import owes_second_step

_FIRST_PASSWORD = "Mật khẩu này do quản trị viên cấp. Đồng chí đổi mật khẩu riêng rồi mới làm việc tiếp."
_SECOND_STEP = "Vai trò của đồng chí cần đăng nhập hai bước. Đồng chí bật bằng điện thoại hoặc khoá bảo mật rồi mới làm việc tiếp."


def account_first(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Lead an officer to the own account until nothing is owed; every page of the account itself stays open.

    Source: security.md §2 nos. 3 and 11. Not in the demo (``GUONG_SECOND_STEP``).
    """

    def layer(request: HttpRequest) -> HttpResponse:
        user = request.user
        if not settings.GUONG_SECOND_STEP or not isinstance(user, User) or _of_the_account(request):
            return get_response(request)
        if user.has_first_password:
            return _lead(request, _FIRST_PASSWORD, "account_change_password")
        if owes_second_step(user=user):
            return _lead(request, _SECOND_STEP, "mfa_index")
        return get_response(request)

    return layer


def _of_the_account(request: HttpRequest) -> bool:
    administration = reverse("accounts:list")
    return request.path.startswith(reverse("accounts:mine")) and not request.path.startswith(administration)


def _lead(request: HttpRequest, sentence: str, name: str) -> HttpResponse:
    messages.warning(request, sentence)
    return redirect(name)
