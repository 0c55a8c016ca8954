"""Steps of a plant that a noun tells and no verb of the plant: output that is cut, production that ends, machines."""

from __future__ import annotations

import re

from cellwire.claims.clauses import place_of
from cellwire.claims.gates import gated
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.scene import Cue, Sentence, aspect, cue_of
from cellwire.lexicon import regex

_MADE = r"(?:production|operations?|manufacturing|mining|refining|output|work|construction)"
# "|Output| at the plant |is being cut| by half", "|production| in Szolnok |will end| in May"
_WANES = gated(
    rf"\b(?P<noun>{_MADE})\s(?:of|at|in|on)\s[^.;]{{1,110}}?\s"
    r"(?:(?P<cut>(?:is|are|was|were|will be|has been|have been)\s(?:being\s|now\s)?"
    r"(?:cut|reduced|halved|curtailed|throttled|scaled back))"
    r"|(?P<ends>(?:will|would|is to|are to|is set to)\s(?:end|cease|stop)|(?:has|have)\s(?:ended|ceased|stopped)"
    r"|(?:end|cease)(?:s|d|ed)(?=\s(?:on|in|last|this|at|after|today)\b|[,.])))\b",
    re.I,
    needs="production operation operations manufacturing mining refining output work construction",
)
_STOPS = gated(  # "is to |stop making| batteries in Szolnok"
    r"\b(?P<ends>(?:stop(?:s|ped|ping)?|end(?:s|ed|ing)?|ceas(?:e|es|ed|ing)|quit|discontinu(?:e|es|ed|ing))\s"
    r"(?:(?:all|its|the)\s)?(?:making|producing|manufacturing"
    r"|(?:(?:battery|cell|pack|lithium|cathode|anode)\s){1,2}(?:production|manufacturing)))\b",
    needs="making producing manufacturing production",
)
_HALTS = gated(  # "would |suspend| operations at its Nickel West business"
    r"\b(?P<halts>(?:suspend|halt|paus|stop|ceas|curtail)\w*|idl(?:e|es|ed|ing))\s(?:all\s|its\s|the\s)?"
    r"(?:(?:battery|cell|pack|lithium|nickel|cobalt|graphite|cathode|anode)\s)?"
    r"(?:operations|production|mining|refining|output|smelting|processing)\s(?:of\s(?:[\w-]+\s){1,4}?)?(?:at|in)\s",
    needs="suspend halt pause pausing stop cease ceasing idle idling curtail",
)
# "will be |placed into care and maintenance|": only mines and refineries are
_CARED_FOR = gated(
    r"\b(?P<idle>plac(?:es?|ed|ing)|put(?:s|ting)?|mov(?:es?|ed|ing)|transition(?:s|ed|ing)?|go(?:es|ing)?|went|enter(?:s|ed|ing)?"
    r"|shift(?:s|ed|ing)?)\s[^.;,]{0,60}?\b(?:care[ -]and[ -]maintenance)\b",
    re.I,
    needs="care",
)
# "will |mothball its Grey Hill nickel operations|"
_OPERATIONS = gated(
    r"\b(?:(?P<shut>mothball\w*|shutter(?:s|ed|ing)?|shut(?:s|ting)?(?:\sdown)?|clos(?:e|es|ed|ing)|idl(?:e|es|ed|ing))"
    r"|(?P<halts>suspend(?:s|ed|ing)?|paus(?:e|es|ed|ing)|halt(?:s|ed|ing)?))\s"
    r"(?:(?!(?:at|in|of|for|from|to|with|on)\b)[\w’'-]+\s){1,5}?operations\b",
    needs="operations",
)
_MACHINES = (
    r"(?:machines?|machinery|equipment|robots?|tools|coaters?|ovens?|dryers?|reactors?|kilns?|presses|shredders?)"
)
_EQUIPPED = gated(  # "|machines| have arrived at the plant", "has begun |installing equipment|"
    rf"\b{_MACHINES}\s(?:[\w-]+\s){{0,5}}?(?:has|have|is|are|was|were)\s(?:(?:been|being|now|also|already|currently)\s){{0,2}}"
    r"(?P<there>arriv\w+|install\w+|deliver\w+|unload\w+|moved in(?:to)?|fitted|set up|put in place)\b"
    rf"|\b{_MACHINES}\s(?P<comes>arrives?|arrived|moves? in(?:to)?|moved in(?:to)?|lands?|goes in"
    rf"|rolls? in)\s(?:at|in|on|to|for)\b"
    r"|\b(?:[Dd]iggers|[Ee]xcavators|[Bb]ulldozers|[Ee]arthmovers|[Cc]ranes)\s(?:has|have|are|were)\s"
    r"(?P<dig>moved|rolled|arrived|begun|started|digging|busy|working|moving|at work)\b"
    r"|\b(?:begun|began|started|begins|starts|busy|is|are)\s(?:to\s)?"
    rf"(?P<set>(?:install|fit|mov|unload)\w*)\s(?:(?:the|its|in|out|first|production|coating)\s){{0,3}}{_MACHINES}\b",
    re.I,
    needs="machine machines machinery equipment robot robots tools coater coaters oven ovens dryer dryers reactor "
    "reactors kiln kilns presses shredder shredders diggers excavators bulldozers earthmovers cranes",
)
_UNDER_WAY = gated(  # "|Work| is under way on the plant", "|construction| of the plant goes on"
    r"\b[Cc]onstruction\s(?:of|at|on)\s[^.;,]{1,80}?\s"
    r"(?P<lasts>goes on|continues|(?:is|are) (?:\w+ )?(?:continuing|progressing|proceeding|advancing|advanced)"
    r"|progresses|advances|proceeds"
    r"|(?:is|remains|was|has been) (?:\w+ )?(?:on|ahead of) (?:track|schedule|time|plan))\b"
    r"|\b(?:final|last|early|advanced|late)\s(?P<phase>stretch|phases?|stages?|steps)\s(?:of|in)\s(?:the\s)?"
    r"(?:building|construction|constructing|fitting[\s-]out)\b"
    r"|\b(?:[Cc]onstruction\s|[Bb]uilding\s)(?:crews?|workers|teams)\s(?:are|is|have been)\s(?:\w+\s)?"
    r"(?P<crew>working|busy|at work)\b"
    r"|\b(?:half|two[ -]thirds|three[ -]quarters|largely)\s(?P<share>complete|built|finished)\b"
    r"|\d\s?(?:%|per\s?cent)\s(?P<part>built|completed?|finished|constructed)\b"
    r"|\b[Ww]ork\s(?:is|was|has been|got|gets)\s(?:now\s|already\s|well\s){0,2}(?P<goes>under ?way)\s(?:on|at)\s"
)


# "has |cleared Alder to build| a plant"
_CLEARED = gated(
    r"\b(?P<got>cleared|clears|authori[sz]ed|authori[sz]es)\s(?:[A-Z][\w&.-]*\s){1,5}to\s"
    r"(?:build|construct|open|start|expand|operate|set up|mine)\b",
    needs="cleared clears authorised authorized authorises authorizes",
)


# "has |added| a third line, lifting its annual capacity to 100 GWh"
_GROWN = gated(
    r"\b(?:has|have|was|were)\s(?:[a-z]+ly\s)?(?:been\s)?"
    r"(?P<got>added|built|installed|commissioned|opened|started up|completed)\s"
    r"[^;]{1,90}?,\s"
    r"(?:taking|bringing|lifting|raising|doubling|tripling|boosting|increasing)\s"
    r"(?:(?:its|the|total|annual|overall|production|nameplate|combined)\s){0,4}(?:capacity|output)\b",
    needs="added built installed commissioned opened started completed",
)


# "|a third line| has gone into service, raising its capacity"
_ANOTHER_LINE = gated(
    r"\b(?:[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Aa]nother|[Nn]ew|[Aa]dditional)\s(?:[\w-]+\s){0,3}?(?:lines?|halls?|trains?)\s"
    r"[^;]{0,40}?(?:has|have)\s(?P<got>gone|entered|started|come|begun)\s[^;]{1,90}?,\s"
    r"(?:taking|bringing|lifting|raising|doubling|tripling|boosting|increasing)\s[^;,]{0,40}?(?:capacity|output)\b"
)


# "|brings its second production line| online", "has started up a third line at its plant"
_STARTS_A_LINE = gated(
    r"\b(?P<got>brings|brought|bringing|starts|started|launch(?:es|ed)|opens|opened|commission(?:s|ed)|switche[sd]|puts|put"
    r"|turns|turned|inaugurate[sd]|activate[sd])\s(?:(?:up|on|online|into operation)\s)?(?:(?:an?|its|the|their)\s)?"
    r"(?:second|third|fourth|fifth|sixth|another|additional)\s(?:(?!(?:at|in|for|of|to)\s)[\w-]+\s){0,5}?lines?\b"
    r"(?!\s(?:of|projects?|plans?)\b)",
    re.I,
    needs="second third fourth fifth sixth another additional",
)


def has_another_line(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A plant of which another line runs now, and which is larger by it."""
    if not clause.find(*THINGS, "facility.project"):
        return None
    match = _ANOTHER_LINE.search(clause.text, clause.opened) or _STARTS_A_LINE.search(clause.text, clause.opened)
    found = _told(clause, match, "got", "expanded") if match else None
    return None if found and found[1].aspect.ahead else found


def grown(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A plant that has got another line or hall, and with it a larger capacity."""
    match = _GROWN.search(clause.text, clause.opened) if clause.find(*THINGS) else None
    return _told(clause, match, "got", "expanded") if match else None


def waned(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A plant whose output is cut is slowed; one at which production ends is closed."""
    if not (clause.names or clause.find(*THINGS)):
        return None
    if cared := _CARED_FOR.search(clause.text, clause.opened):
        return _told(clause, cared, "idle", "closed")
    if (halted := _HALTS.search(clause.text, clause.opened)) and clause.names and _is_of_goods(clause, halted):
        return _told(clause, halted, "halts", "delayed")
    if clause.names and (match := _OPERATIONS.search(clause.text, clause.opened)):
        return _told(clause, match, str(match.lastgroup), "closed" if match["shut"] else "delayed")
    match = _WANES.search(clause.text, clause.opened)
    if match is None:
        match = _STOPS.search(clause.text, clause.opened) if clause.products and clause.names else None
        if match is None or place_of(clause, clause.span) is None:
            return None
        return _told(clause, match, "ends", "closed")
    group = "ends" if match["ends"] else "cut"
    works = match["noun"].lower() in _WORKS  # what is not yet built cannot close
    if works and not _FOR_GOOD.search(match[group]):
        return None
    return _told(clause, match, group, "closed" if match["ends"] and not works else "delayed")


_WORKS = frozenset({"work", "construction"})
_FOR_GOOD = regex(r"(?:ceased|ceases|stopped|stops|end|ended)$")
# "has |received| its final permit"
_RECEIVED = gated(
    r"\b(?P<got>receiv(?:es?|ed)|secur(?:es?|ed)|obtain(?:s|ed)?|w[io]ns?|gets?|got|gain(?:s|ed)?)\s"
    r"(?:(?:its|the|an?|all|final|last|key|first|necessary|remaining|required|environmental|mining|state|federal|full)\s){1,4}"
    r"(?:permits?|approvals?|licen[cs]es?|permission|consent)\b(?!\s(?:process|application|to\s(?:sell|buy|acquire|import|export)))"
)


_CARS_GOODS = frozenset({"cell", "pack", "vehicle"})


def _is_of_goods(clause: Sentence, halted: re.Match[str]) -> bool:
    """Whether what is halted makes materials or says that it makes cells: a car plant halts for lack of them too."""
    start, end = (clause.span.start + at for at in halted.span())
    return any(spot.id not in _CARS_GOODS or start <= spot.span.start < end for spot in clause.products)


def allowed(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A plant that has received its permit, with words between the two."""
    if not clause.find(*THINGS):
        return None
    match = _RECEIVED.search(clause.text, clause.opened) or _CLEARED.search(clause.text, clause.opened)
    if match is None:
        return None
    found = _told(clause, match, "got", "permitted")
    return None if found is None or found[1].aspect.ahead else found


def fitted_out(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A plant that work goes on at, or that machines arrive at, is being built."""
    if not (clause.find(*THINGS) or (clause.products and clause.find("facility.project"))):
        return None
    if match := _UNDER_WAY.search(clause.text, clause.opened):
        return _told(clause, match, match.lastgroup or "lasts", "construction")
    match = _EQUIPPED.search(clause.text, clause.opened)
    return _told(clause, match, match.lastgroup or "set", "construction") if match else None


def _told(clause: Sentence, match: re.Match[str], group: str, stage: str) -> tuple[Cue, Sign] | None:
    verb = cue_of(clause, match, group, "facility_verb.produce")
    how = aspect(clause, verb)
    if how.negated or how.possible or (how.ahead and stage == "construction"):
        return None
    named = clause.find(*THINGS) or clause.find("facility.project")
    return next(iter(named), verb), Sign(stage, verb, how, "halting", True)
