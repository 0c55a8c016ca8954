"""Companies known by whom they deal with: who sells to them, buys from them, signs with them, or acts beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cellwire.claims.actors.naming import COMMON, Around, beside, is_plain_word, may_be_company
from cellwire.lexicon import english_words, load_words, regex

# what may stand between a preposition or a verb and a name: "with |the Finnish miner| B"
_WHO = (
    rf"(?:(?:the|its|an?|two|three)\s)?(?:[a-z][\w'-]*\s){{0,2}}(?:(?:{'|'.join(load_words('nations'))})\s)?"
    r"(?:[a-z][\w'-]*\s){0,3}$"
)
_LED = regex(rf"\s(?P<by>to|from|with|in|of|by)\s(?={_WHO})")
_REST = r"(?:\s[^.;:()\n]{0,60})?$"
_DEALS = {  # by the preposition that leads into who is dealt with
    "to": r"(?:suppl(?:y|ies|ied|ying|iers?)|ship(?:s|ped|ping|ments?)?|sell(?:s|ing)?|sold|sales?|lends?|lent"
    r"|award(?:s|ed)?|licen[cs]\w+)"
    rf"{_REST}|deliver\w*(?:\s(?!from\b)[^\s.:;()]+){{0,9}}$|belong(?:s|ed|ing)?$",
    "from": rf"(?:buys?|buying|bought|purchas\w+|acqui\w+|orders?|ordered|borrow\w*|licen[cs]\w+){_REST}"
    r"|(?:packs|modules|black mass|scrap|foils?|electrolytes?|separators?|cathodes?|anodes?|investments?|funding|loans?"
    r"|damages|compensation|contracts?|plants?|factory|gigafactory|money|capital|(?:funding|money|financing"
    r"|batter\w+|cells"
    r"|packs)\s[^.;:()\n]{0,60}\s(?:comes?|came))$"
    r"|(?:cells|batteries|packs|cathodes?|anodes?|hydroxide|lithium|electrolyte|graphite)(?:\s[^.;:()\n]{0,40})?$",
    "with": r"(?:agree\w*|off-?takes?|contracts?|deals?|pacts?|orders?|venture|JV|partner\w*|memorandum|MoU|MOU"
    r"|talks|negotiat\w+|alliance|tie-up|cooperat\w+|collaborat\w+|merge\w*|work(?:s|ing)|team(?:s|ed|ing)?|(?:loan"
    r"|credit)\sfacility)"
    rf"{_REST}",
    "in": r"(?:stakes?|shares?|interest|shareholding|holding|percent|cent|invest\w*)$",
    "of": r"(?:stakes?|shares?|percent|cent|\d\s?%|take-?over|acquisition|purchase|owners?|control|majority"
    r"|joint project|subsidiary|unit|arm|affiliate|battery\s(?:plant|factory)"
    r"|(?:buys?|bought|acqui\w+|takes? over|took over)\s[^.;:()\n]{0,50}\s(?:plant|factory|business|unit|arm))$",
    "by": r"(?:take-?over|acquisition|purchase|suppl(?:y|ies)|deliver(?:y|ies)|awards?|orders?|investments?|contracts?)"
    rf"{_REST}|(?:cells?|batteries|packs?|modules)$"
    r"|(?:is|are|was|were|be|been|being)\s(?:[a-z]+ly\s|also\s)?(?:built|made|bought|acquired|taken over|developed"
    rf"|produced|manufactured|planned|run|operated|owned|supplied|delivered|sold|financed){_REST}",
}
_DEALS_BY = {lead: regex(rf"\b(?:{words})") for lead, words in _DEALS.items()}
_GIVEN = regex(rf"\b(?:suppl(?:y|ies|ied|ying)|provid(?:e|es|ed|ing)|equip(?:s|ped|ping)?)\s{_WHO}")
_WITH_GOODS = regex(r"(?:'s)?(?:\s[a-z][\w'-]*){0,4}?\swith\s")  # "to supply |B| with"
_CHOSEN = regex(
    r"\b(?:add(?:s|ed)?|turn(?:s|ed)? to|select(?:s|ed)?|chooses?|chosen|chose|pick(?:s|ed)?|tap(?:s|ped)"
    r"|appoint(?:s|ed)?|nam(?:es|ed)|hire[sd]?"
    rf"|nominate[sd]?|contract(?:s|ed)|drop(?:s|ped)?|replace[sd]?|signed up)\s{_WHO}"
)
# "sues |B| over patents", "widens its lead over |B|", "bid for |B|", "workers at |B|'s plant"
_DONE_TO = regex(
    r"\b(?:sue[sd]?|suing|accuse[sd]?|raid(?:s|ed)?|overt(?:akes?|ook)|outsells?|outsold|ahead of|lead over"
    r"|bids? for|offer for"
    r"|(?:case|lawsuit|suit|complaint|claim|proceedings)\s(?:[\w-]+\s){0,2}?against|dispute with|(?:workers|staff"
    r"|employees|strike|layoffs) at"
    rf"|takes? over|took over|insolvent|bankrupt)\s{_WHO}"
)
# "to use |B| cells", "will fit |B|'s batteries"
_USED = regex(
    r"\b(?:us(?:e|es|ed|ing)|fit(?:s|ted|ting)?|buy(?:s|ing)?|bought|sourc(?:e|es|ed|ing)|get(?:s|ting)?|order(?:s"
    r"|ed)?|with)\s$"
)
_ITS_GOODS = regex(
    r"(?:['’]s)?\s(?:(?:LFP|NMC|battery|lithium-ion|sodium-ion|solid-state)\s)?(?:cells|batteries|packs|modules"
    r"|cathodes|anodes)\b"
)
_CHOSEN_AS = regex(r"(?:\s[a-z]+){0,3}?\s(?:as|for|to)\s")
_BY = regex(r"\sby\s$")
_BASED = ("-based ", "-headquartered ", "-listed ")


def is_dealt_with(run: Around) -> bool:
    """Whether a deal's words lead into a name: "a contract for 20 GWh with |B|", "to supply |B| with cells"."""
    before = run.before
    led = (
        before.endswith(_BASED)
        or _DONE_TO.search(before)
        or (_ITS_GOODS.match(run.after) and _USED.search(before))
        or (_is_led(before) and not (_BY.search(before) and _FULL_NAME.fullmatch(run.name)))
        or (_WITH_GOODS.match(run.after) and _GIVEN.search(before))
        or (_CHOSEN_AS.match(run.after) and _CHOSEN.search(before))
    )
    return bool(led and (may_be_company(run) or (_SERVED.match(run.after) and is_plain_word(run))))


_SERVED = regex(
    r"(?:'s)?\s(?:with|for)\s"
)  # "to sell |Anchor| cells for": a plain word with goods or a price behind it


def _is_led(before: str) -> bool:
    return any(_DEALS_BY[lead["by"]].search(before, 0, lead.start()) for lead in _LED.finditer(before))


_FULL_NAME = regex(r"[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+")  # of a person, where nothing says that it is a firm


_WHOSE = r"(?:[A-Z][a-z]+['’]s )?(?:the |its |[a-z][a-z-]+ ){0,5}"  # "|Thailand's carmaker |B"
_SHARE = r"(?: \(\d[\d.]*(?:%| per ?cent)\))?"  # "|Alder (60%) |and Cedar"
_AND = regex(rf"{_SHARE}(?:,? and|,? &|,? as well as) {_WHOSE}")
_COMMA = regex(rf"{_SHARE}, {_WHOSE}")
_WIDEST = 60  # characters between two that a list joins
_IN_A_PLACE = regex(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Ii]nto)\s$")
_OFFICE = regex(r"(?:[Mm]inist(?:er|ry)|[Ss]ecretary|[Dd]epartment|[Cc]ommissioner)\s(?:of|for)\s[^.;:]{0,60}$")


def joined(text: str, runs: Sequence[tuple[int, int]], firms: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Who acts beside a company: "|Voltane| and Corvo Motors have", "Corvo Motors, |Voltane| and |ReCirca|"."""
    known = set(firms)
    for listed in _lists(text, sorted({*runs, *firms})):
        others = [run for run in listed if run not in known]
        if others and len(others) < len(listed) and all(_is_name(text, *run) for run in others):
            yield from (text[start:end] for start, end in others)


def _lists(text: str, told: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Names that stand in one list: with commas between them, and "and" before the last."""
    row = list(told[:1])
    for before, name in pairwise(told):
        between = text[before[1] : name[0]] if name[0] - before[1] <= _WIDEST else ""
        if _AND.fullmatch(between):
            yield [*row, name]
        row = [*row, name] if _COMMA.fullmatch(between) else [name]


def _is_name(text: str, start: int, end: int) -> bool:
    name, before = text[start:end], text[max(0, start - 90) : start]
    run = Around(name, *beside(text, start, end), often=False, inside=True, persons=frozenset())
    if name in COMMON or name.isupper() or not may_be_company(run):
        return False
    if _IN_A_PLACE.search(before) or _OFFICE.search(before):
        return False
    return any(word.lower() not in english_words() for word in name.split())
