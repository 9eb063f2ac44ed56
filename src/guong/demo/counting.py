"""In the hall after casting: hand counts, leftover slips, double entry of the sheets, the sealed box."""

from dataclasses import replace

from guong.core import ballot, crockford
from guong.core.ballot import Part
from guong.core.poll import PollDefinition
from guong.core.secrecy import envelope, slips
from guong.demo.answers import empty_answer
from guong.demo.conference import Held
from guong.demo.outcomes import DemoStopped, granted
from guong.demo.parties import COUNTERS, TYPISTS
from guong.demo.scanning import scan_sheets
from guong.demo.world import World
from guong.office.conferences import selectors as conferences
from guong.office.counting import services
from guong.office.paperdesk import selectors as desk
from guong.office.paperdesk import services as paperdesk
from guong.office.paperdesk.outcomes import InvalidReason

_DIFFER = 1  # cells of the first sheet on which the two typists differed at first

Sheet = tuple[Part, InvalidReason | None]


def count_in_hall(world: World, held: Held, *, by_scanner: bool = False) -> Held:
    """Type both hand counts, check leftover slips, key the paper sheets in or scan them, seal the box, read out its code."""
    conference, poll = held.ready.conference, held.ready.request.poll
    actor = world.counting_officer
    for typist, name in enumerate(COUNTERS, start=1):
        granted(
            services.type_hand_count(
                conference=conference,
                typist=typist,
                typist_name=name,
                count=held.hall.counted_by_hand,
            )
        )
    for ticket in held.hall.box_of_slips:
        code = "".join(slips.printed_groups(ticket, poll))
        granted(services.check_left_over(conference=conference, typed_code=code))
    if held.hall.paper_sets:
        _enter_sheets(world, held, by_scanner=by_scanner)
    sealed = granted(services.seal_box(conference=conference, actor=actor))
    return replace(held, seal_code=crockford.sixteen_digits(sealed.list_digest))


def _enter_sheets(world: World, held: Held, *, by_scanner: bool) -> None:
    """Count the sheets of each subject, then scan them or key them in."""
    conference = held.ready.conference
    definition = conferences.definition_of(conference)
    if definition is None:
        raise DemoStopped("the poll has no definition")
    granted(paperdesk.name_typists(conference=conference, first_typist=TYPISTS[0], second_typist=TYPISTS[1]))
    for subject in held.ready.subjects:
        granted(
            paperdesk.count_sheets(
                actor=world.counting_officer,
                conference=conference,
                subject_key=subject,
                counted=held.hall.sheets_in_box(subject),
                counters=COUNTERS,
            )
        )
        if by_scanner and held.hall.sheets_in_box(subject):
            scan_sheets(world, held, subject)
        else:
            _key_in(held, definition, subject)


def _key_in(held: Held, definition: PollDefinition, subject: str) -> None:
    """Do what the paper desk's page does for each agreed sheet: seal it with the station's card, send it."""
    for place, sheet in enumerate(_sheets(held, subject)):
        _put(held, definition, sheet, differences=0 if place else _DIFFER)


def _sheets(held: Held, subject: str) -> list[Sheet]:
    found: list[Sheet] = [(part, None) for part in held.hall.sheets[subject]]
    empty = empty_answer(conferences.form_of(held.ready.conference), subject)
    return found + [(empty, InvalidReason.NO_STAMP)] * held.hall.unstamped[subject]


def _put(held: Held, definition: PollDefinition, sheet: Sheet, *, differences: int) -> None:
    part, invalid = sheet
    conference = held.ready.conference
    slot_key = desk.any_free_slot(conference, part.subject)
    if slot_key is None:
        raise DemoStopped("no paper slot is free")
    card = held.ready.secrets.station_tickets[0]
    plaintext = ballot.encode(
        definition.poll, [part], conferences.form_of(conference), subjects=len(definition.subjects)
    )
    signer = slips.signing_key(card, definition.poll, slips.STATION)
    granted(
        paperdesk.put_sheet(
            conference=conference,
            subject_key=part.subject,
            slot_key=slot_key,
            envelope=envelope.seal(definition, slot_key, plaintext, signer),
            invalid=invalid,
            differences=differences,
        )
    )
