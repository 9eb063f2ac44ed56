"""What is over comes back with an old backup and ends again: the erasing job on restored data (security.md §2 no. 86)."""

import os
import subprocess
import sys
from pathlib import Path

from tests.web.backups import Keys, first_start, made, new_keys, restored

NAME = "Nguỵ Khắc Trường Giang"
LOCKED_TWO_YEARS_AGO = f"""
import guong.web.django_start
from datetime import timedelta
from django.utils import timezone
from guong.office.accounts.models import User
locked = timezone.localdate() - timedelta(days=730)
User.objects.create(username="giang", full_name="{NAME}", is_active=False, locked_on=locked)
"""
ERASE = "import sys; from guong.cli import main; sys.exit(main(['personal-data', '--erase']))"


def run(program: str, folder: Path) -> str:
    """Run a program of the server's on this data folder; what it prints."""
    names = {"GUONG_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "guong.web.settings"}
    environment = os.environ | names | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    return done.stdout.decode()


def holds_the_name(folder: Path) -> bool:
    """Tell whether any byte of any file of a data folder still spells the name."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return any(NAME.encode() in path.read_bytes() for path in files)


def test_an_ended_account_comes_back_with_the_backup_and_ends_again_to_the_last_byte(tmp_path: Path) -> None:
    live, back = tmp_path / "live", tmp_path / "back"
    live.mkdir()
    first_start(live)
    run(LOCKED_TWO_YEARS_AGO, live)
    assert holds_the_name(live)
    keys: Keys = new_keys(tmp_path)
    backup = made(live, tmp_path / "copy.age", keys)
    assert "1 tài khoản" in run(ERASE, live)
    assert not holds_the_name(live)
    restored(backup.path, keys, back)
    assert holds_the_name(back)
    assert "1 tài khoản" in run(ERASE, back)
    assert not holds_the_name(back)
