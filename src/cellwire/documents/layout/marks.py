"""Which lines are adverts, links or captions, and which words show a roundup: the rules of `marks.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from cellwire.model import BlockKind


@dataclass(frozen=True, slots=True)
class Marks:
    advert_words: int
    advert_starts: re.Pattern[str]
    advert_anywhere: re.Pattern[str]
    advert_label: re.Pattern[str]
    advert_whole: re.Pattern[str]
    links_open: re.Pattern[str]
    links_line: re.Pattern[str]
    wall: re.Pattern[str]
    rest: re.Pattern[str]
    filler: frozenset[str]
    more: re.Pattern[str]
    caption_starts: re.Pattern[str]
    roundup_title: re.Pattern[str]
    roundup_opening: re.Pattern[str]
    series_title: re.Pattern[str]
    likely_title: re.Pattern[str]
    listicle: re.Pattern[str]
    roundup_name: re.Pattern[str]
    live_title: re.Pattern[str]
    contents: re.Pattern[str]
    summary: re.Pattern[str]
    source: re.Pattern[str]
    group: re.Pattern[str]
    imprint: re.Pattern[str]
    unsubscribe: re.Pattern[str]
    mail_link: re.Pattern[str]
    invites: re.Pattern[str]
    goes_on: re.Pattern[str]
    greeting: re.Pattern[str]
    announces_words: re.Pattern[str]
    kicker: re.Pattern[str]
    error: re.Pattern[str]
    refusing: re.Pattern[str]
    everyday: frozenset[str]
    part_heading: re.Pattern[str]
    closing: re.Pattern[str]


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@cache
def marks() -> Marks:
    """The rules, read once."""
    table = tomllib.loads((files("cellwire.documents.layout") / "marks.toml").read_text("utf-8"))
    return Marks(
        advert_words=table["advert"]["longest"],
        advert_starts=_any(table["advert"]["starts"]),
        advert_anywhere=_any(table["advert"]["anywhere"]),
        advert_label=_any(table["advert"]["labels"]),
        advert_whole=_any(table["advert"]["whole"]),
        links_open=_any(table["links"]["opens"]),
        links_line=_any(table["links"]["lines"]),
        wall=_any(table["wall"]["lines"]),
        rest=_any(table["wall"]["rest"]),
        filler=frozenset(table["wall"]["filler"].split()),
        more=_any(table["wall"]["more"]),
        caption_starts=_any(table["caption"]["starts"]),
        roundup_title=_any(table["roundup"]["title"]),
        roundup_opening=_any(table["roundup"]["opening"]),
        series_title=_any(table["roundup"]["series"]),
        likely_title=_any(table["roundup"]["likely"]),
        listicle=_any(table["roundup"]["listicle"]),
        roundup_name=_any(table["roundup"]["names"]),
        live_title=re.compile("|".join(table["roundup"]["live"])),
        source=_any(table["roundup"]["source"]),
        group=_any(table["roundup"]["groups"]),
        contents=_any(table["roundup"]["contents"]),
        summary=_any(table["roundup"]["summary"]),
        imprint=_any(table["roundup"]["imprint"]),
        unsubscribe=_any(table["roundup"]["unsubscribe"]),
        mail_link=_any(table["roundup"]["mail_link"]),
        invites=_any(table["roundup"]["invites"]),
        goes_on=re.compile("|".join(f"(?:{each})" for each in table["roundup"]["goes_on"])),
        greeting=_any(table["roundup"]["greeting"]),
        kicker=re.compile("|".join(table["roundup"]["kicker"])),
        announces_words=_any(table["roundup"]["announces_words"]),
        error=_any(table["refused"]["error"]),
        refusing=_any(table["refused"]["wall"]),
        everyday=frozenset(table["roundup"]["everyday"].split()),
        part_heading=_any(table["parts"]["headings"]),
        closing=_any(table["parts"]["closing"]),
    )


_NO_LETTER = re.compile(r"[\W_]+")
_SIGNS = re.compile(r"^[\W_]+|[^\w?:!.]+$")
_MARKUP = re.compile(r"[*_#`>\[\]|]+|^-{2,}|-{2,}$|\\(?=\W)|</?\w[^<>]{0,80}>|^[\s\-–—•]+")


@lru_cache(maxsize=2_000)  # each rule asks for the same lines again
def bare(words: str) -> str:
    """The words without markdown and on one line, to compare with rules."""
    return " ".join(_MARKUP.sub("", words).split())


def named(words: str) -> str:
    """A heading's words without the signs before and behind them: "📊 Summary"."""
    return _SIGNS.sub("", bare(words))


def squeezed(words: str) -> str:
    """Letters and figures alone, to compare a title or a name with how it is written elsewhere."""
    return _NO_LETTER.sub("", words).lower()


def kind_of_line(words: str) -> BlockKind | None:
    """ADVERT, LINKS or CAPTION where a rule says so; None leaves the block what its place on the page makes it."""
    if len(words) > 600:
        return None  # long enough to be news
    rules, line = marks(), bare(words)
    count = len(line.split())
    if count <= rules.advert_words and (rules.advert_starts.match(line) or rules.advert_anywhere.search(line)):
        return BlockKind.ADVERT
    if count <= 40 and rules.links_line.fullmatch(line):
        return BlockKind.LINKS
    if count <= 60 and rules.caption_starts.match(line):
        return BlockKind.CAPTION
    return None


def announces_advert(words: str) -> bool:
    """Whether a short line ("Together with Solvo") says that the next paragraph is a sponsor's."""
    line = bare(words).strip("<>-_=*~ ") if len(words) <= 100 else ""
    return len(line.split()) <= 7 and bool(marks().advert_label.fullmatch(line.rstrip(" :")))


def is_paid(title: str, first: str) -> bool:
    """Whether a text says in its title or first line that somebody paid for it."""
    lines = (bare(title), bare(first) if len(first) <= 160 else "")
    return any(marks().advert_whole.match(line) for line in lines)


def opens_links(words: str) -> bool:
    """Whether a line of its own ("More info:", "Related articles") opens a list of links."""
    if len(words) > 100:
        return False
    line = bare(words).rstrip(" :：.…#")
    return bool(marks().links_open.fullmatch(line))


_OPENING = 1000  # characters in which a line that announces several news does so


def announces(words: str) -> bool:
    """Whether words that stand first announce several news: "Here is what happened this week"."""
    return marks().roundup_opening.search(words[:_OPENING]) is not None
