"""`python -m tests.pages`: walk through the data in GUONG_DATA_DIR, print the answers as JSON.

A module of its own: rendering helpers that are spawned import no main module of this name, and so no Django.
"""

# The first import starts Django; rooms of the office can be imported only after it.
import guong.web.django_start  # noqa: F401

# isort: split
import gc
import json
import sys
from dataclasses import asdict

from django.conf import settings

from guong.web import demo_clock
from tests.pages.walk import walk

if __name__ == "__main__":
    gc.collect()
    gc.freeze()  # as `guong serve` does
    demo_clock.run_from_kept(settings.GUONG_DATA_DIR)
    json.dump([asdict(answer) for answer in walk()], sys.stdout)
