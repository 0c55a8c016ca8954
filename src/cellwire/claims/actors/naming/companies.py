"""What makes a capitalised run of words a company: its form, or how the text speaks of it."""

from __future__ import annotations

import re

from cellwire.claims.actors.naming.doing import OWNS_A_PLANT, acts
from cellwire.claims.actors.naming.forms import (
    CLASS,
    HAS_LEGAL,
    LEGAL_AFTER,
    LEGAL_BEFORE,
    ONLY_GOODS,
    TICKER_AFTER,
    any_of,
    ends_in_field,
    is_listed,
)
from cellwire.claims.actors.naming.persons import is_person
from cellwire.claims.actors.naming.runs import Around, is_proper
from cellwire.claims.actors.naming.things import is_thing
from cellwire.claims.gates import gated, openings
from cellwire.lexicon import regex

_MAKER = any_of("makers") + "s?"
_APPOSITION_BEFORE = gated(rf"\b{_MAKER}(?:\s(?:called|named|like|such as))?,?\s$")
_APPOSITION_AFTER = regex(
    rf"^(?:'s)?(?:,|\s\([^)]{{1,40}}\),?)\s(?:a|an|the|one of|which|South|North|America|China|Japan|Korea|"
    rf"Germany)\b[^,.;]{{0,70}}?\b{_MAKER}\b(?!\s(?:manager|executive|chief|boss|analyst|lawyer|founder|director"
    rf"|spokes))"
)
_PARTNER_BEFORE = gated(
    r"\b(?:joint venture (?:with|between|of)|agreement with|agreements with|contract with|deal with|"
    r"partnership with|partner|"
    r"partnered with|partners with|together with|teamed up with|teams up with|team up with|"
    r"memorandum of understanding with|mou with"
    r"|talks with|negotiations with|cooperation with|collaboration with|collaborat\w+ with|cooperat\w+ with|"
    r"acquisition of|acquired"
    r"|acquires|acquire|stake in|invest(?:ed|s|ing)? in|order from|orders from|supplied by|made by|built by|"
    r"developed by|operated by|owned by|produced by|run by|belonging to|constructed by|delivered by|ordered by|"
    r"mined by|"
    r"installed by|funded by|financed by|recycled by|refined by|pact with|"
    r"tie-up with|(?:tie|ties|tied|tying) up with|ties with|alongside|"
    r"venture with"
    r"|manufactured by|sourced from|loan to|grant to|awarded to|supplier to|supply to|merge with|merger with|"
    r"shareholder in|share in|shares? of|bought by|acquired by|backed by|led by|bankruptcy of|insolvency of|"
    r"cells from|batteries from|lithium from|nickel from|graphite from|"
    r"materials? from)\s(?:the\s)?(?:(?!(?:in|at|near|outside)\s)[A-Za-z-]+\s){0,5}?$",
    re.I,
)
# who is given a sum: "98 million euros to |Iberkat|", "gave |Iberkat| $98 million"
_PAID_BEFORE = gated(
    r"\b(?:(?:million|billion|crore|trillion)(?:\s(?:[a-z]+\s)?(?:dollars|euros|pounds|yen|won|yuan|rupees|kron(?:or"
    r"|er)"
    r"|francs))?|loans?|grants?|subsid(?:y|ies)|(?:state )?aid|guarantees?|support|funding|money|cash)\s(?:to|for)\s$"
)
_GIVEN = gated(
    r"\b(?:giv(?:e|es|ing|en)|gave|award(?:s|ed)?|grant(?:s|ed)?|pa(?:y|ys|id)|lend|lends|lent|offer(?:s|ed)?)\s$"
)
_A_SUM = regex(
    r"\s(?:an?\s|up to\s|about\s|some\s|another\s)?(?:(?:US|C|A|CAD|USD|EUR)?\s?[$€£¥₹₩]\s?\d"
    r"|\d[\d.,]*\s(?:million|billion|crore)|(?:[\w-]+\s){0,4}?"
    r"(?:loan|grant|subsidy|aid|tax (?:break|credit|abatement)|abatement|guarantee|incentives|contracts?|orders?)\b)"
)
_PLANT_OF = gated(r"\b(?:plant|factory|gigafactory|facility|refinery|works|line) (?:of|run by|owned by|built by) $")


def is_company(run: Around) -> bool:
    """The tests in the order of how much they prove."""
    name, before, after = run.name, run.before, run.after
    opened = openings(before)
    if is_thing(run, opened):
        return False
    if LEGAL_AFTER.match(after) or HAS_LEGAL.search(name) or LEGAL_BEFORE.match(name) or TICKER_AFTER.match(after):
        return True
    if is_listed(name, after):
        return True
    if _is_goods_or_person(run):
        return False
    if " " in name and ends_in_field(name):
        return True
    if " " in name and _PLANT_OF.search(before, opened):
        return True
    if (
        _APPOSITION_BEFORE.search(before, opened)
        or _APPOSITION_AFTER.match(after)
        or _PARTNER_BEFORE.search(before, opened)
        or (_is_paid(run, opened) and is_proper(run))
    ):
        return True
    if is_plain_word(run) and OWNS_A_PLANT.match(after):
        return True
    return is_proper(run) and acts(run, opened)


def may_be_company(run: Around) -> bool:
    """Whether nothing speaks against it: neither works, a law, goods, a person nor a plain word with a capital."""
    return _may_be_firm(run) and is_proper(run)


def is_plain_word(run: Around) -> bool:
    """Whether a single word with a capital inside a sentence, and no "the" before it, may be a firm's name."""
    word = run.name
    return run.inside and word.isalpha() and word.istitle() and not _THE.search(run.before) and _may_be_firm(run)


_THE = regex(r"\b[Tt]he $")


def _may_be_firm(run: Around) -> bool:
    return not is_thing(run, openings(run.before)) and not _is_goods_or_person(run)


def _is_goods_or_person(run: Around) -> bool:
    """ "to supply Active Anode Material", "a Class D Metal extinguisher", who has a title or an office."""
    name = run.name
    if ONLY_GOODS.fullmatch(name) or CLASS.match(name):
        return True
    return name in run.persons or name.split()[-1] in run.persons or is_person(name, run.before, run.after)


def _is_paid(run: Around, opened: frozenset[str]) -> bool:
    """Whether somebody gives it a sum."""
    given = _GIVEN.search(run.before, opened) and _A_SUM.match(run.after)
    return bool(given or _PAID_BEFORE.search(run.before, opened))
