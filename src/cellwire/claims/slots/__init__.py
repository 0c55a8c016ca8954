"""The values of a development: which size, sum, date, place, product and number of jobs are its own."""

from cellwire.claims.slots.chemistries import chemistry_slot
from cellwire.claims.slots.dating import dates_slot, moments_told, steps_told
from cellwire.claims.slots.filling import capacity_slot, money_slot, parties_of, project_of, stretches_of, titles_of
from cellwire.claims.slots.jobs import jobs_slot
from cellwire.claims.slots.money import home_dollar
from cellwire.claims.slots.placing import as_place, country_slot, place_slot
from cellwire.claims.slots.products import product_slot
from cellwire.claims.slots.stage import firmness_of, stage_of, steps_ahead, works_ahead

__all__ = [
    "as_place",
    "capacity_slot",
    "chemistry_slot",
    "country_slot",
    "dates_slot",
    "firmness_of",
    "home_dollar",
    "jobs_slot",
    "moments_told",
    "money_slot",
    "parties_of",
    "place_slot",
    "product_slot",
    "project_of",
    "stage_of",
    "steps_ahead",
    "steps_told",
    "stretches_of",
    "titles_of",
    "works_ahead",
]
