"""Two clerks at once: whoever writes second is told, and no lot is entered twice unnoticed."""

from guong.office.draws.models import LotDraw


def take_version(draw: LotDraw, version: int) -> bool:
    """Raise the draw's version if it still is ``version``; tells whether nobody was faster."""
    changed = LotDraw.objects.filter(pk=draw.pk, version=version).update(version=version + 1)
    draw.refresh_from_db()
    return bool(changed)
