"""What a killed server, or a hand in the data folder, leaves between the rows of papers and their files."""

from guong.office.papers.archive import drop_left_ready, files_in_place
from guong.office.papers.models import PaperFile


def tidy_archive() -> int:
    """Delete what a killed server had laid ready and never filed; return how many files. For start-up."""
    return drop_left_ready()


def archive_findings() -> list[str]:
    """Return a sentence for the administrator about files without a row, and one about rows without a file."""
    there = files_in_place()  # before the rows, and lost ones after: a paper filed in between has both
    known = {f"{name}.{ending}" for name, ending in PaperFile.objects.values_list("name", "format")}
    findings = []
    if lost := known - files_in_place():
        findings.append(
            f"Kho văn bản thiếu {len(lost)} tệp có trong sổ. Đề nghị lấy lại thư mục papers từ bản sao lưu."
        )
    if strange := there - known:
        findings.append(
            f"Thư mục papers có {len(strange)} tệp không thuộc văn bản nào (máy chủ bị tắt ngang khi đang lưu, hoặc chép từ "
            f"nơi khác), ví dụ {min(strange)}. Đề nghị xem rồi chuyển đi nơi khác."
        )
    return findings
