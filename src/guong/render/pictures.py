"""SVG pictures as PNG, for programs that draw no SVG."""

from guong.typeset import compile_png

_SOURCE = """#let data = json(bytes(sys.inputs.data))
#set page(width: data.width * 1mm, height: auto, margin: 0mm)
#set text(font: "Tinos", fallback: false)
#image(bytes(data.svg), format: "svg", width: 100%)
"""


def svg_as_png(svg: str, *, width: int, ppi: int = 220) -> bytes:
    """Return a picture of an SVG that is ``width`` mm wide, at ``ppi`` pixels per inch, on white."""
    return compile_png(_SOURCE, inputs={"data": {"svg": svg, "width": width}}, ppi=ppi)[0]
