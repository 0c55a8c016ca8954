"""How firm a clause is, who says it, and whether it is news or background."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta

from msgspec import Struct

from cellwire.claims.actors import SILENT, name_groups
from cellwire.claims.clauses import Draft, ordinals_in, ordinals_of
from cellwire.claims.gates import gated
from cellwire.claims.kinds import AFTER_A_DEAL, PERMIT_LOST, PLANNED_VENTURE
from cellwire.claims.scene import Name, Scene, Sentence
from cellwire.claims.voice.parts import goes_on_of_old, is_of_what_else, is_told_aside
from cellwire.claims.voice.press import on_press_word
from cellwire.lexicon import regex
from cellwire.model import DEAL_KINDS, REACHED, STOPPED, Certainty, Kind, Modality, PartialDate, Span

_GOODS_KINDS = frozenset({Kind.SUPPLY, Kind.TECHNOLOGY})
OLD_NEWS = timedelta(days=45)
_OLD_FIGURES = timedelta(days=200)  # a half-year is counted months later
_OPENING = 4  # sentences
_NO_RUMOUR = gated(
    r"\bno longer a rumou?r|\bconfirm\w* (?:the )?(?:rumou?rs?|reports?|media reports?)|\binsider information\b",
    re.I,
    needs="longer confirm insider",
)
_STANDING = gated(
    r"\b(?:already (?:has|have|operates?|runs?|owns?|supplies|produces|makes|own)|currently (?:has|operates?|"
    r"supplies|produces|gets?|uses?|makes|the|only)|"
    r"right now|"
    r"(?<!at its )(?<!to its )(?<!at the )(?<!to the )(?<!at an )existing (?:plant|factory|facility|site"
    r"|agreement|contract|supply|partnership)|"
    r"previously announced|earlier announced|as previously|"
    r"last year|in recent years|this past (?:spring|summer|autumn|fall|winter|year)|(?:just|only|barely) (?:a"
    r"|one) (?:year|month) ago|"
    r"months ago|years ago|weeks ago|since 20\d\d|since 19\d\d|"
    r"back in(?! (?:operation|production|service|business))"
    r"|had (?:already |"
    r"previously |earlier |also )?(?:announced|signed|said|agreed|invested|acquired|opened|started|planned|begun|"
    r"built|been|broken)|"
    r"earlier this year|earlier in the year|also operates|also has|also owns|founded in|was founded|"
    r"established in|formerly(?! (?:known|called|named))|is the world's|is one of (?:the|several|many|a)|"
    r"to date(?! is)|(?<!est )so far|"
    r"(?:has|have) (?:(?:several|other|existing|development|supply|similar|long-term|strategic|two|three|many) ){0,3}"
    r"(?:partnerships|agreements|joint ventures|collaborations) with|"
    r"last (?:week|month|summer|autumn|fall|spring|winter|december|november|october|january|february|march|april|may|"
    r"june|july|august|september)|builds? on|follows? (?:an?|the|its|last|similar)|comes after|"
    r"(?:dates?|dated|dating) back|a decade (?:ago|earlier|when)|in the past"
    r"(?! (?:\w+ )?(?:days?|weeks?|months?|quarter|year))|"
    r"has been (?:supplying|producing|operating|working|making|building)|also supplies|have been (?:supplying|"
    r"producing)|in addition to (?:its|the) existing|until now|until recently|before that|prior to|originally)\b",
    re.I,
    needs="already currently right existing previously earlier last recent ago since back had also founded formerly "
    "established world one past date far build comes follow been until before prior originally partnership "
    "agreement joint "
    "collaboration date dates dated dating decade in",
)
_GUESS = gated(
    r"\b(?:I (?:think|hope|guess|believe|expect|suspect|wonder|want|would|wouldn't|don't|doubt|hope)|"
    r"in my opinion|my guess|hopefully|let's hope|probably|I'm (?:sure|curious|surprised)|what do you think|"
    r"imagine|it would be (?:(?:an?|so|very|really|more|too)\s)?(?:great|nice|good|better|best|interesting|fun|cool"
    r"|wise|ideal|wonderful|awesome|amazing|smart|easy|possible|enough|hard|difficult|crazy|stupid|surprising|strange|logical"
    r"|fair|pity|shame|mistake)|would be great|maybe|perhaps|hypothetical|(?:still )?(?:don't|doesn't|do not|"
    r"does not) know|not yet known|remains unclear|in theory|who knows|should (?:start|begin) to)\b",
    re.I,
    needs="i opinion guess hopefully let probably think imagine would maybe perhaps hypothetical "
    "know unclear theory should",
)
_STANDING_GOODS = gated(
    r"\b(?:is|are) (?:already|now|currently) (?:mass-|also )?(?:produc|mak|suppl|us|sell|offer|develop)\w+|"
    r"\balready (?:mass-)?produc\w+|\bcurrently\b",
    re.I,
    needs="already now currently",
)
_OPERATES = gated(
    r"\b(?:operates|(?<!trial )(?<!test )runs|they (?:already )?operate|(?:is|are) (?:currently )?operating|"
    r"(?:has|have) operated|"
    r"has (?:plants|factories|facilities|operations))\b",
    re.I,
    needs="operates operate runs operating has have",
)
_SAID = gated(
    r"\b(?:said|says|announced|announces|confirmed|confirms|stated|told|disclosed|according to|reported|declared|"
    r"revealed)\b",
    re.I,
    needs="said says announced announces confirmed stated told disclosed according reported declared revealed",
)


# "long |considered| the holy grail": what people think of it
_HELD_TO_BE = regex(r"\b(?:long|widely|often|generally|is|are|was|were|been|being)\s$")


def _weighs(clause: Sentence) -> bool:
    """Whether somebody weighs to do it."""
    cues = clause.find("firm.consider")
    return any(cue.written != "considered" or not _HELD_TO_BE.search(clause.before(cue.span.start, 12)) for cue in cues)


class Firmness(Struct, frozen=True):
    certainty: Certainty
    modality: Modality


def firmness(draft: Draft, sentence: Sentence, scene: Scene) -> Firmness:
    """Denied, reported by others, or said by those who know; planned, considered or a fact."""
    if _denied(draft, sentence):
        return Firmness(Certainty.DENIED, Modality.DENIED)
    if draft.kind is Kind.INCIDENT and not (draft.aspect.ahead and sentence.has("firm.rumour")):
        return Firmness(Certainty.CONFIRMED, Modality.ASSERTED)  # what burns, burns, whoever reports it
    rumoured = _by_others(draft, sentence, scene) and not _NO_RUMOUR.search(sentence.text, sentence.opened)
    if draft.rule == PLANNED_VENTURE and not rumoured:
        return Firmness(Certainty.CONFIRMED, Modality.PLANNED)  # "plans to set up a venture with B", says the company
    if draft.stage == "considered":
        sure = draft.rule in _FILED and not rumoured
        return Firmness(
            Certainty.CONFIRMED if sure else Certainty.REPORTED, Modality.REPORTED if rumoured else Modality.CONSIDERING
        )
    if rumoured or (draft.kind is Kind.TECHNOLOGY and _weighs(draft.clause)):
        return Firmness(Certainty.REPORTED, Modality.REPORTED if rumoured else Modality.CONSIDERING)
    if draft.aspect.possible and draft.stage in STOPPED:
        return Firmness(Certainty.REPORTED, Modality.CONSIDERING)  # "may close its plant"
    if draft.aspect.possible:
        return Firmness(Certainty.CONFIRMED, Modality.CONDITIONAL)
    return Firmness(Certainty.CONFIRMED, Modality.PLANNED if _lies_ahead(draft) else Modality.ASSERTED)


def _lies_ahead(draft: Draft) -> bool:
    """Whether what is told has yet to be done; a cell that was shown is there, one that is developed is not."""
    if draft.kind is Kind.TECHNOLOGY and draft.stage == "announced":
        return draft.aspect.ahead or draft.aspect.going_on
    return draft.aspect.ahead or draft.stage in {"announced", "proposed", "mou"}


# that a permit is asked for, a mine drilled or studied is sure, the plant is not
_FILED = frozenset({"facility.applied", "facility.study", "facility.explore"})


def _by_others(draft: Draft, sentence: Sentence, scene: Scene) -> bool:
    """Whether it is rumoured, or only the press says so; of figures of a market the press is a source like others."""
    if _OFFICE_SAYS.search(sentence.text, sentence.opened) and _carried(sentence):
        return False
    if _says_itself(draft, sentence) and not _UNNAMED.search(sentence.text, sentence.opened):
        return False
    if draft.kind in DEAL_KINDS and _LIKELY.search(sentence.before(draft.trigger.start, 40), sentence.opened):
        return True
    rumours = [cue for cue in sentence.find("firm.rumour") if not is_of_what_else(cue.span, sentence, draft.trigger)]
    return bool(rumours) or (draft.kind is not Kind.MARKET and on_press_word(sentence, scene))


# "Alder |likely to increase battery| supply for Birch": whoever signs says what will be
_LIKELY = gated(r"\blikely\sto\s(?:[\w-]+\s){0,3}$|\bapparently\s(?:[\w-]+\s){0,3}$")
_HAS_SAID = regex(r"\s(?:has |have )(?:said|announced|confirmed)\b")
_UNNAMED = gated(r"\b(?:sources?|people|insiders?|rumou?r\w*|allegedly|reportedly|is said|are said)\b", re.I)


def _says_itself(draft: Draft, sentence: Sentence) -> bool:
    """Whether who does it says so, whoever carries the words: "Alder |has said| it is pausing work, media report"."""
    ids = draft.actor_ids
    return any(_HAS_SAID.match(sentence.after(name.said.end, 20)) for name in sentence.names if name.id in ids)


# who decides says it, whoever carries the words: "Minister Alder announced on Thursday, according to a report by"
_OFFICE_SAYS = gated(
    r"\b(?:[Mm]inister|[Gg]overnor|[Pp]resident|CEO|[Cc]hairman|[Cc]hief [Ee]xecutive|[Ss]pokes\w+|[Ss]ecretary"
    r"|ministry|company|firm|maker|group)\b[^.;]{0,70}\b(?:announced|confirmed)\b"
)
_CARRIES = ("according to a report", "according to reports", "local media", "the report said", "the report says")


def _carried(sentence: Sentence) -> bool:
    """Whether an outlet only carries what is said: no word of the sentence speaks of rumours or sources."""
    return all(cue.written in _CARRIES for cue in sentence.find("firm.rumour"))


# "said that concerns about safety are |unfounded|": what is denied is no news of the plant
_WORRIES = gated(
    r"\b(?:fears?|concerns?|worr(?:y|ies)|objections?|complaints?|allegations?|accusations?|criticisms?|suspicions?|panic)\b"
    r"[^.;]{0,60}$"
)


# "denied that it had ignored alarms before the |fire|": that it burnt is not what is denied
_PRESUPPOSED = regex(
    r"\b(?:before|after|following|since|during|over|due to|because of|in the wake of|ahead of)\s"
    r"(?:the|an?|its|their|last\s\w+['’]s)\s(?:[\w-]+\s){0,3}$"
)


def _denied(draft: Draft, sentence: Sentence) -> bool:
    if draft.rule == PERMIT_LOST:
        return False  # a permit that is denied is refused
    if draft.kind is Kind.INCIDENT and _PRESUPPOSED.search(sentence.before(draft.trigger.start, 60)):
        return False
    return any(
        not cue.form or cue.span.start < draft.trigger.start or draft.clause.headline
        for cue in sentence.find("firm.deny")
        if cue.form or not _WORRIES.search(sentence.before(cue.span.start, 90), sentence.opened)
    )


def guessed(sentence: Sentence, trigger: Span | None = None) -> bool:
    """The author's hope or guess, where it stands before what is told: no development (the labels' rule 14)."""
    until = trigger.start - sentence.span.start if trigger else len(sentence.text)
    return bool(_GUESS.search(sentence.text[:until], sentence.opened))


_THEN = regex(r"^\W*(?:Then|Back|Earlier),?\s(?:in|on)\s", re.I)
_AT_FIRST = gated(r"\b(?:initially|originally|first) (?:announced|unveiled|planned|proposed)\b")
_BARE_RANK = gated(
    r"\b(?:is|are|remains?|became|as) (?:currently |now )?(?:one of )?the (?:world|country|nation|region"
    r"|continent)?['’]?s?\s?"
    r"(?:[\w-]+[- ])?(?:largest|biggest|leading|top)\b(?![^.]*\d\s?%)"
)
_ENDED = STOPPED | {"resolved", "repealed"}


def is_background(draft: Draft, sentence: Sentence, dates: list[PartialDate], scene: Scene) -> bool:
    """Old or standing as the text itself tells it."""
    if sentence.headline:
        return False
    if draft.kind in _GOODS_KINDS and not draft.aspect.ahead and _stands(draft):
        return True
    if draft.kind is Kind.INCIDENT and _INQUIRY.search(draft.clause.before(draft.trigger.start, 60)):
        return True
    if draft.rule == "incident.recall" and sentence.index > _OPENING and not _headed(scene, "incident.recall"):
        return True  # "A $1.8 billion recall saw the maker replace", in a review
    if draft.rule == "facility.standing" or _is_the_first_of_two(draft, scene) or goes_on_of_old(sentence, scene):
        return True
    if draft.kind is Kind.INVESTMENT and AFTER_A_DEAL.search(draft.clause.before(draft.trigger.start, 40)):
        return True  # "following its acquisition of B"
    held = draft.rule == "investment.share" and not draft.aspect.done  # who "has bought" a stake does not just hold it
    if held and _HOLDS.search(draft.clause.before(draft.trigger.start, 50)):
        return True  # "A holds a 15% stake in B"
    if draft.rule == "supply.sources" and draft.aspect.going_on and sentence.index > _OPENING:
        return True  # "The company is using batteries from B", far down
    if draft.rule == "facility.running" and _OPERATES.search(sentence.text, sentence.opened):
        return True
    undated = {"announced", "considered", "terminated"}
    if scene.published and dates and (_THEN.match(sentence.text) or _AT_FIRST.search(sentence.text, sentence.opened)):
        undated = set()  # "Then in September, the companies unveiled plans"
    opening = {Kind.TECHNOLOGY: _IN_A_YEAR, **dict.fromkeys(DEAL_KINDS, _IN_A_MONTH)}.get(draft.kind)
    if scene.published and dates and opening is not None and opening.match(sentence.text):
        undated = set()  # "In April, A agreed to take a stake", "In 2019, A unveiled two cells"
    if scene.published and dates and not draft.aspect.going_on and draft.stage not in undated:
        latest = max(date.last for date in dates)
        title = scene.sentences[0]
        counted = draft.kind is Kind.MARKET and scene.opens_with(sentence) and title.has("market.figure")
        if latest < scene.published - (_OLD_FIGURES if counted else OLD_NEWS):
            return True
    if draft.kind is Kind.MARKET:
        return bool(_BARE_RANK.search(sentence.text, sentence.opened))  # figures are compared with older ones
    ended = draft.stage in _ENDED  # what has ended was old: only what leads in counts
    standing = next(
        (
            each
            for each in _standing(sentence)
            if not _COMPARES.search(sentence.text[: each.start()], sentence.opened)
            and not (ended and _ITS_PLAN.match(each[0]))
            and not (draft.kind is Kind.FACILITY and _is_beside(draft, sentence, each))
            and not (each[0].lower().startswith("previously") and _is_attribute(draft, sentence, each))
            and not _is_in_another_part(draft, sentence, each)
            and not (each[0].lower() == "last week" and (draft.stage in REACHED or _SAID_THEN.search(sentence.text)))
        ),
        None,
    )
    return standing is not None and not (ended and sentence.span.start + standing.start() > draft.trigger.start)


_SAID_THEN = regex(r"\b(?:said|announced|confirmed|unveiled|revealed)\s(?:late\s)?last week\b")
_HOLDS = regex(
    r"\b(?:(?<!will )(?<!would )(?<!to )(?:own|hold)s?|owned|holding|owning|with|already (?:owns?|holds?|has|have)"
    r"|(?:has|have)(?!\s(?:also\s|now\s|since\s)?(?:\w+ed|become|bought|cut|got|sold|sought|taken|won)\b))\s"
    r"(?:[\d.,]+\s?(?:%|per ?cent)\s|[\w.-]+\s){0,4}?$"
)
# "a |report into the| fire", "two years |after the| explosion": it was told before
_INQUIRY = regex(
    r"\b(?:(?:reports?|inquir(?:y|ies)|reviews?|findings|stud(?:y|ies)|lessons?|conclusions?)\s(?:in)?(?:to|on|of|about|from)"
    r"|(?:months|years) (?:after|since)|anniversary of)\s(?:the|a|an|last year['’]s|that)\s(?:[\w-]+\s){0,3}$"
)
_IN_A_MONTH = regex(
    r"\W*(?:(?:Back )?[Ii]n|On \d\d?) (?:January|February|March|April|May|June"
    r"|July|August|September|October|November|December)"
    r"(?:\s(?:19|20)\d\d)?,?\s"
)
_IN_A_YEAR = regex(r"\W*(?:Back )?[Ii]n (?:19|20)\d\d,?\s")


def _headed(scene: Scene, tag: str) -> bool:
    """Whether the title has a word of it; a text without one says nothing of what it is about."""
    title = scene.sentences[0]
    return title.has(tag) or not title.headline


_UNDER_WAY = regex(r"\b(?:under ?way|under construction|being built)\b")


def _is_the_first_of_two(draft: Draft, scene: Scene) -> bool:
    """Whether it is the plant that is there or being built already, in a text whose title is about a second."""
    if draft.kind is not Kind.FACILITY or not ordinals_of([draft]) & {"first", "existing"}:
        return False
    under_way = bool(_UNDER_WAY.search(draft.clause.text))
    return any((each.headline or under_way) and "second" in ordinals_in(each) for each in scene.sentences)


def _stands(draft: Draft) -> bool:
    """Whether goods are made or bought already, where the clause tells the thing."""
    clause = draft.clause
    found = _STANDING_GOODS.finditer(clause.text, clause.opened)
    return any(not _is_in_another_part(draft, clause, each) for each in found)


def _is_in_another_part(draft: Draft, sentence: Sentence, old: re.Match[str]) -> bool:
    """Whether old words stand in an aside that does not tell the thing: "Alder, which |also operates| a mine, will"."""
    base = sentence.span.start
    return is_told_aside(Span(base + old.start(), base + old.end()), sentence, draft.trigger)


# "will stand in Leeds, |and follows a similar| deal signed earlier this year": the news comes first
_FOLLOWS = regex(r",?\s(?:and|which)\s(?:follows|comes (?:after|on top of)|adds to)\s(?:an?|its|their|the)\b")
_TURNS = regex(r",\s(?:after|where|whose|although|though|even)\b")


def _is_beside(draft: Draft, sentence: Sentence, old: re.Match[str]) -> bool:
    """Whether old words stand in what turns elsewhere: "will build it in Leeds, after B |had been| seen as likely"."""
    at = draft.trigger.end - sentence.span.start
    if (behind := _FOLLOWS.search(sentence.text, at)) and behind.start() < old.start():
        return True
    return old[0].lower().startswith("had") and at < old.start() and bool(_TURNS.search(sentence.text, at, old.start()))


_ARTICLE = regex(r"\b(?:an?|its|the|their)\s$")


def _is_attribute(draft: Draft, sentence: Sentence, old: re.Match[str]) -> bool:
    """Whether it only says which plant it is: "has picked Lima for a |previously announced| plant"."""
    told = draft.trigger.end - sentence.span.start < old.start()
    return told and draft.aspect.done and _ARTICLE.search(sentence.text[: old.start()]) is not None


_ITS_PLAN = regex(
    r"had (?:already |previously |earlier |also )?(?:announced|planned)|originally|(?:previously|earlier) announced"
)
# what news is compared with: "up from the |previously announced| sum", "instead of at its |originally| planned site"
_COMPARES = gated(r"\b(?:from|than|instead of|rather than)\s(?:at\s)?(?:its\s|the\s|an?\s|one\s|what was\s|those\s)?$")


def _standing(sentence: Sentence) -> Iterable[re.Match[str]]:
    found = _STANDING.finditer(sentence.text, sentence.opened)
    return (each for each in found if not _is_only_reported(sentence.text, each))


# "Alder said on Monday it |had signed|": who reports what is new puts it into the past of what was said
_REPORTED = regex(
    r"\b(?:said|announced|confirmed|disclosed|revealed|reported)\b[^.;:]{0,70}?"
    r"\b(?:it|they|the\s(?:company|firm|group|two|pair|companies|carmaker|automaker|miner|start-?up))\s$",
    re.I,
)
_NEWS = regex(
    r"had (?:signed|agreed|acquired|opened|started|begun|broken"
    r"|been(?=\s(?:awarded|handed|given|granted|selected|chosen|picked|nominated|named|cleared|approved)\b))",
    re.I,
)


def _is_only_reported(text: str, old: re.Match[str]) -> bool:
    return bool(_NEWS.match(text, old.start()) and _REPORTED.search(text, 0, old.start()))


def sounds_old(sentence: Sentence) -> bool:
    """Whether its words are those of what is old or stands: "already operates", "last year", "previously announced"."""
    return _STANDING.search(sentence.text, sentence.opened) is not None


# the old news that something else is said about: "Voltaryn |has confirmed| talks with Alder |following| its insolvency"
_IN_VIEW_OF = gated(
    r"\b(?:following|after|amid|despite|since|because of|due to|in the wake of|in light of|in response to)\b"
)


def speaker(sentence: Sentence, told: Span) -> Name | None:
    """The company or body that says what is `told`, where the sentence names one."""
    for match in _SAID.finditer(sentence.text, sentence.opened):
        at = sentence.span.start + match.start()
        if _IN_VIEW_OF.search(sentence.between(Span(at, at), told), sentence.opened):
            continue
        names = [name for name in sentence.names if name.kind not in SILENT]
        if match.group().lower() == "according to":
            right = [name for name in names if 0 <= name.said.start - at < 40]
            if right:
                return right[0]
            continue
        left = [group for group in name_groups(sentence, names) if group.span.end <= at and not group.lead]
        if left and at - left[-1].span.end < 60:
            return left[-1].names[0]
    return None
