"""What the room does: accounts and their roles, the demo's links, the desk's passes in the hall."""

from guong.office.accounts.services.ending import end_former_accounts
from guong.office.accounts.services.hall_passes import (
    end_hall_pass,
    end_hall_passes,
    issue_hall_pass,
    revoke_hall_pass,
)
from guong.office.accounts.services.officers import (
    create_first_administrator,
    create_user,
    ensure_roles,
    one_time_link,
    open_account,
    renew_password,
    set_active,
    set_roles,
    use_link,
)

__all__ = [
    "create_first_administrator",
    "create_user",
    "end_former_accounts",
    "end_hall_pass",
    "end_hall_passes",
    "ensure_roles",
    "issue_hall_pass",
    "one_time_link",
    "open_account",
    "renew_password",
    "revoke_hall_pass",
    "set_active",
    "set_roles",
    "use_link",
]
