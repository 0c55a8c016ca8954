"""Mails: on an IMAP server, never marked or moved, and in mailboxes on this machine."""

from cellwire.sources.mailboxes.imap import Limits, Reached, latest, new_mails
from cellwire.sources.mailboxes.imap_address import folder_of, is_mailbox
from cellwire.sources.mailboxes.mailbox import is_maildir, maildir_messages, messages

__all__ = [
    "Limits",
    "Reached",
    "folder_of",
    "is_mailbox",
    "is_maildir",
    "latest",
    "maildir_messages",
    "messages",
    "new_mails",
]
