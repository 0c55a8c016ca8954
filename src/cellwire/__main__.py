"""`python -m cellwire` and the `cellwire` command."""

import io
import os
import sys

from cellwire.cli import run


def main() -> None:
    speak_for_everybody()
    sys.exit(run(sys.argv[1:]))


def speak_for_everybody() -> None:
    """What goes to a file or a program is UTF-8 in every locale; a terminal shows a mark for what it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty() or "PYTHONIOENCODING" in os.environ:
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
