"""Finding trigger words, and telling what a verb's surroundings make of it: done, going on, ahead, or only possible."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from cellwire.claims.gates import gated, openings
from cellwire.claims.scene.scene import Cue, Sentence
from cellwire.lexicon import Trigger, load_triggers, regex
from cellwire.model import Span


@cache
def _automaton() -> tuple[AhoCorasick, tuple[Trigger, ...]]:
    triggers = load_triggers()
    known = {trigger.written: trigger for trigger in triggers}
    return AhoCorasick([trigger.written for trigger in triggers]), tuple(_meant(each, known) for each in triggers)


_ARTICLES = frozenset({"a", "an", "the", "its", "their"})


def _meant(trigger: Trigger, known: Mapping[str, Trigger]) -> Trigger:
    """The verb alone where an article only narrows one of its readings: "opens an" may open an inquiry or a plant."""
    head, _, article = trigger.written.rpartition(" ")
    verb = known.get(head) if article in _ARTICLES else None
    if verb is None:
        return trigger
    return Trigger(verb.written, tuple(dict.fromkeys((*trigger.tags, *verb.tags))), verb.form or trigger.form)


@cache
def tags_that_begin(*beginnings: str) -> frozenset[str]:
    """All tags of trigger words that begin so."""
    return frozenset(tag for trigger in load_triggers() for tag in trigger.tags if tag.startswith(beginnings))


_SILENT = "idiom.silent"  # "in order to" orders nothing


def find_cues(text: str) -> list[Cue]:
    """All trigger words in order; of those that share characters the longest stays."""
    automaton, triggers = _automaton()
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals fold to two characters
        lower = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    padded = f" {lower} "
    hits = [
        (start, -end, which)
        for which, start, end in automaton.find_matches_as_indexes(lower, overlapping=True)
        if not (
            (before := padded[start]).isalnum()
            or (after := padded[end + 1]).isalnum()
            or before == "_"
            or after == "_"
            or text[start:end] == "May"  # the month
        )
    ]
    hits.sort()
    cues: list[Cue] = []
    reach = 0
    for start, minus_end, which in hits:
        if start >= reach:
            reach = -minus_end
            trigger = triggers[which]
            if _SILENT in trigger.tags:
                continue
            cues.append(Cue(trigger.tags, trigger.form, Span(start, start + len(trigger.written)), trigger.written))
    return cues


class Aspect(Struct, frozen=True):
    """How far along a verb says its action is."""

    ahead: bool = False  # "will build", "plans to build", "to build"
    possible: bool = False  # "could build", "considers building"
    done: bool = False  # "has built", "built"
    going_on: bool = False  # "is building", "are being built"
    passive: bool = False
    negated: bool = False
    purpose: bool = False  # "to help build", "aimed at expanding": what something is for, not what is done


_FILLERS = (
    "also now soon then officially finally already currently not only even further still jointly formally "
    "initially recently just likely eventually later never successfully reportedly be been have has being get "
    "fully first today together directly significantly gradually subsequently actively to begin start starting "
    "beginning immediately exclusively mutually publicly temporarily again firmly is are was were"
)
_TAIL = r"(?:\s+(?:" + "|".join(_FILLERS.split()) + r"))*\s*$"
_AHEAD = gated(
    r"\b(?:will|would|shall|to|'ll|going to|must|due to|set to|should|expects? to|expected to|plans? to|aims? to|"
    r"intends? to)" + _TAIL,
    re.I,
    needs="will would shall to ll going must due set should expect plans plan aims aim intends",
)
_POSSIBLE = gated(
    r"\b(?:(?:(?<=\s)where|whether|how)(?: in [\w ]{1,30}?)? (?:it|they|to|the (?:company|group|firm))|"
    r"whether(?: [\w’'-]+){1,3}|could|"
    r"(?<!\bin )(?<!\bof )(?<!\blast )(?<!\bsince )(?<!\bby )(?<!\bfrom )(?<!\buntil )"
    r"(?<!\bfor )(?<!\bearly )(?<!\blate )may|"
    r"might|can|considering|considers|consider|considered|weighing|weighs|"
    r"mulling|mulls|exploring|explores"
    r"|evaluating|evaluates|discussing|discusses|studying|studies|possibly|interest(?:ed)? in|"
    r"looking (?:at|into)"
    r"|looking to|likely to"
    r"|tipped to|talks to|options? (?:to|for)|possibility of|feasibility of|in talks on|in talks about|"
    r"contemplat(?:ing|es?)|eyeing|(?:could|may|might) (?:soon )?be (?:about|close|set|poised|ready)|"
    r"(?:submit\w*|lodg\w+|fil(?:ed|es|ing)|put in|plac(?:ed|es|ing)) (?:\w+ ){0,2}"
    r"(?:bids?|proposals?|applications?|tenders?|expressions? of interest))"
    r"(?:\s+(?:the|of|a|an|possibility|plans?|to|whether|jointly|finally|also))*" + _TAIL,
    re.I,
    needs="could may might can consider weigh mull explore evaluate discuss study studies possible whether interest "
    "looking talks option feasible in contemplating eyeing where how submit lodge file put place likely tipped",
)
_HAVE = gated(
    r"\b(?:has|have|had|having|'ve|'s)(?:\s+(?:also|now|officially|finally|already|not|recently|just|successfully|"
    r"been|reportedly|formally|since|never|yet|jointly))*\s*$",
    re.I,
    needs="has have had having ve s",
)
_BE = gated(
    r"\b(?:is|are|was|were|be|been|being|gets?|got|(?:that|which|who)['’]s)"
    r"(?:\s+(?:also|now|officially|finally|already|not|recently|just|successfully|currently|still|reportedly|formally|jointly|being|expected|scheduled|set|planned|due|to|be|"
    r"soon|eventually|initially|fully|again))*\s*$",
    re.I,
    needs="is are was were be been being get gets got s",
)
_BEING = gated(r"\b(?:is|are|was|were)\s+(?:(?:also|now|currently|still|already)\s+)?being\s*$", re.I, needs="being")
_NOT = gated(
    r"\b(?:not|never|n't|no longer|without|neither|nor|refus\w+ to|fail\w* to|unable to|no plans? (?:to|for)|"
    r"no intention (?:to|of)|instead of|"
    r"rather than|stop|"
    r"stopped|stops)(?:\s+\w+){0,2}\s*$",
    re.I,
    needs="not never t no without neither nor refuse fail unable instead rather stop",
)
_NOUNISH = gated(
    r"\b(?:plans?|planned|proposed|intends?|aims?|expects?|expected|announced|future|proposal|proposing|agreed|"
    r"agreement|promised|scheduled|targeted|hopes?|wants?|pledged|ambition|goal|preparing|prepares|upcoming|"
    r"decision|decided|decides|project|deal|contract|set|slated|due)\s+(?:\w+\s+){0,3}(?:to|for|of|on)?\s*(?:the\s+)?$",
    re.I,
    needs="plan plans proposed intend aim aims expect announced future agree promised scheduled target hope hopes "
    "want wants pledged ambition goal goals preparing upcoming decision project deal deals contract set slated due",
)


_IS_SO = regex(
    r"\b(?:is|are|was|were|went|has come|have come)\s(?:now\s|already\s|finally\s|fully\s|officially\s|back\s)*$"
    r"|\b(?:brings|brought|comes|came|goes|takes|took|puts|switche[sd]|enters|entered)\s(?:(?!(?:to|that|which|for|and)\s)[\w'’./-]+\s){0,8}$",
    re.I,
)  # "the project |is| online", "|brings its storage project| online"
_ONCE = gated(
    r"\b(?:once|when|until|if|as soon as|before)\b[^,;]{0,60}$", re.I, needs="once when until if as before"
)  # "once the mine starts production"
_PURPOSE = gated(
    r"\b(?:help\w*|allow\w*|enabl\w*|aimed at|aiming at|in order|needs?|must|responsib\w+|used|funds|designed|"
    r"capable of|able"
    r"|opportunity|efforts?|support\w*|seek\w*|encourag\w+|incentiv\w+|loans? (?:to|for)|grants? (?:to|for)|"
    r"funding (?:to|for)"
    r"|programs?|programmes?|way|chance|right|important|essential|necessary|as|by|for|towards?)\s+(?:\w+\s+){0,3}$",
    re.I,
    needs="help allow enable aimed aiming in needs need must responsible used funds designed capable able "
    "opportunity effort support seek encourage incentive loan grant funding program programme way chance right "
    "important essential necessary as by for toward",
)


_TO_LIST = regex(r"\b(?:to|will)\s(?:[a-z]+(?:,\s|\sand\s|,\sand\s|\sor\s)){1,4}$")
_BREAK = regex(r"[,;:]\s(?!also|now)")


@lru_cache(maxsize=64)
def aspect(sentence: Sentence, cue: Cue) -> Aspect:
    """Read off the words before a verb (or its noun) how far along the action is; several rules ask."""
    lead = sentence.before(cue.span.start, 70)
    lead = _BREAK.split(lead)[-1] if cue.form != "base" else lead
    opened = openings(lead)
    possible = bool(_POSSIBLE.search(lead, opened))
    ahead = (
        bool(_AHEAD.search(lead, opened))
        or (cue.form in {"s", "base"} and bool(_ONCE.search(lead, opened)))
        or (cue.form in {"ing", ""} and bool(_NOUNISH.search(lead, opened)) and not _IS_SO.search(lead))
    )
    being = bool(_BEING.search(lead, opened))
    be = bool(_BE.search(lead, opened))
    if cue.form == "base" and not ahead and _TO_LIST.search(lead):
        ahead = True  # "companies to design, build and operate"
    participle = cue.form in {"past", "part"}
    passive = participle and be
    going_on = (cue.form == "ing" and be and not ahead) or being
    done = participle and not (ahead or possible or being) and not (passive and ahead)
    done = done or (cue.form == "s") or (cue.form == "base" and bool(_HAVE.search(lead, opened)))
    purpose = bool(_PURPOSE.search(lead, opened))
    return Aspect(ahead, possible, done and not possible, going_on, passive, bool(_NOT.search(lead, opened)), purpose)
