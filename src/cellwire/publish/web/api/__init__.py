"""`/api/v1`: the record for programs, described in OpenAPI 3.1."""

from cellwire.publish.web.api.describing import description_route
from cellwire.publish.web.api.routes import api_routes

__all__ = ["api_routes", "description_route"]
