"""The opening in words: what the board reads aloud and copies into the minutes."""

from collections.abc import Sequence
from typing import Any

from guong.core import crockford
from guong.core.secrecy.opening import Opening, count_as_data
from guong.core.tally import SubjectCount


def seal_code(opening: Opening) -> str:
    """Return the mã niêm phong: sixteen digits of the list of phone ballots (formats §8)."""
    return crockford.sixteen_digits(opening.box.list_digest)


def result_code(opening: Opening) -> str:
    """Return the mã kết quả: sixteen digits of the opening digest (formats §10)."""
    return crockford.sixteen_digits(opening.digest)


def count_line(count: SubjectCount) -> str:
    """Return one subject's envelopes in one sentence; nothing of the answers."""
    where = f"{count.device} phiếu trên thiết bị, {count.paper} phiếu giấy"
    if count.state == "opened":
        return f"đã mở {count.opened} phiếu ({where}): {count.valid} hợp lệ, {count.invalid} không hợp lệ"
    return f"không mở vì chỉ có {count.opened} phiếu ({where})"


def round_summary_text(openings: Sequence[Opening], code: str) -> str:
    """Return ``tom-tat.txt`` of boxes opened together: the common code, then each box's codes; no marks, no remarks."""
    lines = ["KẾT QUẢ MỞ HÒM PHIẾU", "", f"Số hòm phiếu đã mở: {len(openings)}", f"Mã kết quả chung: {code}"]
    for opening in openings:
        definition = opening.box.definition
        names = {subject.key: subject.name for subject in definition.subjects}
        lines += [
            "",
            f"{definition.unit} (mã hội nghị {definition.poll})",
            f"  Mã niêm phong: {seal_code(opening)}",
            f"  Mã kết quả: {result_code(opening)}",
            *(f"  {names[count.subject]}: {count_line(count)}." for count in opening.counts),
        ]
    lines += [
        "",
        "Việc tiếp theo: chạy chương trình kiểm tra độc lập trên máy thứ hai với các hòm phiếu này, đối chiếu mã kết quả chung;",
        "nhập thư mục results vào máy chủ; in các tệp trong archive-keys, niêm phong cùng phiếu giấy rồi xoá thư mục đó.",
    ]
    return "\n".join([*lines, ""])


def summary_text(opening: Opening) -> str:
    """Return ``tom-tat.txt``: codes and envelope counts; no marks, no remarks."""
    definition = opening.box.definition
    names = {subject.key: subject.name for subject in definition.subjects}
    lines = [
        "KẾT QUẢ MỞ HÒM PHIẾU",
        "",
        f"Hội nghị: {definition.title}",
        f"Đơn vị: {definition.unit}",
        f"Mã hội nghị: {definition.poll}",
        "",
        f"Mã niêm phong: {seal_code(opening)}",
        f"Mã kết quả: {result_code(opening)}",
        f"Mã kết quả đầy đủ: {opening.digest.hex()}",
        "",
        *(f"{names[count.subject]}: {count_line(count)}." for count in opening.counts),
        "",
        "Việc tiếp theo: chạy chương trình kiểm tra độc lập trên máy thứ hai, đối chiếu mã kết quả;",
        "nhập result.json vào máy chủ; in archive-key.txt, niêm phong cùng phiếu giấy rồi xoá tệp archive-key.txt.",
    ]
    return "\n".join([*lines, ""])


def opening_as_data(opening: Opening) -> dict[str, Any]:
    """Return what `--json` prints: codes and counts per subject, no remarks."""
    return {
        "poll": opening.box.definition.poll,
        "seal_code": seal_code(opening),
        "result_code": result_code(opening),
        "opening_digest": opening.digest.hex(),
        "subjects": [count_as_data(count, remarks=False) for count in opening.counts],
    }
