"""How firm a clause is, who says it, who answers it, and whether it is news or background."""

from cellwire.claims.voice.modality import OLD_NEWS, Firmness, firmness, guessed, is_background, sounds_old, speaker
from cellwire.claims.voice.parts import is_told_aside
from cellwire.claims.voice.responses import responses_to

__all__ = [
    "OLD_NEWS",
    "Firmness",
    "firmness",
    "guessed",
    "is_background",
    "is_told_aside",
    "responses_to",
    "sounds_old",
    "speaker",
]
