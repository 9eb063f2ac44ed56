"""Settings of the tests: the real ones over a throwaway data folder."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("GUONG_DATA_DIR", tempfile.mkdtemp(prefix="guong-tests-"))
os.environ.setdefault("GUONG_RENDER_INLINE", "1")

from guong.web.settings import *  # noqa: E402, F403
from guong.web.settings import DATABASES, GUONG_DATA_DIR  # noqa: E402

# A file as in real use (threads see each other's locks), not Django's in-memory database.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(Path(GUONG_DATA_DIR) / "test.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tests sign people in by hand; those of `owed` switch the second step on.
GUONG_SECOND_STEP = False
