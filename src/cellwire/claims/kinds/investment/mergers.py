"""Companies that become one, and companies and businesses that their owners hand over to others."""

from __future__ import annotations

from cellwire.claims.actors import Group, distinct, led_by, subject
from cellwire.claims.clauses import Actor, Bundle, Draft
from cellwire.claims.kinds.goods import A_FIRM
from cellwire.claims.kinds.investment.paid import SUM, done, ended, investment_draft, sides
from cellwire.claims.scene import Cue, Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Role

# A maker that merges with an empty listed company sells its shares that way.
EMPTY_FIRM = regex(
    r"\bSPAC\b|\b[Gg]o(?:es|ing)? public\b|\b[Ss]pecial[- ]purpose\b|\b[Bb]lank[- ]che(?:ck|que)\b"
    r"|\bAcquisition (?:Corp|Co\b|[IVX]+\b)"
)
_AS_ONE = regex(
    r"\b[Mm]erge|\b[Cc]ombined (?:company|entity|group|business)|\ball-(?:stock|share|scrip)\b"
    r"|\bdefinit(?:e|ive) agreement\b|\bthe (?:two )?companies\b|\bbusiness combination\b"
)
_TOLD = 4  # sentences in which an empty firm is told of
_BEHIND = 30  # characters between "merger" and whose it is
_OTHER = regex(r"\s(?:(?:of equals|deal|agreement|transaction|plan)\s)?with\s")


def merger(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A and B merge, the merger of A and B, A's merger with B, A and B agree to combine: neither buys the other."""
    for cue in clause.find("investment.acquire", "investment.combine"):
        near = scene.sentences[max(0, clause.index - _TOLD) : clause.index + _TOLD]
        if not _becomes_one(clause, cue) or any(EMPTY_FIRM.search(each.text) for each in near):
            continue
        names = distinct(name for group in _both(clause, found, cue) for name in group.names)
        if len(names) != 2:
            continue
        how = aspect(clause, cue)
        stage = "terminated" if ended(clause, cue) else done(how, cue, clause)
        return investment_draft(clause, cue, "merger", [Actor(name, Role.PARTNER) for name in names], stage, how)
    return None


def is_merger(home: Bundle) -> bool:
    return any(draft.rule == "investment.merger" for draft in home.drafts)


def _becomes_one(clause: Sentence, cue: Cue) -> bool:
    """Whether a word is one for merging: "to combine" is where the clause speaks of companies that become one."""
    if "investment.combine" in cue.tags:
        return bool(_AS_ONE.search(clause.text))
    return cue.written.startswith("merge")


def _both(clause: Sentence, found: list[Group], cue: Cue) -> list[Group]:
    """Whose merger it is: both named behind the word, or one before it and one after "with", or both before it."""
    right = [group for group in found if 0 <= group.names[0].said.start - cue.span.end < _BEHIND]
    if behind := led_by(right, ("of", "between")):
        return behind[:1]
    with_whom = led_by(right, ("with", "into"))
    owner = next((group for group in found if group.owns and group.span.end < cue.span.start), None)
    left = subject(found, cue.span.start)
    one = owner or left
    if with_whom and not cue.form and one and _OTHER.match(clause.after(cue.span.end, 40)):
        return [one, with_whom[0]]  # "its chief says that A's merger with B is on track"
    return [left] if left and not with_whom else []


_FIRMS = regex(
    r"\b(?:business(?:es)?|unit|arm|division|subsidiary|company|plants?|factory|gigafactory|mine|projects?|portfolio|"
    r"operations|assets|tenements?|stakes?|shares|interest)\b|%"
)
_TO_THEM = regex(
    r"\bto\s(?:(?!of\b)[\w'’.-]+\s){0,6}$"
)  # "to the mining giant |Rio Tinto|", not "to negotiate the sale of |B|"
_VOTED = regex(
    r"\b(?:shareholders?|stockholders?|investors?)\b[^.;]{0,60}\b(?:approv|vot|back|agree|support|favou?r)\w*"
)
_OWN = regex(r"\b(?:its|their|the)\s")
HANDS_OVER = regex(
    r"\b[Tt]ransfer(?:s|red|ring)?\s(?:of\s)?(?:(?:the|its|their|all)\s)?(?:[\w&'’.-]+\s){0,5}?"
    r"(?:business|unit|division|subsidiary)\b|\b(?:regarding|about|on|over)\sthe\s(?:transfer|takeover|acquisition|merger)\b"
)


def handed_over(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A agrees to the sale of its business to B; A's shareholders approve its sale to B."""
    for cue in clause.find("investment.sale"):
        led = led_by(found, ("to",), after=cue.span.start, until=cue.span.end + 110)
        buyers = [group for group in led if _TO_THEM.search(clause.before(group.span.start, 60))][-1:]
        owner = subject([group for group in found if not _rules(group)], cue.span.start)
        if buyers and owner is None and (sold := _sold_by(clause, found, cue, buyers[0])):
            return sold
        if not buyers or owner is None:
            continue
        what = clause.between(cue.span, buyers[0].span)
        takers, how = buyers[0].names, aspect(clause, cue)
        if "transfer" in cue.written:
            if HANDS_OVER.search(clause.text):
                return _transfer(clause, found, cue, buyers[0])
            continue
        stage = "terminated" if ended(clause, cue) else done(how, cue, clause)
        if {name.id for name in takers} & {name.id for name in owner.names}:
            continue
        if cue.written == "sale of" and _FIRMS.search(what) and _OWN.search(what):
            actors = [*sides(takers, ()), *(Actor(name, Role.OWNER) for name in owner.names)]
            return investment_draft(clause, cue, "sale", actors, stage, how)
        if cue.written != "sale of" and _VOTED.search(clause.text) and SUM.search(clause.text, clause.opened):
            return investment_draft(clause, cue, "sale", sides(takers, owner.names), stage, how)
    return None


def _rules(group: Group) -> bool:
    """Whether who is named only allows a sale, as a cartel office does."""
    return all(name.kind == "government" for name in group.names)


_HOLDERS = regex(r"\b(?:[Ss]hareholders|[Ss]tockholders|[Ii]nvestors|[Bb]oards?|[Oo]wners)\sof\s(?:[\w-]+\s){0,4}$")


def _sold_by(clause: Sentence, found: list[Group], cue: Cue, buyer: Group) -> Draft | None:
    """The sale itself is what is told of: "the sale of B by A to C has been agreed"."""
    seller = _seller(clause, found, cue)
    gone = led_by(found, ("of",), after=cue.span.end - 3, until=buyer.span.start)
    if seller is None or "transfer" in cue.written or not _is_firm(clause, cue, gone, buyer):
        return None
    own, how = {name.id for name in seller.names}, aspect(clause, cue)
    targets = [name for group in gone for name in group.names if name.id not in own]
    actors = [*sides(buyer.names, targets), *(Actor(name, Role.OWNER) for name in seller.names)]
    stage = "terminated" if ended(clause, cue) else done(how, cue, clause)
    return investment_draft(clause, cue, "sale", actors, stage, how)


def _seller(clause: Sentence, found: list[Group], cue: Cue) -> Group | None:
    """Who sells where the sale is told of: "the sale of B by |A|", "shareholders of |A| approved", "of |A|'s unit"."""
    by = led_by(found, ("by",), after=cue.span.end)
    holders = [group for group in found if _HOLDERS.search(clause.before(group.span.start, 60))]
    whose = [group for group in found if group.owns and group.lead == "of" and group.span.start > cue.span.start]
    return next(iter([*by, *holders, *whose]), None)


def _is_firm(clause: Sentence, cue: Cue, gone: list[Group], buyer: Group) -> bool:
    """Whether what is sold is a company or a business, and no goods."""
    what = clause.between(cue.span, buyer.span)
    return bool(_FIRMS.search(what) or (gone and A_FIRM.search(clause.between(cue.span, gone[0].span))))


def _transfer(clause: Sentence, found: list[Group], cue: Cue, buyer: Group) -> Draft | None:
    """A and B agree to transfer A's business to B."""
    taking = {name.id for name in buyer.names}
    named = distinct(name for group in found if group.span.start < buyer.span.start for name in group.names)
    owners = [name for name in named if name.id not in taking]
    if len(owners) != 1:
        return None
    how = aspect(clause, cue)
    actors = [*sides(buyer.names, ()), Actor(owners[0], Role.OWNER)]
    stage = "considered" if clause.has("partnership.mou") else done(how, cue, clause)
    return investment_draft(clause, cue, "sale", actors, stage, how)
