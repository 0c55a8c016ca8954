"""Letters to subscribers hold one text or several news; where nothing says which, what they are like does."""

from captures import capture

from cellwire.documents import open_documents
from cellwire.model import Told

NEWS = (
    ("Heide", "Northvolt confirmed on December 13 that it wants to build near Heide, where works would begin in 2025."),
    ("Blyth", "Britishvolt has been given five more weeks by its lenders, the start-up said, and staff gave up pay."),
    ("Kokkola", "A Finnish refinery was granted the permit that it had waited for and hires 140 people next spring."),
    ("Debrecen", "The council let CATL draw its water from the river until a plant for waste water stands there."),
    ("Kiruna", "The miners of Kiruna found a seam below the old one, which would feed the works for ten years."),
)
STORY = (
    ("Why now?", "I have wondered for years why the old cells of our cars end in the heaps of other people."),
    ("The heaps", "I went to the heaps where the old cells end, and we spoke of cars, and of what people there do."),
    ("Who pays", "In the heaps, people pay for what our cars leave: I saw old cells burn there for years."),
    ("What I learned", "Our old cells are worth more than I wondered, and people of the heaps learned it for years."),
    ("What now?", "I wonder what our cars will leave, and whether people will let old cells end in heaps again."),
)


def letter(subject, body):
    mail = f"From: Ann Lee <ann@ct.example>\nSubject: {subject}\nList-Unsubscribe: <https://ct.example/u>\n"
    page = f"<html lang=en><body>{body}</body></html>"
    content = f"{mail}Content-Type: text/html; charset=utf-8\n\n{page}"
    return [item.title for item in open_documents(capture(content, "message/rfc822", told=Told(id="it")))[1:]]


def headed(parts, more=""):
    return "".join(f"<h2>{head}</h2><p>{text} {text}{more}</p>" for head, text in parts)


def test_a_letter_is_parted_where_its_parts_share_nothing_and_lead_elsewhere():
    link = ' <a href="https://paper.example/a">There</a>'

    assert letter("What moves", headed(NEWS, link)) == [head for head, _ in NEWS]
    assert letter("What moves", headed(STORY)) == []


def test_a_letter_of_a_numbered_series_needs_fewer_signs():
    assert letter("What moves #12", headed(NEWS)) == [head for head, _ in NEWS]


def test_a_subject_above_its_own_subtitle_heads_no_news():
    above = "<h1>What moves #12</h1><h2>All that we heard of plants and mines</h2><p>Ann Lee</p>"

    assert letter("What moves #12", above + headed(NEWS)) == [head for head, _ in NEWS]


def test_contents_may_name_what_the_issue_says_of_itself():
    lines = "".join(f"<li>{head} moves on</li>" for head, _ in NEWS) + "<li>About this newsletter</li>"
    news = headed((f"{head} moves on", text) for head, text in NEWS)
    about = "<h2>About this newsletter</h2><p>Ann Lee writes it in her kitchen and sends it to whoever wants it.</p>"

    assert letter("What moves", f"<p>In this issue</p><ul>{lines}</ul>{news}{about}")[:5] == [
        f"{head} moves on" for head, _ in NEWS
    ]
