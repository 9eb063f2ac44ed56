"""Draws the whole gallery: ``python -m tests.gallery`` (``make gallery``), or some of it: ``... papers booth``.

Every script runs in a process of its own, as each sets up another world. Ends with 1 where one failed or where a picture
has no line in docs/gallery/README.md.
"""

import subprocess
import sys

from tests.gallery.pictures import GALLERY, ROOT, drawing_scripts, listed


def main(wanted: list[str]) -> int:
    """Run the scripts, or those whose names are ``wanted`` (``papers`` for scripts/gallery_papers.py)."""
    names = [name for name in drawing_scripts() if not wanted or name.removeprefix("gallery_") in wanted]
    failed = [name for name in names if not _drew(name)]
    without_line = sorted({path.name for path in GALLERY.glob("*.png")} - set(listed()))
    for name in failed:
        print(f"scripts/{name}.py failed", file=sys.stderr)
    for name in without_line:
        print(f"{name} has no line in docs/gallery/README.md", file=sys.stderr)
    return 1 if failed or without_line else 0


def _drew(name: str) -> bool:
    print(f"scripts/{name}.py", flush=True)
    return subprocess.run([sys.executable, "-m", f"scripts.{name}"], cwd=ROOT, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
