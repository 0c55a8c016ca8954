"""What is sold of a store of power without the store: what it puts out, and the running of it."""

from __future__ import annotations

import re

from cellwire.claims.gates import gated
from cellwire.claims.scene import Scene, Sentence

# "agree an |optimisation deal| for a store", "to |optimise B's 50MW battery|": it is run for its owner
_RUN = gated(
    r"\boptimi[sz]ation\s(?:deals?|agreements?|contracts?|services)\b"
    r"|(?:\bto|\bwill|\band\s[A-Z]\w*)\s(?P<runs>optimi[sz]e)\s(?:(?!(?:for|with|to|from|by|use|how)\b)[\w.,/’'-]+\s){0,6}?"
    r"(?:\d[\d.,]*\s?[MG]Wh?\b|(?<=s\s)(?:batter(?:y|ies)|BESS)\b(?!\s(?:cells?|packs?|plants?|factor|materials?|production))"
    r"|(?:battery|BESS|storage)\s(?:storage\s)?(?:assets?|projects?|portfolio|sites?|fleet)\b)",
    re.I,
    needs="optimisation optimization optimise optimize",
)
# "|agree long-term BESS tolls|", "sign a ten-year |tolling agreement|": a store is let, and nobody builds it so
_LET = gated(
    r"\b(?P<lets>agree[sd]?|sign(?:s|ed)?|ink(?:s|ed)?|str(?:ikes?|uck)|secure[sd]?|w[io]ns?|land(?:s|ed)?|conclude[sd]?"
    r"|enter(?:s|ed)?(?:\sinto)?)\s(?:(?!(?:to|for|with|as|heavy|its|their)\b)[\w./-]+\s){0,7}?"
    r"(?:tolls?(?=[,.;]|$|\s(?:for|with|in|on|at)\b)|toll(?:ing)?\s(?:agreement|deal|contract|offtake)s?)\b",
    re.I,
    needs="toll tolls tolling",
)
_REFINED = gated(
    r"\b(?:lithium|spodumene|hydroxide|carbonate|concentrate|nickel|cobalt|graphite|ore|refin(?:ing|ery))\b(?!-ion)",
    re.I,
)
# "a deal to |buy 90% of the output of| a plant going up in Arizona"
_OUTPUT = gated(
    r"\b(?:buy|purchas)\w*\s[^.;]{0,40}?\b(?:output|electricity|power|energy)\s(?:of|from)\s",
    re.I,
    needs="output electricity power energy",
)
# "set |to optimise| Alder's |storage park|": who trades with a store does not build it
_RUNS = gated(
    r"\b(?:to|will|would)\s(?:also\s)?optimi[sz]e\s(?:[\w.,'’/-]+\s){0,8}?(?:batter(?:y|ies)|storage|BESS)\b",
    re.I,
    needs="optimise optimize",
)
_OPENING = 3  # sentences


def is_run_for_another(clause: Sentence) -> bool:
    """Whether two agree on who runs a store: neither goods nor a new plant."""
    return _RUN.search(clause.text, clause.opened) is not None


def trades_with_it(clause: Sentence) -> bool:
    """Whether somebody is to trade with a store, whoever builds it."""
    return _RUNS.search(clause.text, clause.opened) is not None


def run_for_another(clause: Sentence) -> re.Match[str] | None:
    """The words by which one runs a store for another: "A |to optimise 50MW B battery|"."""
    told = _RUN.search(clause.text, clause.opened)
    return told if told and told["runs"] else None


def let_to_another(clause: Sentence) -> re.Match[str] | None:
    """The words by which a toll is agreed for a store: its use is sold, and no plant is told of; not lithium that is
    refined for a fee."""
    return None if _REFINED.search(clause.text, clause.opened) else _LET.search(clause.text, clause.opened)


def buys_its_output(clause: Sentence, before: int) -> bool:
    """Whether what stands at `before` is only where the power comes from that somebody buys."""
    bought = _OUTPUT.search(clause.text, clause.opened)
    return bought is not None and clause.span.start + bought.end() <= before


def opens_with_output(scene: Scene) -> bool:
    """Whether a text says first that output is bought: its headline's "buys 90% of a project" is no stake."""
    opening = scene.sentences[: scene.first_told + _OPENING]
    return any(_OUTPUT.search(sentence.text, sentence.opened) for sentence in opening if not sentence.headline)
