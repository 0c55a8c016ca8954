"""Which article an address stands for: without marks of the click, the device's dress and caches around it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_AMP_FILE = re.compile(r"\.amp(?=\.html?$|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Noise:
    """`addresses.toml`, read once."""

    parameters: frozenset[str]
    beginnings: tuple[str, ...]
    hosts: frozenset[str]
    ends: frozenset[str]
    starts: frozenset[str]
    anywhere: frozenset[str]
    caches: tuple[re.Pattern[str], ...]
    leading_on: tuple[re.Pattern[str], ...]


@cache
def _noise() -> _Noise:
    table = tomllib.loads((files("cellwire.model") / "addresses.toml").read_text("utf-8"))
    names = [*table["noise"], *table["dress"]]
    return _Noise(
        frozenset(name for name in names if not name.endswith("*")),
        tuple(name[:-1] for name in names if name.endswith("*")),
        frozenset(table["hosts"]),
        frozenset(table["path_ends"]),
        frozenset(table["path_starts"]),
        frozenset(table["path_parts"]),
        *(tuple(re.compile(pattern, re.IGNORECASE) for pattern in table[name]) for name in ("caches", "leading_on")),
    )


def page_behind(address: str) -> str:
    """The page that a search engine's address leads to; any other address itself."""
    found = next((found for each in _noise().leading_on if (found := each.match(address))), None)
    return unquote(found["address"]) if found else address


@lru_cache(maxsize=65_536)
def article_key(address: str) -> str:
    """The same for all addresses of one article of one site: "m.a.example/x/amp?utm_source=y" is "a.example/x"."""
    bare = page_behind(address.strip()).partition("#")[0]
    bare = _SCHEME.sub("", bare)
    for cache_of in _noise().caches:
        if within := cache_of.match(bare):
            return article_key(within["address"])
    try:
        parts = urlsplit(f"//{bare}")
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return address  # no address at all: it stands for itself
    asked = parse_qsl(parts.query, keep_blank_values=True) if parts.query else []
    query = urlencode(sorted(pair for pair in asked if not _is_noise(pair[0])))
    return f"{_host(host)}{_path(parts.path)}{'?' if query else ''}{query}"


def _is_noise(name: str) -> bool:
    noise, lowered = _noise(), name.lower()
    return lowered in noise.parameters or lowered.startswith(noise.beginnings)


def _host(host: str) -> str:
    """Without the label that names the device, as long as a site's own name is left."""
    labels = host.lower().split(".")
    while len(labels) > 2 and labels[0] in _noise().hosts:
        labels = labels[1:]
    return ".".join(labels)


def _path(path: str) -> str:
    whole = [part for part in path.split("/") if part]
    parts: Sequence[str] = [part for part in whole if part.lower() not in _noise().anywhere] or whole
    if len(parts) > 1 and parts[0].lower() in _noise().starts:
        parts = parts[1:]
    while len(parts) > 1 and parts[-1].lower() in _noise().ends:
        parts = parts[:-1]
    if parts and len(parts) == 1 and parts[0].lower().startswith("index."):
        parts = []
    last = [_AMP_FILE.sub("", parts[-1])] if parts else []
    return "".join(f"/{part}" for part in (*parts[:-1], *last))
