"""One article as seven differently built sites publish it; the facts are real, the words and sites are ours."""

# ruff: noqa: E501  the pages are kept as sites write them

TITLE = "Envision AESC starts work on its second Sunderland plant"
SENTENCES = (
    "Envision AESC broke ground on 9 December on a second battery plant in Sunderland, next to the Nissan works that its "
    "first plant has supplied for ten years.",
    "A first phase of 12 GWh a year is to begin production in 2025 and would be enough for some 100,000 electric cars "
    "each year, the company said.",
    "The project is part of the EV36Zero hub that Nissan, the city council and the battery maker announced in July 2021, "
    "and it has the backing of a government fund for the car industry.",
    "The site may later grow to 38 GWh a year if customers other than Nissan sign up, according to plans filed with the "
    "council.",
)
OUTSIDE = (
    "We and our 842 partners use cookies to keep this site alive; choose what you accept.",
    "Five things we learnt from this year's battery conference",
    "Buy lithium futures with zero commission at Broker Nine today.",
    "I live next to this plant and the traffic is already terrible every morning, said nobody ever.",
    "Ann Lee writes about cars and has three cats, two of them electric.",
)
COOKIE, RELATED, ADVERT, COMMENT, AUTHOR = OUTSIDE
BODY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)

SEMANTIC = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{TITLE} | Cell Courier</title>
<link rel="canonical" href="https://cellcourier.example/2022/envision-sunderland">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"Cell Courier"}},
{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2022-12-09T18:04:00+00:00","dateModified":"2022-12-11T09:00:00Z",
"author":[{{"@type":"Person","name":"Ann Lee"}}],"publisher":{{"@type":"Organization","name":"Cell Courier"}}}}]}}</script></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/policy">Policy</a></li></ul></nav></header>
<div id="cookie-consent"><p>{COOKIE}</p><button>Accept</button></div>
<main><article><h1>{TITLE}</h1><p class="byline">By Ann Lee</p>{BODY}</article>
<aside class="related"><h3>Related articles</h3><ul><li><a href="/five">{RELATED}</a></li></ul></aside>
<section class="comments"><h2>2 comments</h2><p>{COMMENT}</p></section></main>
<footer><p>Copyright Cell Courier</p></footer></body></html>"""

BLOG = f"""<html lang="en-US"><head><title>{TITLE} - Volt Diary</title><meta property="og:title" content="{TITLE}">
<meta property="og:site_name" content="Volt Diary"><meta property="og:url" content="https://voltdiary.example/?p=77">
<meta property="article:published_time" content="2022-12-09T08:00:00-05:00"><meta name="author" content="Sam Okoro"></head>
<body class="single single-post"><div id="page"><div id="masthead"><a href="/">Volt Diary</a><p>Notes on cells</p></div>
<div id="content"><div class="post-77 post type-post tag-cells hentry"><h1 class="entry-title">{TITLE}</h1>
<div class="entry-meta">Posted on <a href="/2022/12">9 December 2022</a> by <a href="/sam">Sam Okoro</a></div>
<div class="entry-content"><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><div class="ad-container"><p>{ADVERT}</p></div>
<h2>A hub for the north-east</h2><p>{SENTENCES[2]}</p><p>{SENTENCES[3]}</p></div>
<div class="sharedaddy sharing"><h3>Share this:</h3><ul><li><a href="#">Tweet</a></li></ul></div>
<div class="author-box"><p>{AUTHOR}</p></div></div>
<div id="comments"><ol><li><p>{COMMENT}</p></li></ol></div></div>
<div id="secondary" class="widget-area"><ul><li><a href="/five">{RELATED}</a></li></ul></div></div></body></html>"""

NEWSROOM = f"""<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=windows-1252"><TITLE>{TITLE}</TITLE></HEAD>
<BODY><TABLE width="100%"><TR><TD width="160"><A href="/">Home</A><BR><A href="/news">News</A><BR><A href="/jobs">Careers</A></TD>
<TD><H1>{TITLE}</H1><P>SUNDERLAND, 9 December 2022 – {SENTENCES[0]}</P><P>{SENTENCES[1]}</P><P>{SENTENCES[2]}</P><P>{SENTENCES[3]}</P>
</TD></TR></TABLE></BODY></HTML>"""

DIVS = f"""<html><head><title>{TITLE} | Grid &amp; Cell</title><meta name="application-name" content="Grid &amp; Cell"></head><body>
<div class="topbar"><div class="menu"><span><a href="/a">Markets</a></span><span><a href="/b">Mining</a></span></div></div>
<div class="wrap"><div class="story"><div class="story__head"><h1>{TITLE}</h1><time class="story__date" datetime="2022-12-09">9 Dec</time></div>
<div class="story__body"><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><p>{SENTENCES[2]}</p><ul><li>First phase: 12 GWh a year</li>
<li>Jobs: 1,000 at the plant</li></ul><p>{SENTENCES[3]}</p></div></div>
<div class="recommendations"><div class="card"><time datetime="2022-12-20">20 Dec</time><a href="/five">{RELATED}</a></div></div></div>
<div class="cookie-bar">{COOKIE}</div></body></html>"""

BREAKS = f"""<html lang="en"><head><title>{TITLE}</title><meta name="date" content="20221209"></head><body>
<div id="nav"><a href="/">Wire</a> <a href="/companies">Companies</a></div>
<div id="article"><h1>{TITLE}</h1><div class="text">{"<br><br>".join(SENTENCES)}</div></div>
<div class="advertisement">{ADVERT}</div></body></html>"""

AMP = f"""<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>
<link rel="canonical" href="https://motorherald.example/news/sunderland-2"><meta property="og:site_name" content="Motor Herald">
<script type="application/ld+json">[{{"@type":["NewsArticle"],"headline":"{TITLE}","datePublished":"2022-12-09"}}]</script></head>
<body><amp-sidebar><ul><li><a href="/">Home</a></li></ul></amp-sidebar><article><header><h1>{TITLE}</h1></header>
<div itemprop="articleBody">{BODY}<table><tr><th>Phase</th><th>GWh a year</th></tr><tr><td>First</td><td>12</td></tr></table></div>
<div class="social-share"><a href="#">Facebook</a></div></article><amp-consent><p>{COOKIE}</p></amp-consent></body></html>"""

PAYWALL = f"""<html lang="en"><head><title>{TITLE} | The Ledger</title><meta property="og:site_name" content="The Ledger">
<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{TITLE}","datePublished":"2022-12-09T07:00:00Z",
"isAccessibleForFree":false,"hasPart":{{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".paywall"}}}}</script></head>
<body><article><h1>{TITLE}</h1><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><div class="paywall"><p>Subscribe to read on.</p></div></article>
</body></html>"""

SITES = {
    "semantic": SEMANTIC,
    "blog": BLOG,
    "newsroom": NEWSROOM,
    "divs": DIVS,
    "breaks": BREAKS,
    "amp": AMP,
}

LISTING = f"""<html lang="en"><head><title>News | Cell Courier</title></head><body><main><h1>News</h1><ul>{
    "".join(
        f'<li><a href="/{number}">Company {number} opens a battery plant in town number {number} this year</a></li>'
        for number in range(40)
    )
}</ul></main></body></html>"""
NOT_FOUND = """<html><head><title>404 - Page not found</title></head><body><h1>Page not found</h1>
<p>The page that you asked for has moved or never was. Try the search, or begin again on our front page.</p></body></html>"""
LOGIN = """<html><head><title>Sign in to Cell Courier</title></head><body><h1>Sign in</h1><form><p>Sign in to your account with your
e-mail address to read this and all other articles of the week without limits.</p><input name="mail"></form></body></html>"""
