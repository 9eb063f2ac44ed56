"""What the scanning station does with a read sheet: strips to look at, the ink's fingerprint, a process of its own."""

from guong.paper.scanning.fingerprints import alike
from guong.paper.scanning.pages import ScannedPage
from guong.paper.scanning.process import read_scans

__all__ = ["ScannedPage", "alike", "read_scans"]
