"""Keys and slips of one poll: the tickets stay here, the server gets public keys (DESIGN §4.1, §4.2)."""

from typing import NamedTuple

from guong.core.secrecy import keys, slips
from guong.core.secrecy.requests import PollKeys, PollRequest


class PreparedPoll(NamedTuple):
    """What one poll needs: the file for the server, the voters' tickets and the paper stations' tickets.

    Tickets are 10 bytes each, for printing only. The representation names no secret.
    """

    keys: PollKeys
    tickets: list[bytes]
    station_tickets: list[bytes]

    def __repr__(self) -> str:
        return f"PreparedPoll(poll={self.keys.poll}, slips={len(self.tickets)})"


def prepare_poll(request: PollRequest, seed: bytes) -> PreparedPoll:
    """Make fresh tickets for a request and the poll's board key out of the 16-byte seed.

    Called again, it makes another whole set of slips for the same board key ("In lại cả bộ", DESIGN §4.2).
    """
    tickets = slips.new_tickets(request.slips)
    stations = slips.new_tickets(request.stations)
    answer = PollKeys(
        poll=request.poll,
        request_digest=request.digest,
        board_key=keys.board_key(seed, request.poll).public_key().public_bytes_raw(),
        slots=tuple(sorted(slips.public_key(ticket, request.poll) for ticket in tickets)),
        station_keys=tuple(slips.public_key(ticket, request.poll, slips.STATION) for ticket in stations),
    )
    return PreparedPoll(answer, tickets, stations)
