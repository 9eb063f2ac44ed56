"""What the demo prints: key envelopes and key files, ballot sheet, attendance list, and the papers of the count."""

from pathlib import Path

from guong.ceremony import printing
from guong.core.questionnaire import official
from guong.core.secrecy import keys
from guong.demo.conference import HELD_ON, Prepared
from guong.demo.outcomes import granted
from guong.demo.school import World
from guong.office.accounts.models import User
from guong.office.conferences.printing import file_attendance_list
from guong.office.counting.services import HandOver, make_sealing_minutes
from guong.office.papers import services as papers
from guong.office.papers.models import Paper
from guong.office.release import services as release
from guong.paper import ballot_layout, ballot_sheet_pdf


def write_keys(seed: bytes, prepared: Prepared, out: Path) -> list[Path]:
    """Write the three key files and the sheet of key envelopes. Real boards print; only the demo keeps files."""
    folder = out / "keys"
    folder.mkdir(parents=True)
    shares = keys.split_seed(seed)
    files = [folder / f"key-{number}.txt" for number in range(1, len(shares) + 1)]
    for path, share in zip(files, shares, strict=True):
        path.write_text(f"# Chìa khoá hòm phiếu của bản trình diễn\n{share}\n", encoding="utf-8")
    envelopes = printing.key_envelopes(shares, [prepared.request], prepared_on=HELD_ON)
    (folder / "phong-bi-chia-khoa.pdf").write_bytes(envelopes)
    return files


def before(world: World, prepared: Prepared, folder: Path) -> list[Path]:
    """Write the ballot sheet of each subject, the layout file by which `guong read` reads them, and the attendance list."""
    form = official(prepared.conference.questionnaire_key)
    layout = folder / "phieu-giay.json"
    layout.write_bytes(ballot_layout(form.raw))
    written = [layout]
    for subject in prepared.request.subjects:
        path = folder / f"phieu-giay-{subject.key}.pdf"
        path.write_bytes(ballot_sheet_pdf(form.raw, subject_line=subject.line))
        written.append(path)
    attendance = file_attendance_list(prepared.conference, actor=world.organiser)
    return written + _copy(world.organiser, attendance, folder, "danh-sach-ky-nhan")


def sealed(world: World, prepared: Prepared, folder: Path) -> list[Path]:
    """File the sealing minutes and copy their files out."""
    hand_over = HandOver(
        receiver_name="Dương Trọng Phúc",
        receiver_post="Chánh Văn phòng Quận uỷ",
        opening="Hòm phiếu được mở hồi 14 giờ ngày 19/5/2023 tại trụ sở Quận uỷ.",
    )
    minutes = granted(
        make_sealing_minutes(
            conference=prepared.conference, hand_over=hand_over, actor=world.counting_officer
        )
    )
    return _copy(world.counting_officer, minutes, folder, "bien-ban-niem-phong")


def after(world: World, prepared: Prepared, folder: Path) -> list[Path]:
    """File the tally minutes and the personal summary of each subject and copy their files out."""
    written: list[Path] = []
    for subject in prepared.request.subjects:
        minutes = granted(
            release.make_tally_minutes(
                conference=prepared.conference, subject_key=subject.key, actor=world.counting_officer
            )
        )
        summary = granted(
            release.make_personal_summary(
                conference=prepared.conference, subject_key=subject.key, actor=world.reporter
            )
        )
        written += _copy(world.counting_officer, minutes, folder, f"bien-ban-kiem-phieu-{subject.key}")
        written += _copy(world.reporter, summary, folder, f"bang-tong-hop-{subject.key}")
    return written


def _copy(actor: User, paper: Paper, folder: Path, name: str) -> list[Path]:
    written = []
    for file in paper.files.all():
        path = folder / f"{name}.{file.format}"
        path.write_bytes(papers.read_file(file=file, actor=actor))
        written.append(path)
    return written
