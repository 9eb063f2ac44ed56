"""The end of former staff in the register: a year after somebody left the last list (Law 91/2025; security.md §2 no. 86)."""

from datetime import date

from django.db import transaction
from django.db.models import ProtectedError

from guong.core.personal_data import KIND_BY_KEY
from guong.office.journal.services import record
from guong.office.registry.models import Person, PersonAccount, Post, StaffEntry, UnitAssignment, WardEntry

_KIND = KIND_BY_KEY["register"]


@transaction.atomic
def end_former_people(*, today: date) -> int:
    """Delete lines of lists and posts left so long ago, and then people of whom nothing is left; returns how many people.

    Somebody asked about stays with the post of that day, as the archive of results does; somebody on a roll stays until
    the names of that roll have ended. Ties to accounts whose names were erased go first. Safe to repeat.
    """
    for links in (PersonAccount.objects, UnitAssignment.objects):
        links.filter(user__ended_on__isnull=False).delete()
    for model in (StaffEntry, WardEntry):
        former = model._default_manager.filter(active=False, left_on__lt=today).values_list("pk", "left_on")
        over = [number for number, left_on in former if left_on and _KIND.is_over(left_on, today)]
        model._default_manager.filter(pk__in=over).delete()
    for post in Post.objects.filter(ends_on__lt=today):
        if post.ends_on and _KIND.is_over(post.ends_on, today):
            _deleted(post)
    nowhere = Person.objects.filter(staff_entries=None, ward_entries=None, posts=None, account=None)
    ended = sum(_deleted(person) for person in nowhere)
    if ended:
        text = f"Chương trình xoá {ended} người không còn trong danh sách nào, hết thời hạn {_KIND.months} tháng."
        record(actor=None, act="registry.people_ended", unit_key="", text=text)
    return ended


def _deleted(row: Person | Post) -> bool:
    try:
        with transaction.atomic():
            row.delete()
    except ProtectedError:
        return False
    return True
