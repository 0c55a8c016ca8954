"""What a headline says of new cells without a word of launching: what they can do, a breakthrough, a patent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cellwire.claims.actors import distinct, groups
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import Gated, gated
from cellwire.claims.kinds.technology.trying import takers
from cellwire.claims.scene import Aspect, Cue, Name, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex
from cellwire.model import Kind, Role, Span

_GOODS = r"(?:batter(?:y|ies)|cells?|cathodes?|anodes?|electrolytes?|electrodes?|separators?|supercapacitors?)"
_NEEDED = "battery batteries cell cells cathode anode electrolyte electrode separator supercapacitor"
_PARTS = r"(?:\s(?:tech\w*|packs?|cells?|systems?|designs?|materials?|chemistry|prototypes?|idea|concept|[\d.]+)){0,2}"
_CHEMISTRY = (
    r"(?:all-|semi-)?solid-state|sodium(?:-ion)?|lithium-(?:metal|sul(?:ph|f)ur|air)|alumini?um-ion|calcium-ion"
    r"|iron-air|zinc-\w+|LFP|LMFP|graphene|cobalt-free|lithium-free|silicon"
)
_NEW = (
    r"(?:(?:brand[- ]|all-)?new|next[- ]gen(?:eration)?|latest|novel|revolutionary|breakthrough"
    rf"|(?:one\s)?million[- ]mile|ultra-\w+(?:-\w+)?|[a-z]+-free|{_CHEMISTRY})"
)
_CAN = (
    r"(?:could|can|may|might|promises?|offers?|delivers?|charges?|stores?|lasts?|unlocks?|reach(?:es|ed)|hits?|doubles?"
    r"|cuts?|boosts?|gets|seems?|survives?|achieves?|set\sto|outperforms?|beats?|takes|enables?|retains?|brings?"
    r"|keeps|makes|extends|works|runs|triples|halves|prevents|stops|packs|sets|solves|shows|withstands|breaks"
    r"|to\s(?:cut|double|boost|enable|power|slash))"
)
# "Alder's |new sodium-ion battery charges| in nine minutes", "|New cathode could| halve the price of cells"
_DOES = gated(
    rf"\b{_NEW}\s(?:(?:type|kind|class)\sof\s)?(?:[\w’'/-]+\s){{0,3}}?{_GOODS}{_PARTS}"
    rf"(?:\s(?:developed|made|created|built|designed)\s(?:in|by)\s\S+)?"
    rf"(?:\sfrom\s(?:[A-Z]\S*\s?){{1,3}}|\s)(?P<verb>{_CAN})\b",
    re.I,
    needs=_NEEDED,
)
_MEANS = (
    r"(?:materials?|methods?|process|techniques?|coating|strip|capacitor|additive|trick|recipe|approach|membrane|catalyst"
    r"|compound|binder|solution|chemistry|design|salt|bath|polymer|gel|foam|crystals?|film|layer|powder|structure|insights?"
    r"|discovery|algorithm|sensors?)"
)
_HELPING = (
    r"could|may|can|might|promises?|powers?|makes?|helps?|lets?|boosts?|doubles?|enables?|extends?"
    r"|keeps|triples|prevents|stops|fixes|cuts|improves|stabili[sz]es|solves|protects|recovers|unlocks|revives"
)
# "|New coating could make batteries| last longer"
_HELPS = gated(
    rf"\b(?:new|novel|greener|simple|cheap\w*|faster|better|safer|ancient|clever)\s(?:[\w’'-]+\s){{0,3}}?{_MEANS}\b"
    rf"[^.;:]{{0,40}}?\s(?P<verb>{_HELPING})\s[^.;:]{{0,60}}?\b{_GOODS}\b",
    re.I,
)
# "Alder is |betting on a new type of battery|", "Alder |to develop a cobalt-free cell|"
_PLANS = gated(
    r"\b(?P<verb>to\sdevelop|bet(?:s|ting)?\son|advances?|discloses?|is\sdeveloping)\s"
    rf"[^.;:]{{0,50}}?\b{_NEW}\s(?:[\w’'/-]+\s){{0,3}}?{_GOODS}{_PARTS}(?!\s(?:plants?|factor|gigafactor|line|deal|makers?|business"
    r"|supply|materials?|recycl|storage|projects?)\b)",
    re.I,
)
# "|World's first| solar |train|", "|first electric ferry| with solid-state cells"
_FIRST = gated(
    r"\b(?:first(?:-ever)?|largest|biggest|fastest)['’”\"]?\s[^.;:]{0,50}?\b(?:EV|e-bike|electric\svehicle|cars?|trains?"
    r"|locomotive|trucks?|ferr(?:y|ies)|ships?|boats?|tugs?|bus(?:es)?|(?:air)?planes?|aircraft|motor(?:bike|cycle)s?"
    r"|excavators?|loaders?|tractors?|trams?|vessels?)\b(?!\s(?:batter\w+|charg\w+|makers?|market|sales|plants?|factory|fleet))",
    re.I,
    needs="first largest biggest fastest",
)
# "Alder |tests its fireproof battery| at a school", "Alder |to pilot| B's sodium-ion |battery|"
_TESTS = gated(
    r"\b(?P<verb>tests?|trials?|pilots|demonstrat(?:es|ed)|to\s(?:test|trial|pilot|demonstrate)|completes?\stest(?:s|ing)\sof)\s"
    rf"(?:[\w’'-]+\s){{0,6}}?(?:{_GOODS}|BESS|storage)(?:\s(?:packs?|systems?|storage|cells?|technology|prototypes?))*"
    r"(?=$|[,.;:]|\s(?:in|at|on|with|for|to|as|by|during)\b)",
    re.I,
)
# "Alder |launches software for battery testing|"
_AROUND = gated(
    r"\b(?P<verb>launch(?:es|ed)|unveils?|unveiled|introduc(?:es?|ed|ing)|releases?|released|debuts?|announces?|rolls?\sout)\s"
    r"(?=[^.;:]{0,90}?\b(?:batter(?:y|ies)|BESS|(?:energy\s)?storage)\b(?!\sli[fv]es?\b))[^.;:]{0,70}?\b(?:software|platforms?"
    r"|inverters?|subscription|BMS|management\ssystems?|analytics|tester|testing|evaluation\sservices)\b",
    re.I,
    needs="software platform inverter subscription bms management analytics tester testing evaluation",
)
# "Alder |opens pre-orders| for its van |with solid-state batteries|"
_ORDERS = gated(
    r"\b(?P<verb>(?:open(?:s|ed)?|start(?:s|ed)|beg(?:ins|an))\s(?:pre-?orders|pre-?sales?|orders))\s[^.;:]{0,100}?"
    rf"\b(?:with|using|featuring)\s(?:an?\s)?(?:{_CHEMISTRY})\s(?:[\w-]+\s){{0,2}}?batter(?:y|ies)\b",
    re.I,
    needs=_NEEDED,
)
# "a |breakthrough in solid-state batteries|", "|flow battery breakthrough|"
_LEAP = (
    r"(?:\bbreakthrough\b(?!\s(?:Energy|is|was|program|initiative|fund|prize|award)\w*)"
    r"|\b(?:big|major|huge|giant|another|technological)\s(?:\w+\s)?(?:leap|step\sforward)\b|\bholy\sgrail\b)"
)
_BREAKTHROUGH = gated(
    rf"\b{_GOODS}\b[^.;:]{{0,30}}?{_LEAP}|{_LEAP}[^.;:]{{0,40}}?\b{_GOODS}\b"
    rf"|\bmilestone\b[^.;:]{{0,20}}?\b(?:{_CHEMISTRY})\b|\b(?:{_CHEMISTRY})\s[^.;:]{{0,50}}?\bmilestone\b",
    re.I,
    needs="breakthrough leap step grail milestone",
)
_PATENT = gated(
    rf"\b(?:{_GOODS}|energy\sstorage)\b[^.;:]{{0,60}}?\bpatent(?:s|ed)?\b"
    rf"|\bpatent(?:s|ed)?\b[^.;:]{{0,80}}?\b(?:{_GOODS}|energy\sstorage)\b",
    re.I,
    needs="patent",
)
_A_QUARREL = regex(
    r"\b(?:su(?:es?|ed|ing)|lawsuits?|court|infring\w+|fight|dispute|row|war|expir\w+|licen[cs]\w+|rights)\b"
)
# "Alder |says| its next-generation batteries will last longer"
_SAYS = gated(
    rf"\b(?P<verb>says?|claims?|vows?|touts?|teases?)\s(?:that\s)?(?![^.;:]{{0,30}}\b(?:deploy|install|build|buy|supply|acquir)\w*)"
    rf"[^.;:]{{0,50}}?\b{_NEW}\s[^.;]{{0,30}}?\b{_GOODS}\b",
    re.I,
)
# "the Alder hatchback gets a |bigger battery|"
_IN_A_CAR = gated(
    r"\b(?P<verb>with|gets?|getting|receives?|packs|adds)\s(?:an?\s|its\s|the\s|their\s|up\sto\s)?"
    r"(?:(?:much|slightly|even|optional|massive|boosted range and)\s)?"
    r"(?:bigger|larger|enhanced|new(?!\szealand)|all-new|improved|upgraded|\d[\d.]*[\s-]?kWh|LFP|low-cost LFP)\s"
    r"(?:[\w-]+\s){0,2}?batter(?:y|ies)\b",
    re.I,
)
# "Alder answers B |with its new LFP battery|", "Alder|'s in-house battery|"
_OF_A_MAKER = gated(
    r"(?:\b(?P<verb>with)\s(?:an?\s|its\s|the\s)?|['’]s\s)"
    rf"(?:improved|upgraded|in-house|low-cost|[a-z]+-charging|(?!new\szealand){_NEW})[\s,]+"
    r"(?:[\w’'‘/-]+[\s,]+){0,3}?batter(?:y|ies)\b"
    r"(?!\s(?:plants?|factor|gigafactor|line|deal|maker|business|supply|supplier|material|recycl|storage|project|parts))",
    re.I,
)
_NUMBER = r"(?:\d[\d.]*|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
# "|battery charges from 10% to 70% in six minutes|", "|six-minute charge battery|"
_IN_MINUTES = gated(
    rf"\b(?:{_GOODS}|BESS)\b[^.;:?!]{{0,60}}?\b(?:re|dis)?charg\w*[^;?!]{{0,30}}?\bin\sminutes\b"
    rf"|\b(?:{_GOODS}|BESS)\b[^.;:?!]{{0,60}}?\b(?:re|dis)?charg\w*[^;?!]{{0,40}}?\b{_NUMBER}[\s-]min(?:ute)?s?\b"
    rf"|\b{_NUMBER}[\s-]minutes?\s(?:[\w-]+\s){{0,2}}?charg\w*[^.;:?!]{{0,40}}?\b{_GOODS}\b",
    re.I,
    needs="minutes minute min mins",
)
# "|Alder batteries charge| as fast as", "|sand battery that keeps heat for months could| warm a town"
_DO = gated(
    rf"\b(?:{_GOODS}|BESS){_PARTS}"
    r"(?:\s(?:that|which|made|based|using|developed|created|invented|patented)\s[^.;:?]{0,50}?)?"
    rf"\s(?P<verb>{_CAN}|powers|generates)\b(?!\s(?:catch|explode|burn|be|fire|cost|face|help)\b)",
    re.I,
)
_OWNED = regex(r"(?:['’]s?)?\s(?!(?:and|or|to|for|with|by|in|on|of|the)\s)(?:[\w’'/-]+\s){0,3}$")
_MIGHT = regex(r"(?:could|can|may|might)\b", re.I)
_ANY_BATTERY = regex(r"\b(?:big|community|home|phone|EV|car|street|assault)\s$|\b(?:this|your)\s|[$?]|['’]s?\s", re.I)
_BETTER = (
    r"(?:better|safer|cheap(?:er)?|cleaner|greener|longer(?:-\w+)?|ultra-\w+|fast(?:er)?(?:-\w+)?|high-performance|denser"
    r"|stable|lighter|smaller|more\spowerful)"
)
# "Clay |could make batteries safer|", "seaweed is |key to cheaper batteries|"
_BETTERS = gated(
    r"\b(?P<verb>(?:can|could|may|might|to)\s(?:be\s)?(?:the\s)?(?:make|lead\sto|key\sto|mean|yield|improve)"
    r"|leads\sto|inspires?)\s"
    rf"(?!your|my)(?:[\w’'/-]+\s){{0,4}}?(?:{_BETTER},?\s(?:[\w’'/-]+\s){{0,3}}?{_GOODS}|{_GOODS}\s{_BETTER})\b",
    re.I,
    needs=_NEEDED,
)
_CARMAKERS = frozenset({"carmaker", "truckmaker", "vehicle"})
_HERALDS = (
    *(_DOES, _HELPS, _BETTERS, _PATENT, _BREAKTHROUGH, _SAYS, _PLANS, _TESTS, _AROUND, _ORDERS),
    *(_IN_A_CAR, _IN_MINUTES, _OF_A_MAKER, _DO, _FIRST),
)
_IN_HEADLINES = (_PLANS, _TESTS, _BREAKTHROUGH, _IN_MINUTES, _OF_A_MAKER, _DO, _FIRST)
# what a headline may say without naming anybody
_BY_NOBODY = (_DOES, _HELPS, _BETTERS, _BREAKTHROUGH, _IN_MINUTES, _DO, _FIRST)


def heralded(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    """New cells that a headline, or what stands first under it, is about."""
    if not scene.opens_with(clause):
        return
    for pattern in _HERALDS:
        match = pattern.search(clause.text, clause.opened)
        if match is None:
            continue
        verb = match.groupdict().get("verb")
        cue = cue_of(clause, match, "verb" if verb else 0, "technology.develop", "")
        how, makers = _how(clause, cue), _makers(clause, scene, cue if verb else None)
        if not makers and not (clause.headline and pattern in _BY_NOBODY):
            continue
        if not _holds(pattern, match, clause, how, makers):
            continue
        tried = takers(clause, cue) if pattern is _TESTS else []
        given = [name for name in tried if name.id not in {maker.id for maker in makers}]
        actors = (*(Actor(name, Role.DEVELOPER) for name in makers), *(Actor(name, Role.CUSTOMER) for name in given))
        stage = "testing" if pattern is _TESTS else "announced"
        yield Draft(Kind.TECHNOLOGY, stage, clause, cue.span, f"technology.{stage}", how, actors, strength=0.5)
        return


def _how(clause: Sentence, cue: Cue) -> Aspect:
    """How far along it is: the pattern takes in the "to" of a headline that "is |to pilot|" something."""
    how = aspect(clause, cue)
    return replace(how, ahead=True) if cue.written.startswith("to ") else how


def _holds(pattern: Gated, match: re.Match[str], clause: Sentence, how: Aspect, makers: Sequence[Name]) -> bool:
    """Whether nothing beside the words takes back what they seem to say."""
    if _A_STUDY.search(clause.text[: match.start()]) or _IN_USE.search(clause.text, match.start()):
        return False
    if pattern in _IN_HEADLINES and not clause.headline:
        return False
    if pattern is _DOES:
        return _are_somebodys(clause, match)
    if pattern is _PATENT:
        return not _A_QUARREL.search(clause.text)
    if pattern is _BREAKTHROUGH:
        a_name = "Breakthrough" in match[0] and _WRITTEN_SMALL.search(clause.text)
        return not how.possible and not a_name
    if pattern in (_IN_MINUTES, _OF_A_MAKER, _DO):
        return _is_theirs(pattern, match, clause, makers)
    return _is_of_such(pattern, clause, makers)


_CELLS = regex(r"\b(?:batter(?:y|ies)|solid-state|sodium-ion)\b", re.I)
# "first electric truck |delivered|", "world's largest car |battery maker|": deals, works and firms
_NO_FIRST = regex(
    r"\b(?:plants?|factor(?:y|ies)|gigafactor\w+|orders?|deals?|contracts?|fires?|recall\w*|sales|says|quarter|half|suppl\w+"
    r"|parts?|deliver\w*|receiv\w+|arriv\w+|buys?|funds?|funding|grants?|invest\w*|partner\w*|agree\w*"
    r"|tender|how|why|batter(?:y|ies)\s(?:maker|supplier|energy\sstorage|storage))\b|\?",
    re.I,
)


def _is_of_such(pattern: Gated, clause: Sentence, makers: Sequence[Name]) -> bool:
    """Whether it is of such as make news: a bigger battery of a carmaker, or a first of its sort that runs on cells."""
    if pattern is _IN_A_CAR:
        return any(_CARMAKERS & set(name.chain) for name in makers)
    return pattern is not _FIRST or bool(_CELLS.search(clause.text) and not _NO_FIRST.search(clause.text))


def _is_theirs(pattern: Gated, match: re.Match[str], clause: Sentence, makers: Sequence[Name]) -> bool:
    """Whether those who are named make the goods, or where nobody is, whether they are new ones."""
    if "?" in clause.text:
        return False
    if pattern is _DO:
        return _is_owned(clause, match, makers) if makers else _is_of_a_sort(clause, match)
    return _is_of_cells(makers) if pattern is _OF_A_MAKER else not makers


def _is_of_cells(makers: Sequence[Name]) -> bool:
    """Whether somebody of a list makes cells: new ones that a headline gives him are his own."""
    return any(name.known and "cell" in name.chain for name in makers)


def _is_owned(clause: Sentence, match: re.Match[str], makers: Sequence[Name]) -> bool:
    """Whether goods stand right behind the one name of a headline, as his: "Alder's latest pouch |cells|"."""
    last = max((name.said.end for name in makers), default=0) - clause.span.start
    alone = len({name.id for name in clause.names}) == 1 and _is_of_cells(makers)
    return alone and 0 < last < match.start() and _OWNED.match(clause.text[last : match.start()]) is not None


def _is_of_a_sort(clause: Sentence, match: re.Match[str]) -> bool:
    """Whether a battery is one of a new sort, and no town's nor the reader's: "a sand |battery|"."""
    span = Span(0, match.end()).moved(clause.span.start)
    named = clause.names or any(span.meets(spot.span) for spot in clause.places)
    acts = match["verb"].endswith("s") or _MIGHT.match(match["verb"])  # not "gets a battery boost"
    if named or not acts or not match[0].lower().startswith("battery"):
        return False
    return match.start() > 0 and _ANY_BATTERY.search(clause.text[: match.start()]) is None


_A_STUDY = regex(r"\b(?:study|survey|analysts?|ranking)\b", re.I)  # of what is sold already
# "Grants for |four|: Canberra's Battery Breakthrough": in a headline in small letters that is what a scheme is called
_WRITTEN_SMALL = regex(r"\b(?!(?:with|from|into|over|amid|that|after|could|will)\b)[a-z]{4,}\b")
# "Alder's LFP battery shows less ageing |after 60,000 miles|": what is driven already
_IN_USE = regex(
    r"\bafter\s(?:[\w-]+\s){0,2}?\d[\d,.]*k?\s(?:miles|km|kilomet\w+)\b|\b(?:ag(?:es|e?ing)|degrad\w+)\b[^.;]{0,40}?"
    r"\b(?:compared|better|faster|slower|less|more)\s(?:to|with|than)\s(?:the\s)?(?:others?|rest|rivals?|most|any)\b"
)
_ONLY_A_SORT = regex(rf"(?:{_CHEMISTRY})\s[^.;]*?\b(?:batteries|cells|cathodes|anodes|electrolytes)\b", re.I)


def _are_somebodys(clause: Sentence, match: re.Match[str]) -> bool:
    """Whether they are some new cells: not all of a sort, "|solid-state batteries| could", nor a town's battery."""
    span = Span(match.start(), match.end()).moved(clause.span.start)
    if any(span.meets(spot.span) for spot in clause.places):
        return False
    owned = any(group.owns and group.span.end <= span.start for group in groups(clause))
    return owned or _ONLY_A_SORT.match(match[0]) is None


_NO_NAME = regex(rf"\b(?:{_GOODS}|energy)$", re.I)


def _makers(clause: Sentence, scene: Scene, cue: Cue | None) -> list[Name]:
    """Who is named first, before the verb where there is one, else whom the text is about."""
    for group in groups(clause):
        if cue and group.span.start > cue.span.start:
            break
        makers = [name for name in group.names if name.kind not in {"government", "outlet"}]
        makers = distinct(name for name in makers if name.known or not _NO_NAME.search(name.name))
        if makers:
            return makers
    return [scene.main] if scene.main else []
