"""Figures of the market, one sentence each."""

from datetime import date
from typing import Any

import pytest

from claims.telling import only, read, row, shown, weak, wrong

ROWS = [
    row("Battery maker Velmora shipped 12.4 GWh of batteries in the second quarter, a third more than a year earlier.", "reported",
        parties="Velmora supplier", capacity="12.4 GWh"),
    row("China's exports of power batteries reached 81.6 GWh from January to June.", "reported", country="CN", capacity="81.6 GWh"),
    row("German battery storage installations rose 15% to 2 GWh in the first quarter.", "reported", country="DE"),
    row("California battery storage tops 10 GW.", "reported", place="California", country="US", product="storage"),
    row("Chile exported 16,300 tonnes of lithium carbonate in September.", "reported", country="CL"),
    row("Spot prices of LFP cells dropped to 0.35 yuan per watt-hour in June.", "reported", product="cell"),
    row("Cobalt prices in China hit a two-year high of 260,000 yuan a tonne on Monday.", "reported", product="cobalt"),
    row("CATL's share of the global battery market rose to 37.9% in the first quarter, SNE Research said.", "reported",
        parties="CATL supplier"),
    row("CATL's installed capacity increased by 31% year-on-year to 107GWh, ranking first with a market share of 37%.", "reported",
        parties="CATL supplier", capacity="107 GWh"),
    row("Lithium carbonate prices fell 8% in China in April.", "reported", product="lithium"),
    row("Installations of power batteries in China reached 35.4 GWh in April, up 41% from a year earlier.", "reported",
        capacity="35.4 GWh", country="CN"),
    row("BYD overtook LG Energy Solution to rank second among the world's battery makers in the first quarter.", "reported",
        parties="BYD supplier; LG Energy Solution supplier"),
    row("Albemarle's sales of lithium dropped 47% to $801 million in the first quarter.", "reported",
        parties="Albemarle supplier", money="USD 801 million", product="lithium"),
    row("The price of battery packs fell below $115 per kWh for the first time.", "reported", product="pack"),
    row("Exports of lithium-ion batteries from China grew 12% in April, customs data show.", "reported"),
    weak("is not read", "LFP accounted for two thirds of the batteries installed in China last month.", "reported", chemistry="LFP"),
    weak("reads another product", "Shipments of Korean cathode makers declined for a third month.", "reported", product="cathode"),
    row("Samsung SDI, SK On and LG Energy Solution together held 22.8% of the battery market.", "reported",
        parties="Samsung SDI supplier; SK On supplier; LG Energy Solution supplier"),
    row("Nickel stockpiles for batteries rose to a five-year high of 84,000 tonnes in May.", "reported", product="nickel"),
    row("CATL shipped 95 GWh of batteries in the first quarter, a fifth more than a year earlier.", "reported",
        parties="CATL supplier", capacity="95 GWh"),
    row("LG Energy Solution's operating profit fell 75% to 157 billion won as demand for electric-car batteries slowed.", "reported",
        parties="LG Energy Solution supplier", money="KRW 157 billion"),
    row("Lithium hydroxide was quoted at $13,500 a tonne in Rotterdam, the lowest since 2021.", "reported", product="lithium"),
    row("Spodumene prices climbed for the fifth week in a row.", "reported", product="lithium"),
    row("Velmora, which sells batteries to automakers including General Motors and Volkswagen, said its operating profit fell to $149 "
        "million.", "reported", parties="Velmora supplier"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ROWS)
def test_a_sentence_gives_a_figure_of_the_market(sentence: str, expected: dict[str, Any]) -> None:
    assert wrong(only("market", read(sentence)), expected) == {}


def test_who_publishes_a_statistic_takes_no_part_in_it() -> None:
    told = only("market", read("Battery prices fell 14% last year, according to BloombergNEF."))

    assert told.parties == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Lithium miner Tarvik Lithium's share price is climbing 10% to 11 cents.",
        "News of Albemarle, one of the world's largest lithium miners, buying in sent Tarvik Lithium shares on the "
        "ASX up 14% to $1.70.",
        "Shares of battery maker CATL, the world's largest, rose 3% on Tuesday.",
    ],
)
def test_what_shares_cost_is_no_figure_of_the_market(sentence: str) -> None:
    assert not [told for told in read(sentence) if told.kind == "market"]


def test_who_somebody_is_ranks_nobody() -> None:
    text = (
        "EVE Energy, China's fifth-largest producer of batteries, plans to raise capital, following the lead of its "
        "rival CATL."
    )

    assert not [told for told in read(text) if told.kind == "market"]


def test_what_a_firm_earns_is_told_beside_its_shares() -> None:
    text = "Shares in CATL rose as the battery maker's net profit climbed 41% to 12.3 billion yuan."

    assert only("market", read(text)).money


@pytest.mark.parametrize(
    "sentence",
    [
        "The lithium battery market is expected to reach USD 128 billion by 2030, growing at a CAGR of 14%; buy the "
        "full report now.",
        "Read our sample report on the battery separator market, with 120 pages and 45 tables.",
    ],
)
def test_an_advert_for_a_market_report_is_no_news(sentence: str) -> None:
    assert read(sentence) == []


def test_last_years_figure_is_not_this_years() -> None:
    text = (
        "Global EV battery installation totalled 51.5 GWh in April 2024, up 60.6 percent from 32.1 GWh a year earlier."
    )
    [told] = read(text)
    assert ([each.value for each in told.capacity], told.background) == ([51.5], False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Alder's plant produced 12,000 tonnes of lithium hydroxide a year in 2023.",
        "Alder delivered 2 GWh of battery cells to BMW in March.",
        "Battery capacity: 49.9 kWh (usable) and 51.3 kWh (in all).",
    ],
)
def test_a_plants_year_a_buyers_goods_and_a_cars_battery_are_no_figure_of_the_market(sentence: str) -> None:
    assert [each for each in read(sentence) if each.kind == "market"] == []


@pytest.mark.parametrize(
    ("sentence", "money"),
    [
        ("The price of cobalt metal jumped to $17.50 a pound on Friday, its highest in three years.", {(17.5, "USD")}),
        (
            "Lithium carbonate prices fell to 190,000 yuan a tonne, from 240,000 yuan a tonne in May.",
            {(190_000, "CNY")},
        ),
        (
            "Battery maker Kestrel Cells posted a net loss of $18.4 million against a profit of $3 million a year "
            "before.",
            {(18_400_000, "USD")},
        ),
        (
            "Battery maker Kestrel Cells' revenue fell 12% to €92 million in the third quarter, below the average "
            "estimate of €95 million.",
            {(92_000_000, "EUR")},
        ),
    ],
)
def test_what_a_market_comes_to_is_its_sum_and_not_what_it_was(sentence: str, money: set[tuple[float, str]]) -> None:
    assert {(each.amount, each.currency) for each in only("market", read(sentence)).money} == money


def test_what_a_firm_earned_is_a_figure_of_the_market() -> None:
    text = (
        "Film maker Jinlu Separator, which supplies battery plants, earned 1.86 billion yuan last year, twice as "
        "much as in 2023."
    )

    told = only("market", read(text))

    assert [(party.name, each.amount) for party in told.parties for each in told.money] == [("Jinlu Separator", 1.86e9)]


def test_deliveries_of_cells_that_fall_are_a_figure_of_the_market() -> None:
    told = only(
        "market",
        read("Cell deliveries to European plants fell 9 per cent to 41 GWh in the third quarter, a tracker shows."),
    )

    assert [each.value for each in told.capacity] == [41]


def test_what_a_firm_reports_as_its_income_is_a_figure_of_the_market() -> None:
    text = (
        "Kestrel Cells, a battery maker, reported operating income of $700,000 on revenue of $24.4 million for the "
        "third quarter."
    )

    assert {each.amount for each in only("market", read(text)).money} == {700_000, 24_400_000}


@pytest.mark.parametrize(
    "sentence",
    [
        "Cobalt is trading at its highest level in three years.",
        "Black mass payables in South Korea edged higher this week.",
        "Nickel sulphate premiums widened in China as precursor makers restocked.",
        "The lithium market will swing into deficit in two years, the bank's analysts expect.",
        "Demand for stationary storage will outgrow that for electric vehicles, the agency said.",
    ],
)
def test_goods_of_the_chain_that_a_text_opens_with_need_no_figure(sentence: str) -> None:
    assert only("market", read(sentence)).parties == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "As lithium prices slid, Alder laid off half of its geologists.",
        "Battery stocks slumped across Asia on Thursday.",
    ],
)
def test_prices_as_a_reason_and_shares_are_no_move_of_a_market(sentence: str) -> None:
    assert [each for each in read(sentence) if each.kind == "market"] == []


def test_what_a_market_does_is_told_where_a_text_opens_with_it() -> None:
    news = "Alder opened its battery plant in Leeds. It cost £20 million. The mayor cut the ribbon."

    assert [each.kind for each in read(f"{news} Spodumene prices languish.")] == ["facility"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kestrel Lithium trimmed its full-year production guidance to 180,000 tonnes of spodumene concentrate.",
        "Battery maker Kestrel Cells lowered its revenue forecast for the year on weak demand from carmakers.",
        "Kestrel Graphite expects third-quarter output of 20,000 to 25,000 tonnes, below its earlier forecast.",
        "Kestrel Batteries today announced its results for the three months ended December 31.",
        "Battery maker Kestrel Cells lost its lead in the European battery market in the first half.",
    ],
)
def test_what_a_firm_of_the_chain_expects_or_reports_is_a_figure_of_the_market(sentence: str) -> None:
    assert [party.name.split()[0] for party in only("market", read(sentence)).parties] == ["Kestrel"]


def test_results_of_a_study_are_no_figure_of_the_market() -> None:
    text = "Kestrel Lithium announced the results of its feasibility study for a lithium mine in Quebec."

    assert [each for each in read(text) if each.kind == "market"] == []


@pytest.mark.parametrize(
    ("headline", "parties"),
    [
        ("SK On posts wider loss as EV demand slows", "SK On supplier"),
        ("CATL widens lead over EVE Energy in global battery ranking", "CATL supplier; EVE Energy supplier"),
        ("L&F swings to profit in second quarter", "L&F supplier"),
        ("Northvolt expects to deliver 9 GWh of cells this year", "Northvolt supplier"),
        ("Moody's cuts CATL to Ba2 on weak margins", "CATL supplier"),
        ("LG Energy Solution returns to black in first quarter", "LG Energy Solution supplier"),
        ("CATL overtakes Northvolt as Europe's biggest battery supplier", "CATL supplier; Northvolt supplier"),
        ("Umicore books 400 million euro charge on battery business", "Umicore supplier"),
        ("Analysts expect lithium glut to last until 2028", ""),
        ("Liontown Resources misses quarterly output target", "Liontown Resources supplier"),
        ("US installed 18 GWh of battery storage in first quarter", ""),
        ("Home battery sales in Australia top 200,000", ""),
        ("Spodumene at $1,250 a tonne, up 5% on week", ""),
        ("Europe's home battery market shrinks for second year", ""),
        ("LFP share of EV market passes 50% for first time", ""),
        ("Lithium futures surge after mine halt", ""),
        ("Investments in European battery factories dropped by 60% in 2025", ""),
        ("Price of cobalt hydroxide has almost tripled since Congo suspended exports", ""),
        ("Lithium demand to grow 20% a year, Ravenholt says", ""),
    ],
)
def test_a_headline_tells_what_a_firm_or_the_market_did(headline: str, parties: str) -> None:
    [told] = read("", title=headline)

    assert wrong(told, {"stage": "reported", "parties": parties}) == {}
    assert told.kind == "market"


@pytest.mark.parametrize(
    "headline",
    [
        "Northvolt expects to open its cell plant this year",
        "Northvolt hopes to sell the packs to defence customers from 2027",
        "Moody's cuts its outlook for steel makers",
    ],
)
def test_a_plan_of_a_firm_is_no_figure_of_the_market(headline: str) -> None:
    assert not [told for told in read("", title=headline) if told.kind == "market"]


def test_prices_that_rise_and_the_mine_that_was_halted_are_both_told() -> None:
    title = "Lithium price jumps after CATL halts production at its mine in Yichun"

    told = read("Lithium futures rose 8% to 81,000 yuan a tonne on Monday.", title=title)

    assert {(each.kind, shown(each, "parties")) for each in told} == {("market", ""), ("facility", "CATL owner")}


def test_who_counts_the_batteries_sells_none() -> None:
    text = (
        "CATL was ahead of EVE Energy with a market share of 38% of batteries, figures of the research firm Nexmarq "
        "showed."
    )

    assert {party.name for party in only("market", read(text)).parties} == {"CATL", "EVE Energy"}


@pytest.mark.parametrize(
    ("sentence", "money"),
    [
        ("Battery maker Velmora's figures showed a net loss of $81 million for the first quarter.", "USD 81 million"),
        (
            "Battery maker Velmora said its operating loss widened to $40 million in the first quarter.",
            "USD 40 million",
        ),
        ("Battery maker Velmora posted a wider loss in the first quarter than analysts had thought.", ""),
    ],
)
def test_what_a_firm_lost_is_a_figure_of_the_market(sentence: str, money: str) -> None:
    assert shown(only("market", read(sentence)), "money") == money


def test_the_half_year_that_was_counted_is_news_and_not_what_it_is_measured_against() -> None:
    told = read(
        "Battery installations in electric cars totalled 165.3 GWh from July to December, according to Nexmarq "
        "Research.\n\nVelmora Battery keeps the biggest market share at 27.2%, with 44.9 GWh, up 12% from the second half of "
        "2022.",
        title="Global battery installations up 13%",
    )

    figures = only("market", told)
    assert not figures.background
    assert shown(figures, "parties") == "Velmora Battery supplier"


def test_what_a_cell_maker_earns_is_its_own_and_not_its_customers() -> None:
    told = read(
        "Operating income of the unit of Samsung SDI that makes batteries for Tesla fell 27% in the first quarter as demand "
        "for electric cars slowed.\n\nNet profit fell to 230.4 billion won, Samsung SDI said."
    )

    result = only("market", told)
    assert shown(result, "parties") == "Samsung SDI supplier"
    assert result.product is None or result.product.name != "vehicle"


def test_a_figure_that_a_report_gives_is_no_advert_for_it() -> None:
    told = read(
        "Led by the grid, US energy storage installations surged 35% to a record in the first quarter, according to a new "
        "report by Wood Mackenzie."
    )

    assert only("market", told).country == "US"


def test_a_text_that_sells_a_study_tells_no_market() -> None:
    told = read(
        "The lithium-ion battery market size is projected to grow at a CAGR of 14.2% during the forecast period.",
        title="Lithium battery market to reach $190 billion by 2031, says report",
    )

    assert told == []


@pytest.mark.parametrize("end", ["Market to Reach USD 2 Billion by 2032", "Market Expands with Renewable Energy"])
def test_a_title_that_sells_a_study_tells_no_market(end: str) -> None:
    assert read("", title=f"Battery Racks {end}") == []
    assert read("", title="Voltaryn sees battery market to reach $2 billion by 2032")


def test_what_a_land_adds_is_a_figure_and_no_plant() -> None:
    told = only("market", read("The US adds a record 57 GWh of battery storage in 2025, 30% more than a year earlier."))

    assert shown(told, "capacity") == "57 GWh"


def test_who_has_so_much_of_a_market_is_told_by_a_verb_of_having() -> None:
    told = only(
        "market", read("Velmora Battery, once unknown, now commands 25% of Australia's residential storage market.")
    )

    assert shown(told, "parties") == "Velmora Battery supplier"


def test_what_fell_since_a_year_is_news() -> None:
    assert not only("market", read("The price of lithium-ion batteries has dropped 87% since 2010.")).background


def test_what_a_trade_body_expects_is_its_lands_market() -> None:
    told = read(
        "German trade body BSW-Solar said the storage capacity of large batteries in Germany rose by 50% last year."
    )

    assert {(each.kind, each.parties) for each in told} <= {("market", ())}


@pytest.mark.parametrize(
    ("headline", "parties"),
    [
        ("Battery maker CATL's profit climbs despite price war", "CATL supplier"),
        ("Gotion first-quarter net rose on strong demand", "Gotion supplier"),
        ("LG Energy Solution's revenue falls for second year", "LG Energy Solution supplier"),
        ("Home batteries smash records in Queensland", ""),
        ("Residential battery storage skyrockets", ""),
        ("Grid-scale storage surges 40% in Italy", ""),
        ("UK battery storage pipeline surpasses 20 GW", ""),
        ("Texas installs record 6 GW of energy storage", ""),
        ("India adds 3.2 GWh of battery storage in spring quarter", ""),
    ],
)
def test_results_and_stores_that_rise_need_no_more_than_a_headline(headline: str, parties: str) -> None:
    told = [dev for dev in read("Details were few on Monday.", title=headline) if not dev.by_words]
    assert shown(only("market", told), "parties") == parties


@pytest.mark.parametrize(
    "headline",
    [
        "Chile reaches 4 GW of energy storage under construction",
        "Velmora Solar adds 2 GWh battery storage project in Texas",
        "Battery hits 97% efficiency in laboratory",
        "Bakery's profit climbs after it buys home battery",
        "Solid-state battery market to surpass USD 20 billion",
    ],
)
def test_stores_to_come_a_cells_merit_and_a_strangers_results_are_no_market(headline: str) -> None:
    told = read("Details were few on Monday.", title=headline)
    assert [dev for dev in told if dev.kind == "market" and not dev.by_words] == []


@pytest.mark.parametrize(
    ("headline", "parties"),
    [
        ("Tesla's energy storage business keeps growing", "Tesla supplier"),
        ("Sungrow storage orders fall 30%", "Sungrow supplier"),
        ("Sonnen cuts prices of its home batteries in Austria", "Sonnen supplier"),
        ("CATL raises cell prices for carmakers by 5%", "CATL supplier"),
        ("LG Energy Solution warns of slowing EV demand", "LG Energy Solution supplier"),
        ("Sigma Lithium announces record 1Q 26 results", "Sigma Lithium supplier"),
        ("Ganfeng Lithium flips to profit", "Ganfeng Lithium supplier"),
        ("L&F reports biggest quarterly loss", "L&F supplier"),
        ("CATL tops storage cell rankings again", "CATL supplier"),
        ("EVE Energy ships record 30 GWh of storage cells", "EVE Energy supplier"),
        ("Albemarle sees rebound in lithium demand", "Albemarle supplier"),
        ("Italy sees record quarter for battery storage installations", ""),
        ("Residential storage market in Austria shrinks 20%", ""),
        ("Battery storage in Bavaria reaches 2 GW", ""),
        ("Battery costs down 90% in a decade", ""),
        ("Battery storage revenues fall to two-year low in Britain", ""),
        ("Japan's crowded battery market weighs on storage profits", ""),
    ],
)
def test_what_a_firm_asks_orders_and_business_come_to_is_told_by_a_headline(headline: str, parties: str) -> None:
    told = [dev for dev in read("Details were few on Monday.", title=headline) if not dev.by_words]
    assert shown(only("market", told), "parties") == parties


@pytest.mark.parametrize(
    "headline",
    [
        "Tesla cuts prices of the Model Y after battery supply eases",
        "Grid battery costs could double after tariffs",
        "Freyr Battery tumbles 15% this week",
        "Walmart sees surge in battery demand",
    ],
)
def test_cars_prices_guesses_shares_and_strangers_are_no_market(headline: str) -> None:
    told = read("Details were few on Monday.", title=headline)
    assert [dev for dev in told if dev.kind == "market" and not dev.by_words] == []


@pytest.mark.parametrize(
    "title",
    ["Silicon Anode Market to Grow 22% a Year: Ravenholt", "Top 7 Lithium Stocks to Watch as Lithium Prices Surge"],
)
def test_a_title_that_sells_a_study_or_shares_tells_no_market(title: str) -> None:
    assert read("Lithium prices surge 20% in May.", title=title) == []


@pytest.mark.parametrize(
    ("headline", "place"),
    [
        ("Texas overtakes California in battery storage", "Texas"),
        ("California surpasses 20 GW of battery storage", "California"),
        ("Battery storage installations in Europe rise 40%", "Europe"),
    ],
)
def test_whose_figures_are_told_is_the_land_that_has_them(headline: str, place: str) -> None:
    told = only("market", [dev for dev in read("Details were few.", title=headline) if not dev.by_words])
    assert (told.place.name if told.place else None) == place


def test_a_business_that_grows_is_the_firms_that_a_text_is_about() -> None:
    told = read(
        "Fluence Energy reported results on Monday. Energy storage revenue rose 40%, and so did its share of all sales.",
        title="Five things to know after Tesla's results",
    )

    assert all(shown(each, "parties") for each in told if each.kind == "market")


def test_a_years_figures_told_by_title_and_lead_are_one() -> None:
    told = read(
        "The United States added 14 GW of battery storage in 2025, half as much again as before, a trade body said.",
        title="US installs record 14 GW of battery storage in 2025",
        published=date(2026, 3, 20),
    )

    assert [each.kind for each in told] == ["market"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Home batteries have routinely smashed the installation record of the industry.",
        "Recycled nickel powder production cuts emissions by 98%, a university found.",
        "Electric cars are 70% cleaner than petrol ones, even with battery production.",
    ],
)
def test_a_figure_of_nobody_and_no_time_or_of_clean_air_is_none_of_a_market(sentence: str) -> None:
    assert [each for each in read(sentence) if each.kind == "market"] == []


def test_a_figure_of_nobody_has_its_time() -> None:
    assert only("market", read("Home batteries smashed the installation record in the third quarter."))
