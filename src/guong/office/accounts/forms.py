"""Allauth's forms with the labels that officers read."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm


def _relabel(form: Any, labels: dict[str, str]) -> None:
    for name, label in labels.items():
        field = form.fields[name]
        field.label, field.help_text = label, ""
        field.widget.attrs.pop("placeholder", None)


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth bears no types
    """User name and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, {"login": "Tên đăng nhập", "password": "Mật khẩu"})


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]  # allauth bears no types
    """The old password once, the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "oldpassword": "Mật khẩu hiện tại",
            "password1": "Mật khẩu mới",
            "password2": "Nhập lại mật khẩu mới",
        }
        _relabel(self, labels)
        self.fields["password1"].help_text = "Ít nhất 15 ký tự; nên dùng một câu dễ nhớ."


class ConfirmPasswordForm(ReauthenticateForm):  # type: ignore[misc]  # allauth bears no types
    """The password again, before an act on the account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, {"password": "Mật khẩu"})


class SecondStepForm(AuthenticateForm):  # type: ignore[misc]  # allauth bears no types
    """The six digits of the authenticator, or a spare code."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, {"code": "Mã xác thực"})


class ActivateSecondStepForm(ActivateTOTPForm):  # type: ignore[misc]  # allauth bears no types
    """The first six digits, to prove that the authenticator was set up."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, {"code": "Mã xác thực"})
