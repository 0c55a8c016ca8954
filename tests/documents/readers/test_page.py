# ruff: noqa: E501  whole pages in one line each

from datetime import date

import pytest
from captures import capture
from sites import BLOG, BODY, LISTING, LOGIN, NEWSROOM, NOT_FOUND, OUTSIDE, PAYWALL, SEMANTIC, SENTENCES, SITES, TITLE

from cellwire.documents import open_capture
from cellwire.model import BlockKind, Document, Form, Told

LOCKED = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>'


def opened(page: str, **more: object) -> Document:
    [document] = open_capture(capture(page, "text/html", **more)).documents
    return document


@pytest.mark.parametrize("site", SITES)
def test_an_article_reads_the_same_on_every_site(site):
    document = opened(SITES[site])

    assert document.title == TITLE
    assert document.form is Form.ARTICLE
    assert document.published == date(2022, 12, 9)
    assert document.language == "en"
    assert all(sentence in document.text for sentence in SENTENCES)


@pytest.mark.parametrize("site", SITES)
def test_what_stands_around_an_article_is_not_read(site):
    text = opened(SITES[site]).text

    assert not [words for words in (*OUTSIDE, "Home", "Accept", "Share this", "Facebook", "Copyright") if words in text]


@pytest.mark.parametrize(
    ("site", "outlet", "url", "byline", "how"),
    [
        ("semantic", "Cell Courier", "https://cellcourier.example/2022/envision-sunderland", "Ann Lee", "json-ld"),
        ("blog", "Volt Diary", "https://voltdiary.example/?p=77", "Sam Okoro", "meta"),
        ("newsroom", None, None, None, "text"),
        ("divs", "Grid & Cell", None, None, "time"),
        ("breaks", None, None, None, "made"),
        ("amp", "Motor Herald", "https://motorherald.example/news/sunderland-2", None, "json-ld"),
    ],
)
def test_a_page_says_who_published_it_and_where(site, outlet, url, byline, how):
    document = opened(SITES[site])

    assert (document.outlet, document.url, document.byline, document.found.published) == (outlet, url, byline, how)


@pytest.mark.parametrize(
    ("site", "found"),
    [
        ("semantic", "headline link json-ld json-ld page json-ld json-ld"),
        ("blog", "headline meta meta meta page meta -"),
        ("newsroom", "headline - - - letters text -"),
        ("divs", "headline - meta - letters time -"),
        ("amp", "headline link meta - page json-ld -"),
    ],
)
def test_each_thing_a_page_says_of_itself_says_where_it_was_found(site, found):
    told = opened(SITES[site]).found.told()

    names = ("title", "url", "outlet", "byline", "language", "published", "modified")
    assert " ".join(told.get(name, "-") for name in names) == found


@pytest.mark.parametrize("site", SITES)
def test_what_a_page_does_not_say_was_found_nowhere(site):
    document = opened(SITES[site])

    assert set(document.found.told()) == {
        name
        for name in ("title", "url", "outlet", "byline", "language", "published", "modified", "canonical")
        if getattr(document, name)
    }


def test_what_was_told_wins_over_what_the_page_says():
    told = Told(
        id="it", title="Work starts in Sunderland", published=date(2022, 12, 8), url="https://a.example/x", outlet="A"
    )
    document = opened(SEMANTIC, told=told)

    assert (document.title, document.published, document.found.published) == (told.title, told.published, "told")
    assert (document.url, document.outlet) == ("https://a.example/x", "A")
    assert document.text.startswith("Work starts in Sunderland\n\n")


def test_a_change_is_told_beside_the_publication():
    assert opened(SEMANTIC).modified == date(2022, 12, 11)
    assert opened(BLOG).modified is None


def test_headings_lists_and_tables_keep_their_place():
    kinds = [[block.kind for block in opened(SITES[site]).blocks] for site in ("blog", "divs", "amp")]

    assert kinds[0][3] is BlockKind.HEADING
    assert kinds[1][4:6] == [BlockKind.LIST_ITEM] * 2
    assert kinds[2][-2:] == [BlockKind.TABLE_ROW] * 2
    assert "First | 12" in opened(SITES["amp"]).text


def test_lines_between_breaks_are_paragraphs():
    blocks = opened(SITES["breaks"]).blocks

    assert [block.kind for block in blocks] == [BlockKind.TITLE, *[BlockKind.PARAGRAPH] * 4]


def test_a_page_that_calls_itself_not_free_may_show_all_of_its_text():
    document = opened(PAYWALL)

    assert (document.form, document.paid) == (Form.ARTICLE, True)


CUT = "The council said on Monday that it would ask Nissan for more workers, and that the plant"
LOREM = (
    "Culpa minima unde voluptates quia numquam ipsum sunt, quasi consectetur id non minima sed, minus assumenda libero."
)
GERMAN = (
    "Die Zuchtverbände haben beschlossen, dass Hengste nur nach bestandener Leistungsprüfung eingetragen werden, und "
    "verweisen auf Tierschutz und Wirtschaft. Der Vorstand widerspricht: Deutschlands Pferdezucht brauche verbindliche "
    "Vorschriften, sagte die Geschäftsführerin. "
)


@pytest.mark.parametrize(
    ("rest", "form", "paid"),
    [
        ("<p>Nissan and the council were first …</p>", Form.TEASER, False),
        ("<p>Nissan, the council and so on…</p>", Form.ARTICLE, False),
        ("<p class='paywall'>Subscribe now to continue reading</p>", Form.TEASER, False),
        ("<p>Exklusiv für Abonnenten</p>", Form.TEASER, False),
        (f"<p>{CUT}...</p>", Form.TEASER, False),
        (f"<p>{CUT} (…)</p><p>Ann Lee</p><p>4 May 2022</p>", Form.TEASER, False),
        (f"<p>{CUT}… read more</p>", Form.TEASER, False),
        (f"<p>A town asks itself…</p><p>{CUT}…</p>", Form.ARTICLE, False),
        (f"<p>{CUT}.</p><p>Read more »</p>", Form.TEASER, False),
        (f"<p>{CUT}.</p><p>Read more: Nissan and the council</p>", Form.ARTICLE, False),
        (f"<p>{CUT}.</p><p>( read original story …)</p>", Form.TEASER, False),
        (f"<p>{CUT}.</p><p>Zum vollständigen Artikel</p>", Form.TEASER, False),
        ("<p>This requires News database subscription. Please sign in.</p>", Form.TEASER, False),
        (f"<p>{LOREM}</p>", Form.TEASER, False),
        (f"<p>{GERMAN * 4}</p>", Form.ARTICLE, False),
        ("<p>Subscribers only pay once.</p>", Form.ARTICLE, False),
        ("<p>日産は工場を拡張し…</p><p>この記事は会員限定です。残り585文字</p>", Form.TEASER, False),
        ("<p>Nissan asks for more. Lire la suite…</p>", Form.TEASER, False),
        ("<p>Read the full text of the law aloud, he said.</p>", Form.ARTICLE, False),
        (LOCKED, Form.ARTICLE, True),
        (BODY * 2 + LOCKED, Form.ARTICLE, True),
        (f"{BODY * 2}<p>Il vous reste 57.09% de cet article à lire.</p>", Form.TEASER, False),
        (f"<p>{'Wiitxfaqu cgdqnjp zijmmmko hbclyvrii bergzqzs '* 30}</p>", Form.TEASER, False),
        (f"{BODY * 2}<p>Subscribe now to continue reading</p>", Form.ARTICLE, False),
    ],
)  # fmt: skip
def test_a_teaser_is_a_page_of_which_little_can_be_read(rest, form, paid):
    document = opened(f"<html lang=en><body><article><h1>{TITLE}</h1>{BODY}{rest}</article></body></html>")

    assert (document.form, document.paid) == (form, paid)


def test_an_article_in_several_containers_of_one_name_is_read_to_its_end():
    part = "<div class='grid article__body'>{}</div><div class='ad'>Buy!</div>"
    parts = "".join(part.format(f"<p>{sentence} {sentence}</p>" * 2) for sentence in SENTENCES[:3])
    cards = "".join(f"<article><div class='grid article__body'><p>{'Rates rose again. ' * 9}</p></div></article>" * 3)
    text = opened(f"<html lang=en><body><main><h1>{TITLE}</h1>{parts}</main>{cards}</body></html>").text

    assert [text.count(sentence) for sentence in SENTENCES[:3]] == [4, 4, 4]
    assert "Rates rose" not in text


def test_paragraphs_that_are_marked_as_those_to_be_paid_for_are_the_articles():
    """As search engines ask for it; a box that asks for money is none."""
    paragraphs = "".join(f"<p class='lead paywall'>{sentence}</p>" for sentence in SENTENCES)
    box = "<div class='paywall'><p>Subscribe today.</p></div>"
    text = opened(f"<html lang=en><body><article><h1>{TITLE}</h1>{paragraphs}{box}</article></body></html>").text

    assert all(sentence in text for sentence in SENTENCES)
    assert "Subscribe today" not in text


SHELF = (
    "<html><body><h1>Cells</h1><p>"
    + "A cell for your torch, made to last for many years. " * 9
    + "</p><b>€ 9</b> <b>€ 12</b> <b>€ 5</b></body></html>"
)
POSTS = (
    "<html><body><h1>Torch talk</h1>"
    + "<p>I think that my torch needs a new cell, for it is dark when I walk the dog.</p>" * 9
    + "</body></html>"
)


@pytest.mark.parametrize(
    ("page", "address", "refused"),
    [
        (SHELF, "https://a.example/shop/cells", "a page of a shop"),
        (SHELF, "https://a.example/", "a page of a shop"),
        (SHELF, "https://a.example/news/cells-for-torches", ""),
        (POSTS.replace("<h1>", "<script>['€ 5', '€ 6', '€ 7']</script><h1>"), "https://a.example/shop/torch-talk", ""),
        (POSTS, "https://forums.a.example/torch.4057/", "a listing of links"),
        (POSTS, "https://a.example/viewtopic.php?t=4", "a listing of links"),
        (POSTS, "https://a.example/news/torch-talk", ""),
        (POSTS.replace("<h1>", '<meta property="og:type" content="article"><h1>'), "https://a.example/threads/1", ""),
    ],
)
def test_shelves_and_forums_are_no_articles(page, address, refused):
    found = open_capture(capture(page, "text/html", url=address))

    assert [issue.problem.split(",")[0] for issue in found.issues] == ([refused] if refused else [])


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (LISTING, "listing"),
        (NOT_FOUND, "error page"),
        (LOGIN, "login"),
        ("<html><body></body></html>", "no main text"),
        ("<html><head><title>x</title></head><body><img src=a></body></html>", "no main text"),
    ],
)
def test_a_page_without_an_article_says_why(page, reason):
    found = open_capture(capture(page, "text/html"))

    assert found.documents == ()
    assert reason in found.issues[0].problem


@pytest.mark.parametrize(
    ("says", "line", "kept"),
    [
        (
            '<meta property="article:published_time" content="2022-03-08">',
            "The company is first to take batteries from others, and later its own cells.",
            True,
        ),
        ("", "The company is first to take batteries from others, and later its own cells.", False),
    ],
)
def test_a_line_under_the_headline_of_an_article_is_kept(says: str, line: str, kept: bool) -> None:
    head = "<title>Voltaryn announces a recycling venture</title>"
    page = f"<html><head>{head}{says}</head><body><article><h1>Voltaryn announces a recycling venture</h1><p>{line}</p>"

    assert bool(open_capture(capture(f"{page}</article></body></html>", "text/html")).documents) is kept


DATED = '<meta property="article:published_time" content="2022-03-08">'
SAYS = '<meta property="og:description" content="{}">'
VENTURE = "Voltaryn announces a recycling venture"


@pytest.mark.parametrize(
    ("title", "says", "text"),
    [
        (VENTURE, DATED, VENTURE),
        (
            VENTURE,
            DATED + SAYS.format("The company is first to take batteries from others."),
            f"{VENTURE}\n\nThe company is first to take batteries from others.",
        ),
        (VENTURE, DATED + SAYS.format(VENTURE), VENTURE),
        (VENTURE, DATED + SAYS.format("Read it here"), VENTURE),
        ("Voltaryn newsroom", DATED, None),
        (VENTURE, SAYS.format("The company is first to take batteries from others."), None),
    ],
)
def test_an_articles_page_without_its_text_tells_its_headline_and_summary(
    title: str, says: str, text: str | None
) -> None:
    page = (
        f"<html><head><title>{title}</title>{says}</head><body><div id=app></div><script>load()</script></body></html>"
    )
    found = open_capture(capture(page, "text/html"))

    assert [document.text for document in found.documents] == ([text] if text else [])
    assert all(document.form is Form.TEASER for document in found.documents)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1", "utf-16"])
def test_a_page_reads_the_same_in_every_declared_encoding(charset):
    page = NEWSROOM.replace("windows-1252", charset).replace("–", "-")

    assert opened(page.encode(charset)).text == opened(page.replace(charset, "utf-8")).text


def test_a_very_deep_page_is_read_or_refused():
    found = open_capture(capture("<div>" * 10_000 + "words " * 50 + "</div>" * 10_000, "text/html"))

    assert found.documents or found.issues


def test_a_text_that_somebody_paid_for_is_an_advert_from_its_title_on():
    label = "<p>Partner content. Paid for by Solvo.</p>"
    for page in (
        SEMANTIC.replace(TITLE, f"[Sponsored] {TITLE}"),
        SEMANTIC.replace(f"<p>{SENTENCES[0]}", f"{label}<p>{SENTENCES[0]}"),
    ):
        document = opened(page)

        assert {block.kind for block in document.blocks} == {BlockKind.ADVERT}


PLAIN = f"<html><head><title>{TITLE}</title></head><body><div>Grid And Cell</div><h1>{TITLE}</h1>{BODY}</body></html>"


@pytest.mark.parametrize(
    ("page", "url", "outlet", "title"),
    [
        (PLAIN.replace("</title>", " - The Ledger</title>"), None, "The Ledger", TITLE),
        (PLAIN.replace("</title>", "_Jiangnan Auto</title>").replace("h1>", "h3>"), None, "Jiangnan Auto", TITLE),
        (PLAIN.replace("</title>", " · Volt</title>"), "https://www.volt.example/a", "Volt", TITLE),
        (PLAIN, "https://www.gridandcell.example/a", "Grid And Cell", TITLE),
        (PLAIN, "https://news.example/a", "news.example", TITLE),
        (PLAIN, None, None, TITLE),
    ],
)
def test_an_outlet_is_named_as_the_page_writes_it(page, url, outlet, title):
    document = opened(page, url=url)

    assert (document.outlet, document.title) == (outlet, title)


@pytest.mark.parametrize(
    "line", ["<dl><dt>Published</dt><dd>9 December 2022, 08:05</dd></dl>", "<p>By Ann Lee</p><p>Dec 9, 2022</p>"]
)
def test_a_day_printed_under_the_headline_dates_the_page(line):
    document = opened(PLAIN.replace("</h1>", f"</h1>{line}"))

    assert document.published == date(2022, 12, 9)


def test_a_day_in_the_text_does_not_date_the_page():
    assert opened(PLAIN.replace("announced in July 2021", "announced on 1 July 2021")).published is None


PARTS = [f"{SENTENCES[1]} This is part {number} of a long report." for number in range(6)]
WRAPPED = "".join(f'<div class="recommended"><p>{part}</p></div>' for part in PARTS)


def test_a_text_that_pruning_would_cut_is_found_in_the_whole_page():
    text = opened(f"<html><body><h1>{TITLE}</h1><p>{SENTENCES[0]}</p>{WRAPPED}</body></html>").text

    assert all(part in text for part in PARTS)


def test_a_page_in_a_script_without_spaces_is_no_page_without_words():
    sentence = "電池メーカーは北海道に新しい工場を建設し、二〇二五年に年間十ギガワット時の生産を始めると発表した。"
    page = f"<html lang='ja'><body><h1>新工場</h1><p>{sentence * 3}</p></body></html>"

    assert sentence in opened(page).text


HEADS = "".join(f'<h2><a href="/{n}">Volta opens its plant number {n}</a></h2><p>{SENTENCES[n]}</p>' for n in range(4))


@pytest.mark.parametrize(
    ("body", "url", "reason"),
    [
        (HEADS, "https://a.example/category/plants/", "listing"),
        (HEADS, "https://a.example/news/?page=3", "listing"),
        (HEADS, "https://a.example/volta-opens-four-plants", None),
        (f"<title>Volta - Page 2 of 7</title>{HEADS}", "https://a.example/volta", "listing"),
        (HEADS + HEADS.replace('href="/', 'href="/b'), "https://a.example/", "listing"),
        (f"<h1>{TITLE}</h1>{BODY}", "https://a.example/", None),
        (f'<meta property="og:type" content="article"><h1>{TITLE}</h1>{BODY}{HEADS}', "https://a.example/page/2", None),
        (f"<p>{SENTENCES[0]}</p><form><input type=password></form>", "https://a.example/volta", "login"),
        (f"{BODY}<form><input type=password></form>", "https://a.example/user/login?next=/", "login"),
        (f"<h1>{TITLE}</h1>{BODY}<form><input type=password></form>", "https://a.example/volta", None),
    ],
)
def test_lists_and_login_pages_are_told_by_address_title_and_form(body, url, reason):
    found = open_capture(capture(f"<html lang=en><body><main>{body}</main></body></html>", "text/html", url=url))

    assert [reason in issue.problem for issue in found.issues] == ([True] if reason else [])
    assert bool(found.documents) is (reason is None)


REFUSED = {
    "404 Not Found": "<center>nginx</center>",
    "500 - Internal server error.": "<h1>Server Error</h1><p>There is a problem with the resource you are looking for.</p>",
    "HTTP Status 404 – Not Found": "<p><b>Message</b> The requested resource is not available, or was never there.</p>",
    "The page you were looking for doesn’t exist.": "<p>You may have mistyped the address or the page may have moved.</p>",
    "Seite nicht gefunden": "<p>Die Seite wurde leider gelöscht oder verschoben; bitte nutzen Sie die Suche oder die Startseite.</p>",
    "Page introuvable": "<p>Désolé, la page que vous recherchez n'existe pas ou a été déplacée. Retournez à l'accueil.</p>",
    "お探しのページは見つかりませんでした": "<p>ページは移動または削除された可能性があります。トップページからお探しください。</p>",
    "페이지를 찾을 수 없습니다": "<p>요청하신 페이지가 삭제되었거나 주소가 변경되었습니다. 입력하신 주소를 다시 확인해 주세요.</p>",
    "Access to this page has been denied": "<p>We believe that you are using automation tools to browse the website.</p>",
    "Wir benötigen Ihre Zustimmung": "<p>Wir und unsere Partner verwenden Cookies, um Inhalte und Anzeigen zu personalisieren.</p>",
    "Mit Werbung weiterlesen": "<p>Besuchen Sie unsere Seite wie gewohnt mit Werbung und Tracking, oder schließen Sie ein Abo ab.</p>",
}


@pytest.mark.parametrize("title", REFUSED)
def test_a_page_in_place_of_an_article_is_refused_with_its_reason(title):
    html = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{REFUSED[title]}</body></html>"
    page = capture(html, "text/html", told=Told(id="it"))
    read = open_capture(page)

    assert not read.documents
    assert "error page" in read.issues[0].problem or "consent page" in read.issues[0].problem


@pytest.mark.parametrize(
    ("address", "name", "url", "outlet"),
    [
        ("https://www.google.com/url?sa=t&amp;url=https://volt.example/heide&amp;ct=ga", "Google Alert: Cells",
         "https://volt.example/heide", "volt.example"),
        ("https://cdn.volt.example/logo.svg", "Volt Post", None, "Volt Post"),
        ("http://localhost:1313/heide", "localhost:1313", None, None),
        ("https://news.google.com/rss/1", "cells plant - Google News", "https://news.google.com/rss/1", "news.google.com"),
        ("https://volt.example/heide.html", "Google Trendspotter", "https://volt.example/heide.html", "Google Trendspotter"),
    ],
)  # fmt: skip
def test_a_search_a_picture_and_a_machine_are_no_address(address, name, url, outlet):
    text = "<p>" + "The maker of cells will build a plant near Heide with 60 GWh a year. " * 5 + "</p>"
    head = f'<link rel="canonical" href="{address}"><meta property="og:site_name" content="{name}">'
    page = (
        f"<html><head><title>A plant</title>{head}</head><body><article><h1>A plant</h1>{text}</article></body></html>"
    )
    document = opened(page)
    assert (document.url, document.outlet) == (url, outlet)
    named = opened(page.replace("</head>", '<meta name="application-name" content="Cell Post"></head>'))
    assert named.outlet == (name if outlet == name else "Cell Post")
