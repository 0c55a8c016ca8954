"""Whether a story or an article is of the battery industry: no works for cars alone, no hydrogen of a battery maker."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from cellwire.lexicon import either, load_lexicon
from cellwire.model import Document, Kind, Role
from cellwire.publish.brief.doubting.heading import opening_of, told_by
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import RAW, Matter


@cache
def _words(name: str, *, first: bool = False) -> re.Pattern[str]:
    """Of a list of the data file; `first`: at the beginning alone. A price has a unit behind a stroke ("£90/MWh")."""
    lists = tomllib.loads((files("cellwire.publish.brief.doubting") / "industry.toml").read_text("utf-8"))
    start = "^" if first else r"(?<![\w/])"
    return re.compile(rf"{start}(?:{'|'.join(lists[name])})(?!\w)", re.IGNORECASE)


def speaks_of_batteries(title: str, below: str = "", *, named: bool = False) -> bool:
    """Whether a title, or what stands below it, is about batteries: no offer, and no car or gadget that has one.

    `named`: it names a firm that is known for batteries.
    """
    title, below = (_words("called_alike").sub(" ", words) for words in (title, below))
    if is_offered(title) or not (named or any(map(_words("batteries").search, (title, below)))):
        return False
    if _words("other_trades").search(title):
        return bool(_words("batteries_themselves").search(title))
    industry = _words("the_industry").search(title) or _words("the_industry_below").search(below)
    return bool(industry) or not _words("other_things").search(title)


def plainness(title: str) -> int:
    """How plainly a title tells news of the trade: something happens, and to more than a battery that a car has.

    What shares did behind the news ("…; Shares Up 4%") takes nothing from it.
    """
    bare = title.partition(";")[0]
    happens, trade = (bool(_words(name).search(bare)) for name in ("happens", "the_industry"))
    return happens + trade - any(_words(name).search(bare) for name in ("of_shares", "other_things"))


def speaks_of_trade(words: str) -> bool:
    """Whether a few words are the industry's, of batteries or what is built, supplied and recycled for them."""
    named = speaks_of_batteries(words) or bool(_words("the_industry").search(words))
    return named and not _words("other_things").search(words)


def is_offered(title: str) -> bool:
    """Whether it puts something up for sale; of the industry are sales and lows of other things too."""
    of_both = _words("offers_or_news").search(title) and not _words("the_industry").search(title)
    return bool(of_both or _words("offers").search(title))


def is_paid_for(title: str, below: str) -> bool:
    """Whether a text says at its head that it is an advertisement."""
    return any(_words("adverts", first=True).match(words.lstrip()) for words in (title, below))


def is_research(title: str, below: str) -> bool:
    """Whether a text is a paper of science, by its title, where nothing happens in it, or by its first words."""
    called = _words("research_titles").search(title) and not _words("happens").search(title)
    return bool(called or _words("research_below").search(below))


def names_a_page(title: str) -> bool:
    """Whether a title is that of an edition or a column, which hides what the text tells."""
    return bool(_words("nameplates", first=True).match(title))


def without_common_words(title: str) -> str:
    """A title without the words that any two titles of the industry have in common."""
    return _words("in_any_title").sub(" ", title)


def is_of_batteries(document: Document) -> bool:
    """Whether an article speaks of batteries in its title or its opening."""
    title, below = document.title, below_title(document)
    return speaks_of_batteries(title, below) and not is_paid_for(title, below) and not is_research(title, below)


def below_title(document: Document) -> str:
    """The words of its opening, without the title."""
    return document.text[document.extent.start : opening_of(document)].removeprefix(document.title)


def asks(title: str) -> bool:
    """Whether a title asks, shows, advises or sells a survey of a market, and tells no news."""
    asking = _words("asking", first=True).search(title) or _words("no_news").search(title)
    return "? " in f"{title} " or bool(asking)


def makes_batteries(organisation: str) -> bool:
    """Whether it is known for what goes into batteries, and for no cars."""
    known = load_lexicon().organisations.get(organisation)
    return known is not None and _makes_batteries(set(known.chain))


def lives_on_batteries(organisation: str) -> bool:
    """Whether what it does is news of batteries by itself: a miner's of several metals may be of another."""
    known = load_lexicon().organisations.get(organisation)
    return makes_batteries(organisation) and known is not None and not _OTHER_GOODS & set(known.chain)


_OTHER_GOODS = {"miner", "trader", "nickel", "copper", "alumina", "antimony", "rare earths", "customer", "vehicle"}
_BATTERIES = re.compile(r"\b(?:batter(?:y|ies)|cells?)\b(?![ -](?:powered|electric))", re.IGNORECASE)


_CARS = r"(?:cars?|vehicles?|trucks?|buses|PHEVs?|[BN]?EVs?|plug-ins?)"
_CAR_SALES = re.compile(
    rf"\b{_CARS}\b[^.;]{{0,25}}\b(?:sales|deliveries|registrations)\b"
    rf"|\b(?:sales|deliveries|registrations) of (?:[\w-]+ ){{0,3}}?{_CARS}\b"
    rf"|\b(?:sold|delivered|registered) [^.;]{{0,25}}\b{_CARS}\b",
    re.IGNORECASE,
)


def of_cars(matter: Matter, shelf: Shelf) -> bool:
    """A plant, a supply or a rule for cars, or sales of them, is battery news only where it speaks of batteries."""
    made = matter.lead.product
    if matter.kind is Kind.MARKET:
        if made is not None and made.name in RAW | {"storage"}:
            return False
        said = told_by(matter, shelf)
        return bool(_CAR_SALES.search(said)) and not _BATTERIES.search(said)
    if matter.kind not in {Kind.FACILITY, Kind.SUPPLY, Kind.POLICY} or made is None or made.name != "vehicle":
        return False
    return not _BATTERIES.search(told_by(matter, shelf))


_CHAIN = re.compile(
    r"\b(?:batter|lithium|cathode|anode|electrolyte|separator|electrode|gigafactor|cobalt|nickel|manganese|graphite|vanadium"
    r"|black mass|sodium-ion|solid-state)"
    rf"|\b(?:[MG]Wh|gigawatt[- ]hours?|energy storage|storage (?:systems?|projects?)|BESS|{either('stores')})\b",
    re.IGNORECASE,
)


_OTHER_INDUSTRIES = re.compile(
    r"\b(?:hydrogen|fuel[- ]cells?|electroly[sz]ers?|solar|photovoltaic|wind (?:farms?|turbines?|power)|nuclear|uranium"
    r"|semiconductors?|chips?|data cent(?:er|re)s?|LNG|natural gas|refinery|steel|displays?)\b",
    re.IGNORECASE,
)


def of_another_industry(matter: Matter, shelf: Shelf) -> bool:
    """What a battery maker does elsewhere: its texts have words of another industry, and none of the chain."""
    texts = [shelf.documents[id].text for id in shelf.texts_of(matter.developments)]
    return all(_OTHER_INDUSTRIES.search(text) and not _CHAIN.search(text) for text in texts)


def _makes_batteries(chain: set[str]) -> bool:
    return bool(chain - _OTHER_TRADES) and "carmaker" not in chain


_OTHER_TRADES = {
    "carmaker",
    "utility",
    "developer",
    "finance",
    "storage",
    "charging",
    "trader",
    "customer",
    "technology",
}


def of_goods_untold(matter: Matter) -> bool:
    """A "plant" of which nothing tells what it makes, and whose owners are not known for what goes into batteries."""
    told = matter.lead.product or matter.product or matter.chemistry or matter.site
    sized = any(not told.value.unit.startswith("vehicles") for told in matter.capacity)
    if matter.kind is not Kind.FACILITY or told or sized:
        return False
    known = load_lexicon().organisations
    owners = [told.value.id for told in matter.parties if told.value.role in {Role.OWNER, Role.OPERATOR}]
    chains = [set(known[id].chain) if id in known else set() for id in owners]
    return bool(chains) and not any(map(_makes_batteries, chains))
