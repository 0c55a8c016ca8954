"""What the words of a text say together, where no rule reads news in it."""

import json
from math import exp, isclose, sqrt

import msgspec
import pytest

from cellwire.claims import read_developments
from cellwire.claims.gist import FLOOR, NOTHING, gist_of, hardly_takes_part
from cellwire.claims.gist.guessing import sure
from cellwire.claims.gist.net import Net, net
from cellwire.claims.gist.parts import named_in, parts_in
from cellwire.claims.gist.vectors import DIMENSIONS, Leaning, Points, as_bytes, mean_point, points
from cellwire.claims.gist.weights import weights
from cellwire.claims.gist.words import Words, as_told, opening, sentence_words, text_words
from cellwire.claims.reading import set_scene
from cellwire.claims.scene import Scene
from cellwire.lexicon import load_lexicon
from cellwire.model import STAGES, Kind, Role
from cellwire.record import build_record
from cellwire.stories import gather
from claims.telling import document, only, read
from gate import SHARED, TESTS
from told_rows import kept_rows

PACK = """The new generation of sodium-ion cells by Halvorsen Cells packs more energy into less space than anything \
before, its chief scientist says. Prototypes lasted 3,000 cycles in the laboratory."""
PACK_TITLE = "Halvorsen Cells' sodium pack promises a range of 500 km"


def scene_of(text: str, *, title: str = "") -> Scene:
    scene = set_scene(document(text, title=title), load_lexicon())
    assert scene is not None
    return scene


def words(text: str, *, title: str = "") -> frozenset[str]:
    return text_words([as_told(each) for each in opening(scene_of(text, title=title))]).there


def test_names_and_places_are_no_words_of_their_own() -> None:
    told = words("Voltaryn opened a battery plant in Lyon on May 3.", title="Voltaryn and CATL in Lyon")

    assert {"<name>", "<place>", "opened", "plant", "#", "title <name>", "tag facility.plant"} <= told
    assert not {"voltaryn", "catl", "lyon", "title lyon"} & told


def test_words_that_follow_each_other_are_told_as_pairs_of_a_sentence() -> None:
    told = [
        as_told(each) for each in opening(scene_of("It opened a plant in Lyon. CATL paid.", title="Plans of Orbik"))
    ]

    assert {"opened plant", "in <place>", "<name> paid"} <= text_words(told).pairs
    assert not {"<place> <name>", "in lyon", "orbik it"} & text_words(told).pairs
    assert told[1].pairs <= text_words(told).pairs


def test_what_stands_far_down_does_not_say_what_a_text_is_about() -> None:
    assert "zebra" not in words("Voltaryn makes batteries. " * 60 + "A zebra.")


def test_a_sentence_is_asked_with_its_title() -> None:
    told = [as_told(each) for each in opening(scene_of("It opened a battery plant.", title="CATL grows"))]

    asked = sentence_words(told, 1)
    assert {"opened", "under grows", "at 1", "body"} <= asked.there
    assert (asked.places["title"], "grows" in asked.places["own"]) == ({"grows"}, False)


def test_words_that_keep_the_same_company_lie_near_each_other() -> None:
    def near(one: str, other: str) -> float:
        return sum(a * b for a, b in zip(points().point(one), points().point(other), strict=True))

    assert near("lithium", "nickel") > 0.5 > near("lithium", "senator")
    assert isclose(sum(step * step for step in points().point("battery")), 1, rel_tol=0.05)
    assert points().weight("the") < points().weight("battery") < points().weight("spodumene")
    assert "voltaryn" not in points()


def test_a_place_leans_by_the_mean_of_its_words() -> None:
    there = Points(["one", "two"], as_bytes(1.0, [0.25] * DIMENSIONS) + as_bytes(0.5, [-0.125] * DIMENSIONS))

    assert (there.weight("one"), there.point("two")[0]) == (1.0, pytest.approx(-0.125, abs=0.002))
    lithium = points().weight("lithium") * points().point("lithium")[0]
    leaning = Leaning({"first": [1.0] + [0.0] * (DIMENSIONS - 1), "second": [0.0] * DIMENSIONS})
    assert leaning.odds({"lithium", "voltaryn"}) == [
        pytest.approx(2 * lithium / (points().weight("lithium") + 1)),
        0.0,
    ]
    assert leaning.odds({"voltaryn"}) == [0.0, 0.0]


def small_net(*, stirring: tuple[float, float] = (0.0, 0.0)) -> Net:
    """Its first unit stirs by "plant" and "works", and "toy" stills it; its second by the pair and a title's place."""
    return Net(
        answers=("yes", "no"),
        words=("plant", "toy", "works"),
        pairs=("opened plant",),
        rows=bytes([100, 0, 256 - 100, 0, 100, 0, 0, 50]),
        steps=(0.02, 0.01),
        stirring=stirring,
        places={"title": ((0.0,) * DIMENSIONS, (1.0, *(0.0,) * (DIMENSIONS - 1)))},
        leaning=((1.0, 2.0), (0.0, 0.0)),
        base=(0.0, 0.0),
    )


@pytest.mark.parametrize(
    ("there", "pairs", "odds"),
    [
        (["plant"], [], 2.0),
        (["plant", "unheard"], [], 2.0),
        (["toy"], [], 0.0),
        (["plant", "toy"], [], 0.0),
        (["plant", "works"], [], 2 * 2.0 / sqrt(2)),
        (["plant"], ["opened plant"], 2.0 + 2 * 0.5),
        ([], [], 0.0),
    ],
)
def test_units_stir_by_words_and_pairs_and_lean_to_answers(there: list[str], pairs: list[str], odds: float) -> None:
    told = small_net().chances(Words(frozenset(there), {"title": ()}, frozenset(pairs)))

    assert told["yes"] == pytest.approx(exp(odds) / (exp(odds) + 1))
    assert sum(told.values()) == pytest.approx(1)


def test_a_unit_starts_somewhere_and_a_place_stirs_it_by_where_its_words_lie() -> None:
    both = small_net(stirring=(1.0, 1.0)).chances(Words(frozenset({"plant", "toy"}), {"title": {"lithium"}}))

    second = max(0.0, 1.0 + mean_point({"lithium"})[0])
    assert both["yes"] == pytest.approx(exp(1.0 + 2 * second) / (exp(1.0 + 2 * second) + 1))
    begun = small_net(stirring=(1.0, 0.0)).chances(Words(frozenset({"plant"}), {"title": ()}))
    assert begun["yes"] == pytest.approx(exp(1.0 + 2.0) / (exp(1.0 + 2.0) + 1))


def test_a_mean_point_lies_nearer_to_nowhere_the_fewer_words_it_has() -> None:
    one, many = mean_point({"lithium"}), mean_point({"lithium", "cobalt", "nickel", "graphite"})

    assert sum(step * step for step in one) < sum(step * step for step in many)
    assert mean_point({"voltaryn"}) == [0.0] * DIMENSIONS


def test_who_takes_part_is_told_by_where_they_stand() -> None:
    named = named_in(
        scene_of(
            "Voltaryn signed a deal to supply Orbik Motors with battery cells, Reuters reported.",
            title="Voltaryn to supply Orbik Motors with cells",
        )
    )

    roles = {each.name.name: parts_in(Kind.SUPPLY, each) for each in named}
    assert set(roles) == {"Voltaryn", "Orbik Motors"}
    assert all(sum(chances.values()) == pytest.approx(1) for chances in roles.values())
    assert roles["Voltaryn"][Role.SUPPLIER] > roles["Voltaryn"][NOTHING]


RAISED = """Amperworks, led by Northvolt cofounder and board member Brian Halden, said the latest funding round values \
the battery recycler at $2 billion."""
RAISED_TITLE = "Amperworks raises $200 million to recycle batteries"


def test_a_name_that_no_list_has_is_asked_by_its_words() -> None:
    named = {each.name.name: each for each in named_in(scene_of(RAISED, title=RAISED_TITLE))}

    assert {name: each.called for name, each in named.items()} == {
        "Amperworks": {"amperworks"},
        "Northvolt": frozenset(),
        "Brian Halden": {"brian", "halden"},
    }
    firm = msgspec.structs.replace(named["Brian Halden"], called=frozenset({"halden", "minerals"}))
    assert parts_in(Kind.INVESTMENT, firm)[NOTHING] < parts_in(Kind.INVESTMENT, named["Brian Halden"])[NOTHING]


def test_whom_a_rule_takes_for_a_company_and_the_text_does_not_tells_nothing() -> None:
    told = read(RAISED, title=RAISED_TITLE)

    assert {party.name for each in told for party in each.parties} == {"Amperworks"}


def test_one_who_likely_takes_part_is_enough_and_of_who_is_not_in_the_opening_nothing_is_known() -> None:
    named = named_in(scene_of(RAISED, title=RAISED_TITLE))

    assert hardly_takes_part(Kind.INVESTMENT, {"x-brian-halden"}, named)
    assert not hardly_takes_part(Kind.INVESTMENT, {"x-brian-halden", "x-amperworks"}, named)
    assert not hardly_takes_part(Kind.INVESTMENT, {"x-nobody-in-the-opening"}, named)


def test_a_text_that_no_rule_reads_is_told_by_its_words() -> None:
    [told] = read(PACK, title=PACK_TITLE)

    assert (told.kind, told.stage, told.rule, told.by_words) == (Kind.TECHNOLOGY, "announced", "gist.technology", True)
    assert [party.name for party in told.parties] == ["Halvorsen Cells"]
    [note] = told.notes
    assert note.startswith("for: all words of the text, as ")
    assert "tag " not in note


def test_what_a_rule_reads_needs_no_gist() -> None:
    told = read(
        "Halvorsen Cells has unveiled a sodium-ion battery cell. Prototypes lasted 3,000 cycles in the laboratory.",
        title="Halvorsen Cells unveils a sodium-ion cell",
    )

    assert [(each.kind, each.by_words) for each in told] == [(Kind.TECHNOLOGY, False)]


def test_a_title_without_a_text_is_told_by_its_words() -> None:
    [told] = read("", title=PACK_TITLE)

    assert (told.kind, told.rule) == (Kind.TECHNOLOGY, "gist.technology")
    assert [party.name for party in told.parties] == ["Halvorsen Cells"]
    assert read("", title="How sodium packs are made") == []


def test_a_title_alone_is_told_where_it_is_likelier_than_not() -> None:
    title = "Halvorsen finds battery route"

    assert read("", title=title) == []
    assert [each.rule for each in read("It said so.", title=title)] == ["gist.technology"]


@pytest.mark.parametrize("tag", ["", "[Grid Feed] "])
def test_a_plant_of_nobody_is_the_land_s_that_its_title_begins_with(tag: str) -> None:
    [told] = read("", title=f"{tag}Namibia commissions lithium processing plants of a Chinese company")

    assert told.rule == "gist.facility"
    assert [party.name for party in told.parties] == ["Government of Namibia"]


def test_a_land_that_only_says_where_does_nothing() -> None:
    [told] = read("", title="Namibia lithium processing plants of a Chinese company are commissioned")

    assert told.parties == ()


def test_a_sentence_without_a_title_is_left_to_the_rules() -> None:
    assert not any(each.by_words for each in read(PACK_TITLE))


@pytest.mark.parametrize("title", ["How Does Halvorsen Cells' pack reach 500 km?", "Halvorsen Cells' pack explained"])
def test_what_explains_tells_nothing_by_words(title: str) -> None:
    assert not any(each.by_words for each in read(PACK, title=title))


def test_a_guess_is_surer_where_neither_title_nor_its_own_sentence_speaks_of_batteries() -> None:
    title = "Veldhoven Bikes introduces a city bike for tall riders"
    bike, battery = "The new model weighs 14 kg and comes in four colours.", "Its lithium battery lasts for 90 km."
    rest = "It is on sale from May, the company says. Its brakes have won a prize."

    assert not read(f"{bike} {rest} {battery}", title=title)
    assert not read(f"{bike} {battery} {rest}", title=title)
    assert read(f"{bike} {battery} {rest}", title=f"{title} with a lithium battery")


@pytest.mark.parametrize(
    ("title", "kind", "stage"),
    [
        ("Tarrow Power acquires 300 MWh battery storage project", "investment", "completed"),
        ("Velmora launches 25 kW battery inverter", "technology", "launched"),
        ("Tarrow Power to buy 300 MWh battery storage project", "investment", "announced"),
        ("Velmora to launch a 25 kW battery inverter in 2027", "technology", "announced"),
        ("Oman opens a tender for two battery storage projects", "facility", "announced"),
    ],
)
def test_a_stage_is_what_all_words_say_far_louder_than_what_a_rule_read(title: str, kind: str, stage: str) -> None:
    assert only(kind, read("", title=title)).stage == stage


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Tesla to open new Megafactory in Shanghai focused on battery production", ("announced", {"Tesla"})),
        ("Malaysia to start initial production of homegrown EV battery", ("announced", {"Government of Malaysia"})),
        ("Zimbabwe commissions Chinese company's lithium processing plants", ("operating", {"Government of Zimbabwe"})),
        ("Nevada commissions Chinese company's lithium processing plants", ("operating", set())),
        ("Haenam BESS Project Approved", ("permitted", set())),
    ],
)
def test_what_words_tell_of_a_plant_is_ahead_or_a_lands_where_its_title_says_so(
    title: str, told: tuple[str, set[str]]
) -> None:
    plant = only("facility", read("", title=title))

    assert (plant.stage, {party.name for party in plant.parties}) == told


def test_where_words_say_another_stage_the_reading_says_so() -> None:
    told = only("technology", read("", title="Velmora launches 25 kW battery inverter"))

    assert "for: all words of the text, as launched and not announced" in told.notes


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("BYD unveils new ultra-fast megawatt charger", "The charger delivers 1,000 kW, BYD said on Monday."),
        ("BYD launches e9 sedan with flash charging for taxi drivers", "The sedan has a price of 14,000 dollars."),
    ],
)
def test_new_goods_in_a_text_that_speaks_of_no_battery_are_not_told(title: str, text: str) -> None:
    assert read(text, title=title) == []
    assert [each.rule for each in read(f"Its battery is new. {text}", title=title)] == ["gist.technology"]


def test_what_is_told_as_old_is_not_told_as_new() -> None:
    told = read("Voltaryn opened a battery plant in Lyon, France, in 2019.", title="A plant for batteries")

    assert [each for each in told if not each.background] == []


def test_words_of_no_news_say_that_there_is_none() -> None:
    about = (
        "How to make the battery of your electric car last longer: do not charge it above 80 percent, and keep it cool."
    )
    title = "What you should know before you buy: our guide to batteries"

    assert gist_of(scene_of(about, title=title)).chance(NOTHING) > 0.5
    assert read(about, title=title) == []


def test_words_may_leave_no_doubt() -> None:
    assert 0.99 < sure({"both": 1e3}) <= 1
    assert 0 <= sure({"both": -1e2}) < FLOOR


def test_no_entry_rests_on_words_alone() -> None:
    text = document(PACK, title=PACK_TITLE)
    told = read_developments(text, load_lexicon())
    stories = gather(told, [text])

    assert [each.by_words for each in told] == [True]
    record = build_record(stories, told, documents=[text])
    assert (record.facilities, record.deals, record.companies) == ((), (), ())


def test_every_answer_is_a_kind_with_its_stages() -> None:
    learned = weights()

    assert set(net().answers) == set(learned.sentences.answers) == {*Kind, NOTHING}
    assert {NOTHING, Role.OWNER, Role.SUPPLIER} <= set(learned.parts.answers) <= {*Role, NOTHING}
    assert {kind: set(table.answers) - set(STAGES[Kind(kind)]) for kind, table in learned.stages.items()} == {
        kind: set() for kind in Kind
    }
    gist = gist_of(scene_of(PACK, title=PACK_TITLE))
    assert sum(gist.text.values()) == pytest.approx(1)
    assert sum(gist.sentences.values()) == pytest.approx(1)


def test_of_a_text_that_is_not_ours_nobodys_name_is_kept() -> None:
    named = {party.lower() for row in judged() for party in row["parties"] if " " not in party and len(party) > 5}
    lines = [line.told for row in kept_rows() for line in row.lines]
    kept = frozenset().union(*(told.words for told in lines), *(pair.split() for told in lines for pair in told.pairs))

    assert not {"catl", "northvolt", "voltaryn"} & kept
    assert all(word in points() for row in kept_rows() for name in row.called for word in name)
    assert len(named & kept) < len(named) / 5  # "Proterra" is no word, "Ambient" is one


def judged() -> list[dict[str, list[str]]]:
    return [json.loads(line) for line in (TESTS / "claims" / "judged.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.skipif(not SHARED.exists(), reason="the texts of shared/real are not here")
def test_nothing_is_learned_from_texts_that_are_scored() -> None:
    labels = (json.loads(line) for line in (SHARED / "gold.jsonl").read_text("utf-8").splitlines())
    scored = {label["url"].rstrip("/") for label in labels if label["url"]}
    learned = {row.page.rstrip("/") for row in kept_rows()} | {str(row["page"]).rstrip("/") for row in judged()}

    assert scored & learned == set()
