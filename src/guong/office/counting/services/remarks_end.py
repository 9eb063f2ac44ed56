"""The end of the originals: once two officers agreed on the digest, nobody needs the voters' own words any more."""

from django.db import connection, transaction
from django.utils import timezone

from guong.office.accounts.models import User
from guong.office.conferences.models import Conference
from guong.office.counting.models import Opening, Remark, RemarksEnd
from guong.office.journal.services import record


@transaction.atomic
def destroy_remarks(*, conference: Conference, subject_key: str, name: str, actor: User) -> RemarksEnd:
    """Delete the remarks on one person (``name``) and keep how many there were; done again it changes nothing.

    With the last of a conference the salt of its result goes too: without it nobody can try out guessed words against the
    digest that the minutes print. What SQLite deletes is zeroed; once this is committed its log is emptied too.
    """
    done = RemarksEnd.objects.filter(conference=conference, subject_key=subject_key).first()
    if done is not None:
        return done
    mine = Remark.objects.filter(conference=conference, subject_key=subject_key)
    end = RemarksEnd.objects.create(
        conference=conference, subject_key=subject_key, received=mine.count(), ended_on=timezone.localdate()
    )
    mine.delete()
    if not Remark.objects.filter(conference=conference).exists():
        Opening.objects.filter(conference=conference).update(salt="")
    text = f"{conference.title}: Huỷ bản gốc {end.received} ý kiến đối với đồng chí {name}."
    record(actor=actor, act="counting.remarks_end", unit_key=conference.unit.key, text=text)
    transaction.on_commit(_empty_log)
    return end


def _empty_log() -> None:
    """Write SQLite's log back and cut it; a reader in the middle of a page leaves that to the next checkpoint."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
