"""What of a page's markup nobody sees."""

from lxml.html import tostring

from cellwire.documents.decoding import drop_unseen, load_tree


def test_scripts_styles_and_drawings_go_and_data_and_the_words_around_them_stay():
    tree = load_tree(
        "<html><body><style>p { color: red }</style><p>Cells<script>let price = '€ 5'</script> are made"
        "<svg><title>A cell</title><path d='M0'/></svg> in Heide.</p>"
        '<script type="application/ld+json">{"@type": "NewsArticle"}</script></body></html>'
    )
    assert tree is not None
    drop_unseen(tree)

    assert tostring(tree, encoding="unicode") == (
        "<html><body><p>Cells are made in Heide.</p>"
        '<script type="application/ld+json">{"@type": "NewsArticle"}</script></body></html>'
    )
