"""Fires, recalls, layoffs, strikes, lawsuits, insolvencies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import Group, distinct, groups, led_by, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.halts import halts
from cellwire.claims.kinds.mishaps import is_at_works, mishaps
from cellwire.claims.scene import Aspect, Cue, Name, Scene, Sentence, aspect
from cellwire.lexicon import load_lexicon, regex
from cellwire.model import Kind, Role, Span

_SORTS = ("insolvency", "probe", "recall", "layoff", "strike", "lawsuit", "fire", "accident")
_TAGS = frozenset(f"incident.{sort}" for sort in (*_SORTS, "shrink"))
_HARD = gated(
    r"\b(?:risk|prevent\w*|safety|test\w*|avoid\w*|potential|resist\w*|without|no|not to|must not|"
    r"prone to|susceptible|likely|chances? of|danger|reduc\w+|warn(?:s|ed|ing)? of)\b[^.;]{0,40}$",
    re.I,
)
_FIGURATIVE = gated(
    r"\b(?:under fire|open fire|ceasefire|(?:sales|prices?|demand|growth|cost) explosion|"
    r"strikes? (?:[\w-]+ ){0,4}(?:deals?|agreements?|pacts?|partnerships?|"
    r"alliances?|balance)\b|court(?:ing|ship)|strike price|fire up|"
    r"administration's|biden-harris|biden administration|trump administration)\b",
    re.I,
)
# "a fire |broke out| at", "explosion |kills| two": by which a fire is no figure of speech
_BROKE_OUT = (
    r"broke out|breaks out|at|in|rips|swept|destroyed|damaged|killed|injured|hit|tore"
    r"|erupted|extinguished|contained|put out|doused|occurred|started|caused|following|after|kills|injures|leaves|shuts"
    r"|closes|halts|forces|prompts|destroys|damages|erupts|guts|rages|tears"
)
_FOUGHT = r"\b(?:crews?|firefighters?|brigade)\b[^.]{0,60}\b(?:fires?|blaze|explosion)\b"
_STARTED = r"\b(?:set off|caused|started|sparked|triggered|behind)\s(?:the|a)\s(?:fire|blaze|explosion)\b"
_SMOKES = r"\bsmoke (?:was\b|[^.]{0,20}\b(?:rising|rose|billow\w+|pour\w+)\b)|\bsmou?ldering\b"
_CAUSE = gated(
    r"\b(?:factory|plant|battery|warehouse|facility|recycling)\s(?:fire|blaze|explosion)\b|\bengulfed\b|\bgutted\b"
    rf"|\b(?:fire|blaze|explosion|blast)\b[^.]{{0,60}}\b(?:{_BROKE_OUT})\b|{_FOUGHT}"
    rf"|\b(?:caught|catch(?:es|ing)?) fire\b|\bexplo(?:ded|sions?)\b|{_STARTED}|{_SMOKES}|\bcombustions?\b"
    r"|\bburn(?:ed|t|s|ing)?\b (?:down|out|on|for|in|at)\b|\bcausing (?:a|the) (?:fire|blaze)\b",
    re.I,
)


_WEAK = frozenset(
    [
        *("accuse", "accused", "accuses", "accusing", "administration", "court", "complaint"),
        *("settle", "settled", "settles", "settling", "collapse", "death", "fine"),
        *("raid", "ruling", "verdict", "appeal", "suit"),
    ]
)
_MAKES = frozenset({"cell", "pack", "integrator", "storage"})
_THROWN_OUT = regex(
    r"\b(?:dismiss\w*|threw out|thrown out|drops?|dropped|withdr[ae]w\w*|rejects?|rejected)\s(?:[\w']+\s){0,3}$", re.I
)
_LASTING = regex(
    r"\b(?:have|has) been on strike\b|\bon strike (?:since|for)\b|\b(?:second|third|fourth) (?:day|week) of\b"
)


_DEFECT = regex(
    r"\b(?:recall\w*|defect\w*|failures?|faulty|overheat\w*|malfunction\w*|fires?|blaze|safety|deaths?|explosion|fraud|leak\w*|pollution|accident|killed)\b",
    re.I,
)
_AT_WORKS = regex(r"\b(?:factory|plant|battery|batteries|warehouse|storage|recycl\w+|lithium|gigafactory)\b", re.I)


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    if draft := halts(clause):
        yield draft
        return
    if _FIGURATIVE.search(clause.text, clause.opened):
        return
    if _TAGS.isdisjoint(clause.tags):
        yield from mishaps(clause, scene)
        return
    if draft := _shrinks(clause):
        yield draft
        return
    for sort in _SORTS:
        for cue in clause.find(f"incident.{sort}"):
            if draft := _draft(clause, cue, sort, scene):
                yield draft
                return
    yield from mishaps(clause, scene)


_JOBS = regex(
    r"^\s(?:its\s|the\s|their\s)?(?:[\w-]+\s)?(?:workforce|headcount|staff|payroll)\sby\s"
    r"|^\s(?:[\w-]+\s){0,4}?(?:plant|factory|gigafactory|battery|cell)\s(?:workforce|headcount|staff|jobs)\b"
    r"|^\s(?:about |around |up to |some |more than |another |nearly |over |as many as )*"
    r"(?:\d[\d,.]*%?|half|a (?:third|quarter))\s(?:of (?:its|the|their) )?"
    r"(?:[\w,.-]+\s){0,4}?(?:jobs|posts|positions|workers|employees|people|staff|workforce|roles)\b"
)


def _shrinks(clause: Sentence) -> Draft | None:
    """A lets 62 of its 140 people go, cuts 500 jobs."""
    for cue in clause.find("incident.shrink"):
        how, behind = aspect(clause, cue), clause.after(cue.span.end, 90)
        jobs = _JOBS.match(behind)
        let = cue.written in {"let", "lets", "letting"}
        if not jobs or not cue.form or how.passive or how.negated or (let and not re.search(r"\bgo\b", behind)):
            continue
        if how.possible or clause.has("facility_verb.close", "facility_verb.cancel"):
            continue
        leader = subject(groups(clause), cue.span.start) or next(
            (g for g in groups(clause) if g.span.end <= cue.span.start), None
        )
        actors = tuple(Actor(name, Role.OWNER) for name in leader.names if name.kind != "government") if leader else ()
        if actors:
            return Draft(Kind.INCIDENT, "occurred", clause, cue.span, "incident.layoff", how, actors, strength=0.6)
    return None


def _draft(clause: Sentence, cue: Cue, sort: str, scene: Scene) -> Draft | None:
    how = aspect(clause, cue)
    if not _happened(clause, cue, how, sort):
        return None
    actors = tuple(_actors(clause, cue, sort))
    if not (
        actors
        or _is_placed(clause, sort)
        or _befell_works(clause, cue, sort, scene)
        or _is_of_a_battery(clause, sort, scene)
    ):
        return None
    stage = "ongoing" if sort == "insolvency" and _is_due(clause, cue) else _stage(clause, how, sort)
    return Draft(Kind.INCIDENT, stage, clause, cue.span, f"incident.{sort}", how, actors, strength=0.6)


# "the assets of |bankrupt| Alder", "bought out of |bankruptcy|", "before its |bankruptcy|": says what it is or was
_BY_THEN = regex(r"\b(?:out of|from|before|after|since|during|following|emerged? from)\s(?:its\s|the\s|his\s)?$", re.I)
_OF_A_FIRM = regex(r"\s(?:[\w-]+\s){0,4}?[A-Z]")


def _is_attribute(clause: Sentence, cue: Cue) -> bool:
    if cue.form:
        return False
    adjective = cue.written in {"bankrupt", "insolvent"} and _OF_A_FIRM.match(clause.after(cue.span.end, 50))
    return bool(adjective or _BY_THEN.search(clause.before(cue.span.start, 24)))


_DUE = regex(r"\b(?:set|due|expected|poised|about|likely)\sto\s$", re.I)


def _is_due(clause: Sentence, cue: Cue) -> bool:
    """Whether who is to fail is as good as failing: "is |set to| enter administration"."""
    return _DUE.search(clause.before(cue.span.start, 20)) is not None


# "closures could result in the |layoffs| of 223 workers"
_MIGHT = gated(
    r"\b(?:could|may|might|would)\s(?:[a-z]+\s){0,2}?(?:result in|lead to|mean|cause|trigger|bring|force|face"
    r"|have to|be forced to|need to)\b[^.;]{0,50}$",
    re.I,
)


def _happened(clause: Sentence, cue: Cue, how: Aspect, sort: str) -> bool:
    """Whether a word tells of an incident: a fire with a cause, a probe of a defect, and none that might come."""
    if how.negated or how.possible:
        return False
    if sort != "probe" and _is_only_feared(clause, cue):
        return False  # a probe may be of "safety"
    if _MIGHT.search(clause.before(cue.span.start, 90), clause.opened):
        return False
    if sort == "insolvency" and ((cue.form and how.ahead and not _is_due(clause, cue)) or _is_attribute(clause, cue)):
        return False
    if sort == "insolvency" and cue.written.startswith("fil") and not _TO_FAIL.search(clause.after(cue.span.end, 80)):
        return False  # for a listing or a permit
    if cue.written.startswith("kill") and not how.passive and _ENDS_A_MODEL.match(clause.after(cue.span.end, 60)):
        return False
    if cue.written == "marched" and " against " not in clause.after(cue.span.end, 60):
        return False  # bands march too
    if sort == "fire" and (_NO_FIRE.match(clause.after(cue.span.end, 14)) or not _caused(clause)):
        return False
    if sort == "probe" and (not _is_of_goods(clause) or _led_to_recall(clause, cue)):
        return False
    return cue.written not in _WEAK or len(clause.find("incident.insolvency", "incident.lawsuit")) > 1


# "just |killed the| coupe", "|killed a| plant of $2 billion": no person
_ENDS_A_MODEL = regex(
    r"\s(?:off\s)?(?:an?\s(?=(?:[$€£]?[\w.,-]+\s){0,6}?(?:plants?|factor(?:y|ies)|projects?|deals?|bills?|plans?)\b)|(?:the|its|their)\s)(?!(?:[\w-]+\s){0,3}?(?:workers?|employees?|people|m[ae]n|wom[ae]n|child\w*|drivers?"
    r"|passengers?|riders?|owners?|crew|occupants?|firefighters?|residents?|famil\w+|victims?|boys?|girls?)\b)"
)


_TO_FAIL = regex(
    r"(?i:bankrupt|insolven|chapter|creditor|protection|administration|receiver|liquidat|restructur|court|moratorium"
    r"|reorgani)"
)


def _is_only_feared(clause: Sentence, cue: Cue) -> bool:
    """Whether a word of what might happen stands before it, and is no part of a name: "the Traffic |Safety| Office"."""
    before = clause.before(cue.span.start, 50)
    hard = _HARD.search(before, clause.opened)
    at = cue.span.start - len(before) + hard.start() if hard else 0
    return hard is not None and not any(name.said.start <= at < name.said.end for name in clause.names)


# "|fire| safety rules": what guards against one
_NO_FIRE = regex(
    r"[\s-](?:safety|codes?|rules|protection|prevention|suppression|risks?|hazards?|tests?|resistan|drills?)"
)


def _caused(clause: Sentence) -> bool:
    return bool(_CAUSE.search(clause.text, clause.opened) or _OF_A_BATTERY.search(clause.text, clause.opened))


def _is_of_goods(clause: Sentence) -> bool:
    """Whether a probe is about a defect, or an office's about batteries of a maker that is named."""
    made = any(_MADE_BY.search(clause.before(name.said.start, 60)) for name in clause.names)
    return _DEFECT.search(clause.text) is not None or (made and any(name.kind == "government" for name in clause.names))


_FOLLOWING = regex(r"\b(?:[Ff]ollowing|[Aa]fter|[Aa]mid)\s(?:an?\s|the\s)?(?:[\w-]+\s)?$")


def _led_to_recall(clause: Sentence, cue: Cue) -> bool:
    """Whether a probe is only what a recall follows: "is recalling packs following an |investigation|"."""
    return clause.has("incident.recall") and bool(_FOLLOWING.search(clause.before(cue.span.start, 40)))


def _is_placed(clause: Sentence, sort: str) -> bool:
    """Whether a place says which works are meant where no company is named."""
    at_works = bool(_AT_WORKS.search(clause.text))
    if sort in {"fire", "accident"}:
        landed = at_works and not clause.headline and bool(clause.countries)
        return landed or ((at_works or not clause.headline) and any(spot.level != "area" for spot in clause.places))
    return sort in {"layoff", "strike"} and at_works and not clause.headline and bool(clause.places or clause.countries)


_BY_THE_WAY = regex(r"\b(?:[Dd]espite|[Aa]mid)\s(?:[\w-]+\s){0,3}$")


def _befell_works(clause: Sentence, cue: Cue, sort: str, scene: Scene) -> bool:
    """Whether a text opens with what happened at works that nobody is named of; a protest that only goes beside other
    news is none."""
    if sort in {"recall", "insolvency"} or _BY_THE_WAY.search(clause.before(cue.span.start, 40)):
        return False
    return is_at_works(clause, scene)


_BURNING = r"(?:fire|blaze|explosion|inferno|flames)"
_SET_OFF = r"(?:sparked|caused|triggered|started|set off|ignited|fuel?led)"
# "a flat |fire caused by| an e-bike |battery|", "the |battery| of a scooter |exploded|": whoever's, wherever
_OF_A_BATTERY = gated(
    rf"\b{_BURNING}\b[^.;]{{0,60}}?\b{_SET_OFF} by\b[^.;]{{0,40}}?\bbatter(?:y|ies)\b"
    r"|\bbatter(?:y|ies)\b[^.;]{0,40}?\b(?:explod(?:es|ed)|bursts? into flames|caught fire|catches fire|overheated"
    r"|ignited|combusted|erupt(?:s|ed)|(?:caus(?:es|ed)|start(?:s|ed)|spark(?:s|ed)) (?:an? |the )?(?:[\w-]+ ){0,3}?"
    rf"{_BURNING})\b|\b(?:battery|BESS) (?:storage )?{_BURNING}\b",
    re.I,
    needs="battery batteries bess",
)


def _is_of_a_battery(clause: Sentence, sort: str, scene: Scene) -> bool:
    """Whether a text opens with a battery that burns or bursts, for certain, in nothing that flies or is recalled:
    there somebody answers for it, whom the text has to name."""
    burns = sort in {"fire", "accident"} and scene.opens_with(clause) and not clause.has("incident.recall")
    burnt = burns and _OF_A_BATTERY.search(clause.text, clause.opened)
    return bool(burnt and not _UNSURE.search(clause.text, clause.opened))


_UNSURE = gated(r"\b(?:planes?|flights?|cabin|airport|aircraft|airlines?|could|may|might)\b", re.I)


_OVER = regex(
    r"\b(?:has|have|had)\s(?:now\s|finally\s)?ended\b"
    r"|\b(?:strike|dispute|walkout|lawsuit|case)\s(?:is|was)\s(?:over|called off|settled)\b"
    r"|\bended\s(?:a|the|its|their)\s(?:[\w-]+\s){0,3}?(?:strike|dispute|walkout|lawsuit)\b"
    r"|\b(?:proceedings|insolvency|administration|bankruptcy|receivership)\b[^.;]{0,60}?\s(?:been|were|was|is|are)\s"
    r"(?:formally\s|officially\s)?(?:closed|lifted|concluded|completed|over)\b",
    re.I,
)


# "has |agreed to pay| $1.5 million to |settle| a class action": the case is over
_SETTLES = regex(
    r"\b(?:agree[sd]?|will|to)\s(?:to\s)?pay\b[^;]{0,90}?\b(?:settle|resolve|end)\b|\bagree[sd]? to settle\b"
)


def _stage(clause: Sentence, how: Aspect, sort: str) -> str:
    resolved = any(not aspect(clause, cue).ahead for cue in clause.find("incident.resolve"))
    resolved = resolved or (sort in _LONG and _OVER.search(clause.text) is not None)
    resolved = resolved or (sort == "lawsuit" and _SETTLES.search(clause.text) is not None)
    if (resolved and sort in _RESOLVED) or (sort == "lawsuit" and _is_thrown_out(clause)):
        return "resolved"
    if sort == "probe":
        return "occurred" if resolved else "ongoing"
    return "ongoing" if _goes_on(clause, how, sort) else "occurred"


_RESOLVED = frozenset({"strike", "lawsuit", "fire", "insolvency"})
_LONG = frozenset({"strike", "lawsuit", "insolvency"})  # what takes months


def _is_thrown_out(clause: Sentence) -> bool:
    return any(_THROWN_OUT.search(clause.before(suit.span.start, 40)) for suit in clause.find("incident.lawsuit"))


def _goes_on(clause: Sentence, how: Aspect, sort: str) -> bool:
    if sort == "strike" and _LASTING.search(clause.text):
        return True
    return sort in _LONG and (how.going_on or " ongoing" in clause.text or "continu" in clause.text)


def _failing(found: list[Group], cue: Cue) -> Group | None:
    """Who fails: named last before it, "the chief of A resigned after |the company| filed", "B is in touch with A"."""
    before = [group for group in found if group.names[0].said.start < cue.span.start]
    firms = [group for group in before if any(name.kind != "government" for name in group.names)]
    return firms[-1] if firms else next(reversed(before), None)


# "is laying off staff, and |Birk filing for| insolvency": a firm that no list has is no other one that is named before
_ANOTHER = regex(
    r"\b(?:and|while|but|with|that)\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?P<who>(?:[A-Z][\w&-]*\s){1,3})(?:(?:has|have|is|was|had)\s)?"
    r"(?:(?:fil|enter|declar)\w+\s(?:[\w-]+\s){0,4})?$"
)


def _is_right_before(group: Group, cue: Cue) -> bool:
    """ "Both firms have trouble, with |Alder| laying off workers": only Alder does."""
    return 0 <= cue.span.start - group.span.end <= 1


def _is_anothers(clause: Sentence, cue: Cue) -> bool:
    """Whether right before it stands somebody whom no name of the clause meets; "German insolvency" is nobody's."""
    before = clause.before(cue.span.start, 90)
    match = None if clause.headline else _ANOTHER.search(before)
    if match is None or load_lexicon().demonym(match["who"].strip()):
        return False
    who = Span(*match.span("who")).moved(cue.span.start - len(before))
    return not any(who.meets(name.said) for name in clause.names)


def _is_a_union(clause: Sentence, name: Name) -> bool:
    """Workers' unions own no works: "the union |KOVO| called a stoppage"."""
    return name.kind == "union" or clause.before(name.said.start, 6) == "union "


_MADE_BY = regex(
    r"\b(?:cells?|packs?|batter(?:y|ies)|modules?)\b,?[^,;.]{0,12}\b(?:made|supplied|produced|manufactured|built"
    r"|delivered)"
    r"\s(?:by|from)\s(?:the\s)?(?:[\w-]+\s){0,3}$"
)


def _actors(clause: Sentence, cue: Cue, sort: str) -> Iterator[Actor]:
    if sort == "insolvency" and _is_anothers(clause, cue):
        return
    found = groups(clause)
    if sort == "insolvency":  # "administrators from A" fail nothing
        found = [group for group in found if group.lead not in {"from", "at"}] or [g for g in found if g.lead == "at"]
    doers: list[Name] = []
    leader = subject(found, cue.span.start) or next((group for group in found if group.owns), None)
    leader = next((g for g in found if g.lead == "with" and cue.form == "ing" and _is_right_before(g, cue)), leader)
    agents = led_by(found, ("by",), after=cue.span.end) if sort == "recall" and aspect(clause, cue).passive else []
    if agents:
        leader = agents[0]  # "the cars are |recalled| by B"
    elif sort == "probe" and leader and all(name.kind == "government" for name in leader.names):
        looked_at = led_by(found, ("at", "of", "into", "against", "in"), after=cue.span.end)
        doers += [name for group in looked_at[:1] for name in group.names]  # "is |investigating| a fire at B"
    if sort == "insolvency" and (failing := _failing(found, cue)):
        doers += failing.names
    elif leader:
        doers += leader.names
    else:
        near = led_by(found, ("at", "of", "by", "from", "in", "for", "against", "")) or found
        doers += near[0].names if near else ()
    if sort == "lawsuit":
        doers += [name for group in led_by(found, ("against", "with", "between", "by", "")) for name in group.names]
    if sort in {"recall", "probe"}:
        doers += [name for group in found for name in group.names if name.kind == "government"]
    made = {name.id for group in found if _MADE_BY.search(clause.before(group.span.start, 40)) for name in group.names}
    if sort in {"recall", "fire", "probe"}:
        doers += [name for group in found for name in group.names if name.id in made]
    for name in distinct(name for name in doers if not _is_a_union(clause, name)):
        makes = sort in {"recall", "fire", "accident", "probe"} and (
            name.id in made or (name.known and not _MAKES.isdisjoint(name.chain))
        )
        role = Role.SUPPLIER if makes else Role.OWNER
        yield Actor.of(name, role)
