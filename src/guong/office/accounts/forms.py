"""Allauth's forms with the labels that officers read."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator

from guong.office.accounts.roles import Role


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


class NewKeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth bears no types
    """A name for a security key; the browser adds what the key says."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, {"name": "Tên khoá"})


class KeyNameForm(EditWebAuthnForm):  # type: ignore[misc]  # allauth bears no types
    """Another name for a security key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _relabel(self, {"name": "Tên khoá"})


class RolesForm(forms.Form):
    """The roles of an officer."""

    roles = forms.MultipleChoiceField(
        label="Vai trò",
        choices=[(role.value, role.label) for role in Role],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Đồng chí chọn ít nhất một vai trò."},
    )

    def chosen(self) -> list[Role]:
        """Return the ticked roles of a valid form."""
        return [Role(name) for name in self.cleaned_data["roles"]]


class NewOfficerForm(RolesForm):
    """A new account; its first password is made by the program."""

    full_name = forms.CharField(
        label="Họ và tên", max_length=200, error_messages={"required": "Đồng chí ghi họ và tên cán bộ."}
    )
    username = forms.CharField(
        label="Tên đăng nhập",
        help_text="Viết liền không dấu, ví dụ: sen-hong.",
        max_length=60,
        validators=[
            UnicodeUsernameValidator(message="Chỉ dùng chữ, số và các dấu @ . + - _ trong tên đăng nhập.")
        ],
        error_messages={"required": "Đồng chí ghi tên đăng nhập."},
    )
    field_order = ["full_name", "username", "roles"]
