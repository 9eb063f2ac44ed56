"""What was checked, and the two ways of printing it (DESIGN §10)."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from guong.verify.strict import Fault, Json, canonical, printable, sha256, sixteen_digits

Result = TypeVar("Result")


@dataclass(frozen=True)
class Check:
    """One check: a stable name (`7K3M9QXT2A.signatures`), whether it holds, a Vietnamese sentence."""

    name: str
    ok: bool
    detail: str


@dataclass(frozen=True)
class PollResult:
    """The poll key and the digest of its opening; None where nothing told it (a box without keys). `unit` as printed."""

    poll: str
    opening_digest: bytes | None
    unit: str = ""

    @property
    def code(self) -> str | None:
        """Mã kết quả: sixteen digits of the opening digest (formats §10)."""
        return None if self.opening_digest is None else sixteen_digits(self.opening_digest)


@dataclass
class Report:
    """Collects checks in the order in which they were made."""

    code: str | None = None
    checks: list[Check] = field(default_factory=list)
    not_checked: list[str] = field(default_factory=list)
    polls: list[PollResult] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """True if at least one check was made and every check holds."""
        return bool(self.checks) and all(check.ok for check in self.checks)

    @property
    def round_code(self) -> str | None:
        """Mã kết quả chung: sixteen digits of the list of all results (formats §10); None without a result."""
        results: dict[str, Json] = {
            found.poll: found.opening_digest.hex() for found in self.polls if found.opening_digest
        }
        if not results:
            return None
        entries: list[Json] = [
            {"opening_digest": digest, "poll": poll} for poll, digest in sorted(results.items())
        ]
        return sixteen_digits(sha256(canonical({"format": "guong/round-opening/v1", "results": entries})))

    def passed(self, name: str, detail: str) -> None:
        """Note a check that holds."""
        self.checks.append(Check(name, True, detail))

    def failed(self, name: str, detail: str) -> None:
        """Note a check that does not hold; `detail` says what is wrong and what to do."""
        self.checks.append(Check(name, False, detail))

    def attempt(
        self,
        name: str,
        about: str,
        holds: str | Callable[[Result], str],
        advice: str,
        act: Callable[[], Result],
    ) -> Result | None:
        """Run `act`. If it returns, note what `holds` (told from its result) of `about`; if it refuses,
        note its fault and `advice`, and give None."""
        try:
            result = act()
        except Fault as fault:
            self.failed(name, f"{about}: {fault}. {advice}")
            return None
        sentence = holds if isinstance(holds, str) else holds(result)
        self.passed(name, f"{about}: {sentence}")
        return result

    def as_json(self) -> str:
        """The one object of `--json`."""
        return json.dumps(
            {
                "ok": self.ok,
                "code": self.code,
                "checks": [
                    {"name": check.name, "ok": check.ok, "detail": check.detail} for check in self.checks
                ],
                "not_checked": self.not_checked,
                "polls": [
                    {
                        "poll": poll.poll,
                        "opening_digest": poll.opening_digest.hex() if poll.opening_digest else None,
                        "result_code": poll.code,
                    }
                    for poll in self.polls
                ],
                "round_code": self.round_code,
            },
            ensure_ascii=False,
        )

    def as_lines(self) -> list[str]:
        """Vietnamese, one line a check, the verdict last."""
        lines = [] if self.code is None else [f"Mã hồ sơ: {self.code}"]
        lines += [f"{'✓' if check.ok else '✗'} {check.detail}" for check in self.checks]
        lines += [f"• Chưa kiểm: {sentence}" for sentence in self.not_checked]
        opened = [poll for poll in self.polls if poll.opening_digest is not None]
        lines += [_result_line(poll) for poll in opened]
        if len(opened) > 1:
            lines.append(f"MÃ KẾT QUẢ CHUNG của {len(opened)} hòm phiếu: {self.round_code}")
        return [*lines, self._verdict()]

    def _verdict(self) -> str:
        failed = sum(not check.ok for check in self.checks)
        if not self.ok:
            return (
                f"KẾT LUẬN: KHÔNG ĐẠT ({failed} trên {len(self.checks)} mục không khớp). "
                "Không dùng hồ sơ này để công bố; giữ nguyên các tệp và báo tổ kiểm phiếu."
            )
        if self.not_checked:
            return (
                f"KẾT LUẬN: ĐẠT ở {len(self.checks)} mục đã kiểm; "
                f"còn {len(self.not_checked)} phần chưa kiểm, ghi ở trên."
            )
        return f"KẾT LUẬN: ĐẠT. Cả {len(self.checks)} mục đều khớp."


def _result_line(poll: PollResult) -> str:
    digest = poll.opening_digest.hex() if poll.opening_digest else ""
    unit = f" ({printable(poll.unit)})" if poll.unit else ""
    return f"Cuộc {poll.poll}{unit}: mã kết quả {poll.code} (đầy đủ: {digest})"
