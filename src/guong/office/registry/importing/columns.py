"""The sheets of the register's workbook and their columns: one definition for template, reading and errors."""

from dataclasses import dataclass

SAMPLE = "VÍ DỤ"  # stands in the code column of the template's sample rows, which are never imported
CHOICES_SHEET = "Lựa chọn"  # the template's hidden sheet, never read
ROW_LIMIT = 5000


@dataclass(frozen=True)
class Column:
    """A column: the name for programs, the heading, what the sample row shows, and its width in characters.

    ``aliases`` are other wordings that offices use; they are suggested, not taken for granted.
    """

    key: str
    heading: str
    sample: str
    width: int
    required: bool = True
    choices: tuple[str, ...] = ()
    hint: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetForm:
    """A sheet of the workbook."""

    key: str
    name: str
    columns: tuple[Column, ...]

    def column(self, key: str) -> Column:
        """Return a column by its name for programs."""
        return next(column for column in self.columns if column.key == key)

    @property
    def required(self) -> tuple[Column, ...]:
        """The columns without which the sheet can't be read."""
        return tuple(column for column in self.columns if column.required)


LEVELS = ("Mầm non", "Tiểu học", "THCS", "Phường, xã", "Quận, huyện")
OWNERSHIPS = ("Công lập", "Ngoài công lập")
EMPLOYMENTS = ("Biên chế", "Hợp đồng")
CATEGORIES = (
    "Cán bộ quản lý",
    "Giáo viên",
    "Nhân viên",
    "Cán bộ, công chức",
    "Viên chức, người lao động khác",
)
OFFICE_CLASS = "Cán bộ, công chức, viên chức, người lao động cơ quan phường"
WARD_CLASSES = (
    "Uỷ viên Ban Chấp hành Đảng bộ phường",
    OFFICE_CLASS,
    "Bí thư chi bộ trực thuộc",
    "Tổ trưởng tổ dân phố",
    "Trưởng ban công tác mặt trận tổ dân phố",
)
YES_NO = ("Có", "Không")
_CODE_HINT = "Chỉ cần ghi khi trong đơn vị có người trùng họ tên."
_UNIT = ("Mã trường", "Mã phường", "Mã ĐV", "Đơn vị", "Mã số đơn vị")
_NAME = ("Họ tên", "Họ và tên cán bộ", "Tên cán bộ", "Họ và tên giáo viên, nhân viên")
_CODE = ("Mã CB", "Mã số", "Mã GV", "Số hiệu", "Mã nhân viên")


def _code() -> Column:
    return Column("code", "Mã cán bộ", "", 14, required=False, hint=_CODE_HINT, aliases=_CODE)


UNITS = SheetForm(
    "units",
    "Đơn vị",
    (
        Column("unit", "Mã đơn vị", SAMPLE, 16, hint="Mỗi đơn vị một mã, ví dụ TH-01.", aliases=_UNIT),
        Column(
            "name",
            "Tên đơn vị",
            "Trường Tiểu học Hoa Sen",
            42,
            aliases=("Tên trường", "Trường", "Tên phường"),
        ),
        Column("level", "Cấp", "Tiểu học", 16, choices=LEVELS, aliases=("Cấp học", "Bậc học", "Loại trường")),
        Column(
            "parent",
            "Mã đơn vị cấp trên",
            "",
            22,
            required=False,
            hint="Đảng uỷ phường mà chi bộ trực thuộc. Để trống: thuộc cơ quan của đồng chí.",
            aliases=("Trực thuộc", "Đơn vị cấp trên", "Đảng uỷ cấp trên"),
        ),
        Column(
            "public",
            "Loại hình",
            "Công lập",
            18,
            required=False,
            choices=OWNERSHIPS,
            hint="Để trống: công lập.",
            aliases=("Công lập", "Loại hình trường"),
        ),
        Column(
            "ward",
            "Mã phường nơi đóng",
            "",
            22,
            required=False,
            hint="Chỉ ghi khi đơn vị không trực thuộc phường nơi mình đóng.",
            aliases=("Địa bàn", "Phường nơi đóng"),
        ),
    ),
)
HEADS = SheetForm(
    "heads",
    "Người đứng đầu",
    (
        Column("unit", "Mã đơn vị", SAMPLE, 16, aliases=_UNIT),
        Column("name", "Họ và tên", "Trần Thị Hoa Mai", 32, aliases=_NAME),
        Column("title", "Chức vụ", "Bí thư chi bộ, Hiệu trưởng", 34, aliases=("Chức danh", "Giữ chức vụ")),
        Column(
            "since",
            "Giữ chức từ ngày",
            "15/8/2021",
            20,
            hint="Ngày/tháng/năm, theo quyết định bổ nhiệm.",
            aliases=("Ngày bổ nhiệm", "Ngày giữ chức", "Từ ngày", "Thời điểm bổ nhiệm"),
        ),
        _code(),
        Column(
            "until",
            "Giữ chức đến ngày",
            "",
            20,
            required=False,
            hint="Để trống: đang giữ chức.",
            aliases=("Đến ngày", "Ngày thôi giữ chức"),
        ),
    ),
)
STAFF = SheetForm(
    "staff",
    "Danh sách cán bộ",
    (
        Column("unit", "Mã đơn vị", SAMPLE, 16, aliases=_UNIT),
        _code(),
        Column("name", "Họ và tên", "Lê Văn Sông Thao", 32, aliases=_NAME),
        Column(
            "position",
            "Chức vụ, công việc",
            "Giáo viên",
            30,
            aliases=("Chức vụ", "Chức danh", "Công việc", "Nhiệm vụ"),
        ),
        Column(
            "employment",
            "Hình thức lao động",
            "Biên chế",
            22,
            choices=EMPLOYMENTS,
            aliases=("Biên chế/Hợp đồng", "Loại hợp đồng", "Diện lao động", "Loại lao động"),
        ),
        Column("member", "Đảng viên", "Có", 14, choices=YES_NO, aliases=("Là đảng viên", "ĐV", "Đảng")),
        Column(
            "category",
            "Loại cán bộ",
            "Giáo viên",
            26,
            required=False,
            choices=CATEGORIES,
            hint="Để trống: chương trình xếp theo chức vụ, công việc.",
            aliases=("Nhóm", "Đối tượng"),
        ),
    ),
)
WARDS = SheetForm(
    "wards",
    "Thành phần phường",
    (
        Column("unit", "Mã đơn vị", SAMPLE, 16, aliases=_UNIT),
        _code(),
        Column("name", "Họ và tên", "Đỗ Văn Bến Nghé", 32, aliases=_NAME),
        Column(
            "class",
            "Thành phần",
            "Tổ trưởng tổ dân phố",
            44,
            choices=WARD_CLASSES,
            hint="Một người thuộc hai thành phần: ghi hai dòng; chương trình tính một người.",
            aliases=("Thuộc thành phần", "Đối tượng", "Nhóm", "Diện"),
        ),
        Column("position", "Chức vụ", "", 34, required=False, aliases=("Chức vụ, công việc", "Chức danh")),
        Column(
            "area",
            "Tổ dân phố, chi bộ",
            "Tổ dân phố số 5",
            26,
            required=False,
            aliases=("Tổ dân phố", "Chi bộ", "Tổ", "Khu dân cư"),
        ),
        Column(
            "employment",
            "Hình thức lao động",
            "",
            22,
            required=False,
            choices=EMPLOYMENTS,
            hint="Chỉ ghi cho người của cơ quan phường. Để trống: biên chế.",
            aliases=("Biên chế/Hợp đồng", "Loại hợp đồng"),
        ),
    ),
)
SHEETS = (UNITS, HEADS, STAFF, WARDS)
