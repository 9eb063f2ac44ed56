"""Settings of a program that works in the register of a running test, as another process of the same server."""

import os

from tests.office_settings import *  # noqa: F403
from tests.office_settings import DATABASES

DATABASES["default"]["NAME"] = os.environ["REGISTER"]
