"""What is given for a plant, paid for its land or raised by its owner: none of it is what the plant costs.

"$50 million in incentives", "EUR 12.8 million for 45 hectares", "will take a $1.9 billion charge".
"""

from __future__ import annotations

import re

from cellwire.claims.actors import NO_FIRMS
from cellwire.claims.clauses import Bundle
from cellwire.claims.figures import Sum
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence
from cellwire.claims.slots.money.deals_sums import THING
from cellwire.lexicon import regex
from cellwire.model import SET_BACK

OTHER_MONEY = regex(
    r"^\s(?:(?:in|of|worth of)\s)?(?:(?!in\b|to\b|for\b|plant\b)[\w()-]+\s){0,4}?(?:loans?|grants?|incentives?|awards?"
    r"|(?:debt|seed|project|launch|government|state|equity|development) financ(?:e|ing)"
    r"|financing (?:deal|package|agreement)|debts?|(?:tax|aid|support|incentive|subsidy|rescue) packages?"
    r"|subsid(?:y|ies)|rebates?|tax (?:breaks?|credits?|benefits?|abatements?|relief|exemptions?|rebates?"
    r"|holidays?)|GVA|(?:\w+\s)?tax revenues?|revenues?"
    r"|Series [A-H]|share sale|fund-?rais(?:e|er|ing)|(?:funding|financing) round|acquisition|takeover|buyout"
    r"|shares? offering|debt financing)\b"
    r"|^\s(?:(?:in|of) )?(?:(?!(?:in|to|for|from|with|by|projects?|plants?|factory|gigafactory|facility|mine|complex"
    r"|deal|works|refinery|secures?|gets?)\b)[\w()-]+ ){0,3}?(?:funding|financing|(?:investment|cash|funding) boost"
    r"|(?:cash|capital|equity) (?:injections?|infusions?))\b"
    r"|^\s(?:in|of) (?:\w+ )?(?:government|public|federal|state|provincial|municipal|economic) (?:funding"
    r"|money|support|aid|impact|activity|output|benefits?)\b"
    r"|^\s(?:in|of) (?:[\w.-]+ ){0,3}?(?:support|backing|aid)\b"
    r"|^\s(?:a year )?(?:(?:of|in) (?:new )?(?:investment|spending) )?(?:in)?to (?:the|its) (?:\w+['’]s? )?"
    r"(?:\w+ )?economy\b"
    r"|^\s(?:in|on|into|for) (?:research\b|R&D\b|EVs|electrification|electric (?:vehicles|cars|mobility"
    r"|and (?:autonomous|hybrid) vehicles))\b(?! and (?:their )?batter)",
    re.I,
)
# "will pay |EUR 12.8 million| for 45 hectares of land": the plant costs something else
_FOR_LAND = regex(
    r"^\s(?:for|to (?:buy|purchase|acquire|secure))\s(?:[\w.,-]+\s){0,4}?"
    r"(?:hectares?|acres?|land|plots?|square (?:met\w+|feet))\b",
    re.I,
)
_LAND_FOR = gated(
    r"\b(?:land|plot|site|property)\s(?:itself\s)?(?:costs?|was bought for|was sold for)\s(?:about |around |some )?$"
    r"|\b(?:land|plots?|hectares?|acres?)\b[^.;,]{0,30}\sfor\s(?:about |around |some |nearly )?$",
    re.I,
)
RAISED = gated(
    r"\b(?:(?:round|raise|share sale|financing) (?:of|worth)|raise[sd]?)\s"
    r"(?:about |around |over |more than |almost |nearly |some |up to |another |an additional |a further )?$",
    re.I,
)
_PROGRAMME = regex(r"^\s(?:[\w-]+\s){0,2}?(?:partnership|programme|program|alliance)\b", re.I)
_INCENTIVES_OF = gated(
    r"\b(?:incentives?|subsid(?:y|ies)|grants?|tax (?:breaks?|benefits?|abatements?|relief)"
    r"|(?:state )?aid)\b[^.;]{0,90}?"
    r"\s(?:package\s)?(?:(?:is|are|was|were|that|which|estimated|said|believed|to|be)\s){0,5}"
    r"(?:of|worth|totall?ing|valued at|amounting to)\s(?:up to |about |some |more than |nearly |around |roughly )?$",
    re.I,
)
# "the state has supported the investment |with 30 billion forints|"
_SUPPORTS = gated(
    r"\b(?:[Ss]tate|[Gg]overnment|[Mm]inistry|EU|[Cc]ouncil|[Cc]ity|[Cc]ounty)\s"
    r"(?:(?:has|have|had|is|will|would|also)\s){0,2}"
    r"(?:support|back|help|subsidi[sz]|financ|fund|assist)\w*\b[^.;]{0,80}\swith\s"
    r"(?:about |some |around |up to |an? )?$",
    needs="support back help subsid financ fund assist",
)
_GIVES = gated(
    r"\b(?:contribut\w+|infus(?:es?|ed|ing)|inject(?:s|ed|ing)?|(?:state|government|city|county|province|region|town|EU)\s"
    r"(?:pays|gives|adds|provides|(?:is|are) (?:giving|paying|adding|providing)|will (?:give|pay|add|provide))"
    r"|lend(?:s|ing)?(?: it| the company| them)?|borrow\w*|sold|issu(?:e|es|ed|ing))\s"
    r"(?:a total of |up to |about |another |an additional )?$",
    re.I,
)
# "in part with $82 million |from the infrastructure law|"
_FROM_THE_STATE = regex(
    r"^\sfrom\s(?:the\s)?(?:[\w.]+\s){0,4}?(?:Law|Act|[Gg]overnments?|[Ss]tate|Department|DOE|EU|Union"
    r"|[Mm]inistry|Fund)\b"
)
# "have paid |€38 million| towards the project", "backed |with up to C$900 million| by the province"
_TOWARDS_IT = regex(
    r"^\stowards?\s(?:the|its|this)\s(?:[\w-]+\s){0,2}?(?:project|plant|factory|costs?|investment|site)\b"
)
_BACKED_WITH = gated(
    r"\b(?:backed|supported|subsidi[sz]ed)\s(?:(?:in part|jointly)\s)?(?:with|by)\s"
    r"(?:up to |about |some |around |an? )?$"
)
_IN_A_FIRM = regex(r"\s(?:in|into)\s(?:the\s)?(?:[a-z][\w-]*\s){0,3}")


def is_put_into_another(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """Whether it is put into a firm that is none of the plant's: "invested 3 billion yuan |in Birch Lithium|"."""
    return any(
        _IN_A_FIRM.fullmatch(clause.between(each.span, name.said))
        for name in clause.names
        if name.kind not in NO_FIRMS and name.id not in home.ids() and not name.referred
    )


# "will take a |$1.9 billion| charge", "fined the plant |10 million| forints"
_CHARGED = regex(
    r"^\s(?:[\w-]+\s){0,2}?(?:charges?|write-?\s?(?:down|off)s?|impairments?|loss(?:es)?|provisions?|fines?"
    r"|penalt(?:y|ies))\b"
)
_CHARGE_OF = gated(
    r"\b(?:(?:writing|wrote|writes?|written)\s(?:off|down)|(?:charge|write-?(?:off|down)|impairment)s?\sof)"
    r"\s(?:about |around |some |nearly )?$",
    re.I,
)
_FINED = gated(r"\b(?:fined|fining|fine of|penalty of)\b[^.;]{0,60}$")


_HANDS = regex(r"\s(?:(?:will|would|has|have|had|is|are|to|also|now|today)\s)*")
_A_SCHEME = regex(r"\s(?:scheme|plan|proposal|development|expansion|investment)\b")  # "backed the £2.5bn |scheme|"
_TO_WHOM = regex(r"\s(?:(?!(?:in|for|on)\b)[\w.,’'-]+\s){0,8}$")


def _is_handed(each: Sum, clause: Sentence) -> bool:
    """Whether a state gives it: "the US |gives| a small Canadian firm |$20 million| to build"."""
    states = [name.said for name in clause.names if name.kind == "government" and name.said.end < each.span.start]
    return any(
        _HANDS.fullmatch(clause.between(said, cue.span)) and _TO_WHOM.match(clause.between(cue.span, each.span))
        for said in states
        for cue in clause.find("handing.give", "investment.grant")
        if said.end < cue.span.start < each.span.start
    )


# "|That sum includes| $700 million for the plant"
_THAT_SUM_HAS = regex(
    r"^\W*(?:That|This|The)\s(?:(?:total|overall)\s)?(?:sum|amount|figure|total|investment|money|package)\s"
    r"(?:also\s)?(?:includes?|included|covers?|covered)\b"
)


def _is_shared_out(clause: Sentence, home: Bundle) -> bool:
    """Whether the next sentence says which part of it the plant gets."""
    behind = (each for each in (*(draft.clause for draft in home.drafts), *home.more, *home.later))
    return any(each.index == clause.index + 1 and _THAT_SUM_HAS.match(each.text) for each in behind)


def is_not_the_plants(each: Sum, clause: Sentence, home: Bundle) -> bool:
    """What is paid for land, given for a plant or raised by its owner is not what it costs."""
    before, after = clause.before(each.span.start, 60), clause.after(each.span.end, 80)
    charged = _CHARGED.match(after) or _CHARGE_OF.search(before, clause.opened)
    if charged and not any(draft.stage in SET_BACK for draft in home.drafts):
        return True  # what a plant costs that is given up is what is written off
    return bool(
        _FOR_LAND.match(after)
        or _FINED.search(before, clause.opened)
        or _is_shared_out(clause, home)
        or _TOWARDS_IT.match(after)
        or _BACKED_WITH.search(before, clause.opened)
        or _LAND_FOR.search(before, clause.opened)
        or _PROGRAMME.match(after)
        or _FROM_THE_STATE.match(after)
        or _INCENTIVES_OF.search(before, clause.opened)
        or RAISED.search(before, clause.opened)
        or _GIVES.search(before, clause.opened)
        or _SUPPORTS.search(clause.before(each.span.start, 140), clause.opened)
        or (_is_handed(each, clause) and not (THING.match(after) or _A_SCHEME.match(after)))
        or OTHER_MONEY.match(after)
    )
