"""In the hall after casting: hand counts, leftover slips, scanned sheets, the sealed box."""

from collections.abc import Sequence
from dataclasses import replace

from guong.core import ballot, crockford
from guong.core.ballot import Part
from guong.core.poll import PollDefinition
from guong.core.secrecy import envelope, slips
from guong.demo.conference import Held
from guong.demo.filled_sheets import PaperSheet
from guong.demo.outcomes import DemoStopped, granted
from guong.demo.paper_figures import PaperFigures
from guong.demo.parties import COUNTERS, TYPISTS
from guong.demo.scanning import scan_sheets
from guong.demo.world import World
from guong.office.conferences import selectors as conferences
from guong.office.counting import services
from guong.office.paperdesk import selectors as desk
from guong.office.paperdesk import services as paperdesk
from guong.office.paperdesk.outcomes import InvalidReason

_DIFFER = 1  # cells of the first sheet on which the two typists differed at first


def count_in_hall(world: World, held: Held) -> Held:
    """Type both hand counts, check leftover slips, read the scanned sheets, seal the box, read out its code."""
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
    paper = _enter_sheets(world, held) if held.hall.paper_sets else held.paper
    sealed = granted(services.seal_box(conference=conference, actor=actor))
    code = crockford.sixteen_digits(sealed.list_digest)
    return replace(held, scans={}, seal_code=code, paper=paper)


def _enter_sheets(world: World, held: Held) -> PaperFigures:
    """Count the sheets of each subject, then take what was scanned, and key in what no machine could read."""
    conference = held.ready.conference
    definition = conferences.definition_of(conference)
    if definition is None:
        raise DemoStopped("the poll has no definition")
    granted(paperdesk.name_typists(conference=conference, first_typist=TYPISTS[0], second_typist=TYPISTS[1]))
    figures = held.paper
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
        if subject in held.scans:
            stack = held.scans[subject].result()
            found, aside = scan_sheets(world, held.ready, subject, stack)
            _key_in(held, definition, aside)
            figures += found
    return figures


def _key_in(held: Held, definition: PollDefinition, sheets: Sequence[PaperSheet]) -> None:
    """Do what the paper desk's page does for each agreed sheet: seal it with the station's card, send it."""
    for place, sheet in enumerate(sheets):
        invalid = None if sheet.is_stamped else InvalidReason.NO_STAMP
        _put(held, definition, sheet.part, invalid, differences=0 if place else _DIFFER)


def _put(
    held: Held,
    definition: PollDefinition,
    part: Part,
    invalid: InvalidReason | None,
    *,
    differences: int,
) -> None:
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
