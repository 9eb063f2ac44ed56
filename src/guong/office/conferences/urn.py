"""The one door of this room to the urn: the open store, the receipt key, the state of a poll."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from guong.ballots import assets, polls, receipts
from guong.ballots.store import Store, open_store
from guong.core.lifecycle import PollState


def store() -> Store:
    """Return the open urn of this instance (setting GUONG_URN_URL); opened once for a process."""
    return _opened(str(settings.GUONG_URN_URL))


def state(poll_key: str) -> PollState | None:
    """Return the state of a poll as the urn knows it, or None where it has no such poll."""
    return polls.state(store(), poll=poll_key)


def states(poll_keys: Sequence[str]) -> dict[str, PollState]:
    """Return the states of many polls in one question; polls that the urn doesn't know are left out."""
    return polls.states(store(), polls=poll_keys)


def has_received(poll_key: str, *, at_least: int) -> bool:
    """Tell whether so many ballots cast with slips are in the urn, never how many (`polls.has_received`)."""
    return polls.has_received(store(), poll=poll_key, at_least=at_least)


def receipt_key() -> bytes:
    """Return the 32-byte public key by which this server signs receipts."""
    return receipts.load_or_create(receipt_path()).public_key().public_bytes_raw()


def receipt_path() -> Path:
    """Return the file of this server's receipt key; booth and console must use the same one."""
    return Path(settings.GUONG_DATA_DIR) / receipts.FILE_NAME


def page_digests() -> dict[str, str]:
    """Return the SHA-256 (hex) of each file of the voter's page as this process serves it."""
    return assets.served().digests()


@lru_cache(maxsize=4)
def _opened(url: str) -> Store:
    return open_store(url)
