"""The API against its own description: requests drawn from it, right ones and wrong ones, the same each time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import load_all_checks
from schemathesis.config import GenerationConfig, ProjectConfig, ProjectsConfig, SchemathesisConfig
from schemathesis.specs.openapi.checks import positive_data_acceptance
from starlette.testclient import TestClient

from cellwire.publish.web.api.describing import openapi
from publish.web.conftest import TOKEN, desk_of

BEARER = {"Authorization": f"Bearer {TOKEN}"}
EXAMPLES = 4  # random requests an operation, beside those that try each limit of each parameter
# What no description can say of a word: that it is the cursor of a page, a part of the world and not of another, a
# stretch of this text, something that can be judged so. A refusal has to say which of these it was.
MEANT = {"after", "box", "start and end", "same", "different", "correct", "accept", "reject", "undo"}

load_all_checks()
drawn = ProjectConfig(generation=GenerationConfig(max_examples=EXAMPLES, deterministic=True))
whole = schemathesis.openapi.from_dict(openapi(), config=SchemathesisConfig(projects=ProjectsConfig(default=drawn)))
described = whole.exclude(path_regex=r"/(deals|rumours|companies)\.(csv|jsonl)$")  # made as the other lists' files are


@pytest.fixture(scope="module")
def desk(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """With a token, over a copy of the demo's record."""
    db = tmp_path_factory.mktemp("described") / "own.db"
    shutil.copy(demo / "cellwire.db", db)
    yield from desk_of(db, TOKEN)


@described.parametrize()
@settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_one_that_the_description_allows(case: schemathesis.Case, desk: TestClient) -> None:
    asked = case.as_transport_kwargs(base_url=str(desk.base_url), headers=BEARER)
    asked.pop("cookies")
    asked["content"] = asked.pop("data", None)
    answer = desk.request(**asked)
    refused = answer.json().get("thing") if answer.status_code == 400 else None

    assert answer.status_code < 500
    case.validate_response(answer, excluded_checks=[positive_data_acceptance] if refused in MEANT else [])
