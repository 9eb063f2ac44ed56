"""Reading a document back: its words, its headings, its tables."""

from guong.core.documents.model import Document, Heading, Table, as_data


def all_words(document: Document) -> str:
    """Every string of the document, one a line."""

    def walk(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict):
            return [word for entry in value.values() for word in walk(entry)]
        return [word for entry in value for word in walk(entry)] if isinstance(value, list) else []

    return "\n".join(walk(as_data(document)))


def headings(document: Document) -> list[str]:
    """The headings of the body in their order."""
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def tables(document: Document) -> list[list[list[str]]]:
    """The body rows of every table, annex included, as text."""
    found = [block for block in (*document.blocks, *document.annex) if isinstance(block, Table)]
    return [[[cell.text for cell in row] for row in table.rows] for table in found]
