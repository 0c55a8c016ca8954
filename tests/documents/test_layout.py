"""What lines are by their words alone."""

from cellwire.documents.layout import announces


def test_words_announce_several_news_at_their_beginning_alone():
    opening = "Here are the top stories of the week. "

    assert announces(opening)
    assert announces(opening + "Cells were made. " * 100)
    assert not announces("Cells were made. " * 100 + opening)
