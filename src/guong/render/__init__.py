"""Rendering: a document as Word, PDF or Excel, and charts as SVG. No Django, no figures of its own."""

from guong.render.docx import to_docx
from guong.render.pdf import to_pdf
from guong.render.xlsx import to_xlsx

__all__ = ["to_docx", "to_pdf", "to_xlsx"]
