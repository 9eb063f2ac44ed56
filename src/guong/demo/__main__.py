"""The player's own process. Helpers that it spawns import no main module of this name, and so no Django."""

import sys

from guong.demo.player import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
