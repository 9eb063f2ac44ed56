"""Examines the reader of sheets: sheets filled in and worn by code that shares nothing with the classifier's teacher.

Everything is synthetic: nobody has filled in, printed or scanned any of these sheets.
"""

from guong.paper.exam.hands import HARD, MIXED, filled_in

__all__ = ["HARD", "MIXED", "filled_in"]
