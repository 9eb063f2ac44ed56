"""The last day of the certificate that phones are shown, read from the reverse proxy's file where it is named."""

from datetime import datetime
from pathlib import Path

from cryptography import x509


def days_left(path: Path | None, *, now: datetime) -> int | None:
    """Return whole days until the certificate ends, negative after it; None where no file can be read.

    ``now`` bears a zone. No connection is made: the server asks nobody, not even itself.
    """
    if path is None:
        return None
    try:
        certificate = x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError):
        return None
    return (certificate.not_valid_after_utc - now).days
