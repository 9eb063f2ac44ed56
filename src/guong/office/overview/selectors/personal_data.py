"""Of whom this installation holds what: the list behind the notice of a breach within 72 hours (security.md §2 no. 89)."""

from guong.core.personal_data import Held
from guong.office.accounts.selectors import officers
from guong.office.conferences.selectors import held_by_conferences
from guong.office.registry.selectors import held_in_register, units_by_officer

_NO_UNIT = "không thuộc đơn vị nào"


def personal_data_held() -> list[Held]:
    """Return everyone by unit: register, rolls, boards, people asked about, accounts. Nobody's attendance, nobody's answer."""
    users = list(officers())
    units = units_by_officer(users=users)
    accounts = []
    for user in users:
        places = [(unit.key, unit.name) for unit in units.get(user.pk, [])] or [("", _NO_UNIT)]
        accounts += [Held("accounts", key, name, user.full_name, user.username) for key, name in places]
    return [*held_in_register(), *held_by_conferences(), *accounts]
