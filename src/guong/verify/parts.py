"""The folders of a bundle and their manifests (formats §11)."""

from dataclasses import dataclass
from pathlib import Path

from guong.verify.manifest import MANIFEST, Part, read_part
from guong.verify.report import Report
from guong.verify.strict import Fault, printable, sixteen_digits

COPY_AGAIN = "Hãy chép lại hồ sơ từ nơi lưu giữ rồi kiểm lại; nếu vẫn vậy, báo tổ kiểm phiếu."


@dataclass(frozen=True)
class Folders:
    """Where the parts are; `sealed` None when only the public part was given."""

    public: Path
    sealed: Path | None
    bundle: Path | None


def find_folders(folder: Path) -> Folders:
    """Tell a bundle from a public part alone; refuses a folder that is neither."""
    if (folder / "public").is_dir():
        sealed = folder / "sealed"
        return Folders(folder / "public", sealed if sealed.exists() or sealed.is_symlink() else None, folder)
    if (folder / MANIFEST).is_file():
        return Folders(folder, None, None)
    raise Fault(f"{printable(str(folder))} không phải hồ sơ kiểm phiếu (không có public/ hoặc {MANIFEST})")


def check_parts(report: Report, folders: Folders) -> tuple[Part | None, Part | None]:
    """Read both parts against their manifests; sets the code of the report."""
    if folders.bundle is not None:
        report.attempt(
            "layout",
            "Hồ sơ",
            "chỉ gồm phần công khai và phần niêm phong.",
            "Bỏ các tệp lạ ra ngoài hoặc chép lại hồ sơ.",
            lambda: _check_layout(folders),
        )
    public = report.attempt(
        "public.manifest",
        "Phần công khai",
        "mọi tệp đúng từng byte so với bảng kê, không thừa, không thiếu.",
        COPY_AGAIN,
        lambda: read_part(folders.public, "public"),
    )
    if public is None:
        return None, None
    report.code = sixteen_digits(public.digest)
    if folders.sealed is None:
        _note_absent_sealed(report, folders, public)
        return public, None
    sealed_folder = folders.sealed
    sealed = report.attempt(
        "sealed.manifest",
        "Phần niêm phong",
        "mọi tệp đúng từng byte và đúng là phần đi kèm phần công khai này.",
        COPY_AGAIN,
        lambda: _read_sealed(sealed_folder, public),
    )
    return public, sealed


def _check_layout(folders: Folders) -> None:
    if folders.bundle is None:
        return
    try:
        names = {path.name for path in folders.bundle.iterdir()} - {"public", "sealed"}
    except OSError as error:
        raise Fault("không đọc được thư mục hồ sơ") from error
    if names:
        raise Fault(f"trong thư mục hồ sơ có mục lạ: {printable(sorted(names)[0])}")


def _note_absent_sealed(report: Report, folders: Folders, public: Part) -> None:
    if public.sealed_manifest is None:
        return
    if folders.bundle is not None:
        report.failed(
            "sealed.manifest",
            "Thiếu phần niêm phong (sealed) của hồ sơ. Nếu chỉ có phần công khai, hãy chỉ vào thư mục public.",
        )
    else:
        report.not_checked.append("phần niêm phong (hòm phiếu, bản lưu): chỉ có phần công khai ở đây.")


def _read_sealed(folder: Path, public: Part) -> Part:
    sealed = read_part(folder, "sealed")
    if sealed.digest != public.sealed_manifest:
        raise Fault("phần niêm phong không phải phần đi kèm phần công khai này")
    if sealed.polls() != public.polls():
        raise Fault("phần niêm phong và phần công khai không cùng những cuộc bỏ phiếu")
    for poll in sealed.polls():
        sealed.take(poll, "box.json")
        sealed.take(poll, "archive.age")
    return sealed
