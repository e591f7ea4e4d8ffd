"""`python -m r2p_app` is the same as the command `r2p`."""

import sys

from r2p_app.cli import main

if __name__ == "__main__":
    sys.exit(main())
