"""Typesetting: runs typst from bytes, with the bundled fonts and nothing else of the machine."""

from guong.typeset.engine import FontsMissing, TypesettingFailed, compile_pdf, compile_png, fonts, query

__all__ = ["FontsMissing", "TypesettingFailed", "compile_pdf", "compile_png", "fonts", "query"]
