"""Companies by which headlines begin: "Voltaryn, Auris team up", "Daeil On Q1 profit jumps"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cellwire.claims.actors.naming import Around, beside, is_unheard, may_be_company
from cellwire.lexicon import regex

_GAP = regex(r",\s(?:the\s)?|\s(?:and|&)\s|,\sand\s")
# what several do, or are to do: "A, B |team up|", "A, B |to set up|"
_TOGETHER = regex(
    r"\s(?:(?:to|will|have|are|jointly|formally|reportedly)\s){0,2}"
    r"(?:sign|ink|team|tie|join|form|set up|agree|launch|end|dissolve|develop|build|plan|create|partner|collaborate"
    r"|work|cooperate"
    r"|settle|merge|extend|strike|unveil|enter|establish|mull|eye|scrap|break|expand|deepen|conclude|finali[sz]e"
    r"|discuss|invest|test"
    r"|explore|consider|start|sue|part|open|close|drop|seal|forge|announce|complete|call off|halt|shelve|suspend"
    r"|delay|weigh|near|renew|share|swap|pilot|found|co-develop"
    r"|jointly)\b(?!['’])"
)
_JOBS = r"(?:jobs|staff|posts|workers|workforce|employees|output|production|costs|spending|capex|prices)"
# what a firm is to do and a politician is not
_TO_DO = regex(
    rf"\sto\s(?:[a-z]+ly\s)?(?:(?:cut|slash|shed|axe|reduce|trim)\s(?:[\w.,%-]+\s){{0,4}}?{_JOBS}|lay off|let go"
    rf"|spin (?:off|out)|demerge"
    r"|recall|(?:buy|sell|acquire|take)\s(?:[\w.,%$€£¥-]+\s){0,4}?(?:stake|shares?|unit|business|of|over)|take over"
    r"|issue|list|file|ship|supply"
    r"|deliver|launch|raise|license|merge|go public|float|introduce|invest|mass[- ]produce|commerciali[sz]e|develop"
    r"|unveil|divest)\b"
)
# what a firm has, right behind its name: "|Daeil On| Q1 profit", "|Norrcell| bankruptcy", "|Hanbit SDI| workers"
_HAS = regex(
    r"(?:['’]s?)?\s(?:(?:Q[1-4]|H[12]|(?:first|second|third|fourth)-(?:quarter|half)|full-year|half-year|quarterly"
    r"|annual|net|operating"
    r"|battery|cell|energy|storage)\s){0,3}"
    r"(?:profits?|loss(?:es)?|revenues?|sales|earnings|results|shipments|deliveries|output|margins?|bankruptcy"
    r"|insolvency|workers|staff"
    r"|employees|creditors|administrators?|shareholders|share price|IPO|layoffs|job cuts|union|strike"
    r"|recall|(?:battery|cell)\s(?:plant|factory)\s(?:evacuated|burns|fire|blaze|shut|halted|hit))\b(?!['’]s\s[A-Z])"
)
# what a firm does with its figures or goods, beside the deeds of `openers`: "|flags| losses", "|sees| more shipments"
_DOES = regex(
    r"\s(?:in\s(?:[a-z]+\s)?(?:talks|negotiations|discussions)|flags?|widens?|narrows?|lost\s(?:an?|its|the|\d)"
    r"|logs?|books?|misses|guides?|sees\s(?:[\w-]+\s){0,3}(?:shipments|sales|profit|revenue|demand|growth|output)"
    r"|collects?|nets?|settles?|demerges?|spins?|surges?|jumps?|soars?|tumbles?|plunges?|slumps?"
    r"|goes\s(?:bust|public|bankrupt)|presents?|puts"
    r"|(?:has\s|is\s)?(?:voluntarily\s)?(?:recall(?:s|ed|ing)|(?:re-?)?(?:announce[sd]?|issue[sd]?|expand(?:s|ed)?)"
    r"\s(?:an?\s|the\s|its\s)?(?:[\w-]+\s){0,3}recall))\b"
)


def heads(text: str, runs: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The names that a text's first line begins with, where what stands behind them is a firm's."""
    line = text.partition("\n")[0]
    ends = dict(sorted([*runs, *taken]))
    at, row = 0, []
    while (end := ends.get(at)) is not None and end <= len(line):
        row.append((at, end))
        gap = _GAP.match(line, end)
        if gap is None:
            break
        at = gap.end()
    if not row:
        return
    last = row[-1][1]
    told = (
        _TOGETHER.match(line, last)
        if len(row) > 1
        else _HAS.match(line, last) or _TO_DO.match(line, last) or _DOES.match(line, last)
    )
    if told is None:
        return
    known = set(taken)
    yield from (text[start:end] for start, end in row if (start, end) not in known and _is_strange(text, start, end))


def _is_strange(text: str, start: int, end: int) -> bool:
    """Whether a name has a word that is no English one, and nothing says that it is no firm."""
    name = text[start:end]
    run = Around(name, *beside(text, start, end), often=False, inside=False, persons=frozenset())
    return any(map(is_unheard, name.split())) and may_be_company(run)
