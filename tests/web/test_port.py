"""`guong serve` on a port that another program uses says so and ends (DESIGN §9)."""

import os
import socket
import subprocess
import sys
from pathlib import Path


def test_a_port_in_use_is_told_and_nothing_keeps_running(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        outcome = subprocess.run(
            [sys.executable, "-m", "guong.cli", "serve", "--booth-only", "--port", port],
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(sys.path),
                "PYTHONUTF8": "1",
                "GUONG_DATA_DIR": str(tmp_path),
            },
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )
    assert outcome.returncode == 1
    assert f"Không mở được cổng {port}" in outcome.stdout
    assert "--port với một số khác" in outcome.stdout
