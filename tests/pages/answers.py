"""What a walk brings back; read in the test's process, which knows no demo."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MOST_QUERIES = 25
MOST_MILLISECONDS = 200.0
PAGE = "text/html"


@dataclass(frozen=True)
class Answer:
    """How one address answered one role; ``queries`` counts both databases, ``urn`` those of the urn among them.

    ``milliseconds`` are those of the clock on the wall; ``processor`` says what a loaded machine has added.
    """

    role: str
    route: str
    method: str
    address: str
    status: int
    content_type: str
    queries: int
    urn: int
    milliseconds: float
    processor: float

    @property
    def is_file(self) -> bool:
        """Tell whether something was handed over that is no page."""
        return self.status == 200 and self.content_type != PAGE

    @property
    def told(self) -> str:
        """The answer in one line."""
        figures = f"{self.milliseconds:6.1f} ms ({self.processor:.1f} of the processor)  {self.queries:3} queries ({self.urn} urn)"
        return f"{figures}  {self.status} {self.method:4} {self.route:28} {self.role:16} {self.address}"


def walked(data: Path, copy: Path) -> list[Answer]:
    """Walk through a copy of a demo's data folder in a process of its own, with the real settings."""
    shutil.copytree(data, copy)
    given = {
        "DJANGO_SETTINGS_MODULE": "guong.web.settings",
        "GUONG_DATA_DIR": str(copy),
        "GUONG_DEMO": "0",
        "GUONG_REGISTER_URL": "",
        "GUONG_RENDER_INLINE": "0",
        "GUONG_URN_URL": "",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.pages"],
        env=os.environ | given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers = [Answer(**answer) for answer in json.loads(done.stdout)]
    print(f"{len(answers)} answers; the slowest pages:")
    pages = [answer for answer in answers if not answer.is_file]
    for answer in sorted(pages, key=lambda one: -one.milliseconds)[:10]:
        print(answer.told)
    print("the pages with most queries:")
    for answer in sorted(pages, key=lambda one: -one.queries)[:10]:
        print(answer.told)
    return answers


def over_their_bounds(answers: Iterable[Answer]) -> list[str]:
    """Return the pages that ask too much or take too long, one line each; files are a class of their own."""
    return [
        answer.told
        for answer in answers
        if not answer.is_file and (answer.queries > MOST_QUERIES or answer.milliseconds > MOST_MILLISECONDS)
    ]
