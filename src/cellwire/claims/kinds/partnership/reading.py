"""Companies that get together: joint ventures, memoranda, alliances, licences, and their end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import distinct, groups, led_by, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.investment import HANDS_OVER
from cellwire.claims.kinds.own_deals import own_deals
from cellwire.claims.kinds.partnership.licences import by_use, licences
from cellwire.claims.kinds.partnership.pacts import is_with_somebody, lands_agree
from cellwire.claims.kinds.partnership.running import runs_it
from cellwire.claims.kinds.partnership.together import without_a_bond
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

_MEANS = regex(
    r"\b(?:through|via|of|by|under|its|their|existing)\s(?:(?:its|their|the|an?|existing)\s)?(?:[A-Z]\S*\s){0,3}$"
)
_NEAR = 60
_CALLED = regex(r",\s(?:an?|the)\s(?:[\w:%-]+\s){0,2}$")  # "Sayona Quebec, a joint venture between A and B"
# "is sold to Dorn Cells, |Alder's battery cell| joint venture with B": it stands
_WHOSE = regex(r",\s(?:[A-Z][\w.&-]*\s){0,3}(?:[A-Z][\w.&-]*['’]s?|its|their)\s(?:[\w:%/-]+\s){0,4}$")
_FOUNDING = regex(r"\b(?:form|found|establish|creat|launch|set up|sets up|setting up|unveil|announc)\w*")
_MEETING = regex(r"\b(?:met|meet|meeting|meets|talked|spoke|approached)\b[^.;]{0,60}\b(?:about|to discuss)\b")
_LAPSED = ("laps", "expir", "terminat", "cancel", "withdr", "dissol")
_NEVER = ("not ", "will not ", "on ice")  # phrases that end a bond without a verb of their own


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    if used := list(by_use(clause)):
        yield from used
        return
    if run := list(runs_it(clause)):
        yield from run
        return
    if lands := list(lands_agree(clause, scene)):
        yield from lands
        return
    cue = _bond(clause)
    if cue is None and (together := without_a_bond(clause)):
        yield from together
        return
    if cue is not None and HANDS_OVER.search(clause.text):
        return
    licensed = cue is None or (cue.written.startswith("licen") and "partnership.join" in cue.tags)
    if granted := list(licences(clause)) if licensed else []:
        yield from granted
        return
    if cue is None:
        return
    yield from list(_each(clause)) or list(_one_by_one(clause, cue)) or _of_all(clause, cue)


def _of_all(clause: Sentence, cue: Cue) -> Iterator[Draft]:
    """The one bond of all partners that a clause names, and the plant that it is for."""
    partners = _partners(clause, cue)
    firms = [name for name in partners if name.kind not in {"government"}]
    alone = len(partners) == 1 and is_with_somebody(clause, cue)
    if "interest" in cue.written + clause.after(cue.span.end, 12) and any(name.kind == "bank" for name in partners):
        return  # a bank's letter of interest is about a loan
    lands = (
        not firms and len(partners) > 1 and _signed(clause) and not clause.has("facility.plant", "policy.instrument")
    )
    if (len(partners) < 2 and not alone) or not (firms or lands):
        return
    if len(firms) < 2 and not alone and "partnership.join" in cue.tags:
        return
    how = aspect(clause, cue)
    stage = _stage(clause, cue)
    actors = tuple(Actor.of(name, Role.PARTNER) for name in partners)
    if (plant := _plant(clause, cue)) and len(firms) > 1:
        owners = tuple(Actor(name, Role.OWNER) for name in firms)
        told = "considered" if stage == "considered" or (stage == "mou" and how.possible) else "announced"
        yield Draft(Kind.FACILITY, told, clause, cue.span, "facility.partners", how, owners, thing=plant, strength=0.6)
    planned = stage == "considered" and "partnership.venture" in cue.tags and _is_wish(clause, cue)
    rule = PLANNED_VENTURE if planned else f"partnership.{stage}"
    yield Draft(Kind.PARTNERSHIP, stage, clause, cue.span, rule, how, actors, strength=0.6)


# "A and B |form| Voltswap |joint venture|", "|to form| Voltswap|, a joint venture|"
_FORMS = regex(
    r"\b(?:form|found|establish|creat|launch|set\sup|sets\sup|setting\sup)\w*\s(?:the\s|a\s)?(?:new\s)?$", re.I
)
_A_VENTURE = regex(r"(?:,\san?)?\s(?:(?:new|50:50|50/50|equal)\s)?(?:joint[- ]venture|JV)\b", re.I)


def _is_the_venture(clause: Sentence, name: Name) -> bool:
    """Whether it is what the partners found: "A and B form |Voltswap|, a joint venture"."""
    founded = _FORMS.search(clause.before(name.said.start, 24))
    return bool(founded and _A_VENTURE.match(clause.after(name.said.end, 30)))


PLANNED_VENTURE = "partnership.planned"  # the rule of a venture that a company says it plans


def _each(clause: Sentence) -> Iterator[Draft]:
    """Each of several bonds with a partner of its own: "a memorandum with A and a framework agreement with B"."""
    found = groups(clause)
    deals = own_deals(clause, found) if clause.has("partnership.sign") else []
    leader = subject(found, deals[0].cue.span.start) if deals else None
    for deal in deals if leader else ():
        if leader is None or not any(tag in _BONDS for tag in deal.cue.tags):
            continue
        actors = tuple(Actor(name, Role.PARTNER) for name in distinct([*leader.names, *deal.whom.names]))
        stage, how = _stage(deal.told, deal.cue), aspect(clause, deal.cue)
        yield Draft(Kind.PARTNERSHIP, stage, deal.told, deal.cue.span, EACH_BOND, how, actors, strength=0.6)


# "a series of partnerships with A, B and C", "signed independent partnership agreements with A and B"
_SEVERAL_BONDS = regex(
    r"\b(?:series of|number of|separate|independent|individual|several|multiple"
    r"|two|three|four|five|various|different)\s"
    r"(?:[\w-]+\s){0,3}$"
)


def _one_by_one(clause: Sentence, cue: Cue) -> Iterator[Draft]:
    """A bond with each of those that stand behind a number of bonds: none of them has agreed with the others."""
    plural = cue.written.endswith(("s", "memoranda")) or clause.after(cue.span.end, 30).startswith(
        (" agreements", " deals", " pacts")
    )
    if not plural or not _SEVERAL_BONDS.search(clause.before(cue.span.start, 60)):
        return
    leader = subject(groups(clause), cue.span.start)
    partners = [name for group in led_by(groups(clause), ("with",), after=cue.span.end) for name in group.names]
    if leader is None or len(distinct(leader.names)) != 1 or len(distinct(partners)) < 2 or not _signed(clause):
        return
    for partner in distinct(partners):
        actors = tuple(Actor(name, Role.PARTNER) for name in distinct([*leader.names, partner]))
        yield Draft(
            Kind.PARTNERSHIP,
            _stage(clause, cue),
            clause,
            cue.span,
            EACH_BOND,
            aspect(clause, cue),
            actors,
            strength=0.6,
        )


EACH_BOND = "partnership.each"  # the rule of one among several bonds of a clause
_ONTO = regex(r"\s(?:on|for|in|to (?:build|construct|develop|set up|open))\s(?:an?|the|two|its|their)\s[^,;.]{0,50}$")


def _plant(clause: Sentence, cue: Cue) -> Cue | None:
    """The one plant that a bond is for, told with its place (rule 6): "are partnering on a factory in Lyon"."""
    if cue.tags and "partnership.partnership" in cue.tags:
        return None
    for thing in clause.find("facility.plant", "facility.mine", "facility.recycling"):
        after = 0 < thing.span.start - cue.span.end < _NEAR
        placed = any(spot.level not in {"area", "country"} for spot in clause.places)
        if after and placed and not thing.written.endswith("s") and _ONTO.search(clause.between(cue.span, thing.span)):
            return thing
    return None


_BONDS = ("partnership.mou", "partnership.venture", "partnership.partnership", "partnership.join")


def _bond(clause: Sentence) -> Cue | None:
    """The strongest word for a bond: a memorandum before a venture before a partnership before working together."""
    for tag in _BONDS if clause.has(*_BONDS) else ():
        for cue in clause.find(tag):
            if tag == "partnership.venture" and not (_signed(clause) or clause.headline or clause.has("firm.consider")):
                continue
            if tag == "partnership.partnership" and not (_signed(clause) or clause.headline or _told(clause, cue)):
                continue
            if not _stands(clause, cue):
                return cue
    return None


_A_STUDY = regex(r"\b(?:study|studies|studying|feasibility|DFS|PFS)\b")


def _stands(clause: Sentence, cue: Cue) -> bool:
    """Whether it is only named: "through its joint venture with B", "business partners", "the Alliance's supplier"."""
    behind = clause.after(cue.span.end, 6)
    before = clause.before(cue.span.start, 50)
    if cue.written.startswith("partner") and _IS_A.search(before):
        return True  # "where A is a joint venture partner with B": so it stands
    if cue.written == "allies" and behind[:6] != " with ":
        return True  # "A club and its allies applaud B"
    if cue.written == "worked with" and not clause.headline:
        return True  # "has worked with A, B and C"
    if _is_named(clause, cue):
        return True
    if not clause.has("partnership.dissolve") and _IS_THERE.search(clause.text, clause.opened):
        return True
    if cue.written in {"partner", "partners"}:
        beside = any(name.said.start == cue.span.end + 1 for name in clause.names)  # "A partners B for cells"
        return not clause.named_before(cue) or not (_TO_WORK.match(behind) or (beside and cue.written == "partners"))
    if "partnership.partnership" in cue.tags and (_UNDER.search(before) or _judged(clause, cue)):
        return True
    if cue.written.endswith("s") and before.endswith(("Under the ", "Under these ", "Under both ")):
        return True  # those that the sentence before tells of
    described = clause.has("facility.plant") or _FORMED_BY.match(clause.after(cue.span.end, 24))
    if cue.written.startswith("in ") and _A_STUDY.search(clause.before(cue.span.start, 80)):
        return True  # "is working on a feasibility study in collaboration with B"
    if "partnership.venture" in cue.tags and _A_PROJECT.match(clause.after(cue.span.end, 20)):
        return True  # "an interest in the joint venture (JV) project"
    if "partnership.venture" in cue.tags and _THEIRS.search(before) and _NAMED.match(clause.after(cue.span.end, 60)):
        return True  # "Their joint venture, Alder Cells, will make cells"
    if "partnership.venture" in cue.tags and _IS_A.search(before) and described:
        return True  # "the factory is a joint venture of A and B", "Alder is a joint venture formed by A and B"
    if "partnership.venture" in cue.tags and _WHOSE.search(clause.before(cue.span.start, 70)):
        return not _FOUNDING.search(clause.text) and not clause.has("partnership.dissolve")
    ends = clause.has("partnership.dissolve") or cue.written.endswith("memorandum")
    if "partnership.venture" in cue.tags and _CALLED.search(clause.before(cue.span.start, 30)):
        return not _FOUNDING.search(clause.text) and clause.after(cue.span.end, 9).startswith((" between", " of "))
    return behind.startswith("'s") or ("partnership.venture" in cue.tags and not ends and _means(clause, cue))


def _is_named(clause: Sentence, cue: Cue) -> bool:
    """Whether a venture has a name already and is not just founded: "JV |Alder Cells| to make", "|Alder Cells| JV"."""
    if "partnership.venture" not in cue.tags or clause.has("partnership.dissolve") or _FOUNDING.search(clause.text):
        return False
    return any(
        name.said.start == cue.span.end + 1 or (name.kind == "venture" and name.said.end + 1 == cue.span.start)
        for name in clause.names
    )


# "|a joint venture between A and B aims| to", "A's partnership with B |is stronger| than ever", "|names its venture|"
_IS_THERE = gated(
    r"\b(?:[Jj]oint[- ][Vv]enture|JV)\s(?:(?:between|of)\s[^,;.]{3,80}?\s|[Ii]n\s[A-Z]\w+\s)?"
    r"(?:[Aa]ims?|[Ss]ets?\s[Ss]ights|[Mm]oves?\s[Ff]orward|[Pp]rogress\w*|[Cc]ontinues?|[Ee]xpects?|[Hh]opes?|[Ss]ays)\b"
    r"|\b(?:[Nn]ames?|[Pp]uts?\s(?:a\s)?[Nn]ame\s[Tt]o)\s(?:(?:its|their|the|new)\s)*(?:(?:[A-Z][\w.-]*|battery|cell)\s){0,3}"
    r"(?:[Jj]oint[- ][Vv]enture|JV)\b"
    r"|\b(?:[Pp]artnership|[Vv]enture|JV|[Aa]lliance)\s(?:[Gg]ets?|[Ww]ins?|[Rr]eceives?|[Ss]ecures?|[Oo]btains?|[Cc]lears?)\s"
    r"(?:[\w’'.-]+\s){0,4}?(?:[Gg]reen[\s-][Ll]ight|[Aa]pprovals?|[Nn]od|[Cc]learance|[Gg]o-?[Aa]head|[Hh]urdle|[Nn]ame)\b"
    r"|\band\s[A-Z]\w+[-–][A-Z]\w+\s(?:[Jj]oint[- ][Vv]enture|JV)\b"
    r"|\b(?:partnership|alliance|relationship|collaboration)\s(?:[^,;.]{3,40}?\s)?(?:is|was|remains|continues)\s"
    r"(?:stronger|strong|on\strack|alive|intact|thriving|growing|closer|going\son)\b",
    needs="venture jv partnership alliance relationship collaboration",
)
_THEIRS = regex(r"^\W*(?:Their|Its|The)\s(?:[\w:/-]+\s){0,2}$")
_NAMED = regex(
    r"(?:\s\(JV\))?,?\s(?:called\s|named\s)?[A-Z][^,;.]{1,50}?,?\s(?:will|would|is|has|plans|expects|aims)\s"
)
_FORMED_BY = regex(
    r"\s(?:that was |which was )?(?:formed|set up|founded|established|created|owned)\s(?:by|in|between)\b"
)
_TO_WORK = regex(r"\s(?:with|to|on|for|in|over)\s")  # "A and B |partner| to make cells", no "A's partner"
_UNDER = regex(
    r"\b(?:[Uu]nder|[Tt]hrough|[Vv]ia|[Aa]s part of)\s(?:its|their|an existing|(?:[A-Z]\S*\s){0,2}[A-Z]\S*['’]s?)\s"
    r"(?:[\w-]+\s){0,2}$"
)
_A_PROJECT = regex(r"(?:\s\(JV\)|\))?\s(?:project|mine|partner)\b")
_IS_A = regex(r"\b(?:is|was|are)\s(?:an?|the)\s(?:[\w:%-]+\s){0,2}$")
_LASTS = regex(
    r"^\swith\s[\w .&'’-]{1,40}?(?<!\sand)\s(?:has|hasn't|hasn’t|have|had|is|was|isn't|wasn't)\s"
    r"(?!(?:now\s|been\s|also\s)*(?:announced|signed|agreed|ended|over|expanded|formed|established|terminated|concluded))"
    r"|^\s(?:becomes|became|pays off|bears fruit)\b"
)


def _judged(clause: Sentence, cue: Cue) -> bool:
    """Whether it is only spoken of: "A's partnership with B has not been lucrative", "A partnership becomes"."""
    return bool(_LASTS.match(clause.after(cue.span.end, 80))) and not clause.has("firm.consider")


def _told(clause: Sentence, cue: Cue) -> bool:
    """Whether the word itself says that it is with somebody, "in cooperation with B", or it is weighed."""
    return cue.written.endswith(" with") or clause.has("firm.consider")


def _means(clause: Sentence, cue: Cue) -> bool:
    return bool(_MEANS.search(clause.before(cue.span.start, 50)))


def _signed(clause: Sentence) -> bool:
    return clause.has("partnership.sign", "firm.plan", "partnership.dissolve")


_HALVES = regex(r"\b(?:an?|the)\s(?:[\w/-]+\s){0,2}split$")  # "the venture would be an equal |split|"


def _stage(clause: Sentence, cue: Cue) -> str:
    how = aspect(clause, cue)
    ends = [
        each
        for each in clause.find("partnership.dissolve")
        if (each.form or each.written.startswith(_NEVER))
        and not _HALVES.search(clause.before(each.span.end, 40))
        and (abs(each.span.start - cue.span.start) < _NEAR or _is_told_of(clause, cue, each))
    ]
    if any(not aspect(clause, each).negated for each in ends) and not clause.find("partnership.mou"):
        return "terminated"
    lapsed = (each for each in clause.find("partnership.dissolve") if each.written.startswith(_LAPSED))
    if any(aspect(clause, each).done or each.form == "base" for each in lapsed):
        return "terminated"
    if "partnership.mou" in cue.tags:
        return "mou"
    if "partnership.venture" in cue.tags and _is_wish(clause, cue):
        return "considered"
    if how.possible or clause.has("firm.consider") or _MEETING.search(clause.text) or _TO_TELL.search(clause.text):
        return "considered"
    return "signed"


_TO_TELL = regex(
    r"\b(?:expected|likely|about|preparing|poised)\sto\s(?:announce|unveil|reveal|disclose)\b"
)  # and has not yet


# "plans to set up a joint venture with B" has no agreement in it, "will set up" and "agreed to set up" have
_WISH = regex(
    r"\b(?:plan|plans|planning|intends?|wants?|hopes?|aims?|seeks?|looking|about|keen|proposes?|proposing)\sto\s(?:jointly\s)?"
    r"(?:set up|form|establish|create|launch|found)\b[^.;]{0,40}$"
    r"|\b(?:plan|plans|planning)\s(?:(?:an?|their)\s)?(?:[\w-]+\s){0,3}$"
)
_AGREED = regex(r"\b(?:agree|sign|ink|deal|contract|memorandum|approv|announc)\w*", re.I)


def _is_wish(clause: Sentence, cue: Cue) -> bool:
    return bool(_WISH.search(clause.before(cue.span.start, 100))) and not _AGREED.search(clause.text)


_ITS_WITH = regex(
    r"^\s(?:\w+\s)?(?:with|between|of)\s[^,;]{0,110}\s(?:has|have|had|is|was|were|will|would)\s(?:\w+\s)?$"
)


def _is_told_of(clause: Sentence, bond: Cue, end: Cue) -> bool:
    """Whether the bond, named with its partners, is the subject: "the partnership with A and B had |ended|"."""
    return bond.span.end < end.span.start and bool(_ITS_WITH.match(clause.between(bond.span, end.span)))


def _partners(clause: Sentence, cue: Cue) -> list[Name]:
    found = [group for group in groups(clause) if not _is_the_venture(clause, group.names[0])]
    names: list[Name] = []
    leader = subject(found, cue.span.start)
    if leader:
        names += leader.names
    several = leader is not None and len(distinct(leader.names)) > 1
    for group in led_by(found, ("with", "between", "of", "by", "alongside", "among")):
        near = 0 <= group.span.start - cue.span.end < _NEAR
        if group.lead == "of" and names and " with " in clause.between(cue.span, group.span):
            continue  # "will collaborate with B, the owner of C"
        if near or not several or group.lead == "between":
            names += group.names
    for group in found:
        if group.owns and group.span.start < cue.span.start:
            names += group.names
    if len(distinct(names)) < 2 and leader is None and cue.written.endswith(" with"):
        behind = [group for group in found if group.span.start >= cue.span.end and not group.lead]
        names += behind[0].names if behind else ()
    if len(distinct(names)) < 2 and leader:
        after = [group for group in found if group.names[0].said.start >= cue.span.end and group.lead == ""]
        names += [name for group in after for name in group.names]
    if len(distinct(names)) < 2:
        names += [name for group in found if not group.lead and len(group.names) > 1 for name in group.names]
    return distinct(names)
