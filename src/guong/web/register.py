"""Bringing the register up to date, and the demo's sign-in links; `django_start` is imported before."""

from django.core.management import call_command

from guong.office.accounts import selectors as accounts_selectors
from guong.office.accounts import services as accounts_services
from guong.office.accounts.models import User
from guong.office.conferences import services as conferences_services
from guong.office.papers import services as papers_services


def bring_up_to_date() -> None:
    """Apply the register's migrations, make the roles, end the acts on the urn that a crash cut off (DESIGN §2), tidy up."""
    call_command("migrate", interactive=False, verbosity=0)
    accounts_services.ensure_roles()
    conferences_services.finish_intents()
    papers_services.tidy_archive()


def is_new() -> bool:
    """Tell whether nobody could sign in to make accounts yet."""
    return not accounts_selectors.has_administrator()


def demo_links(origin: str) -> str:
    """Return one line for each account of the demo: who it is and a link that signs in once."""
    links = [
        f"  {_named(user):<44} {origin}{accounts_services.one_time_link(user=user)}"
        for user in accounts_selectors.officers()
    ]
    return "\n".join(["Đường dẫn đăng nhập của bản trình diễn (mỗi đường dẫn dùng một lần):", *links])


def _named(user: User) -> str:
    roles = ", ".join(role.label.lower() for role in accounts_selectors.roles_of(user=user))
    return f"{user.full_name} – {roles}"
