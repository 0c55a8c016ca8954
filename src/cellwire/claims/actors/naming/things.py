"""Names of works, laws, programmes and grounds, which are no company's."""

from __future__ import annotations

from cellwire.claims.actors.naming.runs import Around
from cellwire.claims.gates import gated
from cellwire.lexicon import PLANT, english_words, load_lexicon, load_words, regex
from cellwire.model import HitKind

_NO_FIRM = frozenset(load_words("no_firms"))
# "the School of Engineering and |Applied Sciences|" is one house
_OF_A_SCHOOL = regex(r"\b(?:School|Faculty|Department|College|Academy) of (?:[A-Z]\w+,? (?:and |& )?){0,4}$")
# "the |Alder Battery Minerals| Conference"
_A_MEETING = regex(
    r"^ (?:[A-Z]\w+ )?(?:Conference|Summit|Forum|Expo|Exhibition|Symposium|Congress|Show|Week|Awards?|Day|Index|Tracker"
    r"|Outlook|Monitor|Survey)\b(?!['’])"
)
_A_PROGRAMME = regex(
    r"^(?: \([A-Z]{2,6}\))? (?:[a-z]+ ){0,2}(?:programs?|programmes?|scheme|act|law|initiative|bill|standard|"
    r"architecture|platform|"
    r"tariffs?)\b"
)
_GROUNDS = regex(
    r"^Train \d|^Camp\b|^Giga [A-Z]|^(?:Highway|Route|Interstate)\b|^Advanced Chemistry|\bPlatform\b|"
    r"\b(?:Battery|Industrial|Science|Technology|Business|Manufacturing|Innovation|Supplier) (?:Park|Campus|Complex)\b|"
    r"\bMega-?[Ss]ite\b"
)
# "Named |Alder Park Michigan|, the plant", "a plant called |Giga One|": what is built has a name too
BUILT = rf"(?:{PLANT}|complex|campus|park|project)"
_NAMED = gated(
    r"(?:^|\b)(?:[Nn]amed|[Cc]alled|[Dd]ubbed|[Kk]nown as|[Cc]hristened"
    r"|(?:[Aa]nnounced|[Uu]nveiled|[Pp]resented|[Bb]illed)\s(?:in (?:\w+ )?\d{4} )?as)\s(?:the\s)?$"
)
_BUILT_AFTER = regex(rf"^,\s(?:the|this|its)\s(?:[\w-]+\s){{0,3}}?{BUILT}\b")
_BUILT_BEFORE = regex(
    rf"\b{BUILT},?\s(?:(?:to|will|which|that|is|was|be|been|has|have|originally|first)\s){{0,4}}\w+\s"
    r"(?:(?:in|on)\s(?:[A-Z]\w+\s)?(?:\d{1,2},?\s)?(?:\d{4}\s)?)?(?:as\s)?(?:the\s)?$"
)
_QUOTES = frozenset("'\"‘“")
_QUOTED_WORKS = regex(rf"['\"’”]\s(?:[\w-]+\s){{0,2}}?{BUILT}\b")  # "unveiled the 'Alder One' facility"
_SIZED = regex(r"\b\d+[kMGT]Wh?\b")  # "the Alder 10MW Storage Demonstration Project"
_SEVERAL = regex(r"^ \([A-Z]{1,5}s\)")  # "Electric Vehicles (EVs)"
_A_THING = regex(r"\b[Aa]n? $")  # "a Special Purpose Vehicle (SPV)"
_OF_A_TRADE = regex(r"^ (?:equipment|devices?|products?|hardware|appliances?|waste|goods|sectors?|industry)\b")
_BASE = regex(r"^ (?:(?:air|naval|army|military) )?(?:base|barracks|airfield)\b")  # "the |Marine Corps| base"
_CHANNEL = regex(r"[- ](?:TV|FM|AM|Radio)$")
_GRADES = frozenset(("Pro", "Max", "Plus", "Ultra", "Mini", "Air", "Lite"))  # of a telephone, not of a firm


# "BYD's new |Blade Battery|" is what a maker makes
_GOODS_OF = regex(
    r"\b(?P<maker>[A-Z][\w&.-]*)['’]s? "
    r"(?:(?:new|latest|own|next|upcoming|improved|updated|famous|flagship|first|second|third"
    r"|\w+-gen\w*|generation) ){0,3}$"
)
_MODELS = (" Plus", " Pro", " Max")
_WARES = (" Battery", " Batteries", " Cell", " Pack")


def _is_of_its_maker(name: str, before: str) -> bool:
    plain = name.endswith(_WARES) and all(word.lower() in english_words() for word in name.split())
    match = _GOODS_OF.search(before) if plain or name.endswith(_MODELS) else None
    return bool(match and any(hit.kind is HitKind.ORGANISATION for hit in load_lexicon().find(match["maker"])))


# "the |Leshan Municipal| government"
_GOVERNS = regex(
    r"^ (?:(?:[Pp]eople['’]s|[Pp]rovincial|[Mm]unicipal|[Rr]egional) )?(?:[Gg]overnments?|[Cc]ouncil"
    r"|[Aa]uthorit(?:y|ies)|[Pp]arliament)\b"
)


def is_thing(run: Around, opened: frozenset[str]) -> bool:
    name, before, after = run.name, run.before, run.after
    return bool(
        name.rpartition(" ")[2] in _NO_FIRM
        or _GROUNDS.search(name)
        or _OF_A_SCHOOL.search(before)
        or _A_MEETING.match(after)
        or _is_of_its_maker(name, before)
        or (_NAMED.search(before, opened) and (_BUILT_AFTER.match(after) or _BUILT_BEFORE.search(before)))
        or (before[-1:] in _QUOTES and _QUOTED_WORKS.match(after))
        or _SEVERAL.match(after)
        or _BASE.match(after)
        or _CHANNEL.search(name)
        or (name.isupper() and _OF_A_TRADE.match(after))
        or _GRADES.issuperset(name.split())
        or _SIZED.search(name)
        or _A_PROGRAMME.match(after)
        or _GOVERNS.match(after)
        or (after.startswith(" (") and _A_THING.search(before))
    )
