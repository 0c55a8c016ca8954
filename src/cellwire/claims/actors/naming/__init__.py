"""What makes a capitalised run of words a name, and a name a company's."""

from cellwire.claims.actors.naming.companies import is_company, is_plain_word, may_be_company
from cellwire.claims.actors.naming.cutting import COMMON, cut_run
from cellwire.claims.actors.naming.forms import GOODS, ONLY_GOODS, any_of, ends_in_field, full_name, looks_like_company
from cellwire.claims.actors.naming.persons import is_person
from cellwire.claims.actors.naming.runs import RUN, WORD, Around, beside, is_unheard, runs_in
from cellwire.claims.actors.naming.things import BUILT

__all__ = [
    "BUILT",
    "COMMON",
    "GOODS",
    "ONLY_GOODS",
    "RUN",
    "WORD",
    "Around",
    "any_of",
    "beside",
    "cut_run",
    "ends_in_field",
    "full_name",
    "is_company",
    "is_person",
    "is_plain_word",
    "is_unheard",
    "looks_like_company",
    "may_be_company",
    "runs_in",
]
