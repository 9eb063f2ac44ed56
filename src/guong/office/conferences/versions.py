"""Two officers at once: whoever saves second is told, and nothing is overwritten unnoticed."""

from guong.office.conferences.models import Conference


def take_version(conference: Conference, version: int) -> bool:
    """Raise the conference's version if it still is ``version`` and not cancelled; tells whether nobody was faster."""
    changed = Conference.objects.filter(pk=conference.pk, version=version, cancellation__isnull=True).update(
        version=version + 1
    )
    conference.refresh_from_db(fields=["version"])
    return bool(changed)
