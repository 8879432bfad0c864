"""The commands `foxr` and `foxreach-client`."""

import sys

from .main import main

if __name__ == "__main__":
    sys.exit(main())
