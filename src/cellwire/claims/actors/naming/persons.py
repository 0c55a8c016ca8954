"""Names of persons, by a title before them or an office behind."""

from __future__ import annotations

import re

from cellwire.claims.actors.naming.doing import IT_WOULD
from cellwire.claims.actors.naming.forms import GOODS, LEGAL_AFTER, ends_in_field
from cellwire.lexicon import load_words, regex

_PERSON_AFTER = regex(
    r"^,?\s(?:\(?(?:the|its|a)\s)?(?:(?:company|group|executive|vice|deputy|senior|managing|chief|co|global|"
    r"founder|acting|interim)[-\s]){0,3}"
    r"(?:ceo|cfo|cto|coo|chairman|chairwoman|chair|president|director|founder|minister|officer|secretary|governor|"
    r"executive(?=\s(?:of|at)\b)|mayor|analyst|spokes\w+|head|boss|chief(?=\s(?:of|at)\b)|manager|chancellor|vp|professor|senator|ambassador|commissioner|economist)\b|^,\s\d\d\b|"
    r"^,\s(?:(?:an?|the)\s)?(?:(?-i:[A-Z])[\w&.-]*\s){1,3}"
    r"(?:(?:senior |executive )?vice president|president|c[efot]o|chief|(?:general |plant )?manager|spokes\w+|director|"
    r"ambassador|minister|secretary|commissioner|governor|analyst|economist)\b|"
    r"^,\s(?:(?-i:[A-Z])[\w&.-]*\s){0,2}(?-i:[A-Z])[\w&.-]*['’]s\s(?:former\s|current\s|new\s|then-?\s)?"
    r"(?:chief|ceo|cfo|cto|coo|head|president|director|manager|founder|chair\w*|vice)\b|"
    r"^,\s(?:the|an?)\s(?:[\w-]+\s){0,2}(?:citizen|resident|lawyer|attorney|activist|campaigner|politician|lawmaker|"
    r"councill?or|farmer|pensioner|professor|researcher|scientist|physicist|chemist|engineer|journalist|reporter|(?:co-)?inventor|laureate)\b(?!-)|"
    r"^,\s(?:[\w&-]+\s){0,6}(?:professor|lecturer|researcher|analyst|economist|official)\s(?:at|of|with|in|from)\b|"
    r"^\s(?:of|from)\s(?:the\s)?(?:(?-i:[A-Z])[\w.&'’-]*\s){1,4}(?:said|says|told|added|explained|recalled)\b|"
    r"^\s(?:(?:is|has|will)\s)?(?:step(?:s|ping|ped)? down|resign(?:s|ed|ing)?)\b|"
    r"^\s(?:said|says|told|"
    r"added|explained|noted|commented)\b"
    rf"(?!\s(?:{IT_WOULD}"
    r"|(?:it|its|the company|in its|in an? (?:press|statement|filing|stock|exchange|annual|quarterly))\b))",
    re.I,
)
_FOUNDERS = regex(
    r"\b(?:co-?)?founded by\s(?:(?:the\s)?(?:former|ex-\w+|one-time|billionaire)\s(?:[\w&.-]+\s){0,4}?)?"
    r"(?:[A-Z]\w+ [A-Z]\w+(?:, | and ))*$"
)
# "Saxony Premier Michael Kretschmer", "Congressional Republicans": who holds an office, and many of one party
_OFFICE_INSIDE = regex(
    r"\s(?:Premier|President|Prime Minister|Governor|Gov\.|Chancellor|Mayor|Senator|Minister)\s[A-Z]\S+\s[A-Z]"
)
_TITLE_FIRST = regex(r"(?:Professor|Prof\.?|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir|Senator|Sen\.|Rep\.|Governor|Gov\.|PM)\s[A-Z]")
_MANY = frozenset({"Republicans", "Democrats", "Conservatives", "Lawmakers", "Senators", "Officials", "Residents"})
_TITLES = frozenset(load_words("titles"))


def is_person(name: str, before: str, after: str) -> bool:
    """A title before, an office after, or a first and last name that says something."""
    if ends_in_field(name) or LEGAL_AFTER.match(after) or name.partition(" ")[0] in GOODS:
        return False
    if _OFFICE_INSIDE.search(name) or name.rpartition(" ")[2] in _MANY or _TITLE_FIRST.match(name):
        return True
    return bool(
        _last_word(before).lower() in _TITLES
        or _PERSON_AFTER.match(after)
        or ("founded by" in before and _FOUNDERS.search(before))
    )


def _last_word(before: str) -> str:
    """The word that a text ends with, up to a stop, a comma and one space: what a name's title looks like."""
    word = before[:-1].removesuffix(",").removesuffix(".") if before[-1:].isspace() else ""
    start = len(word)
    while start and (word[start - 1].isalnum() or word[start - 1] == "_"):
        start -= 1
    return word[start:]
