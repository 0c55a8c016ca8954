"""Pages that hold several news, parted by their outline."""

from captures import capture

from cellwire.documents import open_documents
from cellwire.model import Told

NEWS = (
    ("Heide", "Northvolt confirmed on December 13 that it wants to build near Heide, where works would begin in 2025."),
    (
        "Blyth",
        "Britishvolt has been given five more weeks by its lenders, the start-up said, and its staff gave up pay.",
    ),
    ("Kathleen Valley", "Liontown Resources signed up Ford for a third of its spodumene over five years from 2024."),
    ("Kokkola", "A Finnish refinery was granted the permit that it had waited for and hires 140 people next spring."),
    ("Debrecen", "The council let CATL draw its water from the river until a plant for waste water stands there."),
)
ADDRESS = "https://{}.example/{}"
PLAIN = "Cells and mines"


def link(number, words, site=None):
    return f'<a href="{ADDRESS.format(site or f"paper{number}", number)}">{words}</a>'


def sourced(number):
    return f"<p>{NEWS[number][1]} {link(number, 'Read it there')}</p>"


def entry(number, words=None):
    return f"<li>{words or NEWS[number][1]} {link(number, 'Source')}</li>"


def titles(title, body):
    """The titles of the items of a page, none where it stays whole."""
    page = (
        f"<html lang=en><head><title>{title}</title></head><body><main><article><h1>{title}</h1>"
        f"<p>What the makers of cells did in these weeks, kept short.</p>{body}</article></main></body></html>"
    )
    return [item.title for item in open_documents(capture(page, "text/html", told=Told(id="it")))[1:]]


def begins(title, body):
    return [words.split()[0] for words in titles(title, body)]


HEADED = "".join(f"<h2>{head}</h2>{sourced(number)}" for number, (head, _) in enumerate(NEWS))
FIRST = [text.split()[0] for _, text in NEWS]


def test_short_headings_above_prose_head_news_and_those_above_lists_name_groups():
    grouped = "".join(
        f"<h2>{head}</h2><ul>{entry(n)}{entry(n + 1)}{entry(n + 2)}</ul>" for n, head in ((0, "Plants"), (2, "Mines"))
    )

    assert titles("Cells weekly", HEADED) == [head for head, _ in NEWS]
    assert begins("Cells weekly", grouped) == [*FIRST[:3], *FIRST[2:]]


def test_a_heading_further_in_is_a_part_and_a_line_above_headings_is_none():
    parted = "".join(
        f"<h3>{head}</h3><p>{text} {link(n, 'There')}</p><p>It is the first in its land, as its builder says.</p>"
        f"<h4>Changes</h4><ul><li>{link(n, 'more room')}</li></ul>"
        for n, (head, text) in enumerate(NEWS[:4])
    )

    assert titles("Cells weekly", f"<h2>Projects</h2><p>All that moved:</p>{parted}") == [head for head, _ in NEWS[:4]]


def test_a_lists_entry_holds_its_paragraphs_and_the_entries_in_it():
    entries = "".join(
        f"<li><p>{text}</p><p>Its builder told so on Friday to {link(n, 'a paper')}.</p><ul><li>Photo</li></ul></li>"
        for n, (_, text) in enumerate(NEWS)
    )

    assert begins("Cells weekly", f"<ul>{entries}</ul>") == FIRST


def test_bold_beginnings_below_a_groups_name_begin_news():
    led = "".join(
        f"{'' if number % 2 else f'<h2>Part of the land number {number}</h2>'}<p><strong>{head}</strong> {text}</p>"
        for number, (head, text) in enumerate(NEWS[:4])
    )

    assert titles("Cells weekly", led) == [head for head, _ in NEWS[:4]]


def test_paragraphs_that_each_lead_elsewhere_are_news_below_a_groups_name():
    grouped = f"<h3>News and talk</h3>{''.join(map(sourced, range(3)))}<h3>From the courts</h3>{sourced(3)}{sourced(4)}"

    assert begins("Cells weekly", grouped) == FIRST


def test_what_comes_below_every_heading_is_no_news():
    foot = f"<ul><li>Editor: Ann Lee</li><li>Older news of ours: {link(9, 'the archive of all days')}</li></ul>"
    days = "".join(f"<h2>Day {n}</h2><ol>{entry(n)}{entry(n + 1)}</ol>{foot}" for n in (0, 1, 2))

    assert begins("Cells daily digest", days) == [FIRST[n] for n in (0, 1, 1, 2, 2, 3)]


def test_one_of_a_series_that_leads_elsewhere_is_a_roundup():
    whole = HEADED.replace("<a ", "<i ").replace("</a>", "</i>")

    assert titles("Update 2022-12-18", HEADED) == titles("Issue 12", HEADED) == [head for head, _ in NEWS]
    assert titles("Update 2022-12-18", whole) == titles("How five plants came about", HEADED) == []


def test_headlines_that_are_links_make_a_roundup_unless_they_lead_to_one_site():
    def led(site):
        return "".join(
            f"<h3>{link(n, f'{head} moves on', site)}</h3><p>{text}</p>" for n, (head, text) in enumerate(NEWS)
        )

    assert titles(PLAIN, led(None)) == [f"{head} moves on" for head, _ in NEWS]
    assert titles(PLAIN, led("shop")) == []


def test_sections_that_share_a_name_stay_one_story():
    one = "".join(
        f"<h2>{head}</h2><p>In Oslo, Volta said so. {link(n, 'There')}</p>" for n, (head, _) in enumerate(NEWS)
    )

    assert titles("This week in the north", one) == []


def test_a_list_of_links_between_two_news_is_kept():
    brief = "".join(f"<li>{link(n, f'{head} in short')}</li>" for n, (head, _) in enumerate(NEWS))
    around = f"<h2>Heide</h2><ul>{entry(0)}{entry(1)}</ul><h2>In brief</h2><ul>{brief}</ul><h2>Mine</h2>{sourced(2)}"

    assert [words for words in titles("Cells weekly", around) if "short" in words] == [
        f"{head} in short" for head, _ in NEWS
    ]
