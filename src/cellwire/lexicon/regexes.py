"""Regular expressions that are compiled when they are first used: two hundred of them are a fifth of a second."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Ready:
    """What was compiled: its methods are those of the compiled pattern."""


class _Later(_Ready):
    def __init__(self, written: str, flags: re.RegexFlag) -> None:
        self._written, self._flags = written, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._written, self._flags)
        vars(self).update({method: getattr(compiled, method) for method in _METHODS})
        self.__class__ = _Ready  # type: ignore[assignment]  # from now on nothing is asked through here
        return getattr(self, name)


def regex(written: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Like `re.compile`, for the top of a module."""
    return cast("re.Pattern[str]", _Later(written, flags))
