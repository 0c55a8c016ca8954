"""Plans that hang on something else: "will build it |if it gets| the subsidies", "|subject to a final decision|"."""

from __future__ import annotations

from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence

_WHO = (
    r"(?:it|they|he|she|the (?:company|firm|group|carmaker|automaker|maker|miner|start-?up|partners|two|pair)"
    r"|[A-Z][\w-]+)"
)
_WHAT = (
    r"(?:the (?:board|state|government|county|council|city|plan|project|deal|talks|permits?|funding|incentives?"
    r"|subsid(?:y|ies)"
    r"|grant|loan|money|study|site|law|bid|application))"
)
_DECISION = r"(?:final )?(?:investment |board )?decision|FID"
_HINGES = gated(
    rf"\b[Ii]f {_WHO} (?:\w+ly )?(?:gets?|receives?|wins?|secures?|obtains?|finds?|succeeds?|decides?"
    rf"|goes ahead|proceeds?"
    r"|(?:is|are) (?:given|granted|awarded|selected|chosen|approved|successful|able)|can (?:get|secure|find"
    r"|raise|agree)"
    r"|moves? (?:ahead|forward)|agrees?)\b"
    rf"|\b[Ii]f {_WHAT} (?:\w+ )?(?:is|are|has|have|gets?|comes?|goes|go|approves?|agrees?|gives?|grants?"
    rf"|succeeds?|proves?|passes)\b"
    r"|\b[Ii]f (?:approved|chosen|selected|successful|granted|permitted|all goes|everything goes|conditions)\b"
    r"|\b[Pp]rovided (?:that|it|they|the)\b|\bon (?:the )?condition that\b|\b(?:[Cc]onditional"
    r"|[Cc]ontingent) (?:up)?on\b"
    r"|\bhing(?:es|ing) on\b"
    r"|\b[Dd]epend(?:s|ing|ent)? (?:up)?on (?:whether|how|if|when|getting|securing|(?:the |a )?(?:outcome"
    r"|availability|results?|success"
    r"|state|federal|government|public|subsid\w+|incentives?|financ\w+|funding|approvals?|permits?))\b"
    rf"|\b(?:[Ss]ubject to|[Pp]ending|[Aa]waiting|ahead of) (?:a |an |the |its |their )?(?:{_DECISION}|positive"
    rf"|successful|financing|funding"
    r"|securing|obtaining|feasibility|incentives?|government (?:support|funding|incentives|aid))\b",
    needs="if provided condition conditional contingent hinges hinging depends depending depend dependent subject "
    "pending awaiting ahead",
)


def hinges(clause: Sentence) -> bool:
    """Whether what a clause plans is done only if something else comes about."""
    return _HINGES.search(clause.text, clause.opened) is not None
