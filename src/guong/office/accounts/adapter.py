"""What sign-in says and allows: Vietnamese sentences, no sign-up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.http import HttpRequest

from guong.office.accounts.models import User

_SAID = {
    "account/messages/password_changed.txt": "Đã đổi mật khẩu.",
    "mfa/messages/totp_activated.txt": "Đã bật đăng nhập hai bước.",
    "mfa/messages/totp_deactivated.txt": "Đã tắt đăng nhập hai bước.",
    "mfa/messages/webauthn_added.txt": "Đã thêm khoá bảo mật.",
    "mfa/messages/webauthn_removed.txt": "Đã bỏ khoá bảo mật.",
    "mfa/messages/recovery_codes_generated.txt": "Đã tạo mã dự phòng mới. Đồng chí in ra và cất ở nơi có khoá.",
}
_WRONG_CODE = "Mã xác thực không đúng hoặc đã hết hạn. Đồng chí chờ mã mới trên điện thoại rồi nhập lại."


class OfficeAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth bears no types
    """Accounts are made by the administrator only."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Tài khoản này đã bị khoá. Đồng chí liên hệ quản trị viên.",
        "incorrect_code": _WRONG_CODE,
        "enter_current_password": "Mật khẩu hiện tại không đúng. Đồng chí nhập lại.",
        "incorrect_password": "Mật khẩu không đúng. Đồng chí nhập lại.",
        "invalid_login": "Tên đăng nhập hoặc mật khẩu không đúng.",
        "too_many_login_attempts": "Đã nhập sai quá nhiều lần. Đồng chí chờ năm phút rồi thử lại.",
        "username_password_mismatch": "Tên đăng nhập hoặc mật khẩu không đúng. Đồng chí kiểm tra rồi nhập lại.",
        "rate_limited": "Yêu cầu gửi quá dày. Đồng chí chờ một phút rồi thử lại.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Go on to the first page, which leads to what is still owed: an empty form would ask for another password."""
        return "/"

    def set_password(self, user: User, password: str) -> None:
        """Keep the officer's own password; the first one, which the administrator has seen, is over."""
        user.has_first_password = False
        super().set_password(user, password)

    def add_message(
        self, request: HttpRequest, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        """Say what officers need to know, in Vietnamese; leave out greetings."""
        if message_template in _SAID:
            messages.success(request, _SAID[message_template])


class OfficeSecondStepAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth bears no types
    """The second step, in Vietnamese."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": _WRONG_CODE}

    def generate_authenticator_name(self, user: User, type: str) -> str:
        """Name a security key that its owner gave no name."""
        return "Khoá bảo mật"
