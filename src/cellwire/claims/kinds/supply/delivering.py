"""A delivers goods to somebody whom the clause leaves out: under a contract, for a project, or in an amount."""

from __future__ import annotations

import re

from cellwire.claims.actors import Group, subject
from cellwire.claims.clauses import Draft
from cellwire.claims.kinds.goods import (
    GOODS,
    VOLUME,
    firms,
    flows,
    is_noun,
    main_as,
    other_of_two,
    pays,
    sized,
    supply_draft,
)
from cellwire.claims.scene import Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Role

_PUT_INTO = regex(
    r"\bfor (?:(?:the|a|an|its|two|three)\s)?(?:[\w.'-]+\s){0,6}?(?:projects?|park|power plant|station|ships?|"
    r"ferr(?:y|ies)|fleet|bus(?:es)?|trucks?|trains?|locomotives?|vans?)\b|^For [A-Z]\w+ (?=[A-Z])",
)
_TO_IT = regex(r"\s(?:it|them)\swith\s")
_AGREED_TO = regex(
    r"\b(?:agreement|contract|deal|pact)\s(?:[a-z]+ly\s)?to\s(?:[a-z]+ly\s)?$", re.I
)  # "an agreement to |supply|"


def delivers(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A delivers an amount, or goods for a project, or under a contract: to somebody."""
    for cue in clause.find("supply.supply"):
        left = subject(found, cue.span.start)
        how = aspect(clause, cue)
        if (
            not cue.form
            or _OTHERS_GIVE.search(clause.before(cue.span.start, 50))
            or is_noun(clause, cue)
            or how.passive
            or how.negated
            or not firms(left)
            or not GOODS.search(clause.after(cue.span.end, 50), clause.opened)
            or pays(clause, cue)
        ):
            continue
        handed = cue.written.startswith(_HANDS) and not how.possible
        system = _A_SYSTEM.match(clause.after(cue.span.end, 80)) if handed else None
        agreed = _AGREED_TO.search(clause.before(cue.span.start, 40))
        bound = (agreed or clause.has("supply.deal", "supply.order")) and (
            agreed or how.ahead or sized(clause) or cue.form in {"ing", "s"}
        )
        if not (
            bound
            or _TO_IT.match(clause.after(cue.span.end, 12))
            or (how.ahead and other_of_two(clause, firms(left), scene))
            or _PUT_INTO.search(clause.text)
            or (how.ahead and system)
            or (how.ahead and VOLUME.search(clause.after(cue.span.end, 60), clause.opened))
        ):
            continue
        buyers = other_of_two(clause, firms(left), scene, told=not _TO_IT.match(clause.after(cue.span.end, 12)))
        if _is_called_supplier(clause, left) and flows(buyers, firms(left)):
            return supply_draft(clause, cue, "delivers", (buyers, firms(left)))  # of two "the supplier" is who can be
        if not flows(firms(left), buyers):
            for_main = bound or (system and system["the"] and not clause.headline)
            buyers = main_as(Role.CUSTOMER, firms(left), scene) if for_main else []
        return supply_draft(clause, cue, "delivers", (firms(left), buyers))
    return None


_HANDS = ("suppl", "deliver", "provid", "furnish")  # who hopes to sell or offers has no buyer yet
# "will supply |the battery|", "will deliver |a flow battery system|": for one project, whosever it is
_A_SYSTEM = regex(
    r"\s(?:both\s|all\s)?(?:(?:(?P<the>the)|an?|its|two|three)\s|(?=\d[\d.,]*[\s-]?[GM]Wh?\b))"
    r"(?:(?!(?:that|which|who|of|to|for|from|plants?|factor\w+|mines?|stakes?)\b)[\w./-]+\s){0,6}?"
    r"(?:batter(?:y|ies)|(?:storage|battery|BESS) (?:systems?|solutions?|equipment|technology|units?|containers)|BESS"
    r"|batteries|(?:battery )?packs)(?=\s(?:for|to|at|in|and|under|which|that|by|with|from)\b|[,.;]|$)"
)


# "stakes in |projects that will| supply it": they do
_OTHERS_GIVE = regex(
    r"\b(?:projects?|plants?|mines?|companies|firms|suppliers|miners|producers|partners)\s(?:that|which|who)\s"
    r"(?:will|would|can|could|may|are to)\s(?:also\s)?$"
)
_CALLED_SUPPLIER = regex(r"\bsupplier$")


def _is_called_supplier(clause: Sentence, group: Group | None) -> bool:
    name = group.names[0] if group else None
    return name is not None and name.referred and bool(_CALLED_SUPPLIER.search(clause.before(name.said.end, 40)))
