"""Who "the company", "the two companies", "the former", "the latter" and "it" are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from cellwire.claims.actors.focus import Focus, Said, said_of
from cellwire.claims.actors.groups import NO_FIRMS, SILENT, Group, name_groups
from cellwire.claims.actors.unnamed import NEXT, named_later
from cellwire.claims.gates import gated
from cellwire.claims.scene import Name, Scene, Sentence
from cellwire.lexicon import PLANT, regex
from cellwire.model import Span

_FORMER_LATTER = gated(r"\bthe (former|latter)\b", re.I, needs="former latter")
_PAIR = gated(
    r"\b(?:(?:the|both|these)(?: two| three)? (?:companies|firms|parties|partners|sides|groups|automakers|carmakers|"
    r"manufacturers|businesses)|the two|the pair|the duo|the partners|they|both(?! [A-Z]))\b",
    re.I,
    needs="companies firms parties partners sides groups automakers carmakers manufacturers businesses two pair duo "
    "they both",
)
_ONE = gated(
    r"\b(?:the|this)\s+(?:(?:[A-Z][a-z]+(?:-based|-headquartered|-listed)?|[\w]+-based|giant|leading|world's|"
    r"largest|new|young|listed|state-owned|South|North|battery|cell|electric|electric-vehicle|ev|lithium|cathode|"
    r"anode|car|vehicle|truck|bus|materials?|chemicals?|metals?|minerals?|graphite|nickel|cobalt|mining|recycling|"
    r"storage|technology|energy|biggest|second-largest|third-largest|same|luxury|us|uk|u\.s\.)\s+){0,4}"
    r"(company|firm|group|manufacturer|maker|automaker|carmaker|startup|start-up|miner|supplier|producer|"
    r"developer|conglomerate|"
    r"giant|corporation|recycler|refiner|venture|joint venture|JV|jv|subsidiary|business|utility|operator|"
    r"automobile manufacturer|explorer)\b(?!\s+(?:of|from|to)\b)",
    re.I,
    needs="company firm group manufacturer maker automaker carmaker startup start miner supplier producer developer "
    "conglomerate giant corporation recycler refiner venture joint subsidiary business utility operator "
    "automobile explorer jv",
)
_IT = gated(
    r"\b(?:(?<=^)|(?<=[,;:] )|(?<=that )|(?<=and )|(?<=as )|(?<=while )|(?<=where )|(?<=but )|(?<=said )|(?<=says )|"
    r"(?<=which )|(?<=because )|(?<=after )|(?<=Although )|(?<=when )|"
    r"^(?:With|Alongside|Like|Unlike)\s[^,;]{2,60}?\s)([Ii]t|[Ww]e)\b(?=['\s](?:ll |has|had|will|"
    r"would|is|was|also|plan|intend|expect|aim|start|beg|sign|build|produc|can|could|may|now|want|suppl|use|own|"
    r"already|do|target|consider|hold|operat|invest|buy|has|have|are)"
    r"|(?<=after it)\s(?:said|announc|report|w[io]n|rais|secur|receiv|unveil|land|complet|clos|open|launch|agree"
    r"|str[iu]ck|ink|order|select|pick|reveal|confirm|disclos|acquir|strik|deliver|reach|enter|got|made|bought|sold))"
    r"(?!\s(?:is|was|will be|would be|has been)\s(?:expected that|important|unclear|clear|known|possible|likely|"
    r"estimated|reported|the first time|understood|believed|great|hard|difficult|worth|time|no|not clear|a )\b)",
    needs="it we",
)
_ITS = gated(
    r"\b([Ii]ts|[Tt]heir|[Oo]ur)\b(?=\s+(?:[\w-]+\s+){0,5}?(?:plant|factory|gigafactory|facility|facilities|"
    r"plants|factories|mine|project|refinery|battery|batteries|cell|cells|subsidiary|unit|capacity|production|"
    r"line|lines|site|joint|technology|products?|stake|workforce|supplier|suppliers|second|first|new|third))",
    needs="its their our",
)


def _seat(sentence: Sentence, match: re.Match[str]) -> str | None:
    """The land of the town or state that stands in "the Grenoble-based company"."""
    words = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
    return next((spot.country for spot in sentence.places if words.holds(spot.span) and spot.country), None)


def refer(scene: Scene, demonyms: Mapping[str, str]) -> Scene:
    """The scene with references resolved: each becomes a `Name` whose span is its antecedent's."""
    focus = Focus()
    main = _main(scene.sentences)
    if main:
        focus.main, focus.subjects[main.id] = main.id, main
    resolved = []
    for at, sentence in enumerate(scene.sentences):
        fuller = _with_references(sentence, focus, demonyms, scene.sentences[at + 1 : at + 1 + NEXT])
        focus.note(fuller)
        resolved.append(fuller)
    return replace(scene, sentences=tuple(resolved), main=main)


def _main(sentences: Sequence[Sentence]) -> Name | None:
    for sentence in sentences[:4]:
        for name in sentence.names:
            if name.kind not in NO_FIRMS:
                return name
    return None


def _with_references(
    sentence: Sentence, focus: Focus, demonyms: Mapping[str, str], behind: Sequence[Sentence]
) -> Sentence:
    if not focus.subjects:
        return sentence
    found = list(_references(sentence, focus, demonyms))
    if not focus.told and (unnamed := named_later(sentence, behind, focus.latest)):
        found.append(unnamed)
    if not found:
        return sentence
    return replace(sentence, names=tuple(sorted([*sentence.names, *found], key=lambda name: name.said)))


def _references(sentence: Sentence, focus: Focus, demonyms: Mapping[str, str]) -> Iterator[Name]:
    """Whom "the former", "both companies", "the Korean maker", "a company" and "its" stand for, in this order."""
    yield from _of_a_pair(sentence, focus)
    for match in _PAIR.finditer(sentence.text, sentence.opened):
        for name in _they(match.group(0).lower(), focus):
            yield _said(name, match, sentence)
    for match in _ONE.finditer(sentence.text, sentence.opened):
        if one := _the_one(sentence, match, focus, demonyms):
            yield _said(one, match, sentence)
    for pattern in (_IT, _ITS):
        for match in pattern.finditer(sentence.text, sentence.opened):
            for who in _meant(sentence, match, focus):
                yield _said(who, match, sentence, 1)


def _of_a_pair(sentence: Sentence, focus: Focus) -> Iterator[Name]:
    """The former and the latter: of two that the sentence names, else of those before."""
    if _FORMER_LATTER.needs.isdisjoint(sentence.opened):
        return
    pair = _pair_in(sentence) or focus.pair
    if {name.id for name in pair} == {name.id for name in focus.joined}:
        pair = focus.joined  # the order is theirs, not that of what is said of each
    if len(pair) != 2:
        return
    for match in _FORMER_LATTER.finditer(sentence.text, sentence.opened):
        yield _said(pair[0 if match.group(1).lower() == "former" else 1], match, sentence)


def _the_one(sentence: Sentence, match: re.Match[str], focus: Focus, demonyms: Mapping[str, str]) -> Name | None:
    """Whom "the Korean maker" stands for, unless the name stands behind it: "the Korean maker SK On"."""
    end = sentence.span.start + match.end()
    named_behind = any(0 <= name.span.start - end <= 2 for name in sentence.names)
    if named_behind and sentence.text[match.end() : match.end() + 1] in {" ", ","}:
        return None
    start, described = sentence.span.start + match.start(), match.group(0).count(" ") > 1
    if described and any(
        name.said.end + 2 == start and sentence.after(name.said.end, 1) == "," for name in sentence.names
    ):
        return None  # "CATL, the world's largest battery company"
    said = said_of(match.group(0), match.group(1).lower(), demonyms, _seat(sentence, match))
    one = (
        _whose_shares(sentence, match, said)
        or _named_before(sentence, match, said)
        or focus.one(said, _acting_on(sentence, match))
    )
    return one if not said.kinds or (one and _is_such(one, said)) else _such_before(sentence, match, said) or one


def _is_such(name: Name, said: Said) -> bool:
    return not said.kinds.isdisjoint((*name.chain, name.kind))


def _such_before(sentence: Sentence, match: re.Match[str], said: Said) -> Name | None:
    """The only one named before in the sentence who is known to be such a firm."""
    at = sentence.span.start + match.start()
    such = {name.id: name for name in sentence.names if name.said.end <= at and _is_such(name, said)}
    return next(iter(such.values())) if len(such) == 1 else None


def _they(words: str, focus: Focus) -> tuple[Name, ...]:
    """All of two or three named together; "the two" of three are those in one breath, and so are two who act."""
    if not _THREE.isdisjoint(words.split()):
        return focus.three
    inner = bool(focus.joined) and {name.id for name in focus.joined} < {name.id for name in focus.pair}
    if len(focus.pair) == 3 and not _TWO.isdisjoint(words.split()):
        return focus.joined if inner else ()
    if len(focus.pair) == 3 and inner and focus.joined[0].said == focus.pair[0].said:
        return focus.joined  # "A and B agreed on batteries for C's vans": the companies are A and B
    return focus.pair if len(focus.pair) in {2, 3} else ()


def _acting_on(sentence: Sentence, match: re.Match[str]) -> frozenset[str]:
    """Who is named before "the company" in one clause with it, and so is somebody else."""
    at = sentence.span.start + match.start()
    return frozenset(
        name.id
        for name in sentence.names
        if name.said.end <= at
        and not _NEW_CLAUSE.search(sentence.text[name.said.end - sentence.span.start : match.start()])
    )


_TWO = frozenset({"two", "both", "pair", "duo"})
_THREE = frozenset({"three", "trio"})
_TOLD = regex(r"\s(?:has\s|also\s)?told\s(?!the\b)[^,;]{3,70}$")  # "Alder told a magazine |the company| was"
_NEW_CLAUSE = regex(r",|;|\bthat\b|\b(?:under|in) which\b|\bwhereby\b|\bwhere\b|\bas\b|\bbecause\b|\bwhen\b")


def _named_before(sentence: Sentence, match: re.Match[str], said: Said) -> Name | None:
    """The topic a sentence begins with: "As for CATL, the company …"."""
    firms = [name for name in sentence.names if name.kind not in NO_FIRMS]
    at = sentence.span.start + match.start()
    at_home = {name.id: name for name in firms if name.said.end <= at and said.country and name.country == said.country}
    if len(at_home) == 1:
        return next(iter(at_home.values()))  # "an agreement with B, under which the Chinese maker will"
    first = next(iter(firms), None)
    if first is None or first.said.end > sentence.span.start + match.start() or said.kinds:
        return None
    if said.country and first.country and first.country != said.country:
        return None
    between = sentence.text[first.said.end - sentence.span.start : match.start()]
    if not _NEW_CLAUSE.search(between) and not _TOLD.match(between):
        return None  # who does something does it to somebody else: "JLR has selected the company"
    says = _SAYS.match(sentence.text, first.said.end - sentence.span.start)  # "Alder announced that |the company|'s"
    return first if says or first.said.start == sentence.span.start else None


# "Shares of Alder surged |after| the company announced a deal"
_SHARES = regex(r"\W*(?:Shares?|Stocks?)\s(?:of|in)\s(?:[\w'’.-]+\s){0,6}?$")
_ITS_SHARES = regex(r"(?:['’]s?)?\s(?:\([^()]{1,30}\)\s)?(?:[a-z-]+\s){0,2}?(?:shares?|stock)\b")
_MOVED = regex(r"\b(?:after|as|on|when|since)\b[^,;]{0,60}$")


def _whose_shares(sentence: Sentence, match: re.Match[str], said: Said) -> Name | None:
    """Who is meant after what the shares of one company did, with nobody else named between."""
    at = sentence.span.start + match.start()
    firms = {name.id: name for name in sentence.names if name.said.end <= at and name.kind not in NO_FIRMS}
    one = next(iter(firms.values()), None)
    if one is None or len(firms) > 1 or not _MOVED.search(sentence.text[: match.start()]):
        return None
    abroad = said.country and one.country and one.country != said.country
    if abroad or (said.kinds and one.chain and not _is_such(one, said)):
        return None
    led = _SHARES.match(sentence.text[: one.said.start - sentence.span.start])
    return one if led or _ITS_SHARES.match(sentence.after(one.said.end, 60)) else None


def _pair_in(sentence: Sentence) -> tuple[Name, ...]:
    distinct = {name.id: name for name in sentence.names if name.kind not in NO_FIRMS}
    return tuple(distinct.values()) if len(distinct) == 2 else ()


# "the factory in Debrecen runs at 60% of |its| capacity", with nobody named before
_OF_A_PLANT = regex(rf"\b(?:[Tt]he|[Tt]his|[Aa]) (?:[\w-]+ ){{0,3}}?{PLANT}\b[^;]*$")
_FINITE = regex(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|plans?|says?|said)\b")


def _doer(sentence: Sentence, groups: Sequence[Group], before: int) -> Name:
    """The subject before "its": not whose thing is only the object, "Alder may use |Birk's| process at its plant"."""
    last = groups[-1]
    between = sentence.text[last.span.end - sentence.span.start : before]
    return groups[-2 if last.owns and len(groups) > 1 and not _FINITE.search(between) else -1].names[0]


# "|With Birk| it is to build a plant", "Like Birk, it": somebody else than Birk
_FRONTED = regex(
    r"(?:But |And |Now )?(?:(?:Together |Along |In partnership |In cooperation )?[Ww]ith|[Aa]longside|[Bb]eside|[Ll]ike"
    r"|[Uu]nlike)\s"
    r"(?:(?!\b(?:is|are|was|were|has|have|had|will|would|can|could)\b)[^,;])*,?\s"
)


# "the joint venture of |A and B| will close its plant", "|A and B|'s venture"
_VENTURE_OF = gated(
    r"\b(?:venture|JV|consortium)\s(?:of|between|by|among)\s(?:[\w'’-]+\s){0,3}?$", needs="venture jv consortium"
)
_THEIR_VENTURE = regex(r"['’]s?\s(?:[\w-]+\s){0,2}?(?:venture|JV)\b")


def _founders(sentence: Sentence, group: Group) -> tuple[Name, ...]:
    """Those who are several and of whose venture the sentence speaks before "its": the venture's is theirs."""
    if len(group.names) < 2:
        return ()
    start, end = group.names[0].said.start, group.names[-1].said.end
    led = _VENTURE_OF.search(sentence.before(start, 70), sentence.opened)
    return group.names if led or _THEIR_VENTURE.match(sentence.after(end, 40)) else ()


def _meant(sentence: Sentence, match: re.Match[str], focus: Focus) -> list[Name]:
    """Who "it", "its" or "their" stands for: the subject before it in the sentence, else who was spoken of last."""
    start, plural = sentence.span.start + match.start(1), match.group(1).lower() == "their"
    earlier = [name for name in sentence.names if name.said.end <= start and name.kind not in SILENT]
    told = name_groups(sentence, earlier)
    if told and (founders := _founders(sentence, told[-1])):
        return list(founders)
    groups = [group for group in told if not (group.until or (group.lead and not _says_it(sentence, group)))]
    if plural and groups and len(groups[-1].names) > 1:
        return [name for name in groups[-1].names if name.kind != "government"]
    if not earlier and match.group(1) == "its" and _OF_A_PLANT.search(sentence.text[: match.start(1)]):
        return []
    if not groups and _FRONTED.fullmatch(sentence.text[: match.start(1)]):
        beside = {name.id for name in earlier}
        one = next((name for name in reversed(focus.subjects.values()) if name.id not in beside), None)
        return [one] if one and one.kind != "government" else []
    one = _doer(sentence, groups, match.start(1)) if groups else earlier[0] if earlier else focus.latest
    return [one] if one and one.kind != "government" else []


_CONJUNCTIONS = frozenset({"after", "since", "before", "until"})
_SAYS = regex(
    r"(?:\s\([^()]{1,30}\))?\s(?:has\s|had\s)?(?:said|says|announced|announces|confirmed|disclosed|revealed|reported|warned)\b"
)


def _says_it(sentence: Sentence, group: Group) -> bool:
    """Whether a group behind "after" is who says something: "Shares rose |after Alder said| it was building"."""
    return group.lead in _CONJUNCTIONS and _SAYS.match(sentence.after(group.span.end, 50)) is not None


def _said(name: Name, match: re.Match[str], sentence: Sentence, part: int = 0) -> Name:
    base = sentence.span.start
    return replace(name, said=Span(base + match.start(part), base + match.end(part)))
