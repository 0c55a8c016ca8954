"""Whether money that has not changed hands yet is only meant to, or is told as a thing that happens."""

from __future__ import annotations

import re

from cellwire.model import Development, Document, Kind
from cellwire.publish.brief.edition import Part

_LENT = {"loan", "loan offer", "loan guarantee", "credit line", "project financing", "debt financing"}
_GIFTS = {"grant", "award", "provisional award", "incentives"} | _LENT
_FILED = "filing"
# "was awarded", "has been selected for", "is awarding", "offered": the giver has said it; "is to award" it has not
_GIVEN = re.compile(
    r"(?<!\bto )(?<!\bto be )(?<!\bwill )(?<!\bbe )(?<!\bcould )(?<!\bmay )(?<!\bwould )"
    r"\b(?:award(?:s|ed|ing)?|grant(?:s|ed|ing)|offer(?:s|ed)|approv(?:es|ed)|(?:selected|picked|chosen) (?:for|to|by)"
    r"|(?:was|were|been) (?:selected|picked|chosen)|secur(?:es|ed)|w[io]ns?|receiv(?:es|ed)|land(?:s|ed)"
    r"|gets?|got|provided|allocated)\b"
    r"|\b(?:will|to) use (?:an?|the|its|this) [^;,]{0,30}\b(?:loan|grant|funding)\b",
    re.IGNORECASE,
)
# "plans", "is to", "will": what stands behind it is still ahead
_MEANT = re.compile(
    r"\b(?:plans?|planned|planning|intend\w*|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|wants?|hop(?:es?|ing)|look(?:s|ing)?"
    r"|will|would|could|may|might|should|shall|to(?!\s(?:discuss|complete|finali|announce|explain))(?=\s[^;]{0,40}$)|propos\w+|bids?|bidding|expect\w*|consider\w*"
    r"|prepar\w+|ey(?:es|ed|ing)|target\w*|talks?|poised|offer(?:s|ed|ing)?|approach\w*|interest(?:ed)?|if|attempt\w*"
    r"|tries|trying|pledg\w+|clears? the way)\b(?![^;]*[;:])",
    re.IGNORECASE,
)


def is_settled(lead: Development, thing: Part | None, document: Document) -> bool:
    """ "A buys B", "was awarded": the money is to come; that it is given is no plan. "A wants to buy B" is one."""
    if lead.kind is not Kind.INVESTMENT:
        return False
    quote = lead.evidence.cut(document.text)
    if thing is not None and (thing.text == _FILED or (thing.text in _GIFTS and _GIVEN.search(quote))):
        return True
    if lead.trigger is None or lead.stage != "announced":
        return False
    return not _MEANT.search(document.text[lead.evidence.start : lead.trigger.start])
