"""Which addresses may be asked: public ones by http or https, checked again wherever a name leads."""

from __future__ import annotations

import socket
from collections.abc import Collection, Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

from httpcore2 import ConnectError, NetworkBackend, NetworkStream, SyncBackend

from cellwire.errors import Barred, FetchFailed

_SCHEMES = ("http", "https")
_NAT64 = IPv6Network("64:ff9b::/96")


def checked_address(url: str) -> str:
    """The address as it is sent, without its fragment; refused where it is no web address or carries a password."""
    try:
        parts = urlsplit(url.strip())
    except ValueError as problem:  # brackets of an address that is none
        raise FetchFailed(url, "is no web address", "mend it") from problem
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise FetchFailed(url, "is no web address", "give one that begins with https://")
    if parts.username or parts.password:
        raise FetchFailed(f"{parts.scheme}://{parts.hostname}", "carries a user name", "leave it out of the address")
    try:
        port = f":{parts.port}" if parts.port is not None else ""
    except ValueError as problem:  # a port that is no number
        raise FetchFailed(url, "has a port that is none", "mend the address") from problem
    return urlunsplit((parts.scheme, _host(url, parts) + port, _ascii(parts.path), _ascii(parts.query), ""))


def _host(url: str, parts: SplitResult) -> str:
    """A name in letters of any script is sent as the letters that stand for it (RFC 5890)."""
    name = parts.hostname or ""
    if ":" in name:
        return f"[{name}]"
    try:
        return name.encode("idna").decode()
    except UnicodeError as problem:
        raise FetchFailed(url, "has a host name that is none", "mend the address") from problem


def _ascii(part: str) -> str:
    """With letters beyond ASCII and blanks as their bytes (RFC 3986); what is written so already stays."""
    return quote(part, safe="%/?:@!$&'()*+,;=~-._[]|", errors="replace")


def joined(base: str, address: str) -> str:
    """An address as it is meant where it stands; "" for one that cannot be meant. It holds nothing unprintable."""
    try:
        return urljoin(base, "".join(filter(str.isprintable, address.strip())))
    except ValueError:
        return ""


class GuardedBackend(NetworkBackend):
    """Connects to public addresses only.

    The name is resolved here and the connection goes to the address that was looked at, so that a name cannot lead
    elsewhere a moment later. `allowed` names hosts that may be private: a server in one's own network, a test.
    """

    def __init__(self, allowed: Collection[str] = ()) -> None:
        self._allowed = frozenset(host.casefold() for host in allowed)
        self._inner = SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> NetworkStream:
        try:
            address = public_address(host, port, self._allowed)
        except OSError as problem:
            raise ConnectError(f"the name {host} is not known") from problem
        return self._inner.connect_tcp(address, port, timeout, local_address, socket_options)

    def connect_unix_socket(self, *_: Any, **__: Any) -> NetworkStream:
        raise ConnectError("no sockets of this machine")

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


def public_address(host: str, port: int, allowed: Collection[str]) -> str:
    """The first address that a name leads to; refused where one of them is not public and the host is not allowed.

    Raises `OSError` for a name that nobody knows, or that can be nobody's.
    """
    try:
        told = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except ValueError as problem:  # letters that no name has
        raise OSError(f"{host!r} is no name of a host") from problem
    found = list(dict.fromkeys(str(address[0]) for *_, address in told))
    if host.casefold() not in {each.casefold() for each in allowed}:
        for address in found:
            if not is_public(address):
                raise Barred(host, f"leads to {address}, which is not public", "allow it with --allow-host")
    return found[0]


def is_public(written: str) -> bool:
    """Whether an address belongs to the public network; one that wraps another is what it wraps."""
    address = ip_address(written.split("%", maxsplit=1)[0])
    inner = _wrapped(address) if isinstance(address, IPv6Address) else None
    reached = inner or address
    return reached.is_global and not reached.is_multicast


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address inside: mapped, 6to4, Teredo (RFC 4380) or NAT64 (RFC 6052)."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
