"""What lies ahead: cell capacity by its start and how firm it is, and the materials it takes, with honest bands."""

from cellwire.outlook.ahead import LeftOut, Outlook, Tranche, look_ahead
from cellwire.outlook.assumptions import MARKS, Assumption, Assumptions, load_assumptions
from cellwire.outlook.bands import Band, two_figures
from cellwire.outlook.materials import Need, needs, output, ramp
from cellwire.outlook.pipeline import KEYS, By, Sum, add_up, pipeline_by
from cellwire.outlook.starts import Start

__all__ = [
    "KEYS",
    "MARKS",
    "Assumption",
    "Assumptions",
    "Band",
    "By",
    "LeftOut",
    "Need",
    "Outlook",
    "Start",
    "Sum",
    "Tranche",
    "add_up",
    "load_assumptions",
    "look_ahead",
    "needs",
    "output",
    "pipeline_by",
    "ramp",
    "two_figures",
]
