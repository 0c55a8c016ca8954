"""Names that stand together ("A and B", "A, B and C") and the word that leads into them ("with", "by", "from")."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from cellwire.claims.gates import gated
from cellwire.claims.scene import Name, Sentence
from cellwire.lexicon import load_words, regex
from cellwire.model import Span

SILENT = frozenset({"outlet", "research", "exchange"})  # they report; they are never a party
NO_FIRMS = SILENT | {"government"}
_JOINS = regex(
    r"(?:\.(?=,|\s(?:and|&)\s))?(?:,?\s(?:Inc|Corp|Corporation|Co|Ltd|Limited|LLC|plc|PLC|AG|SE|SA|NV|AB|ASA"
    r"|GmbH|Pty|Pte|Sdn|Bhd|KK|"
    r"SpA)\b\.?){0,3}"
    r"(?:\.?\s\([^():]{2,40}:\s?[A-Z0-9.]{1,8}\)(?=,?\s(?:and|&)\s))?"  # "Alder Ltd. |(NYSE American: ALD)| and Birch"
    r"(?:\s(?:North\s)?(?:Americas?|Europe|India|Japan|China|Korea|USA|UK|Canada|Asia|Australia|Deutschland"
    r"|International)"
    r"(?:,?\s(?:Inc|LLC|Ltd|GmbH)\b\.?)?(?=,|\sand\s|\s&\s))?"  # "Alder Power |Americas, Inc., and |Birch"
    r"(?:\sof\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)?(?=,?\sand\s))?"  # "Ford of the United States and B"
    r"(?:,\s(?:an?|the)\s(?:[\w'-]+\s){0,5}?[\w'-]+(?=,))?"  # "A, a lithium maker, and B"
    r"(?:\sand\s(?:(?:two|three|four|several|all)\sof\s)?(?:its|their)\s(?:[\w-]+\s)?(?:subsidiaries|units"
    r"|affiliates)(?=,\s))?"
    r"(?:'s)?(?:\"?\)(?=,? (?:and|&|as well as) ))?(?:\s*(?:,|/|&|\+|-|–)\s*|\s*,?\s*(?:[Aa]nd|as well as|and also|"
    r"along with|or)\s+)(?:(?:[Tt]he|its|a|an|"
    r"also)\s+)?(?:(?:[A-Z][\w.&-]*\s){0,3}[A-Z][\w.&-]*-(?:backed|owned|controlled|led|based|listed)\s+)?"
    r"(?:(?:South|North)\s+)?(?:[A-Z][\w-]+(?:'s)?\s+)?(?:(?:[a-z-]+|EV|US|UK)\s+){0,4}(?:[A-Z][\w-]+'s\s+)?"
)
_FROM_LAND = regex(r"^\sof\s")
_PREPOSITIONS = frozenset(load_words("prepositions"))
_DETERMINERS = frozenset(load_words("determiners"))
_BREAKS = frozenset(load_words("breaks"))
_APPOSITIONS = frozenset(load_words("appositions"))
_PHRASE = _PREPOSITIONS | _DETERMINERS | _BREAKS | _APPOSITIONS
_PUNCTUATED = regex(r"[,;:.!?()\"–—]")
# "CATL's", "Alder Corp.'s"
_POSSESSIVE = regex(r"(?:,?\s(?:Inc|Corp|Corporation|Co|Ltd|Limited|LLC|plc|PLC|AG|SE|SA|NV|AB|ASA|GmbH)\b)?\.?'[s ]")
_ABBREVIATED = regex(r"^(?:u\.s|u\.k|e\.u)\.(?=-|$)")  # "to U.S.-based B"
_ACTING = regex(
    r"^\s(?:(?:also|now|then|just|already|later|first|[a-z]+ly) )?(?:has|have|had|will|would|takes?|took|gets?|got"
    r"|builds?|built|buys?|bought|sells?|sold|spent|"
    r"makes?|made|wins?|won|struck|delivers|supplies|produces|orders|plans|wants|starts|opens|closes|signs|[a-z]{3,}ed)\b(?!\sby\b)"
)
_OWNED = regex(r"\bventure\b|\bowned by\b")  # "Ultium Cells, owned by A and B": its parents stand with it
_NO_LIST = frozenset(
    (
        *_BREAKS - {"and", "as", "or"},
        "can",
        "said",
        "joining",
        "joined",
        "for",
        "with",
        "from",
        "by",
        "in",
        "on",
        "at",
        "of",
        "to",
    )
)
# "In addition to A, B and C have built": the comma ends what opens the sentence
_OPENER = regex(r"(?:In addition to|Along with|Together with|Besides|Unlike|Like|Apart from) ")
_REACH = 7  # words
_GIVES = regex(r"\b(?:from|with|by|to)\s[A-Z][\w-]+,\s[A-Z]\S+\s[^,]*$")
_FROM_THERE = ("-based", "-headquartered", "-listed")


class Group(Struct, frozen=True):
    """Names told of together; `lead` is the preposition before them, "" for a subject or an object."""

    names: tuple[Name, ...]
    lead: str
    owns: bool  # "CATL's"
    until: int = 0  # where the relative clause ends in which they stand, before the sentence's own verb

    @property
    def span(self) -> Span:
        return self.names[0].said.cover(self.names[-1].said)


def name_groups(sentence: Sentence, names: Sequence[Name]) -> list[Group]:
    """The sentence's companies in the groups they stand in, in order."""
    groups: list[Group] = []
    run: list[Name] = []
    for name in sorted(names, key=lambda each: each.said):
        if _says_which(sentence, name, names):
            continue
        if run and not _goes_on(sentence, run, name, first=not groups):
            groups.append(_group(sentence, run))
            run = []
        run.append(name)
    if run:
        groups.append(_group(sentence, run))
    return groups


def _goes_on(sentence: Sentence, run: list[Name], name: Name, *, first: bool) -> bool:
    """Whether a name belongs to the group before it: they are one word, or only a list's words stand between them."""
    if run[-1].said == name.said or _bracketed(sentence, run[-1], name):
        return True
    if first and _OPENER.match(sentence.text) and sentence.after(run[-1].said.end, 1) == ",":
        return False
    between = sentence.between(run[-1].said, name.said)
    if (
        (_ENDS_A_PHRASE.search(between) or (between == ", and " and lead_word(sentence, run[0].said.start) in _AGENTS))
        and _ACTING.match(sentence.after(name.said.end, 24))
        and lead_word(sentence, run[0].said.start)
    ):
        return False  # "with Toyota, the carmaker, |LG Chem has| also sealed"
    return _joined(between) and not acted_between(sentence, run[-1], name)


_AGENTS = frozenset({"by", "with", "from", "to"})  # "was built by Alder, |and Birch spent| $40 million"
_ENDS_A_PHRASE = regex(r",\s(?:(?!and\b|the\b|its\b)[A-Za-z][\w-]*\s){0,4}$")


def acted_between(sentence: Sentence, one: Name, other: Name) -> bool:
    """Whether a verb stands between two names: "led by A and B, |makes| C one of the largest"."""
    return any(cue.form == "s" and one.said.end <= cue.span.start < other.said.start for cue in sentence.cues)


_WHICHES = (
    "owners owner parents parent supplier rival maker backer investor unit subsidiary affiliate customer spin-off"
    " spinoff challenger competitor partner division arm target co-founder cofounder"
)
_WHICH = gated(
    r"(?:\s(?:Co|Inc|Corp|Ltd|AG|SE|plc)\b\.?)?"
    r"(?:['’]s)?[\s-](?:(?:battery|batteries|cell|recycling|technology|joint|venture|supply|storage|cathode|lithium|energy|mining"
    r"|materials?|chemicals?|manufacturing|making|production|power|charging|vehicle|EV|truck|bus|electric)[\s-]){0,3}"
    rf"(?i:{'|'.join(_WHICHES.split())})(?:['’]s)?\s",
    needs=_WHICHES,
)


def _says_which(sentence: Sentence, name: Name, names: Sequence[Name]) -> bool:
    """Whether a name only says which company the next one is: "Tesla supplier CATL", "Fiat owner Stellantis"."""
    behind = sentence.after(name.said.end, 48)
    if behind.startswith(_BACKED) and len(names) > 1:
        return True  # "the Alder-backed maker Birch"
    if _is_anothers(sentence, name, behind):
        return True
    if len(names) < 2:
        return False
    if behind.startswith(("'s ", "’s ")) and any(
        other.said.start == name.said.end + len("'s ") and name.id in other.parents for other in names
    ):
        return True  # "Volkswagen's PowerCo"
    if _WHICH.needs.isdisjoint(sentence.opened):
        return False
    if match := _WHICH.pattern.match(behind):
        return any(other.said.start == name.said.end + match.end() for other in names)
    beside = _BESIDE.match(behind) if _ROAD in name.chain else None
    return beside is not None and any(
        other.said.start == name.said.end + beside.end()
        and _ROAD in other.chain
        and _says_which(sentence, other, names)
        for other in names
    )


# "|Renault owner| confirms", "|BMW spin-off| Voltaryn raises": who acts is somebody else, whether with a name or not
_PARTS = frozenset({"unit", "subsidiary", "affiliate", "division", "arm", "partner", "maker"})
_CALLED = regex(r"(?:[A-Z][\w-]+\s){0,2}")
_ACTS = regex(r"(?:is|are|was|has|have|had|will|would|to|says|said|[A-Za-z]{2,}ing)\s")


def _is_anothers(sentence: Sentence, name: Name, behind: str) -> bool:
    """Whether a name only says whose owner or supplier does something."""
    match = None if _WHICH.needs.isdisjoint(sentence.opened) else _WHICH.pattern.match(behind)
    if match is None or match[0].lower().split()[-1] in _PARTS:
        return False
    called = _CALLED.match(behind, match.end())
    verbs = {match.end(), called.end()} if called else {match.end()}  # "|Laying Off| 10,000" is no name
    deeds = {cue.span.start - name.said.end for cue in sentence.cues if cue.form}
    return any(_ACTS.match(behind, verb) for verb in verbs) or not deeds.isdisjoint(verbs)


_BACKED = ("-backed ", "-Backed ", "-funded ", "-Funded ")
_ROAD = "carmaker"
_BESIDE = regex(r"(?:,|,? and)\s")  # "|Tesla, |Nio supplier CATL": two carmakers that say which cell maker it is


def _bracketed(sentence: Sentence, name: Name, other: Name) -> bool:
    """Whether they are one word ("they") or one company with its short name in brackets: "Alder Power (AP)"."""
    between = sentence.between(name.said, other.said)
    alone = between.strip(' "(') == "" or _TICKER.fullmatch(between) is not None
    return name.id == other.id and "(" in between and alone


# "Alder |Inc. (NASDAQ: |ALDR)"
_TICKER = regex(
    r"(?:,?\s(?:Inc|Corp|Corporation|Co|Ltd|Limited|LLC|plc|PLC|AG|SE|SA|NV|AB|ASA)\b\.?){0,2}\.?\s\([A-Z][A-Za-z]{1,9}:\s?"
)


def _joined(between: str) -> bool:
    """Whether nothing but a list's words stand between two names: "A, B and its unit C", not "A, has tapped B"."""
    if not _JOINS.fullmatch(between):
        return False
    return bool(_OWNED.search(between)) or _NO_LIST.isdisjoint(
        _FROM_LAND.sub("", between)
        .replace("in addition to", "")
        .replace(" of its ", " ")
        .replace(" of their ", " ")
        .split()
    )


def _group(sentence: Sentence, run: list[Name]) -> Group:
    owns = _POSSESSIVE.match(sentence.after(run[-1].said.end, 16)) is not None
    lead = lead_word(sentence, run[0].said.start)
    if (lead == "for" and _is_to_do(sentence, run)) or (lead and _leads_who_act(sentence, run)):
        lead = ""
    if lead == "after" and _ACTING.match(sentence.after(run[-1].said.end, 24)):
        lead = ""  # "three months after |Alder signed| a contract"
    return Group(tuple(run), "" if lead and _fronted(sentence, run, lead) else lead, owns, _aside(sentence, run))


# "A group of investors led by |A and B| has put": they act
_LED_WHO = regex(
    r"(?:An?|The|Some|Several)\s(?:[\w-]+\s){0,4}?(?:group|consortium|syndicate|alliance|team|investors"
    r"|companies|banks)\s"
    r"(?:of\s(?:[\w-]+\s){1,4})?(?:led by|including|headed by|around)\s(?:[a-z][\w'’-]*\s){0,4}"
)


def _leads_who_act(sentence: Sentence, run: list[Name]) -> bool:
    opening = sentence.text[: run[0].said.start - sentence.span.start]
    if _LED_WHO.fullmatch(opening) and _ACTING.match(sentence.after(run[-1].said.end, 24)):
        return True
    return bool(_WITH_WHOM.search(opening[-_ASIDE_BEFORE:]) and _DOES_SO.match(sentence.after(run[-1].said.end, 40)))


# "has approved the mine|, with Alder to develop| it", "a busy week|, with utility Alder starting| construction"
_ASIDE_BEFORE = 40  # characters
_WITH_WHOM = regex(r",\swith\s(?:[a-z][\w'’-]*\s){0,3}$")
_DOES_SO = regex(
    r"\s(?:(?:set|due|planning|also|now|already)\s)?(?:to\s(?:build|develop|operate|run|construct|own|open"
    r"|start|supply|provide"
    r"|invest)"
    r"|(?:start|build|open|secur|announc|plan|invest|rais|break|launch|sign|expand|construct|develop|buy|acquir"
    r"|report|win|clos"
    r"|supply|produc|complet|begin)\w*ing)\b"
)


# "talks are under way |for A to take| a stake": A does it
_TO_DO_FOR = gated(
    r"\b(?:under way|underway|talks|plans?|deal|agreement|proposal|room|option|right|time|calls?) for"
    r" (?:[\w'-]+ ){0,4}$"
)
_TO_DO = regex(r" to [a-z]")


def _is_to_do(sentence: Sentence, run: list[Name]) -> bool:
    return bool(
        _TO_DO.match(sentence.after(run[-1].said.end, 5))
        and _TO_DO_FOR.search(sentence.before(run[0].said.start, 60), sentence.opened)
    )


# "A, which combined B and C, said", "A – a joint venture between B and C – plans": B and C do nothing
_ASIDE = gated(
    r",\swhose\s(?:[a-z]+\s){1,2}(?:include|are)\s[^;.]{3,120}?,(?=\s(?:has|have|is|was|will|would|said|says"
    r"|plans|announced)\b)"
    r"|(?:,\s(?:(?:in )?which|who|(?:an?|the) (?:[\w-]+ ){1,5}?(?:that|which|who) (?:owns|runs|controls|makes)"
    r"|(?:a|the) (?:[\w-]+ ){0,2}?(?:joint )?venture (?:of|between|formed|founded|owned|set up))\s[^,;]{3,90},"
    r"|\s[–—]\s(?:a|the) (?:[\w-]+ ){0,2}?(?:joint venture|JV|venture)\s[^–—;]{3,200}\s[–—])"
    r"(?=\s(?:has|have|had|is|are|was|were|will|would|said|says|plans|announced|confirmed|also|signed|agreed"
    r"|aims|expects|recently|broke|began|started)\b)",
    needs="which who whose that venture jv",
)


def _aside(sentence: Sentence, run: list[Name]) -> int:
    """Where the aside ends that a run of names stands in; 0 where it stands in none."""
    if _ASIDE.needs.isdisjoint(sentence.opened):
        return 0
    start, end = run[0].said.start - sentence.span.start, run[-1].said.end - sentence.span.start
    inside = (
        each for each in _ASIDE.finditer(sentence.text, sentence.opened) if each.start() < start < end < each.end()
    )
    return next((sentence.span.start + each.end() for each in inside), 0)


def _fronted(sentence: Sentence, run: list[Name], lead: str) -> bool:
    """Whether a name only follows a phrase that opens the sentence: "In return |Toyota takes"."""
    opening = sentence.text[: run[0].said.start - sentence.span.start].split()
    if len(opening) > _REACH or not opening or opening[0].lower() != lead or not (len(opening) > 1 or lead == "after"):
        return False
    return opening[-1].lower() not in _DETERMINERS and bool(_ACTING.match(sentence.after(run[-1].said.end, 24)))


# "led by two local companies, A and B"
_ANNOUNCED = gated(
    r"\b(by|with|from|to|between)\s(?:the\s|its\s)?(?:two|three|four|five|six"
    r"|several)\s(?:[\w'’-]+\s){0,4}[\w-]+s,\s$",
    needs="two three four five six several",
)


# "A year after a deal with two carmakers, |Alder officially opened| its plant": the deal's carmakers stay unnamed
_BEHIND_ITS_OPENING = regex(
    r"^(?:[\w-]+\s){0,4}?(?:After|after|Following|Since|since|With|Under|Before|before)\s[^,;]*,\s$"
)
_DOES = regex(r"^(?:\s(?:[A-Z][\w.]*))*\s(?:[a-z]+ly\s)?(?:has|have|had|will|would|is|was|[a-z]{3,}ed)\b")


def _opens_with(sentence: Sentence, position: int) -> bool:
    """Whether a sentence's own subject stands there, behind the phrase that opens it."""
    at = position - sentence.span.start
    if not _BEHIND_ITS_OPENING.match(sentence.text[:at]):
        return False
    name = next((name for name in sentence.names if name.said.start == position), None)
    return name is not None and bool(_DOES.match(sentence.after(name.said.end, 40)))


def lead_word(sentence: Sentence, position: int) -> str:
    """The preposition that governs what starts at `position`, or "" where none does.

    Read from right to left over the words of one noun phrase: "with the giant Chinese battery maker" leads with "with",
    "In Pohang the Korean company" with nothing, since a determiner begins the phrase; so does "to acquire".
    """
    begun = False
    before = sentence.before(position, 70)
    if announced := _ANNOUNCED.search(before, sentence.opened):
        return "" if _opens_with(sentence, position) else announced[1]
    words = before.split()
    for near, word in enumerate(reversed(words[-_REACH:])):
        bare = word.lower()
        if near == 0 and bare.isalpha() and word == bare and bare not in _PHRASE:
            return ""  # "In a memorandum Huawei promises": no noun but an apposition leads into a name
        if bare in _PREPOSITIONS:
            infinitive = bare == "to" and _is_verb(sentence, _behind(sentence, position - len(before), words, near))
            return "" if infinitive else bare
        if bare == "and" and not begun and near + 1 < len(words) and _goes_with(words, near):
            continue  # "from developer and operator A", "with solar and storage developer A"
        if near and bare.endswith(",") and words[-near].endswith(_FROM_THERE) and _GIVES.search(before):
            continue  # "from Nanjing, China-based A"
        if begun or bare in _BREAKS or _PUNCTUATED.search(_ABBREVIATED.sub("", bare)):
            return ""
        begun = bare in _DETERMINERS
    return ""


def _goes_with(words: Sequence[str], near: int) -> bool:
    """Whether what stands before an "and" says with what behind it what somebody is."""
    before = words[-2 - near]
    trade = words[-1] in _APPOSITIONS and 1 < near < _REACH and before.islower() and before.isalpha()
    return before in _APPOSITIONS or (trade and before not in _PHRASE)


def _behind(sentence: Sentence, start: int, words: Sequence[str], near: int) -> int:
    """Where the word after the `near`-th word from the end of `words` begins, which stand from `start` on."""
    at = start
    for word in words[: len(words) - near]:
        at = sentence.text.index(word, at - sentence.span.start) + sentence.span.start + len(word)
    return at + 1


def _is_verb(sentence: Sentence, at: int) -> bool:
    return any(
        cue.span.start == at and cue.form == "base" and "facility.project" not in cue.tags for cue in sentence.cues
    )
