"""Names as they are compared: without accents, capitals, punctuation and legal form."""

import re
import unicodedata
from functools import cache, lru_cache

from cellwire.lexicon.regexes import regex
from cellwire.lexicon.tables import read_toml

_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_NOT_NAME = regex(rf"[^a-z0-9{_CJK}]+")
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "æ": "ae", "Æ": "Ae", "œ": "oe", "ı": "i"}
)


def strip_accents(name: str) -> str:
    """Latin letters without their marks; other scripts stay as they are."""
    parts = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))


@cache
def _legal_forms() -> tuple[frozenset[str], tuple[str, ...]]:
    told = read_toml("names.toml")
    return frozenset(_bare(form) for form in told["legal_suffixes"]), tuple(told["legal_cjk"])


def _bare(words: str) -> str:
    return re.sub(r"[^\w& ]", "", words).lower().strip()


@lru_cache(maxsize=1 << 12)
def strip_legal_suffix(name: str) -> str:
    """Without "Co., Ltd", "AG", 股份有限公司 and the like; a name that is nothing else stays."""
    suffixes, cjk = _legal_forms()
    for form in cjk:
        name = name.removesuffix(form).removeprefix(form) or name
    words = name.split()
    while len(words) > 1:
        drop = next((n for n in (4, 3, 2, 1) if n < len(words) and _bare(" ".join(words[-n:])) in suffixes), 0)
        if not drop:
            break
        words = words[:-drop]
    return " ".join(words).rstrip(" ,&") or name


@lru_cache(maxsize=1 << 12)
def fold_name(name: str) -> str:
    """One form for all spellings of a name: "Envision AESC Co., Ltd." → "envision-aesc"."""
    plain = (
        strip_accents(strip_legal_suffix(name.strip())).lower().replace("&", " and ").replace("'", "").replace("’", "")
    )
    return _NOT_NAME.sub("-", plain).strip("-")
