"""The three sheets of the register's workbook and their columns: one definition for template, reading and errors."""

from dataclasses import dataclass

SAMPLE = "VÍ DỤ"  # stands in the code column of the template's sample rows, which are never imported
ROW_LIMIT = 5000


@dataclass(frozen=True)
class Column:
    """A column: the name for programs, the heading, what the sample row shows, and its width in characters."""

    key: str
    heading: str
    sample: str
    width: int
    required: bool = True
    choices: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class SheetForm:
    """A sheet of the workbook."""

    key: str
    name: str
    columns: tuple[Column, ...]

    def column(self, key: str) -> Column:
        """Return a column by its name for programs."""
        return next(column for column in self.columns if column.key == key)


LEVELS = ("Mầm non", "Tiểu học", "THCS", "Phường, xã", "Quận, huyện")
EMPLOYMENTS = ("Biên chế", "Hợp đồng")
YES_NO = ("Có", "Không")
_CODE_HINT = "Chỉ cần ghi khi trong đơn vị có người trùng họ tên."

UNITS = SheetForm(
    "units",
    "Đơn vị",
    (
        Column("unit", "Mã đơn vị", SAMPLE, 16, hint="Mỗi đơn vị một mã, ví dụ TH-01."),
        Column("name", "Tên đơn vị", "Trường Tiểu học Hoa Sen", 42),
        Column("level", "Cấp", "Tiểu học", 16, choices=LEVELS),
        Column(
            "parent",
            "Mã đơn vị cấp trên",
            "",
            22,
            required=False,
            hint="Để trống: thuộc cơ quan của đồng chí.",
        ),
    ),
)
HEADS = SheetForm(
    "heads",
    "Người đứng đầu",
    (
        Column("unit", "Mã đơn vị", SAMPLE, 16),
        Column("name", "Họ và tên", "Trần Thị Hoa Mai", 32),
        Column("title", "Chức vụ", "Bí thư chi bộ, Hiệu trưởng", 34),
        Column(
            "since", "Giữ chức từ ngày", "15/08/2021", 20, hint="Ngày/tháng/năm, theo quyết định bổ nhiệm."
        ),
        Column("code", "Mã cán bộ", "", 14, required=False, hint=_CODE_HINT),
    ),
)
STAFF = SheetForm(
    "staff",
    "Danh sách cán bộ",
    (
        Column("unit", "Mã đơn vị", SAMPLE, 16),
        Column("code", "Mã cán bộ", "", 14, required=False, hint=_CODE_HINT),
        Column("name", "Họ và tên", "Lê Văn Sông Thao", 32),
        Column("position", "Chức vụ, công việc", "Giáo viên", 30),
        Column("employment", "Hình thức lao động", "Biên chế", 22, choices=EMPLOYMENTS),
        Column("member", "Đảng viên", "Có", 14, choices=YES_NO),
    ),
)
SHEETS = (UNITS, HEADS, STAFF)
