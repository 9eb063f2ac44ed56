"""The worker process that renders papers lives no longer than its server."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SERVER = """
import os, sys, time
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.office_settings"
os.environ["GUONG_RENDER_INLINE"] = "0"
if __name__ == "__main__":
    from guong.office.papers.worker import in_worker
    print(in_worker(os.getpid), flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends it with its job object")
def test_the_worker_leaves_with_a_server_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "server.py"
    script.write_text(SERVER, encoding="utf-8")
    root = Path(__file__).parents[2]
    paths = os.pathsep.join([str(root / "src"), str(root)])
    environment = {**os.environ, "PYTHONPATH": paths, "GUONG_DATA_DIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, env=environment) as server:
        assert server.stdout is not None
        worker = int(server.stdout.readline())
        server.send_signal(signal.SIGKILL)
        server.wait()
        for _ in range(100):
            if not _runs(worker):
                return
            time.sleep(0.1)
    os.kill(worker, signal.SIGKILL)
    pytest.fail("the worker outlived its server")


def _runs(process: int) -> bool:
    """Tell whether a process still runs; one that ended and that nobody collected has ended."""
    state = Path(f"/proc/{process}/stat")
    try:
        os.kill(process, 0)
        return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
