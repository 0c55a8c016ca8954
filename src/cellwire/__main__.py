"""`python -m cellwire` and the `cellwire` command."""

import io
import os
import sys

INTERRUPTED = 130  # what a shell calls a program that Ctrl-C ended


def main() -> None:
    speak_for_everybody()
    try:
        from cellwire.cli import run  # takes a moment, in which the first Ctrl-C may come
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    sys.exit(run(sys.argv[1:]))


def speak_for_everybody() -> None:
    """What goes to a file or a program is UTF-8 in every locale; a terminal shows a mark for what it cannot show."""
    if sys.stdout is None:  # closed by whoever started the program
        sys.stdout = io.TextIOWrapper(io.BytesIO())
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty() or "PYTHONIOENCODING" in os.environ:
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
