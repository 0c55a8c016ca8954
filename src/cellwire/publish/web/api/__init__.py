"""`/api/v1`: the record for programs, described in OpenAPI 3.1."""

from cellwire.publish.web.api.answering import answer, answer_rows, row_told
from cellwire.publish.web.api.describing import description_route
from cellwire.publish.web.api.routes import api_routes, asked_window

__all__ = ["answer", "answer_rows", "api_routes", "asked_window", "description_route", "row_told"]
