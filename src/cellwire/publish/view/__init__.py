"""The record as it is looked up: one view for the web app, the API and the assistant's tools."""

from cellwire.publish.view.asking import Asking, Filter, Order, Page, Shelf, ask
from cellwire.publish.view.holdings import (
    Decided,
    Decision,
    DeskSettings,
    Effect,
    Holdings,
    SourceTold,
)
from cellwire.publish.view.shelves import SHELVES, shelf_named
from cellwire.publish.view.shelving import Shelving
from cellwire.publish.view.standing import Standing

__all__ = [
    "SHELVES",
    "Asking",
    "Decided",
    "Decision",
    "DeskSettings",
    "Effect",
    "Filter",
    "Holdings",
    "Order",
    "Page",
    "Shelf",
    "Shelving",
    "SourceTold",
    "Standing",
    "ask",
    "shelf_named",
]
