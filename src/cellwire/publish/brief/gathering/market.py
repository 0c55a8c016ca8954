"""What a figure of the market says in one plain clause: whose or what, which way, how much; else it is not told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.model import Kind, Party, Span
from cellwire.publish.brief.edition import Part, sentence_of, spellings_of_organisation
from cellwire.publish.brief.gathering.goods import cite_product
from cellwire.publish.brief.gathering.picking import Cited, Fresh
from cellwire.publish.brief.wording import cues

_LAND = (
    r"(?:(?:China|Germany|Europe|Korea|South Korea|Japan|India|Australia|France|Norway|Spain|Italy|California|Texas|UK"
    r"|US|U\.S\.|EU)(?:['’]s)?|Chinese|German|European|Korean|Japanese|Indian|Australian|French|Norwegian|Spanish"
    r"|Italian|British|American|North American|global|world|worldwide)"
)
_OF_WHAT = (
    r"(?:net|operating|gross|core|adjusted|total|annual|yearly|quarterly|monthly|half-year|full-year|domestic|overseas"
    r"|(?:first|second|third|fourth)-(?:quarter|half)|Q[1-4]|[12]H\d\d|H[12]|passenger|commercial|electric|vehicles?|cars?"
    r"|trucks?|EVs?|NEVs?|BEVs?|power|traction|batter(?:y|ies)|BESS|packs?|cells?|energy|grid|residential|home|storage"
    r"|battery-grade|lithium|carbonate|hydroxide|spodumene|concentrate|nickel|cobalt|graphite|cathodes?|anodes?|separators?|LFP"
    r"|NCM|NMC)"
)
_COUNTED = (
    r"(?:profits?|income|earnings|revenues?|turnover|sales|shipments|deliveries|installations|deployments|output"
    r"|production|exports|imports|demand|consumption|usage|prices?|registrations|loss|installed (?:volume|capacity))"
)
_PERIOD = (
    r"(?: (?:in|for) (?:the )?(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:first|second|third|fourth|last) (?:quarter|half)|Q[1-4]|[12]H\d\d|H[12]|20\d\d)(?: of 20\d\d| 20\d\d)?"
    r"| last (?:year|month|quarter)| year[- ]on[- ]year| from a year (?:ago|earlier))?"
)
_MEASURE = (
    rf"(?P<measure>(?:(?:{_LAND}|{_OF_WHAT})[ -])*{_COUNTED}"
    rf"(?: (?:from|of) (?:{_OF_WHAT} )*{_OF_WHAT})?(?: in {_LAND})?)"
    r"(?: attributable to (?:its |the )?(?:owners|(?:share|equity )holders)(?: of the (?:parent|company))?)?"
    rf"(?P<during>{_PERIOD})"
)
_UP = (
    r"r[oi]ses?|grew|grows?|jump(?:s|ed)?|surge[sd]?|soar(?:s|ed)?|climb(?:s|ed)?|increase[sd]?|gain(?:s|ed)?|advance[sd]?"
    r"|up|leaps?|leapt"
)
_DOWN = (
    r"f[ea]lls?|drop(?:s|ped)?|decline[sd]?|slump(?:s|ed)?|plunge[sd]?|slid(?:es?)?|s[ai]nks?|tumble[sd]?|decrease[sd]?|down"
    r"|shr[ai]nks?|dip(?:s|ped)?|slip(?:s|ped)?"
)
_TIMES = r"doubled|doubles|tripled|triples|trebled|quadrupled|halved|halves"
_HEDGE = r"(?:(?P<hedge>nearly|almost|about|around|roughly|some|more than|over|at least|as much as) )?"
_NUMBER = r"(?P<number>\d[\d.,]*)[ -]?(?:(?P<share>%|per ?cent\b)|(?P<fold>fold\b|times\b))"
_MOVED = (
    rf"(?:(?:(?P<up>{_UP})|(?P<down>{_DOWN})) (?:by )?{_HEDGE}{_NUMBER}|(?:(?P<nearly>nearly|almost|more than) )?"
    rf"(?P<times>{_TIMES}))(?P<period>{_PERIOD})"
)
# "Alder |posted a 42% rise in first-quarter profit|"
_POSTED = (
    rf"(?:posts?|posted|reports?|reported|records?|recorded|saw) an? {_HEDGE}{_NUMBER}"
    r"(?:,? year[- ]on[- ]year)? (?:(?P<up>rise|increase|jump|surge|growth|gain)|fall|drop|decline|slump|decrease|dip) "
    rf"in (?:its )?{_MEASURE}(?P<period>)(?P<times>)"
)
_SAID = r"(?:['’]s?| ?:| saw| says?| said| posts?| posted| reports?| reported)?"
# "Alder |shipped 9.4 GWh of storage batteries|"
_DEED = (
    r"(?P<deed>(?:shipped|sold|installed|deployed|exported|produced|delivered|mined) (?:(?:nearly|almost|about|around"
    r"|more than|over|a record|a total of) )?\d[\d.,]* ?(?:[GM]Wh|tonnes|tons|metric tons)(?: of)?"
    rf"(?: (?!(?:last|in)\b){_OF_WHAT})+{_PERIOD})"
)
# "Alder |posted a net profit of $2 billion in the first quarter, a 12% rise|"
_CAME_TO = (
    r"(?:achieved|posted|posts|reported|reports|recorded|booked|made|generated|earned) (?:an? )?"
    rf"(?P<measure>(?:{_OF_WHAT}[ -])*(?:profit|loss|income|revenues?|turnover)) of (?P<sum>(?:[A-Z]{{0,3}}[$€£¥₩] ?)?"
    r"\d[\d.,]*(?: (?:million|billion|trillion|bn))?(?: (?:yuan|won|euros?|dollars|yen))?)(?: \([^()]{3,30}\))?"
    rf"(?P<period>{_PERIOD})(?:,? (?:(?:representing |marking )?an? (?P<share>\d[\d.]*)(?:%| per ?cent)"
    r"(?: year[- ]on[- ]year)? (?:(?P<up>increase|rise|growth|jump|surge)|decrease|drop|fall|decline)))?"
)
# "|China's battery installations reached 34.3 GWh in November, up 64.5%|"
_REACHED = (
    rf"{_MEASURE} (?:reach(?:ed|es)|totall?ed|hits?|was|were|stood at|came to|amounted to) "
    rf"(?P<sum>\d[\d.,]* ?(?:[GMT]Wh|tonnes|tons|metric tons))(?P<period>{_PERIOD})"
    r"(?:, (?:(?P<up>up|an increase of)|down|a decrease of) (?P<share>\d[\d.]*) ?(?:%|per ?cent))?"
)
# "|Lithium carbonate cost 569,000 yuan a tonne|", "|The price of lithium carbonate rose to 92,500 yuan a tonne|"
_PRICE = (
    rf"(?P<price>(?:price of )?(?:{_OF_WHAT} )*(?:lithium|carbonate|hydroxide|spodumene|nickel|cobalt|graphite)"
    rf"(?: concentrate)?(?: in {_LAND})? (?:cost|fetched|traded at|stood at|(?:{_UP}|{_DOWN}) to) "
    r"(?:[A-Z]{0,3}[$€£¥] ?)?\d[\d.,]* ?(?:yuan|dollars|euros)? ?"
    r"(?:a|per) (?:metric )?(?:tonne|ton|kg|kilogram))"
)
# "Alder has overtaken Birch, |capturing 13% of the global market in 2025|", at the head of the sentence
_HOLDS = (
    rf"[^.;]{{0,150}}?\b(?:captur(?:es|ed|ing)|h[eo]lds?|holding|takes?|took|taking|with) (?:an? )?{_HEDGE}"
    r"(?P<share>\d[\d.]*) ?(?:%|per ?cent)(?: share)? of the "
    rf"(?P<market>(?:(?:{_LAND}|{_OF_WHAT}) )*market)(?P<during>{_PERIOD})"
)
# "|Europe added 36 GWh of battery storage in 2025|"
_ADDED = (
    rf"(?P<land>{_LAND}|United States) "
    rf"(?P<deed>add(?:ed|s)|install(?:ed|s)|deploy(?:ed|s)) {_HEDGE}(?:an? |a record |a total of )?"
    rf"(?P<sum>\d[\d.,]* ?[GM]Wh?) of (?:new )?(?P<measure>(?:(?:grid|utility)-scale )?(?:{_OF_WHAT} )*"
    rf"(?:storage|batteries))(?: capacity)?(?P<period>{_PERIOD})"
)
_LEGAL = r"(?:,? (?:Ltd|Inc|Corp|Co|Limited|plc|AG|SE|NV)\b\.?){0,2}(?: \([^()]{2,40}\))?"
_BEFORE = r"(?:\b(?P<before>in [^,;.]{4,24}), )?"  # "In September 2019, Alder's sales"
_ASIDE = r"(?:, [^,;.]{3,80},)?"  # ", the world's largest producer,"
_BEGINS = r"(?:^|(?<=[:;–—] )|(?<=\bthat )|(?<=\bas )|(?<=\bsaid ))(?:the )?"
_ANYBODYS = re.compile(rf"{_BEGINS}{_MEASURE} {_MOVED}", re.IGNORECASE)
_PRICED = re.compile(rf"{_BEGINS}{_PRICE}", re.IGNORECASE)
_IN_ALL = re.compile(rf"{_BEGINS}{_REACHED}", re.IGNORECASE)
_PUT_UP = re.compile(rf"(?:the )?{_ADDED}(?!\w)", re.IGNORECASE)
_IS_SHORT = re.compile(r"(?:US|U\.S\.|UK|EU|United States)\b")
# "CATL |40.7%|", "CATL |holds 43.7%|", of a market that the words before the colon name
_OF_MARKET = re.compile(
    rf"^(?P<market>(?:{_LAND} )*(?:{_OF_WHAT} )+?)market shares?(?P<during> in [\w -]{{3,24}}?)?: ", re.IGNORECASE
)
_IS_AHEAD = re.compile(
    r"\b(?:will|would|could|(?-i:may)|might|if|whether|to (?:grow|rise|fall|reach|report)|expect\w*|forecast\w*"
    r"|estimat\w*|predict\w*|project(?:s|ed)|likely|target\w*|guidance|outlook)\b",
    re.IGNORECASE,
)
_GOODS = re.compile(_OF_WHAT, re.IGNORECASE)
# "according to new data from |Marktwert|"
_COUNTED_BY = re.compile(
    r"\baccording to (?:(?:the|an?|new|latest|recent|its|preliminary|market) ){0,3}"
    r"(?:(?:data|figures|numbers|estimates|research|analysis|an? analysis|reports?|surveys?|stud(?:y|ies)|statistics)"
    r" (?:from|by|of|compiled by|released by|published by) )?(?:the )?"
    r"(?P<by>[A-Z][\w&-]*(?: (?!(?:Monday|Tuesday|Wednesday|Thursday|Friday)\b)[A-Z][\w&-]*){0,4})"
)
_CARS = re.compile(r"^(?!.*(?:electric|\b[NB]?EV)).*\b(?:cars?|vehicles?|trucks?)\b", re.IGNORECASE)
_RESULTS = "results"  # the table of what a firm's earnings came to


def figure_of(fresh: Fresh) -> tuple[Part, ...]:
    """The clause that prints a market's figure, without its stop; empty where no plain one tells it."""
    if fresh.lead.kind is not Kind.MARKET:
        return ()
    for line in _lines(fresh):
        if not _IS_AHEAD.search(fresh.lead_citer.document.quote(line)):
            found = (_shares(fresh, line), *(_own(fresh, line, party) for party in fresh.lead.parties))
            if told := next(filter(None, (*found, _anybodys(fresh, line))), None):
                return (*told, *_counted_by(fresh, line))
    return ()


def _counted_by(fresh: Fresh, line: Span) -> tuple[Part, ...]:
    """Whose count it is, where its sentence says so: ", according to Marktwert"."""
    found = _COUNTED_BY.search(fresh.lead_citer.document.quote(line))
    if found is None or found["by"] in {party.name for party in fresh.lead.parties}:
        return ()
    cited = _cited(fresh, line, found, f"according to {found['by']}")
    return () if cited.problem else (Part(", "), cited.part)


def _lines(fresh: Fresh) -> Iterator[Span]:
    """The lead's sentence, the title, if its text begins with one, and the sentence behind that."""
    evidence, document = fresh.lead.evidence, fresh.lead_citer.document
    yield evidence
    start = document.extent.start
    end = document.text.find("\n", start, document.extent.end)
    if end < 0:
        return
    yield Span(start, end)
    yield sentence_of(document.text, Span(end + 1, end + 2))


def _own(fresh: Fresh, line: Span, party: Party) -> tuple[Part, ...]:
    """Whose figure it is: "Alder's net profit rose 12%", "Alder swung to a loss"."""
    cited = fresh.lead_citer.party(party)
    if cited.problem:
        return ()
    words = sorted({party.name, *spellings_of_organisation(party.id)}, key=lambda name: (-len(name), name))
    owner = rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})\)?{_LEGAL}"
    text = fresh.lead_citer.document.quote(line)
    whose = Part("' " if cited.part.text.endswith("s") else "'s ")
    moves = (rf"{_BEFORE}{owner}{_SAID} (?:its )?{_MEASURE} {_MOVED}", rf"{owner}{_ASIDE} {_POSTED}")
    if found := next(filter(None, (re.search(move, text, re.IGNORECASE) for move in moves)), None):
        if _CARS.search(found["measure"]):
            return ()
        return _with(cited, whose, _cited(fresh, line, found, _moved(found)))
    if found := re.search(rf"{owner}{_ASIDE} {_CAME_TO}", text, re.IGNORECASE):
        return _with(cited, whose, _cited(fresh, line, found, _came_to(found)))
    if found := re.match(rf"{owner}{_HOLDS}", text, re.IGNORECASE):
        return _held(fresh, line, found, cited)
    if found := re.search(rf"{owner} {_DEED}", text, re.IGNORECASE):
        return _with(cited, Part(" "), _cited(fresh, line, found, _worded(found["deed"])))
    if found := re.search(rf"{owner}{_ASIDE} (?=(?P<deed>[^.;:]+))", text, re.IGNORECASE):
        return _with(cited, Part(" "), _result(fresh, Span(line.start + found.end(), line.start + found.end("deed"))))
    return ()


def _result(fresh: Fresh, behind: Span) -> Cited:
    """What a firm's earnings came to, told right behind its name."""
    text = fresh.lead_citer.document.quote(behind)
    told = [row for row in cues(_RESULTS, text, start=behind.start) if row[2].start == behind.start]
    return fresh.lead_citer.cue(*told[0]) if told else Cited(Part(""), "no result")


def _anybodys(fresh: Fresh, line: Span) -> tuple[Part, ...]:
    """What goods cost or how a whole market moved; the words before it must name no more of it."""
    text = fresh.lead_citer.document.quote(line)
    if (found := _PRICED.search(text)) and not (cited := _cited(fresh, line, found, _worded(found["price"]))).problem:
        return (cited.part,)
    if told := _added(fresh, line):
        return told
    for pattern, worded in ((_IN_ALL, _came_to), (_ANYBODYS, _moved)):
        found = pattern.search(text)
        if found and _GOODS.search(found["measure"]) and fresh.lead.product:
            cited = _cited(fresh, line, found, worded(found))
            return () if cited.problem else (cited.part,)
    return ()


def _added(fresh: Fresh, line: Span) -> tuple[Part, ...]:
    """What was put up in a land: "Europe added 36 GWh of battery storage in 2025"."""
    found = _PUT_UP.match(fresh.lead_citer.document.quote(line))
    if found is None:
        return ()
    deed = {"a": "added", "i": "installed", "d": "deployed"}[found["deed"][0].lower()]
    hedge = f"{found['hedge'].lower()} " if found["hedge"] else ""
    land = re.sub(r"^the ", "", found["land"], flags=re.IGNORECASE)
    told = f"{deed} {hedge}{found['sum']} of {_worded(found['measure'])}{found['period'] or ''}"
    cited = _cited(fresh, line, found, f"{'the ' if _IS_SHORT.match(land) else ''}{land} {told}")
    return () if cited.problem else (cited.part,)


def _shares(fresh: Fresh, line: Span) -> tuple[Part, ...]:
    """ "Alder had 40.7% and Birch 13.7% of the EV battery market in 2025"."""
    text = fresh.lead_citer.document.quote(line)
    market = _OF_MARKET.match(text)
    parts: list[Part] = []
    for party in fresh.lead.parties if market else ():
        cited = fresh.lead_citer.party(party)
        held = re.search(rf"{re.escape(party.name)}(?: had| has| holds?| at| with)? (?P<share>\d[\d.]*)%", text)
        if cited.problem or held is None:
            return ()
        share = _cited(fresh, line, held, f"{held['share']}%")
        parts += (
            [Part(" and "), cited.part, Part(" "), share.part] if parts else [cited.part, Part(" had "), share.part]
        )
    if market is None or not parts:
        return ()
    of = _cited(fresh, line, market, f"{_worded(market['market']).strip()} market{market['during'] or ''}")
    return (*parts, Part(" of the "), of.part)


def _with(who: Cited, between: Part, told: Cited) -> tuple[Part, ...]:
    return () if told.problem else (who.part, between, told.part)


def _cited(fresh: Fresh, line: Span, found: re.Match[str], printed: str) -> Cited:
    span = Span(line.start + found.start(), line.start + found.end())
    return fresh.lead_citer.cue(printed, re.sub(r"\\?\s+", r"\\s+", re.escape(found[0])), span)


def _moved(found: re.Match[str]) -> str:
    """ "net profit rose nearly 28% in June"."""
    measure = _worded(found["measure"])
    before = found["before"] if "before" in found.re.groupindex else None
    when = found["during"] or found["period"] or (f" in{before[2:]}" if before else "")
    if found["times"]:
        much = {"doub": "doubled", "trip": "tripled", "treb": "tripled", "quad": "quadrupled", "halv": "halved"}
        hedge = f"{found['nearly'].lower()} " if found["nearly"] else ""
        return f"{measure} {hedge}{much[found['times'][:4].lower()]}{when}"
    hedge = f"{found['hedge'].lower()} " if found["hedge"] else ""
    number = found["number"] + ("%" if found["share"] else "-fold")
    return f"{measure} {'rose' if found['up'] else 'fell'} {hedge}{number}{when}"


def _came_to(found: re.Match[str]) -> str:
    """ "net profit was $2 billion in the first quarter, up 12%"."""
    moved = f", {'up' if found['up'] else 'down'} {found['share']}%" if found["share"] else ""
    measure = _worded(found["measure"])
    counted = re.split(r" (?:of|from|in) ", measure)[0]
    be = "were" if counted.endswith("s") else "was"
    return f"{measure} {be} {found['sum']}{found['period'] or ''}{moved}"


def _held(fresh: Fresh, line: Span, found: re.Match[str], who: Cited) -> tuple[Part, ...]:
    """ "Alder had nearly 13% of the global market for energy storage systems in 2025"."""
    hedge = f"{found['hedge'].lower()} " if found["hedge"] else ""
    share = _cited(fresh, line, found, f"had {hedge}{found['share']}% of the {_worded(found['market'])}")
    made = fresh.lead.product
    goods = None if _GOODS.search(found["market"]) or made is None else cite_product(fresh.lead_citer, made)
    when = _cited(fresh, line, found, found["during"].strip()) if found["during"] else None
    if share.problem or (goods and goods.problem) or (when and when.problem):
        return ()
    of = (Part(" for "), goods.part) if goods else ()
    return (who.part, Part(" "), share.part, *of, *((Part(" "), when.part) if when else ()))


_KEPT = re.compile(_LAND.replace("|global|world|worldwide", ""), re.IGNORECASE)


def _worded(text: str) -> str:
    """As it stands in a running sentence: names of lands and what is written in capitals stay."""
    return re.sub(r"\b[A-Z][a-z]+\b", lambda word: word[0] if _KEPT.fullmatch(word[0]) else word[0].lower(), text)
