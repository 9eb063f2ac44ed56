"""How a number for confirming is kept: never itself, only what the server's own secret makes of it (decision 0013).

The secret lies in a file beside the databases, so the register alone gives no number away, however short it is.
"""

from django.utils.crypto import constant_time_compare, salted_hmac

from guong.office.conferences.models import BoardMember

KEEPERS = (BoardMember.HEAD, BoardMember.CLERK, BoardMember.WITNESS)
"""Who confirms: those who keep a key envelope (DESIGN §4.1)."""

DEMO_PIN = "2580"
"""What everybody in the demo chose, so that whoever clicks through it can confirm."""


def digest_of(member: BoardMember, pin: str) -> str:
    """Return 64 hexadecimal characters bound to conference, seat and number."""
    words = [member.conference.key, member.role, member.full_name, member.organisation, pin]
    return salted_hmac("guong.conferences.pins", "\n".join(words), algorithm="sha256").hexdigest()


def is_right(member: BoardMember, pin: str) -> bool:
    """Tell whether that is the member's number; False where none was chosen."""
    return bool(member.pin_digest) and constant_time_compare(member.pin_digest, digest_of(member, pin))
