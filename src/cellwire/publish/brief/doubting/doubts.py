"""Stories that are not printed: read with too little certainty, or belied by a better supported story of the week.

Each was read from words that stand there; printed beside the others it would make the brief say two things.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from cellwire.lexicon import load_lexicon
from cellwire.model import DEAL_KINDS, STEP_DATES, DateWhat, HitKind, Kind, Role
from cellwire.publish.brief.doubting.against import done_by_others, of_another_thing, of_no_batteries, told_before
from cellwire.publish.brief.doubting.floors import below, floor
from cellwire.publish.brief.doubting.heading import far_down, headed, opens, told_by
from cellwire.publish.brief.doubting.industries import of_another_industry, of_cars, of_goods_untold
from cellwire.publish.brief.doubting.titles import doubt_of_titles, names_all, told_by_a_title
from cellwire.publish.brief.holdings import Shelf, yet_to_come
from cellwire.publish.brief.matter import Matter, Mode, all_figures, companies_of, figures
from cellwire.publish.brief.sameness import (
    agreed_on,
    among_partners,
    brought_by,
    by_two_goods,
    made_there,
    nowhere,
    put_up_as_agreed,
    supplied_there,
    turned_round,
)

_OLD = 42  # days
_AGREED = {"signed", "completed"}
_SOMEBODYS = {Kind.FACILITY, *DEAL_KINDS, Kind.TECHNOLOGY}
_AGES = 180  # days, after which even a headline only recalls it


_PAID = re.compile(
    r"\b(?:secures?|secured|raises?|lands?|wins?|gets?|closes?|receives?|bags?|attracts?)\b[^.;]{0,60}"
    r"(?:\b(?:investors?|investments?|funding|financing|loans?|grants?|stake)\b|[$€£]\d)",
    re.IGNORECASE,
)


def _only_paid_for(matter: Matter, shelf: Shelf) -> bool:
    """A plant of which nothing is said but that it is to come, where every title is of the money for it."""
    if matter.kind is not Kind.FACILITY or not matter.ahead or any(figures(matter)) or matter.dates:
        return False
    titles = [shelf.documents[id].title for id in shelf.texts_of(matter.developments)]
    return all(_PAID.search(title) for title in titles)


def too_unsure(matter: Matter, shelf: Shelf, *, least: float) -> str:
    """Empty, or how sure the surest telling of its kind is: a story may carry its deal along.

    What a text says in its title or its first paragraph needs less: there it is seldom something else.
    """
    own = [dev for id in matter.developments if (dev := shelf.developments[id]).kind is matter.kind]
    sure = [dev for dev in own if dev.confidence >= (floor("opening") if opens(dev, shelf) else least)]
    if not sure:
        return f"read with too little certainty ({below(max(dev.confidence for dev in own))})"
    exact = max(dev.exactness for dev in sure)
    agreed = matter.origins > 1 or matter.mark != "new"  # goes on with what was told before, or denies it
    enough = floor("agreed" if agreed else "exactness")
    return f"too unsure who does what there ({below(exact)})" if exact < enough else ""


def own_doubt(matter: Matter, shelf: Shelf) -> str:
    """Empty, or what in the story itself speaks against printing it, however sure its reading."""
    return next((why for doubt in _OWN if (why := doubt(matter, shelf))), "")


def _is_nobodys(matter: Matter) -> bool:
    """Who permits, pays for or supplies a plant does not own it."""
    others = {Role.GOVERNMENT, Role.SUPPLIER} if matter.kind is Kind.FACILITY else set()
    somebodys = any(told.value.role not in others for told in matter.parties)
    return matter.kind in _SOMEBODYS and not (somebodys or _stands_somewhere(matter))


_STORE = re.compile(
    r"\b(?:storage|BESS|battery (?:park|project|farm|system|site|facility|array)|big battery"
    r"|(?:largest|biggest) battery(?! (?:plant|factory|maker)))\b|\d ?[MG]Wh? (?:[\w-]+ ){0,3}?battery\b",
    re.IGNORECASE,
)
_BEGUN = {"permitted", "construction", "operating"}


def _stands_somewhere(matter: Matter) -> bool:
    """ "Work starts on a 400 MWh battery store in Sonora" is news of a store there, whoever is to own it."""
    stores = matter.kind is Kind.FACILITY and matter.product is not None and matter.product.value.name == "storage"
    sized = bool(matter.capacity or matter.money) or matter.stage in _BEGUN
    return bool(stores and sized and (matter.place or matter.country) and _STORE.search(matter.lead.quote))


def doubted_by(matter: Matter, other: Matter, shelf: Shelf) -> str:
    """Empty, or why a story is not printed beside another that is."""
    if tells_more(matter, other, shelf):
        return "another story tells more of the same plant"
    if made_there(matter, other):
        return "told with the plant that is to make it"
    if supplied_there(matter, other, shelf):
        return "told with the plant that is to supply it"
    if brought_by(matter, other):
        return "told with the deal that brings it"
    if agreed_on(matter, other) or put_up_as_agreed(matter, other):
        return "told with the agreement to put it up"
    return "told with what the partners build together" if among_partners(matter, other) else ""


def tells_more(matter: Matter, other: Matter, shelf: Shelf) -> bool:
    """Whether the other story tells more of the same plant."""
    plants = other.kind is matter.kind is Kind.FACILITY
    if other is matter:
        return False
    twin = plants and bool(figures(other)) and by_two_goods(matter, other)
    return nowhere(matter, other) or twin or (plants and _fuller(matter, other, shelf))


def _long_past(matter: Matter, *, days: int = _OLD) -> bool:
    step = STEP_DATES.get(matter.stage) if matter.kind is Kind.FACILITY and matter.mode is Mode.ASSERTED else None
    event = matter.date(DateWhat.EVENT) or (matter.date(step) if step else None)
    days_told = [event.value] if event else [date for date in matter.lead.dates if date.what is DateWhat.EVENT]
    return bool(days_told) and all((matter.told - each.date.last).days > days for each in days_told)


def _done_before(matter: Matter, shelf: Shelf) -> bool:
    """ "The deal follows one with LG Energy Solution, signed on Oct. 5": a title would name both sides of a new one."""
    event = matter.date(DateWhat.EVENT)
    if matter.kind not in DEAL_KINDS or event is None or not event.value.date.to_the_day:
        return False
    titles = [shelf.documents[id].title for id in shelf.texts_of(matter.developments)]
    return event.value.date.last < shelf.first and not any(names_all(matter, title) for title in titles)


_HOLDS = re.compile(
    r"\b(?:holds?|held|owns?|has|have) (?:(?:an?|the|equal|[\d.]+%|\w+ per ?cent) ){0,3}(?:ownership |equity )?$"
)


_STAKE = re.compile(r"(?:equity |ownership )?(?:stakes?|shares?|interests?)\b", re.IGNORECASE)


def _only_held(matter: Matter, shelf: Shelf) -> bool:
    """ "A and B hold equal ownership |stakes| in C": nobody buys one; "has |acquired| a stake" is no holding."""
    trigger = matter.lead.trigger
    if matter.kind is not Kind.INVESTMENT or trigger is None:
        return False
    text = shelf.documents[matter.lead.document].text
    before = text[max(0, trigger.start - 60) : trigger.start]
    return bool(_STAKE.match(trigger.cut(text)) and _HOLDS.search(before))


_A_PART = (
    r"['’]s?\s(?:[\w.-]+\s){0,4}?(?:subsidiar(?:y|ies)|unit|arm|division|business|operations|plant|factory|assets)\b"
)


_UNIT_LISTED = re.compile(
    r"\bspin-?offs?\b[^.;]{0,60}\blist(?:s|ed|ing)\b|\blist(?:ing)?\b[^.;]{0,40}\bspin-?offs?\b"
    r"|\b(?:IPO|offering|listing|flotation) of (?:its|the|an?)\b[^.;]{0,40}\b(?:unit|subsidiary|arm|division)\b",
    re.IGNORECASE,
)


def _buys_a_part(matter: Matter, shelf: Shelf) -> bool:
    """ "A stake in |Alder's US subsidiary|": not in Alder; and who lists a unit is not listed."""
    if matter.kind is not Kind.INVESTMENT:
        return False
    if matter.lead.rule == "investment.round" and _UNIT_LISTED.search(matter.lead.quote):
        return True
    targets = [told.value.name for told in matter.parties if told.value.role is Role.TARGET]
    said = told_by(matter, shelf)
    return any(
        re.search(rf"\b(?:in|of|buy\w*|acquir\w*|takes? over)\s{re.escape(name)}{_A_PART}", said) for name in targets
    )


_IN_A_TOWN = re.compile(
    r"[^.;,]{0,60}?\b(?:in|at|near) (?:nearby |neighbou?ring )?(?P<town>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)"
)


def _of_two_plants(matter: Matter, shelf: Shelf) -> bool:
    """ "Its Greer plant to build cars and $70 million to build a |pack plant| in nearby Woodruff" has none in Greer."""
    place, made = matter.lead.place, matter.lead.product
    if matter.kind is not Kind.FACILITY or not (place and made and place.span.end <= made.span.start):
        return False
    text = shelf.documents[matter.lead.document].text
    between, behind = text[place.span.end : made.span.start], text[made.span.end : made.span.end + 120]
    other = _IN_A_TOWN.match(behind)
    if other is None or not re.search(r"\band\b", between) or re.search(r"[.;\n]\s", between):
        return False
    wide = [hit for hit in load_lexicon().find(other["town"]) if hit.kind is HitKind.PLACE]
    places = load_lexicon().localities
    town = not any(places[hit.ids[0]].kind in {"country", "area", "region"} for hit in wide)
    return town and place.name not in other["town"]


def _fuller(matter: Matter, other: Matter, shelf: Shelf) -> bool:
    """Two figures in common, and more besides: a dateline or an owner's name made a second plant of it."""
    ours, theirs = all_figures(matter, shelf), all_figures(other, shelf)
    alike = other is not matter and bool(companies_of(matter) & companies_of(other))
    return alike and len(ours & theirs) > 1 and set(figures(matter)) <= theirs and len(theirs) > len(ours)


def belied_by(matter: Matter, other: Matter, shelf: Shelf) -> str:
    """Empty, or what a better told story of its kind says against it."""
    if other.kind is not matter.kind:
        return ""
    if turned_round(matter, other):
        return "a better supported story has the parties in each other's place"
    if matter.kind is not Kind.FACILITY:
        talks = matter.stage in _AGREED and other.stage == "considered" and other.origins > matter.origins
        return "more texts have it as talks" if talks and companies_of(matter) == companies_of(other) else ""
    same_text = shelf.texts_of(matter.developments) <= shelf.texts_of(other.developments)
    if not companies_of(matter) & companies_of(other):
        there = same_text and _bare(matter) and bool(_town(matter)) and _town(matter) == _town(other)
        return "its text tells of another company's plant there" if there else ""
    if _still_built(matter, other):
        return "another text has the plant there as being built, to start later"
    if same_text and not (matter.place or matter.country or matter.product):
        return "its text says neither where it is nor what it makes"
    if same_text and _bare(matter) and (not _bare(other) or (other.place and not matter.place)):
        return "its text says only where it is, and tells of another plant of the company"
    return ""


def _nobodys_fire(matter: Matter, _: Shelf) -> bool:
    """ "A fire has been reported": who puts it out does not say where."""
    somebodys = any(told.value.role is not Role.GOVERNMENT for told in matter.parties)
    return matter.kind is Kind.INCIDENT and not (somebodys or matter.place or matter.country)


def _still_built(matter: Matter, other: Matter) -> bool:
    """ "The opening of its works" in one text, where in another ground is broken there, to start in two years."""
    start = other.date(DateWhat.PRODUCTION_START)
    runs = matter.stage == "operating" and not matter.ordinal and matter.origins <= other.origins
    there = bool(_town(matter)) and _town(matter) == _town(other) and other.stage == "construction"
    return bool(runs and there and start and (start.value.date.first - matter.told).days > _OLD)


def _town(matter: Matter) -> str:
    known = load_lexicon().localities.get(matter.place.value.id or "") if matter.place else None
    return known.id if known and known.kind == "city" else ""


def _bare(matter: Matter) -> bool:
    """Neither a figure nor a date but that of the telling."""
    dated = any(told.value.what is not DateWhat.EVENT for told in matter.dates)
    return not (matter.capacity or matter.money or matter.jobs or dated)


def _only_by_words(matter: Matter, shelf: Shelf) -> bool:
    return all(shelf.developments[id].by_words for id in matter.developments)


def _in_passing(matter: Matter, shelf: Shelf) -> bool:
    near = (headed(shelf.developments[id], shelf) for id in matter.developments)
    return not (any(near) or told_by_a_title(matter, shelf))


def _still_ahead(matter: Matter, shelf: Shelf) -> bool:
    return yet_to_come(matter.lead, shelf.documents[matter.lead.document])


def _nobodys_rule(matter: Matter, _: Shelf) -> bool:
    return matter.kind is Kind.POLICY and not (matter.parties or matter.country or matter.place)


def _unquoted(matter: Matter, _: Shelf) -> bool:
    return bool(matter.lead.parties) and not (matter.parties or _stands_somewhere(matter))


def _recalled(matter: Matter, _: Shelf) -> bool:
    return _long_past(matter) and (not matter.fronted or _long_past(matter, days=_AGES))


def _of_goods_untold(matter: Matter, _: Shelf) -> bool:
    return of_goods_untold(matter)


def _for_cars(matter: Matter, shelf: Shelf) -> str:
    what = {Kind.FACILITY: "a plant", Kind.MARKET: "sales", Kind.POLICY: "a rule"}.get(matter.kind, "a supply")
    return f"{what} for vehicles, and of no batteries" if of_cars(matter, shelf) else ""


def _far_down(matter: Matter, shelf: Shelf) -> str:
    if not all(far_down(shelf.developments[id], shelf) for id in matter.developments):
        return ""
    return "told by one text alone, far down in it" if matter.origins == 1 else "told far down in all its texts"


def _nobodys(matter: Matter, _: Shelf) -> str:
    if not _is_nobodys(matter):
        return ""
    if matter.origins == 1:
        return "told by one text alone, which does not name whose it is"
    return "its texts do not name whose it is" if matter.kind is Kind.FACILITY else ""


Doubt = Callable[[Matter, Shelf], str]


def _if(test: Callable[[Matter, Shelf], bool], why: str) -> Doubt:
    return lambda matter, shelf: why if test(matter, shelf) else ""


_OWN: tuple[Doubt, ...] = (
    _if(_only_by_words, "read from its words together, and by no rule from one sentence"),
    _if(_in_passing, "mentioned in passing"),
    _if(_still_ahead, "its words tell of a plan, and it was read as done"),
    done_by_others,
    of_no_batteries,
    told_before,
    _if(_nobodys_fire, "its text says neither where it is nor whose"),
    _if(_nobodys_rule, "its texts do not say whose rule it is"),
    _if(_unquoted, "no quote says whose it is"),
    _if(_recalled, "happened long before, and mentioned in passing"),
    _if(_done_before, "done before the week, and in no title"),
    _if(_only_held, "held, not bought"),
    _if(_buys_a_part, "what changes hands is a part of the company that was read"),
    of_another_thing,
    _if(_of_goods_untold, "no words say what its plant makes, and its owner is no battery firm"),
    _if(of_another_industry, "its text speaks of another industry, and of no batteries"),
    _for_cars,
    _if(_of_two_plants, "its sentence gives the place of one plant and the goods of another"),
    _far_down,
    _nobodys,
    doubt_of_titles,
    _if(_only_paid_for, "its titles tell of money for it"),
)
