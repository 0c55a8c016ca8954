"""Who has a part in a plant: its owners, partners and suppliers, who it is for and who governs where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cellwire.claims.actors import CONTRACTOR, Group, distinct, groups, led_by, subject
from cellwire.claims.clauses import Actor
from cellwire.claims.gates import gated
from cellwire.claims.kinds.facility.agreeing import AGREED
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.kinds.goods import STORES
from cellwire.claims.kinds.lands import acting_land, government_of
from cellwire.claims.scene import Cue, Name, Scene, Sentence
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import Role

_FAR = 100  # characters


def parties(clause: Sentence, sign: Sign, thing: Cue, scene: Scene) -> tuple[Actor, ...]:
    """Who has a part in it; a land that builds itself, where nobody else is named."""
    if clause.names:
        told = _without_licensors(clause, tuple(_actors(clause, sign, thing)), scene)
        return _with_main(clause, told, scene)
    land = None if sign.rule in _MEANT else acting_land(clause, sign.cue)
    return (Actor(government_of(land), Role.GOVERNMENT),) if land else ()


# "that |it's partnering with| B to build a plant": so does whom the text is about
_IT_WITH = gated(
    r"\b(?:it|they)(?:['’](?:s|re)|\s(?:is|are|was|were|will|would|had|has|have))\s(?:[a-z]+\s){0,2}?"
    r"(?:partner|team)\w*(?:\sup)?\swith\s(?:[\w'’.-]+\s){0,7}\(?$",
    needs="partner partnering partnered team teaming teamed",
)


def _with_main(clause: Sentence, actors: tuple[Actor, ...], scene: Scene) -> tuple[Actor, ...]:
    """The same with whom the text is about, where the only owner told of is with whom "it" builds."""
    owners = [actor.name for actor in actors if actor.role is Role.OWNER]
    main = scene.main
    if len(owners) != 1 or main is None or main.kind in _NO_OWNERS or main.id == owners[0].id:
        return actors
    with_it = _IT_WITH.search(clause.before(owners[0].said.start, 90), clause.opened)
    return (Actor.of(main, Role.OWNER), *actors) if with_it else actors


_MEANT = frozenset({"plan", "consider"})  # what a land only means to have is built by others


_LICENSED_FROM = gated(
    r"\blicens(?:e|es|ed|ing)\b[^.;]{0,60}\sfrom\s(?:[\w'’-]+\s){0,3}$"
    r"|\b(?:technology|know-how)\s(?:and\s[\w-]+\s)?(?:provided|licensed|supplied)\sby\s(?:[\w'’-]+\s){0,3}$"
)


def _without_licensors(clause: Sentence, actors: tuple[Actor, ...], scene: Scene) -> tuple[Actor, ...]:
    """Who only lends its technology is a partner: "partners with B to build", by "technology |licensed from B|"."""
    owners = {actor.name.id for actor in actors if actor.role is Role.OWNER}
    lend = {
        name.id
        for sentence in scene.sentences
        for name in sentence.names
        if name.id in owners and _LICENSED_FROM.search(sentence.before(name.said.start, 110), sentence.opened)
    }
    if not lend:
        return actors
    told = tuple(replace(actor, role=Role.PARTNER) if actor.name.id in lend else actor for actor in actors)
    if lend != owners:
        return told
    first = next((name for group in groups(clause) for name in _companies(group.names) if name.id not in lend), None)
    before = first is not None and all(first.said.start < actor.name.said.start for actor in actors)
    return (Actor(first, Role.OWNER), *told) if first and before else actors


_NEXT_VERB = regex(r",\s(?:has|have|had|said|signed|announced|entered|will|is|was)\s")


def _actors(clause: Sentence, sign: Sign, thing: Cue) -> Iterator[Actor]:
    found = [group for group in groups(clause) if not _has_another_plant(clause, group)]
    makers = [group for group in found if _delivers(clause, group, thing)]
    yield from (Actor(name, Role.SUPPLIER) for group in makers for name in _companies(group.names))
    found = [group for group in found if group not in makers]
    if served := _served_by_it(clause, found, thing):
        buyer, builder = served
        yield from (Actor.of(name, Role.OWNER) for name in _companies(builder.names))
        yield from (Actor(name, Role.CUSTOMER) for name in _companies(buyer.names))
        return
    owners, suppliers = _apart(_owners(clause, found, sign, thing), sign, thing)
    yield from (Actor(name, Role.SUPPLIER) for name in suppliers)
    for name in owners:
        yield Actor.of(name, Role.OWNER)
    known = {name.id for name in owners}
    for group in led_by(found, ("with", "alongside", "together with", "along with")):
        if _NEXT_VERB.search(clause.between(sign.cue.span, group.span)):
            continue  # "A, which is developing its mine, |has signed a deal with| B"
        itself = all(name.referred for name in group.names)  # "Alder will build it with its subsidiary"
        role = Role.OWNER if itself or sign.rule == AGREED or _owns_too(clause, group) else Role.PARTNER
        for name in distinct(group.names):
            if name.id not in known and name.kind != CONTRACTOR:
                known.add(name.id)
                yield Actor.of(name, role)
    for group in led_by(found, ("for", "to"), after=thing.span.start):
        for name in () if _CLOSE.search(clause.before(group.span.start, 60)) else distinct(group.names):
            if name.id not in known and "carmaker" in name.chain:
                known.add(name.id)
                yield Actor(name, Role.CUSTOMER)
    for group in found:
        if _is_served(group, sign, thing) or _is_helped(clause, group):
            yield from (Actor(name, Role.CUSTOMER) for name in _companies(group.names) if name.id not in known)
    for name in distinct(each for group in found for each in group.names):
        if name.kind == "government" and name.id not in known and _OFFICIAL.search(clause.text, clause.opened):
            known.add(name.id)
            yield Actor(name, Role.GOVERNMENT)


def _apart(names: list[Name], sign: Sign, thing: Cue) -> tuple[list[Name], list[Name]]:
    """Who plans a store of power, and who makes such stores: "|A, an integrator,| and B announce a storage project"."""
    makers = [name for name in names if "storage" in name.chain and _OWNS_STORES.isdisjoint(name.chain)]
    planned = sign.stage == "announced" and "facility.storage" in thing.tags
    if not planned or not makers or len(makers) == len(names):
        return names, []
    return [name for name in names if name not in makers], makers


_OWNS_STORES = frozenset({"developer", "utility"})


def _has_another_plant(clause: Sentence, group: Group) -> bool:
    """Whether it is named for a plant that was there before, or stands beside the one that is told of."""
    before = clause.before(group.span.start, 90)
    beside = _BESIDE.search(before, clause.opened) and _PLANT_BEHIND.match(clause.after(group.span.end, 60))
    return bool(beside or _BESIDE_THOSE_OF.search(before, clause.opened) or _WAS_THEIRS.search(before, clause.opened))


# "the factory going up |beside the| B plant"
_BESIDE = gated(
    r"\b(?:beside|next (?:to|door to)|adjacent to|across from|opposite|alongside|close to|near|not far from)\s"
    r"(?:an?\s|the\s)?(?:existing\s|new\s|former\s)?$"
)
# "located close to the |factories of| B and C"
_BESIDE_THOSE_OF = gated(
    r"\b(?:beside|next (?:to|door to)|adjacent to|across from|opposite|close to|near|not far from)\s"
    rf"(?:an?\s|the\s)?(?:[\w-]+\s){{0,3}}?(?:{PLANT}|{PLANTS})\sof\s(?:[\w-]+\s){{0,3}}$"
)
_PLANT_BEHIND = regex(rf"(?:['’]s)?\s(?:[\w-]+\s){{0,4}}?{PLANT}\b")
# "to redevelop a |former plant operated by| B": it was B's
_WAS_THEIRS = gated(
    rf"\b(?:former|old|disused|shuttered|abandoned|closed)\s(?:[\w-]+\s){{0,3}}?{PLANT}\s"
    r"(?:that was\s|once\s|previously\s|formerly\s)?(?:operated|owned|run)\sby\s(?:[\w-]+\s){0,3}$"
)
_JOINTLY_WITH = gated(r"\b(?:[Jj]ointly|[Tt]ogether)\b(?:\s[\w$€£.,-]+){0,5}?,?\swith\s(?:[\w'’-]+\s){0,4}$")
_BOUND_WITH = gated(
    r"\b(?:agreements?|deals?|pacts?|partner(?:s|ed|ing)?|team(?:s|ed|ing)?(?:\sup)?|work(?:s|ed|ing)?|(?:join(?:s|ed|ing)?"
    r"\sforces)|MoUs?|MOUs?|memorandum(?:\sof\sunderstanding)?|tie-?ups?)(?:\s\([^()]*\))?\swith\s(?:[\w'’-]+\s){0,4}$"
)
_TO_BUILD = regex(
    r"^(?:[’']s)?[^.;]{0,60}\sto\s(?:\w+ly\s)?"
    r"(?:build|construct|develop|set up|establish|open|invest|found|create|operate|run)\b"
)


def _owns_too(clause: Sentence, group: Group) -> bool:
    """Whether who stands beside a plant's owner builds it with him: "a deal with B to build", "jointly with B"."""
    before = clause.before(group.span.start, 90)
    if _JOINTLY_WITH.search(before, clause.opened):
        return True
    return bool(_BOUND_WITH.search(before, clause.opened)) and bool(_TO_BUILD.match(clause.after(group.span.end, 100)))


_FOR_THE_BUYER = regex(
    r"[^.;]{0,60}?\s(?:to|that will|which will|that would|which would|will)\s(?:supply|power|equip|feed|serve)\s"
    r"(?:its|their|the\s(?:car|auto|truck|vehicle)\s?-?maker|the\s(?:company|group|project|brand))\b"
)


def _served_by_it(clause: Sentence, found: list[Group], thing: Cue) -> tuple[Group, Group] | None:
    """Who buys and who builds: a carmaker's "deal with B to build a cell plant |to supply its cars|" is B's plant."""
    for group in led_by(found, ("with",), until=thing.span.start):
        if not _owns_too(clause, group) or _JOINTLY_WITH.search(clause.before(group.span.start, 90), clause.opened):
            continue
        buyer = subject(found, group.span.start)
        makes_cars = buyer and all("carmaker" in name.chain for name in buyer.names)
        rival = any("carmaker" in name.chain for name in group.names)
        if buyer and makes_cars and not rival and _FOR_THE_BUYER.match(clause.after(thing.span.end, 160)):
            return buyer, group
    return None


_CLOSE = regex(r"\b(?:close|next|adjacent|next door)\sto\s(?:[\w'’,-]+\s){0,5}$")  # "in Lima, |close to| Alder's plant"
_OFFICIAL = gated(  # what makes a government a party: not that it pays, speaks, wishes or is in the way
    r"\b(?:sign\w*|inked|memorandum|MoUs?|MOUs?|agreements?|approv\w+|permission|permit\w*|green light|greenlight\w*"
    r"|consent\w*|back(?:s|ed)|licen[cs]\w+|go-ahead|clear\w* the way)\b"
)
_WARES = regex(
    rf"^(?:['’]s)?\s(?:(?:first|new|own|[\w-]*made)\s)?(?:(?i:{STORES})"
    r"|(?:[Bb]atter(?:y|ies)|[Cc]ells?)(?=\s(?:will|to|are|from|that)\b))"
)
_ORDERED = regex(
    r"^\s(?:has\s|have\s)?(?:w[io]n|gets?|got|gain|secur|land|receiv|bag)\w*\s[^,;.]{0,40}\b(?:orders?|contracts?)\b"
)
_PROVIDES = regex(
    r"^(?:,\s[^,]{1,60},)?\s(?:(?:will|would|is to|are to|has|have|also)\s){0,2}(?:provid|suppl|deliver|ship)\w*\s"
    rf"[^,;.]{{0,60}}\b(?:units|systems?|batter(?:y|ies)|packs?|(?i:{STORES})|cells|containers|equipment)\b"
    r"[^,;.]{0,30}\s(?:for|to)\s"
)


# who builds for somebody else: "will be building all three facilities under the EPC contract"
_BY_CONTRACT = regex(
    r"^[^.;]{0,80}\b(?:under|as part of) (?:the|an?|its|this) (?:[\w-]+ ){0,3}(?:EPC|turnkey|construction) contract\b"
)


# "a storage park is in operation, |supplied by| Alder"
_SUPPLIED_BY = gated(
    r"\b(?:supplied|delivered)\sby\s(?:the\s)?(?:[\w’'&.-]+\s){0,3}$",
)


def _delivers(clause: Sentence, group: Group, thing: Cue) -> bool:
    """Whether a company only delivers what power is stored in: "Alder will provide 140 units for the project"."""
    behind = clause.after(group.names[-1].said.end, 160)
    stored = "facility.storage" in thing.tags
    if stored and (_WARES.match(behind) or _ORDERED.match(behind)):
        return True
    if stored and _SUPPLIED_BY.search(clause.before(group.span.start, 60), clause.opened):
        return True
    if _BY_CONTRACT.search(behind):
        return True
    return bool(_PROVIDES.match(behind)) and thing.span.start > group.span.end and not clause.has("facility.plant")


def _owners(clause: Sentence, found: list[Group], sign: Sign, thing: Cue) -> list[Name]:
    firms = [
        group
        for group in found
        if group.lead not in {"than", "like", "unlike"}
        and any(name.kind not in _NO_OWNERS for name in group.names)
        and not _BRANDS.search(clause.before(group.span.start, 80), clause.opened)
        and not _SERVED.search(clause.before(group.span.start, 80), clause.opened)
        and not _is_helped(clause, group)
    ]
    firms = [group for group in firms if not _is_owned(clause, group, firms)] or firms
    possessing = [
        group
        for group in firms
        if (
            group.owns
            or _names_it(clause, group, thing)
            or (_possessive(clause, group) and not _its_unit(clause, group))
        )
        and 0 <= thing.span.start - group.names[-1].said.end < 60
        and not (group.owns and _acts_for(clause, group, firms))
    ]
    if possessing:
        return _companies(possessing[-1].names)
    if told := next((group for group in firms if _which_does(clause, group, sign)), None):
        return _companies(told.names[-1:])
    if sign.aspect.passive and (agents := led_by(firms, ("by",), after=sign.cue.span.start)):
        return _companies(agents[0].names)
    if leader := subject(firms, max(sign.cue.span.start, thing.span.start)):
        return _companies(leader.names)
    firms = [group for group in firms if not _ANOTHERS.search(clause.before(group.span.start, 70), clause.opened)]
    if between := led_by(firms, ("between", "of", "by")):
        return _companies(between[0].names)
    firms = [group for group in firms if not clause.before(group.span.start, 7).endswith(" where ")]
    if not firms or firms[0].lead not in {"", "at", "for"} or _is_served(firms[0], sign, thing):
        return []
    return _companies(firms[0].names)


def _is_served(group: Group, sign: Sign, thing: Cue) -> bool:
    """Whether a store only runs for somebody: "a 400 MWh storage project comes online |for Alder|"."""
    behind = group.span.start > max(sign.cue.span.end, thing.span.end)
    return group.lead == "for" and behind and sign.stage == "operating" and "facility.storage" in thing.tags


# "the store will |help utility| B |reduce| its need for gas"
_HELPS = gated(r"\bhelp(?:s|ing)?\s(?:[a-z-]+\s){0,3}$")
_IN_ITS_TRADE = regex(r"\s(?:to\s)?(?:reduce|meet|cut|avoid|retire|balance|manage|replace|absorb|integrate|lower)\b")


def _is_helped(clause: Sentence, group: Group) -> bool:
    """Whether a plant is only of use to somebody."""
    helps = _HELPS.search(clause.before(group.span.start, 60), clause.opened)
    return bool(helps and _IN_ITS_TRADE.match(clause.after(group.span.end, 20)))


# "via transmission lines |owned by| B", "equipped with a digital solution |developed by| B"
_ANOTHERS = gated(
    r"\b(?:transmission|power|railway|rail|grid|pipe|digital|lines?|networks?|grids?|software|solutions?|systems?|process|technology"
    r"|equipment|machines?|land|port)\s(?:(?:that (?:is|are|was|were)|jointly|also)\s)?"
    r"(?:owned|operated|maintained|developed|supplied|provided|designed|patented|licensed)(?:\sand\s\w+)?\sby\s(?:[\w-]+\s){0,3}$"
)
_GOODS_BETWEEN = regex(
    r"\s(?:(?:EV|electric|vehicle|lithium-ion|solid-state|[Bb]attery|[Cc]ell|[Cc]athode|[Aa]node|new|planned)\s){0,3}"
)


def _names_it(clause: Sentence, group: Group, thing: Cue) -> bool:
    """Whether several companies stand before the plant as its name: "halted at the |Alder and Birk| battery plant"."""
    return len(group.names) > 1 and bool(_GOODS_BETWEEN.fullmatch(clause.between(group.span, thing.span)))


# "may supply both A and B from its plant"
_SERVED = gated(
    r"\b(?:supply(?:ing)?|supplies|serv(?:e|es|ing)|(?:batter(?:y|ies)|cells|packs)\sfor)"
    r"\s(?:both\s|the\s(?:[\w-]+\s){0,2}(?:units|plants|factories|subsidiaries|operations)\sof\s(?:[\w-]+\s){0,4})?$"
)
_WHICH = regex(
    r"^(?:\s\([^()]*\))?,\s(?:(?:an?|another|the|one of the)\s(?:[\w'’-]+\s){1,8}?(?:that|which|who)|which|who)"
    r"(?:['’]s)?\s(?:(?:itself|themselves|has|have|had|is|are|was|will|would|also|already|currently|now|plans|"
    r"aims|to|[a-z]+ly)\s)*$"
)


def _which_does(clause: Sentence, group: Group, sign: Sign) -> bool:
    """Whether what is done is told of a company by "which": "with help from B, which |operates| 13 plants"."""
    end = group.names[-1].said.end
    return 0 < sign.cue.span.start - end < _FAR and bool(_WHICH.match(clause.between(group.span, sign.cue.span)))


_ITS = regex(r"\b(?:its|their)\s(?:[\w-]+\s){0,2}$")


_ITS_UNIT = gated(r"\b(?:its|their)\s(?:[\w-]+\s){0,2}(?:unit|subsidiary|arm|affiliate|division)\s$")


_ITS_FIRM = regex(r"['’]s?\s(?:(?!plant\b|factory\b)[a-z-]+\s){0,4}")
# "for electric vehicles |such as the Alder Aero and| B's", "will make packs a year |for| B"
_BRANDS = gated(
    r"\bsuch as\s$|\b(?:vehicles|cars|models|EVs|trucks|SUVs|brands|buses|vans)\s(?:such as|like"
    r"|including)\s(?:[\w’'-]+,?\s){0,8}$"
    r"|\b(?:vehicles|cars|models|EVs|trucks|SUVs|buses|vans)\sfor\s(?:the\s)?(?:brands\s)?$"
    r"|\b(?:packs?|cells?|batter(?:y|ies)|modules?|cathodes?|anodes?)\s(?:(?:a|per|each) year\s"
    r"|annually\s)?for\s(?:[A-Z]\w+\s)?$"
)
_ACTS = regex(r"\s(?:also\s)?(?:will|is|has|plans?|intends?|would|wants?|aims?|started|began|opened|said)\s")


def _acts_for(clause: Sentence, owner: Group, firms: list[Group]) -> bool:
    """Whether it is somebody of his that acts: "|Alder's| battery unit Birch will build a plant"."""
    return any(
        _ITS_FIRM.fullmatch(clause.between(owner.span, other.span)) and _ACTS.match(clause.after(other.span.end, 24))
        for other in firms
        if other.span.start > owner.span.end and not other.names[0].referred
    )


def _is_owned(clause: Sentence, group: Group, firms: list[Group]) -> bool:
    """Whether a name is what somebody owns who is named before it: "A began mining at its |B| operation"."""
    before = clause.before(group.span.start, 40)
    return (
        group.span.start > firms[0].span.end
        and bool(_ITS.search(before))
        and not _ITS_UNIT.search(before, clause.opened)
    )


def _possessive(clause: Sentence, group: Group) -> bool:
    """ "its" and "their" before the plant."""
    said = group.names[0].said
    return clause.text[said.start - clause.span.start : said.end - clause.span.start].lower() in {"its", "their", "our"}


def _its_unit(clause: Sentence, group: Group) -> bool:
    """Whether "its" says whose unit it is that acts: "its unit B is considering"."""
    return bool(_UNIT_AFTER.match(clause.after(group.names[0].said.end, 40)))


_UNIT_AFTER = regex(r"\s(?:[\w-]+\s){0,2}(?:unit|subsidiary|arm|affiliate|division)\s[A-Z]")


def _companies(names: tuple[Name, ...]) -> list[Name]:
    return distinct(name for name in names if name.kind not in _NO_OWNERS)


_NO_OWNERS = frozenset({"government", "bank", "union", CONTRACTOR})
