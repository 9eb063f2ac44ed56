"""A round's opening day at the lead body: every step with its minutes, from the boxes' arrival to the sealed archive."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from guong.ceremony.opening_round import RESULTS
from guong.core.months import months_after
from guong.demo.clock import set_clock
from guong.demo.conference import Held
from guong.demo.opening import Opened, open_boxes
from guong.demo.outcomes import DemoStopped, granted
from guong.demo.papers import Shelf
from guong.demo.parties import BOARD, CLERK, HEAD, KEEPERS, OFFICIALS, RECEIVER, WITNESS
from guong.demo.world import World
from guong.office.counting import selectors, services
from guong.office.counting.details import (
    ArchiveSealing,
    BallotsEnd,
    BoxArrival,
    DayDetails,
    DaySeat,
    KeysEnd,
    KeySetUsed,
    OpeningRecord,
    Receipt,
    SealedParcel,
)
from guong.office.counting.models import OpeningDay
from guong.office.papers.models import Paper
from guong.office.plans.models import Round

_ARRIVE, _OPEN, _OPENED = time(8), time(8, 35), time(10, 15)
_BUNDLED, _DESTROYED, _SEALED = time(10, 25), time(10, 40), time(11)
_OFFICE = "Văn phòng Quận uỷ"
_DECISIONS = {
    "school_head": "Quyết định số 21-QĐ/BTG, ngày 20/11/2023 của Ban Tuyên giáo Quận uỷ",
    "ward_head": "Quyết định số 09-QĐ/BTG, ngày 22/4/2024 của Ban Tuyên giáo Quận uỷ",
}
_NAMES = {"school_head": "đợt các trường học", "ward_head": "đợt các phường"}


@dataclass
class Day:
    """An opening day in play; its papers go into ``folder``."""

    world: World
    round: Round
    shelf: Shelf
    folder: Path
    row: OpeningDay

    @classmethod
    def arrange(
        cls, world: World, of_round: Round, held: Sequence[Held], shelf: Shelf, folder: Path
    ) -> "Day":
        """Arrange the day of a round with its conferences and everybody present."""
        if of_round.opens_on is None:
            raise DemoStopped("the round has no opening day")
        set_clock(of_round.opens_on, _ARRIVE)
        row = granted(
            services.arrange_day(
                unit=world.body,
                conferences=[one.ready.conference for one in held],
                details=DayDetails(
                    name=f"{_NAMES[of_round.kind]} tháng {of_round.begins_on.month}/{of_round.begins_on.year}",
                    opens_on=of_round.opens_on,
                    opens_at=time(8, 30),
                    place=of_round.opening_place,
                    chair_name=OFFICIALS.chair_name,
                    clerk_name=OFFICIALS.clerk_name,
                    chair_post=OFFICIALS.chair_post,
                    clerk_post=OFFICIALS.clerk_post,
                ),
                people=[DaySeat(seat.role, seat.full_name, seat.organisation) for seat in BOARD],
                of_round=of_round,
                actor=world.counting_officer,
            )
        )
        return cls(world, of_round, shelf, folder, row)

    def receive(self, held: Sequence[Held], boxes: Path) -> None:
        """Compare every box's seal code with its hall minutes, hand all over, export them in one file."""
        arrivals = [
            BoxArrival(one.ready.conference.key, one.seal_code, HEAD, "Tổ trưởng tổ kiểm phiếu")
            for one in held
        ]
        actor = self.world.counting_officer
        for outcome in granted(services.receive_boxes(day=self.row, arrivals=arrivals, actor=actor)):
            granted(outcome)
        receipt = Receipt(
            at=self._at(_ARRIVE), receiver_name=RECEIVER[0], receiver_post=RECEIVER[1], kept_at=_OFFICE
        )
        self._keep(services.close_receiving(day=self.row, receipt=receipt, actor=actor), "bien-ban-ban-giao")
        boxes.parent.mkdir(parents=True, exist_ok=True)
        boxes.write_bytes(granted(services.export_boxes(day=self.row, actor=actor)))

    def open(self, boxes: Path, keys: Sequence[Path], out: Path) -> Opened:
        """Open with two programs; import everything once two members read the same common code."""
        self._set(_OPEN)
        opened = open_boxes(boxes, keys, out)
        actor = self.world.counting_officer
        self._set(_OPENED)
        done = granted(
            services.import_round(
                day=self.row,
                files={path.name: path.read_bytes() for path in (out / RESULTS).iterdir()},
                confirmers=(HEAD, CLERK),
                codes=opened.codes,
                same_machine=True,
                actor=actor,
            )
        )
        if done.stayed_out:
            raise DemoStopped(done.stayed_out[0].sentence)
        conferences = tuple(conference.key for conference in self.row.conferences.all())
        record = OpeningRecord(
            began=self._at(_OPEN),
            ended=self._at(_OPENED),
            key_sets=(KeySetUsed("Bộ chìa khoá của đợt", conferences, KEEPERS),),
        )
        self._keep(
            services.record_opening(day=self.row, opening=record, actor=actor), "bien-ban-mo-hom-phieu"
        )
        return opened

    def end(self, handed_over: Path) -> str:
        """Make the bundle, hand a copy to the inspection body, destroy the keys, seal the archive; returns the code."""
        actor = self.world.counting_officer
        self._set(_BUNDLED)
        built = granted(services.bundle_day(day=self.row, actor=actor))
        shutil.copytree(built.folder, handed_over, dirs_exist_ok=True)
        self._set(_DESTROYED)
        end = KeysEnd(
            at=self._at(_DESTROYED),
            way="cắt vụn từng tờ mã chìa khoá, xoá bộ nhớ máy",
            inspection_body="Uỷ ban Kiểm tra Quận uỷ",
            head_name=HEAD,
            witness_name=WITNESS,
        )
        destroyed = services.destroy_day_keys(day=self.row, end=end, others_have_own_keys=False, actor=actor)
        self._keep(destroyed, "bien-ban-huy-chia-khoa")
        self._set(_SEALED)
        parcels = (
            SealedParcel("Túi số 1", "Phiếu giấy của các hội nghị, theo từng đơn vị", 4),
            SealedParcel("Túi số 2", "Tệp lưu kết quả và tờ khoá của tệp", 2),
        )
        sealing = ArchiveSealing(
            at=self._at(_SEALED),
            parcels=parcels,
            kept_at=_OFFICE,
            keeper_name=RECEIVER[0],
            keeper_post=RECEIVER[1],
            opened_by_whom="Ban Thường vụ Quận uỷ",
        )
        sealed = services.seal_archive(day=self.row, sealing=sealing, actor=actor)
        self._keep(sealed, "bien-ban-niem-phong-luu-tru")
        return built.code

    def destroy_ballots(self) -> None:
        """Destroy what was sealed, by decision, a day after the six months are over."""
        day = months_after(self.row.opens_on, selectors.KEEP_MONTHS) + timedelta(days=1)
        set_clock(day, _DESTROYED)
        end = BallotsEnd(
            began=datetime.combine(day, _OPEN),
            ended=datetime.combine(day, _DESTROYED),
            decision=_DECISIONS[self.round.kind],
            way="cắt vụn bằng máy, giao huỷ thành bột giấy",
        )
        actor = self.world.counting_officer
        self._keep(services.destroy_ballots(day=self.row, end=end, actor=actor), "bien-ban-huy-phieu")

    def _keep(self, paper: object, name: str) -> None:
        filed = granted(paper)
        assert isinstance(filed, Paper)
        self.shelf.copy(self.world.counting_officer, filed, self.folder, name)

    def _set(self, hour: time) -> None:
        set_clock(self.row.opens_on, hour)

    def _at(self, hour: time) -> datetime:
        return datetime.combine(self.row.opens_on, hour)
