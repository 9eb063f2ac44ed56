"""From the hand count to the destroyed keys, through the office's services and the board's two programs."""

import io
import json
import shutil
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from guong.ceremony.opening import ARCHIVE, ARCHIVE_KEY, RESULT, open_to_folder
from guong.core import ballot, crockford
from guong.core.ballot import Part
from guong.core.poll import PollDefinition
from guong.core.questionnaire import official
from guong.core.secrecy import envelope, slips
from guong.demo.answers import empty_answer
from guong.demo.conference import BOARD, Prepared
from guong.demo.hall import Hall
from guong.demo.outcomes import DemoStopped, granted
from guong.office.accounts.models import User
from guong.office.conferences import selectors as conferences
from guong.office.counting import services
from guong.office.counting.folders import folder_of
from guong.office.paperdesk import selectors as desk
from guong.office.paperdesk import services as paperdesk
from guong.office.paperdesk.outcomes import InvalidReason
from guong.verify import command as verify

TYPISTS = ("Trần Thu Oanh", "Lê Đình Khải")
COUNTERS = ("Bùi Ngọc Thảo", "Dương Gia Hiếu")


@dataclass(frozen=True)
class Opened:
    """An opened box: its digest, what the second program says, and the two codes."""

    digest: bytes
    verified: str


def count_in_hall(*, actor: User, prepared: Prepared, hall: Hall, box: Path) -> None:
    """Type both hand counts, check leftover slips, key the paper sheets in, seal, write the box file."""
    conference, poll = prepared.conference, prepared.request.poll
    for typist, name in enumerate(COUNTERS, start=1):
        granted(
            services.type_hand_count(
                conference=conference, typist=typist, typist_name=name, count=hall.counted_by_hand
            )
        )
    for ticket in hall.box_of_slips:
        code = "".join(slips.printed_groups(ticket, poll))
        granted(services.check_left_over(conference=conference, typed_code=code))
    _key_in_sheets(actor=actor, prepared=prepared, hall=hall)
    sealed = granted(services.seal_box(conference=conference, actor=actor))
    box.parent.mkdir(parents=True, exist_ok=True)
    box.write_bytes(sealed.raw)


def open_and_import(*, actor: User, prepared: Prepared, box: Path, keys: Sequence[Path], out: Path) -> Opened:
    """Open the box with two keys, have the independent program open it too, import what both agree on."""
    shares = [path.read_text(encoding="utf-8") for path in keys]
    opening = granted(open_to_folder(box=box, shares=shares, out=out))
    verified = _verified_digest(box, keys)
    codes = (crockford.sixteen_digits(opening.digest), crockford.sixteen_digits(bytes.fromhex(verified)))
    granted(
        services.import_opening(
            conference=prepared.conference,
            result=(out / RESULT).read_bytes(),
            archive=(out / ARCHIVE).read_bytes(),
            confirmers=(BOARD[0].full_name, BOARD[1].full_name),
            codes=codes,
            same_machine=True,
            actor=actor,
        )
    )
    return Opened(opening.digest, verified)


def finish(*, actor: User, prepared: Prepared, bundle: Path) -> str:
    """Make the bundle, hand a copy to ``bundle``, have the keys destroyed; returns the code that the minutes print."""
    built = granted(services.build_bundle(conference=prepared.conference, actor=actor))
    shutil.copytree(folder_of(prepared.conference), bundle)
    granted(
        services.destroy_keys(
            conference=prepared.conference,
            keys_destroyed=3,
            head_name=BOARD[0].full_name,
            witness_name=BOARD[3].full_name,
            actor=actor,
        )
    )
    return str(built.code)


def verify_all(bundle: Path, code: str, keys: Sequence[Path], opening: Path) -> None:
    """Have the independent program check everything it can: with keys and with the archive's key."""
    archive_key = str(opening / ARCHIVE_KEY)
    run_verify([str(bundle), "--expect", code, *_key_arguments(keys), "--archive-key", archive_key])


def run_verify(arguments: list[str]) -> dict[str, object]:
    """Run the independent program with ``--json``; raises DemoStopped unless everything holds."""
    said = io.StringIO()
    with redirect_stdout(said):
        code = verify.main([*arguments, "--json"])
    report: dict[str, object] = json.loads(said.getvalue())
    if code:
        raise DemoStopped(f"guong verify: {said.getvalue()}")
    return report


def _verified_digest(box: Path, keys: Sequence[Path]) -> str:
    found = run_verify(["--box", str(box), *_key_arguments(keys)])["polls"]
    if not isinstance(found, list):
        raise DemoStopped("guong verify named no poll")
    return str(found[0]["opening_digest"])


def _key_arguments(keys: Sequence[Path]) -> list[str]:
    return [word for path in keys for word in ("--key", str(path))]


def _key_in_sheets(*, actor: User, prepared: Prepared, hall: Hall) -> None:
    """Do what the paper desk's page does for each agreed sheet: seal it with the station's card, send it."""
    conference = prepared.conference
    definition = conferences.definition_of(conference)
    if definition is None:
        raise DemoStopped("the poll has no definition")
    granted(paperdesk.name_typists(conference=conference, first_typist=TYPISTS[0], second_typist=TYPISTS[1]))
    for place, subject in enumerate(definition.subjects):
        granted(
            paperdesk.count_sheets(
                actor=actor,
                conference=conference,
                subject_key=subject.key,
                counted=hall.sheets_in_box,
                counters=COUNTERS,
            )
        )
        sheets: list[tuple[Part, InvalidReason | None]] = [(sheet[place], None) for sheet in hall.sheets]
        empty = empty_answer(official(conference.questionnaire_key), subject.key)
        sheets += [(empty, InvalidReason.NO_STAMP)] * hall.unstamped
        for sheet in sheets:
            _put(prepared, definition, sheet)


def _put(prepared: Prepared, definition: PollDefinition, sheet: tuple[Part, InvalidReason | None]) -> None:
    part, invalid = sheet
    conference = prepared.conference
    slot_key = desk.any_free_slot(conference, part.subject)
    if slot_key is None:
        raise DemoStopped("no paper slot is free")
    signer = slips.signing_key(prepared.secrets.station_tickets[0], definition.poll, slips.STATION)
    form = official(conference.questionnaire_key)
    plaintext = ballot.encode(definition.poll, [part], form, subjects=len(definition.subjects))
    granted(
        paperdesk.put_sheet(
            conference=conference,
            subject_key=part.subject,
            slot_key=slot_key,
            envelope=envelope.seal(definition, slot_key, plaintext, signer),
            invalid=invalid,
        )
    )
