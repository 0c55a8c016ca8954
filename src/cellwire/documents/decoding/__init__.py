"""Bytes become characters and a tree; what would swell when it is unpacked is told before."""

from cellwire.documents.decoding.encoding import decode, decoded
from cellwire.documents.decoding.markup import drop_unseen, load_tree
from cellwire.documents.decoding.packed import MB, PAGE, WHOLE, swells

__all__ = [
    "MB",
    "PAGE",
    "WHOLE",
    "decode",
    "decoded",
    "drop_unseen",
    "load_tree",
    "swells",
]
