"""Reads PDFs as a stranger would: text, pages, fonts."""

import ctypes
import re
import unicodedata

import pypdfium2
import pypdfium2.raw as pdfium


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, NFC, line ends and runs of white space made one space."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        text = unicodedata.normalize("NFC", page.get_textpage().get_text_bounded())
        found.append(re.sub(r"\s+", " ", text))
    return found


def font_names(pdf: bytes) -> set[str]:
    """The base fonts that the text of all pages is set in, without their subset prefix."""
    names = set()
    for page in pypdfium2.PdfDocument(pdf):
        for entry in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=8):
            font = pdfium.FPDFTextObj_GetFont(entry.raw)
            length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
            names.add(buffer.value.decode().split("+")[-1])
    return names
