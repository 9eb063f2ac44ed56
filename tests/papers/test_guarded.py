"""What a picture from outside may cost: a process of its own that its limits end, and the server goes on."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from guong.render.photographs import LONGEST_SIDE

SERVER = """
import os, sys
from pathlib import Path
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.office_settings"
os.environ["GUONG_RENDER_INLINE"] = "0"
if __name__ == "__main__":
    from guong.office.papers import guarded
    from guong.render.photographs import cleaned
    from tests.papers import hungry
    guarded.SECONDS = int(sys.argv[2])
    work = {"cleaned": cleaned, "of_memory": hungry.of_memory, "of_time": hungry.of_time, "died": hungry.died}[sys.argv[1]]
    found = guarded.decoded(work, Path(sys.argv[3]).read_bytes(), too_much=None)
    print("too much" if found is None else len(found))
    print("still here" if guarded.decoded(bytes, b"1", too_much=None) == b"1" else "gone")
"""

BOTH = """
import os
from pathlib import Path
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.office_settings"
os.environ["GUONG_RENDER_INLINE"] = "0"
if __name__ == "__main__":
    from guong.office.papers import guarded
    from guong.paper.slip_photo import read_slip_photo
    from guong.render.photographs import cleaned
    for file in sorted(Path(__file__).parent.glob("sent.*")):
        for work in (cleaned, read_slip_photo):
            data = file.read_bytes()
            print(file.suffix, guarded.decoded(work, data, too_much=None) == work(data))
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no process's memory")


def told(tmp_path: Path, work: str, data: bytes = b"1", *, seconds: int = 20) -> list[str]:
    """Do this work on these bytes as a server would; what it says of it, and whether it then goes on."""
    file = tmp_path / "sent"
    file.write_bytes(data)
    return printed(SERVER, tmp_path, work, str(seconds), str(file))


def printed(program: str, tmp_path: Path, *arguments: str) -> list[str]:
    """Run a program beside the files of ``tmp_path``; its lines."""
    script = tmp_path / "server.py"
    script.write_text(program, encoding="utf-8")
    root = Path(__file__).parents[2]
    paths = os.pathsep.join([str(root / "src"), str(root)])
    environment = {**os.environ, "PYTHONPATH": paths, "GUONG_DATA_DIR": str(tmp_path)}
    command = [sys.executable, str(script), *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.mark.parametrize("work", ["of_memory", "died"])
def test_what_wants_too_much_memory_or_kills_its_process_is_refused(tmp_path: Path, work: str) -> None:
    assert told(tmp_path, work) == ["too much", "still here"]


def test_what_takes_too_long_is_refused(tmp_path: Path) -> None:
    assert told(tmp_path, "of_time", seconds=2) == ["too much", "still here"]


def test_the_largest_picture_that_is_taken_fits_into_the_memory(tmp_path: Path) -> None:
    taken = io.BytesIO()
    turned = Image.Exif()
    turned[0x0112] = 6  # on its side
    Image.new("RGB", (10_000, 6_000), "teal").save(taken, "JPEG", exif=turned)
    length, after = told(tmp_path, "cleaned", taken.getvalue())
    assert (int(length) > LONGEST_SIDE, after) == (True, "still here")


def test_what_is_taken_comes_out_as_it_would_without_a_process(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112], turned[0x010F] = 6, "a camera"
    picture = Image.effect_noise((900, 600), 80)
    for kind in ("JPEG", "PNG", "WEBP"):
        picture.save(tmp_path / f"sent.{kind.lower()}", kind, exif=turned)
    picture.convert("P").save(tmp_path / "sent.palette", "PNG")
    picture.convert("CMYK").save(tmp_path / "sent.cmyk", "JPEG")
    assert len(lines := printed(BOTH, tmp_path)) == 10
    assert [line for line in lines if not line.endswith(" True")] == []
