"""equations.json: the reconciliation of numbers counted by hand with the box (formats §12)."""

from guong.verify.counts import Counts, SubjectCounts
from guong.verify.definitions import Poll
from guong.verify.strict import Fault, Json, count, exact, listing, printable, read_canonical, record, text

TOTALS = (
    "roll", "signatures", "printed", "drawn", "left_over", "paper_sets",
    "exchanged", "spoiled", "replaced", "not_returned", "device",
)  # fmt: skip
SIGNERS = 2


def check_equations(data: bytes, poll: Poll, counts: Counts) -> int:
    """Check all six equations; gives the number of explained mismatches. Refuses a mismatch without an
    explanation of its exact difference (left side minus right side), an explanation of an equation that
    holds or of equations 4 to 6, and numbers that differ from counts.json."""
    top = record(
        read_canonical(data), "bảng đối chiếu", "format", "poll", "explanations", "subjects", *TOTALS
    )  # fmt: skip
    exact(top["format"], "guong/equations/v1", "bảng đối chiếu, format")
    exact(top["poll"], poll.key, "bảng đối chiếu, poll")
    totals = {name: count(top[name], f"bảng đối chiếu, {name}") for name in TOTALS}
    if totals["device"] != counts.device:
        raise Fault(
            f"bảng đối chiếu ghi {totals['device']} phiếu điện thoại, bảng số liệu ghi {counts.device}"
        )
    explained = _read_explanations(top["explanations"])
    _check_explained(totals, explained)
    _check_limits(totals)
    values = listing(top["subjects"], "bảng đối chiếu, subjects")
    if len(values) != len(counts.subjects):
        raise Fault("bảng đối chiếu không đủ người được góp ý")
    for value, subject in zip(values, counts.subjects, strict=True):
        _check_subject(value, subject, totals["paper_sets"])
    return len(explained)


def _check_explained(totals: dict[str, int], explained: dict[int, int]) -> None:
    differences = {
        1: totals["signatures"]
        - (totals["drawn"] + totals["paper_sets"] - totals["exchanged"] - totals["replaced"]),
        2: totals["printed"] - (totals["drawn"] + totals["left_over"]),
        3: totals["drawn"]
        - (totals["device"] + totals["exchanged"] + totals["spoiled"] + totals["not_returned"]),
    }
    for equation, difference in differences.items():
        if difference == explained.get(equation, 0):
            continue
        if equation in explained:
            raise Fault(
                f"đẳng thức {equation} lệch {difference}, nhưng giải trình ghi lệch {explained[equation]}"
            )
        raise Fault(f"đẳng thức {equation} lệch {difference} mà không có giải trình")


def _check_limits(totals: dict[str, int]) -> None:
    if totals["signatures"] > totals["roll"]:
        raise Fault(f"{totals['signatures']} chữ ký nhận nhiều hơn {totals['roll']} người trong danh sách")
    if totals["replaced"] > totals["spoiled"]:
        raise Fault(f"{totals['replaced']} thẻ đổi lại nhiều hơn {totals['spoiled']} thẻ hỏng")


def _check_subject(value: Json, counted: SubjectCounts, paper_sets: int) -> None:
    where = f"bảng đối chiếu của {counted.subject}"
    names = ("paper_sheets", "opened") + (() if counted.valid is None else ("valid", "invalid"))
    fields = record(value, where, "subject", *names)
    exact(fields["subject"], counted.subject, f"{where}, subject")
    numbers = {name: count(fields[name], f"{where}, {name}") for name in names}
    wanted = {"paper_sheets": counted.paper, "opened": counted.opened}
    if counted.valid is not None and counted.invalid is not None:
        wanted |= {"valid": counted.valid, "invalid": counted.invalid}
    for name in names:
        if numbers[name] != wanted[name]:
            raise Fault(f"{where}: {name} ghi {numbers[name]}, bảng số liệu ghi {wanted[name]}")
    if numbers["paper_sheets"] > paper_sets:
        raise Fault(f"{where}: {numbers['paper_sheets']} tờ phiếu giấy nhiều hơn {paper_sets} bộ đã phát")


def _read_explanations(value: Json) -> dict[int, int]:
    explained: dict[int, int] = {}
    for item in listing(value, "giải trình"):
        line = record(item, "giải trình", "equation", "difference", "text", "signed_by")
        equation, difference = line["equation"], line["difference"]
        if isinstance(equation, bool) or not isinstance(equation, int) or equation not in (1, 2, 3):
            raise Fault("chỉ được giải trình chênh lệch ở đẳng thức 1, 2 và 3")
        if isinstance(difference, bool) or not isinstance(difference, int) or difference == 0:
            raise Fault(f"giải trình cho đẳng thức {equation} phải ghi rõ số chênh lệch")
        signers = {text(name, "signed_by").strip() for name in listing(line["signed_by"], "signed_by")} - {""}
        if len(signers) < SIGNERS or not text(line["text"], "text").strip():
            raise Fault(f"giải trình cho đẳng thức {equation} phải có lời và chữ ký của ít nhất hai người")
        if equation in explained:
            raise Fault(f"đẳng thức {printable(str(equation))} có hai giải trình")
        explained[equation] = difference
    return explained
