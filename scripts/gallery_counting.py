"""Draw the pages of the count, of results and of the home with invented people: ``python -m scripts.gallery_counting``.

Writes docs/gallery/counting-*.png, release-*.png and home-*.png (360x740 and 1280x800) from a data folder of its own.
"""

from django.conf import settings

from scripts.gallery_environment import serve, set_up  # sets Django up first

# isort: split
from scripts import gallery_counted
from scripts.gallery_camera import Camera
from scripts.gallery_shots import draw


def main() -> int:
    """Prepare conferences at every stage, serve them, draw every page; returns 1 where a picture is amiss."""
    set_up()
    pages = gallery_counted.prepare()
    serve()
    settings.GUONG_ORIGIN = "https://gop-y.example"
    cameras = {name: Camera(name) for name in dict.fromkeys(shown.group for shown in pages)}
    return draw(pages, cameras)


if __name__ == "__main__":
    raise SystemExit(main())
