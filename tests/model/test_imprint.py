"""What is kept of a document beside its text says of it what the document says."""

import pytest

from cellwire.db.plain import from_json, to_json
from cellwire.model import Imprint, newer_versions
from factories import document

URL = "https://a.example/1?utm_source=x"


@pytest.mark.parametrize(("url", "published"), [(URL, "2022-12-09"), (None, None)])
def test_an_imprint_is_of_the_same_day_and_article(url: str | None, published: str | None) -> None:
    whole = document("Words that are many.", url=url, published=published)
    imprint = whole.imprint

    assert (imprint.told, imprint.article) == (whole.told, whole.article)
    assert from_json(to_json(whole), Imprint) == imprint  # read from the document's row without its text


def test_imprints_are_versions_of_one_article_as_their_documents_are() -> None:
    days = ("2022-12-10T08:00:00", "2022-12-11T08:00:00")
    texts = [document(f"Told on {day}.", url=URL, captured=day) for day in days]

    assert newer_versions(one.imprint for one in texts) == newer_versions(texts) == {texts[0].id: texts[1].id}
