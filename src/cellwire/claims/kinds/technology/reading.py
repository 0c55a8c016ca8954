"""Products and chemistries: announced, tested, on the market."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import Group, distinct, groups, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.technology.finding import found
from cellwire.claims.kinds.technology.heralding import heralded
from cellwire.claims.kinds.technology.proving import proved, team_of
from cellwire.claims.kinds.technology.showing import names_goods, shows_goods
from cellwire.claims.kinds.technology.trying import takers
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Kind, Role, Span

OFFERS = ("launch", "unveil", "introduc", "releas", "reveal", "showcas", "debut", "present", "roll")
_ACTIONS = ("technology.market", "technology.test", "technology.unveil", "technology.develop")
_PRODUCED = ("mass produc", "mass-produc", "series production", "serial production", "start of production")


_NEWNESS = (
    r"new|next-gen\w*|next generation"
    r"|(?:first|second|third)(?! (?:half|quarter|time|phase|plant|factory|day|year|week|month|line))|latest|own"
    r"|generations?|prototypes?|samples?|platform|technology|chemistry|breakthrough|patent\w*|world's|roadmap|certif\w+"
)
_BUILT_SO = (
    r"4680|46\d{2,3}|46-series|blade|ctp|ctb|ctc|cell-to-\w+|ultra-\w+|dry (?:electrode|coating)|large-format|sizes"
    r"|format|graphene|condensed|containers?|home (?:battery|batteries|storage)"
)
_DOES_SO_MUCH = (
    r"energy density|wh/kg|fast[- ]charg\w*|long-life|cycle life|\d+ kWh|minutes|(?:[2-9]\d\d|\d,?\d{3})\s?Ah"
    r"|\d[\d.]*\s?MWh (?:storage|battery|container)|range of"
    r"|\d+\s?(?:%|per ?cent) (?:more|less|higher|lower|longer|faster|lighter|cheaper)"
)
_DOES_WITHOUT = (
    r"(?:precursor|lithium|graphite|solvent|fluorine|PFAS)-free"
    r"|without (?:cobalt|nickel|graphite|lithium|an anode|rare earths)|without solvents"
)
_NOVEL = gated(rf"\b(?:{_NEWNESS}|{_BUILT_SO}|{_DOES_SO_MUCH}|{_DOES_WITHOUT})\b", re.I)


# "|begins mass production of| an 80-kWh pack": what goes into series is new
_IN_SERIES = gated(
    r"\b(?:start|begin|began|beg[ui]n|commenc|kick|enter|launch)\w*\s(?:off\s)?(?:into\s)?"
    r"(?:mass|series|serial|volume)[ -]produc(?:tion|ing)\b",
    re.I,
    needs="mass series serial volume",
)
_OUTPUT = gated(
    r"\d\s?(?:GWh|gigawatt-?\s?hours?|tonnes|tons|metric tons)\b[^.;]{0,60}\b(?:a year|per year|annual\w*|p\.a\.)|"
    r"\bcapacity of\b",
    re.I,
)
_OF_MAIN = gated(
    r"\b(?:the|its|this|these) (?:new|first|latest|next|second|third|upcoming)\b|\bgeneration\b|\bseries\b", re.I
)


_PUTS_IN = (
    r"us(?:e|es|ing)|offer(?:s|ing)?|switch(?:es|ing)? to|fit(?:s|ting)?|put(?:s|ting)?|bring(?:s|ing)?"
    r"|equip(?:s|ping)?|adopt(?:s|ing)?|deploy(?:s|ing)?|introduc(?:es?|ing)|install(?:s|ing)?"
    r"|chang(?:e|es|ing) (?:over )?to|mov(?:e|es|ing) to|rel(?:y|ies) on"
)
# "will |use| LFP batteries in its small cars", "wants to |offer| solid-state cells from 2028": what a carmaker takes up
_TAKES_UP = gated(
    rf"\b(?P<verb>{_PUTS_IN})\b"
    r"\s[^.;]{0,80}?\b(?:cells?|batter(?:y|ies)|packs?)\b"
    r"\s[^.;]{0,60}?\b(?:in|into|for|with)\s"
    r"(?:(?:its|their|all|some|new|future|every|the next|small\w*)\b\s[^.;]{0,30}?)?"
    r"\b(?:cars?|models?|vehicles?|vans?|trucks?|buses|line-?up|range|storage)\b"
)
_FORMAT = regex(r"\b(?:cylindrical|prismatic|pouch|46\d\d|46-series|large-format|cell-to-\w+)\b")


def _takes_up(clause: Sentence) -> Draft | None:
    """A maker of cars that will use another chemistry or form of cells."""
    match = _TAKES_UP.search(clause.text, clause.opened)
    if match is None or not (clause.chemistries or _FORMAT.search(match[0])):
        return None
    start, end = match.span("verb")
    cue = Cue(("technology.develop",), "base", Span(clause.span.start + start, clause.span.start + end), match["verb"])
    found, how = groups(clause), aspect(clause, cue)
    leader = subject(found, cue.span.start)
    makers = distinct(name for name in leader.names if name.kind != "government") if leader else []
    done = clause.headline and cue.written.endswith("s")  # "puts LFP cells into its small car"
    if (
        not makers
        or len({name.id for group in found for name in group.names}) > len(makers)
        or not (how.ahead or how.possible or done)
    ):
        return None  # of whom the cells are is a supply
    actors = tuple(Actor(name, Role.DEVELOPER) for name in makers)
    stage = "launched" if done and not (how.ahead or how.possible) else "announced"
    return Draft(Kind.TECHNOLOGY, stage, clause, cue.span, "technology.taken-up", how, actors, strength=0.55)


# "|Can| A and B mass-produce solid-state cells|?|"
_ASKED = regex(r"\W*(?:Is|Are|Can|Could|Will|Would|Does|Do|Did|Has|Have|Should|May|Might)\s[^.;]*\?\W*$")


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    if _ASKED.match(clause.text):
        return
    if draft := _takes_up(clause):
        yield draft
        return
    for telling in (_shown, proved, found, heralded):
        if told := [*telling(clause, scene)]:
            yield from told
            return


def _shown(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    """Goods that their makers bring to market, test, show or develop."""
    if not clause.has(*_ACTIONS) or not (
        clause.chemistries
        or (clause.has("technology.thing") and _NOVEL.search(clause.text, clause.opened))
        or _IN_SERIES.search(clause.text, clause.opened)
        or _on_offer(clause, scene)
    ):
        return
    if _OUTPUT.search(clause.text, clause.opened):
        return  # tonnes or gigawatt-hours a year are a plant's
    cue = _action(clause) or _on_offer(clause, scene)
    if cue is None:
        return
    makers = _makers(clause, cue)
    if not makers and scene.main and not clause.names and _OF_MAIN.search(clause.text, clause.opened):
        makers = [scene.main]
    makers = makers or team_of(clause, scene)
    if not makers and _by_somebody(clause) and scene.main:
        makers = [scene.main]
    if not makers and not _by_somebody(clause):
        return
    how = aspect(clause, cue)
    stage = _stage(clause, cue)
    given = [name for name in takers(clause, cue) if name.id not in {maker.id for maker in makers}]
    actors = (*(Actor(name, Role.DEVELOPER) for name in makers), *(Actor(name, Role.CUSTOMER) for name in given))
    sure = 0.6 if clause.chemistries else 0.45
    yield Draft(Kind.TECHNOLOGY, stage, clause, cue.span, f"technology.{stage}", how, actors, strength=sure)


# "|German start-up launches| a sodium-ion battery", "|China puts| solid-state cells into cars": a headline names nobody
_SOMEBODY = regex(
    r"\W*(?:(?i:an?|the|this)\s)?(?:[\w'’-]+\s){0,4}?(?i:start-?ups?|compan(?:y|ies)|firms?|makers?|manufacturers?|brand)\s"
    r"(?i:(?:(?:has|have|just|to|is|are|will)\s)*(?:launch|unveil|develop|introduc|reveal|present|debut|show|claim|releas|start|begin"
    r"|roll|test|put|bring|creat|invent|mass-produc))"
)


def _by_somebody(clause: Sentence) -> bool:
    """Whether a headline says only what sort of firm, or in which land, it is who does it."""
    if not clause.headline or groups(clause) or "?" in clause.text:
        return False
    land = any(spot.span.start <= clause.span.start + _AT_ONCE for spot in clause.countries)
    return land or _SOMEBODY.match(clause.text) is not None


_AT_ONCE = 4  # characters: a quotation mark, "The"


def _on_offer(clause: Sentence, scene: Scene) -> Cue | None:
    """The word for offering goods, in what a text opens with: "Alder |launches| 25 kWh battery" needs no "new"."""
    if not scene.opens_with(clause):
        return None
    cues = (
        cue
        for cue in clause.find("technology.unveil", "technology.market")
        if cue.written.startswith((*OFFERS, "exhibit", "show off"))
    )
    return next((cue for cue in cues if names_goods(clause, cue)), None)


def _action(clause: Sentence) -> Cue | None:
    """The word that tells, near a noun of the thing: bringing to market, testing, showing, developing."""
    things = [spot.span for spot in (*clause.chemistries, *clause.products)]
    things += [cue.span for cue in clause.find("technology.thing")]
    for tag in _ACTIONS:
        for cue in clause.find(tag):
            if (
                any(tag_ in {"supply.supply", "facility_verb.build"} for tag_ in cue.tags)
                and tag == "technology.market"
            ):
                continue
            if "technology.unveil" in cue.tags and not shows_goods(clause, cue):
                continue
            if any(abs(thing.start - cue.span.start) < 70 for thing in things) and not _is_trade(clause, cue):
                return cue
    return None


_TRADE = regex(r"\b(?:speciali[sz]\w+|specialists?|engaged|expert\w*|known|active)\s(?:in|for)\s(?:[\w-]+\s){0,4}$")


# "B |will manufacture a sodium-ion battery| developed by A": who has it made is the news
_MADE_BY_OTHERS = regex(
    r"\b(?:will|to)\s(?:manufacture|make|produce|build|supply|sell|distribute|install|use|deploy)\s(?:[\w-]+\s){1,5}?"
    r"(?:batter(?:y|ies)|cells?|systems?|technology)\s$"
)
_RESEARCH = frozenset({"research and development", "r&d", "development", "research"})
# "a battery |research and development| institute" is a house, and develops nothing yet
_A_HOUSE = regex(
    r"(?:\)|\s\(R&D\))?\s(?:[\w-]+\s){0,2}?(?:institute|cent(?:re|er)|lab\w*|facility|hub|base|campus|team|unit"
    r"|department)s?\b",
    re.I,
)


# "today |announced Jane Doe as Chief| Executive Officer"
_A_HEAD = regex(
    r"\s(?:[A-Z][\w.'’-]+\s){1,4}as\s(?:(?:its|the|new|interim)\s)*(?i:chief|CEO|C[FOT]O|president|chair|head)"
)


# "in Alder's |design|", "than older |designs|"; "the products |available| for storage"
_ANY_DESIGN = regex(r"(?:['’]s|\b(?:older|other|existing|conventional|traditional|EV|car|vehicle))\s$")
_IS_AVAILABLE = regex(
    r"\b(?:is|are|be|been|becom\w+|became|now|ma[dk]\w+)\s(?:(?:[a-z]+ly|now|already|also|first)\s){0,2}$"
)


# "a car with |a mass-produced| solid-state battery": whose cells they are, and who makes them, it does not say
_ONE_SORT = regex(r"\b(?:[Aa]n?|with|of|using|featuring)\s(?:(?:so-called|new)\s)?$")
# "denser |than regular mass-produced| cells": those of others
_COMPARED = regex(r"\bthan\s(?:(?:the|its|most|all|other|any|today['’]s)\s)?(?:[a-z-]+\s){0,2}$")
# "its first |mass-produced| EV has an LFP battery": the car is made in series
_A_CAR = regex(
    r"\s(?:(?!for\b|in\b|to\b|batter|cells?\b|packs?\b)[\w-]+\s){0,3}?(?:[BP]?H?EVs?|cars?|vehicles?|vans?|trucks?|buses|models?|SUVs?|sedans?|bikes?|scooters?"
    r"|motorcycles?|ships?|drones?)\b(?!\s(?:batter|cells?\b|packs?\b))"
)


def _only_describes(clause: Sentence, cue: Cue) -> bool:
    """Whether a word is no act, and only says which goods are spoken of."""
    before = clause.before(cue.span.start, 40)
    if cue.written == "available":
        return not clause.headline and not _IS_AVAILABLE.search(before)
    if cue.written in {"mass-produced", "mass produced", "series-produced"}:
        return bool(
            _ONE_SORT.search(before) or _COMPARED.search(before) or _A_CAR.match(clause.after(cue.span.end, 50))
        )
    if cue.written == "developed" and _MADE_BY_OTHERS.search(clause.before(cue.span.start, 90)):
        return clause.after(cue.span.end, 4) == " by "
    if cue.written in {"develops", "designs"} and not clause.headline:
        return True  # "Alder |develops| sodium-ion batteries" is what it does for its living
    return cue.written in {"design", "designs"} and bool(_ANY_DESIGN.search(before))


# "opens a storage |testing| platform"; "the first big |test| of whether cells sell"
_NO_TRIAL = regex(
    r"\s(?:platforms?|cent(?:re|er)s?|labs?|laborator(?:y|ies)|facilit(?:y|ies)|bases?|services?|standards?|benches)\b"
    r"|\s(?:of|for)\s(?:whether|how|what|if)\b",
    re.I,
)
# "has |bet heavily on| mass production of cells" long ago
_BET_ON = regex(r"\b(?:bet|bets|betting|counts?|counting|relies|relied)\s(?:[a-z]+ly\s)?on\s(?:the\s)?$")


def _is_no_act(clause: Sentence, cue: Cue) -> bool:
    """Whether a word for trying names a place for it or a question, or one for making series what somebody bets on."""
    if "technology.test" in cue.tags and cue.form not in {"s", "past"} and cue.written.startswith(_TRIALS):
        return _NO_TRIAL.match(clause.after(cue.span.end, 50)) is not None
    series = cue.written.startswith(_PRODUCED) and not clause.headline
    return series and _BET_ON.search(clause.before(cue.span.start, 40)) is not None


_TRIALS = ("test", "validation", "trial", "qualification", "certification")


def _is_trade(clause: Sentence, cue: Cue) -> bool:
    """Whether a word only says what a company does for its living: "specialises in |producing| cells"."""
    if _is_no_act(clause, cue):
        return True
    named = cue.written in _RESEARCH and _A_HOUSE.match(clause.after(cue.span.end, 50))
    named = named or _A_HEAD.match(clause.after(cue.span.end, 70))
    return bool(named or _TRADE.search(clause.before(cue.span.start, 60))) or _only_describes(clause, cue)


def _makers(clause: Sentence, cue: Cue) -> list[Name]:
    found = groups(clause)
    if whose := next((group for group in found if group.owns and _brings(clause, cue, group)), None):
        return distinct(name for name in whose.names if name.kind != "government")
    leader = subject(found, cue.span.start) or next((group for group in found if group.owns), None)
    if leader is None:
        leader = next((group for group in found if group.lead in {"by", "of"} or _labs(clause, group)), None)
    return distinct(name for name in leader.names if name.kind != "government") if leader else []


# "A |introduces| B's |241 kWh battery|": who brings it to its customers has not made it
_BRINGS = frozenset(
    {"introduces", "introduced", "launches", "launched", "offers", "distributes", "sells", "adds", "brings"}
)


def _brings(clause: Sentence, cue: Cue, whose: Group) -> bool:
    behind = clause.after(whose.span.end, 60).partition(",")[0]
    beside = 0 < whose.names[0].said.start - cue.span.end <= len(" the ")
    return clause.headline and beside and cue.written in _BRINGS and _ITS_GOODS.match(behind) is not None


_ITS_GOODS = regex(r"['’]s\s(?:[\w.-]+\s){0,5}?(?:batter(?:y|ies)|cells?|packs?|storage|BESS)\b", re.I)


_LABS = regex(r"\b(?:[Rr]esearchers|[Ss]cientists|[Ee]ngineers|[Cc]hemists|[Tt]eam|[Gg]roup) (?:at|from|of) (?:the )?$")


def _labs(clause: Sentence, group: Group) -> bool:
    """Whose researchers do it."""
    return bool(_LABS.search(clause.before(group.span.start, 30)))


# "has become the |first maker to| mass-produce": it does
_FIRST_TO = regex(r"\b(?:became|becomes?|is|was)\s(?:[\w'’-]+\s){0,5}?first\s(?:[\w'’-]+\s){0,4}?to\s$")


def _stage(clause: Sentence, cue: Cue) -> str:
    how = aspect(clause, cue)
    if "technology.test" in cue.tags:
        shown = cue.written.startswith("prototype") and any(
            aspect(clause, each).done for each in clause.find("technology.unveil")
        )
        return "announced" if how.ahead or shown else "testing"
    if "technology.market" in cue.tags and _FIRST_TO.search(clause.before(cue.span.start, 60)):
        return "launched"
    if "technology.market" in cue.tags and not (how.ahead or how.possible or how.negated):
        produced = cue.written.startswith(_PRODUCED)
        started = any(
            "facility_verb.start" in each.tags and not aspect(clause, each).ahead
            for each in clause.cues
            if abs(each.span.start - cue.span.start) < 50
        )
        if how.done or how.going_on or started or (not produced and cue.form == ""):
            planned = re.search(
                r"\b(?:will|to|plan\w*|expect\w*|schedul\w*|aim\w*|by 20\d\d)\b", clause.before(cue.span.start, 60)
            )
            return "announced" if planned else "launched"
    if (
        "technology.unveil" in cue.tags
        and cue.written.startswith(("launch", "releas"))
        and how.done
        and not clause.headline
    ):
        return "launched"
    return "announced"
