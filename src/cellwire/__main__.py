"""`python -m cellwire` and the `cellwire` command."""

import sys

from cellwire.cli import run


def main() -> None:
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
