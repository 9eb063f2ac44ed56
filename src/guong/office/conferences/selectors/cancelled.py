"""Conferences that are not held: whoever looks at a round leaves them out, whoever looks at a calendar names them."""

from django.db.models import QuerySet

from guong.office.conferences.models import Cancellation, Conference


def is_cancelled(conference: Conference) -> bool:
    """Tell whether a conference was cancelled, asked anew."""
    return Cancellation.objects.filter(conference=conference).exists()


def cancellation_of(conference: Conference) -> Cancellation | None:
    """Return who cancelled a conference and why, asked anew; None where it stands."""
    return Cancellation.objects.filter(conference=conference).first()


def not_cancelled(conferences: QuerySet[Conference]) -> QuerySet[Conference]:
    """Return those of the conferences that are held or will be."""
    return conferences.filter(cancellation__isnull=True)


def only_cancelled(conferences: QuerySet[Conference]) -> QuerySet[Conference]:
    """Return those of the conferences that were cancelled, each with its cancellation."""
    return conferences.filter(cancellation__isnull=False).select_related("cancellation")
