"""Passwords of mailboxes: taken from where their owner keeps them, never written down and never printed."""

from __future__ import annotations

import os
import re
from importlib import import_module

from cellwire.errors import FetchFailed


def password_of(account: str) -> str:
    """From the environment, for this account or for all, else from the machine's keyring where that is installed."""
    own = "CELLWIRE_PASSWORD_" + re.sub(r"\W", "_", account).upper()
    found = os.environ.get(own) or os.environ.get("CELLWIRE_PASSWORD") or _from_keyring(account)
    if not found:
        ring = f"in the keyring (pip install '.[mail]'; keyring set cellwire {account})"
        raise FetchFailed(account, "no password is known", f"keep it in the variable {own}, or {ring}")
    return found


def _from_keyring(account: str) -> str | None:
    """None where the library is not installed, or no keyring runs here, or it does not know the account."""
    try:
        keyring = import_module("keyring")
    except ImportError:
        return None
    try:
        found: str | None = keyring.get_password("cellwire", account)
    except keyring.errors.KeyringError:
        return None
    return found
