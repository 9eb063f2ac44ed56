"""`python -m guong.verify`."""

import sys

from guong.verify.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
