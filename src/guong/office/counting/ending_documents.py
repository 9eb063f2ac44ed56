"""What the minutes of an opening day's end say: keys destroyed, archive sealed, ballots destroyed months later."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from guong.core.documents.archive_lists import KeptDossier, KeptThing
from guong.core.documents.archive_sealing_minutes import ArchiveSealingMinutes, Parcel
from guong.core.documents.ballot_destruction_minutes import BallotDestructionMinutes
from guong.core.documents.key_destruction_minutes import DestroyedSet, KeyDestructionMinutes, KeyEnvelopeEnd
from guong.core.documents.parties import Person
from guong.office.counting import selectors
from guong.office.counting.day_parties import letterhead, officials, printed_unit, rule_set
from guong.office.counting.details import ArchiveSealing, BallotsEnd, KeysEnd, KeySetUsed
from guong.office.counting.selectors import BoxLine, DayView


def key_destruction_of(view: DayView, said: KeysEnd, sets: Sequence[KeySetUsed]) -> KeyDestructionMinutes:
    """Return what the minutes of the keys' end say."""
    units = {line.conference.key: printed_unit(view, line) for line in view.lines}
    return KeyDestructionMinutes(
        letterhead=letterhead(view, said.at.date()),
        at=said.at,
        place=view.day.place,
        round_name=view.day.name,
        officials=officials(view),
        sets=tuple(
            DestroyedSet(
                units=tuple(units[key] for key in entry.conference_keys),
                envelopes=tuple(
                    KeyEnvelopeEnd(Person(keeper.name, keeper.post), keeper.opened, keeper.name in said.lost)
                    for keeper in entry.keepers
                ),
            )
            for entry in sets
        ),
        way=said.way,
        inspection_body=said.inspection_body,
        copies=said.copies,
        rule_set=rule_set(view),
        same_machine=any(entry.same_machine for entry in view.intakes),
    )


def archive_sealing_of(view: DayView, said: ArchiveSealing) -> ArchiveSealingMinutes:
    """Return what the minutes of sealing the archive say."""
    return ArchiveSealingMinutes(
        letterhead=letterhead(view, said.at.date()),
        at=said.at,
        place=view.day.place,
        round_name=view.day.name,
        officials=officials(view),
        dossiers=_dossiers(view),
        parcels=tuple(Parcel(parcel.label, parcel.content, parcel.strips) for parcel in said.parcels),
        kept_at=said.kept_at,
        keeper=Person(said.keeper_name, said.keeper_post),
        keep_months=selectors.KEEP_MONTHS,
        opened_by_whom=said.opened_by_whom,
        copies=said.copies,
        rule_set=rule_set(view),
    )


def ballot_destruction_of(
    view: DayView, said: BallotsEnd, sealed: Mapping[str, Any]
) -> BallotDestructionMinutes:
    """Return what the minutes of the ballots' end say; ``sealed`` is what the archive's sealing said."""
    return BallotDestructionMinutes(
        letterhead=letterhead(view, said.began.date()),
        began=said.began,
        ended=said.ended,
        place=sealed["kept_at"],
        round_name=view.day.name,
        officials=officials(view),
        keeper=Person(sealed["keeper_name"], sealed["keeper_post"]),
        decision=said.decision,
        sealing=f"Biên bản niêm phong lưu trữ {sealed['printed_number']}",
        sealed_on=date.fromisoformat(sealed["sealed_on"]),
        keep_months=selectors.KEEP_MONTHS,
        parcels=len(sealed["parcels"]),
        dossiers=_dossiers(view),
        way=said.way,
        copies=said.copies,
        rule_set=rule_set(view),
    )


def _dossiers(view: DayView) -> tuple[KeptDossier, ...]:
    lines = [line for line in view.lines if line.may_open and line.digest]
    return tuple(KeptDossier(printed_unit(view, line), _things(line)) for line in lines)


def _things(line: BoxLine) -> tuple[KeptThing, ...]:
    hand = selectors.hand_count(line.conference)
    slips = hand.left_over + hand.exchanged + hand.spoiled if hand else 0
    return (
        KeptThing("Phiếu giấy", line.sheets, "phiếu"),
        KeptThing("Thẻ còn lại, thẻ đổi, thẻ hỏng", slips, "thẻ"),
        KeptThing("Tệp lưu kết quả", 1, "tệp"),
        KeptThing("Tờ chìa khoá tệp lưu", 1, "tờ"),
    )
