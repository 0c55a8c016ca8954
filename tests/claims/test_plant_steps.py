"""Which step of a plant its clause tells, where a permit, a board, a commissioning or an aside stands beside it."""

from __future__ import annotations

import pytest

from claims.telling import only, read, row, wrong


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        row("The board of Voltaryn Ltd has approved the setting up of a cell factory in Szolnok.", "announced"),
        row(
            "With the approval of its supervisory board, Voltaryn will build its cell factory in Szolnok.", "announced"
        ),
        row("The county planning board has approved Voltaryn's battery cell factory in Szolnok.", "permitted"),
        row(
            "Voltaryn has submitted an application for planning permission for a lithium refinery on Teesside.",
            "considered",
            certainty="confirmed",
            parties="Voltaryn owner",
        ),
        row("Voltaryn submits its 90 MW battery storage project in Kent for environmental approval.", "considered"),
        row("Voltaryn submits its plan and gets approval for a battery storage project in Kent.", "permitted"),
        row("Voltaryn launches a battery pack assembly line in Ghent.", "operating"),
        row("Voltaryn launches a battery plant in Ghent.", "announced"),
        row("Voltaryn has begun commissioning of its lithium refinery in Kokkola.", "construction"),
        row("Commissioning of Voltaryn's lithium refinery in Kokkola is under way.", "construction"),
        row("Voltaryn has completed commissioning of its lithium refinery in Kokkola.", "operating"),
        row("A feasibility study for Voltaryn's lithium mine at Keliva is under way.", "considered"),
        row(
            "Voltaryn is hiring for its cell factory in Szolnok, where the first cells are expected in 2027.",
            "announced",
        ),
        row("The last battery modules left the line at Voltaryn's plant in Kamenz on Friday.", "closed"),
        row(
            "Two more lines have been added at Voltaryn's cell factory in Szolnok, taking its capacity to 47 GWh.",
            "expanded",
            capacity="47 GWh/yr",
        ),
        row("Voltaryn has put its plans for a cell factory in Szolnok on ice because demand is weak.", "delayed"),
    ],
)
def test_who_approves_and_what_begins_tell_the_step(sentence: str, expected: dict[str, str]) -> None:
    assert wrong(only("facility", read(sentence)), expected) == {}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        row(
            "The plant in Szolnok, the first of three that Voltaryn plans in Europe, will make 30 GWh of cells a year.",
            "announced",
            capacity="30 GWh/yr",
        ),
        row(
            "Voltaryn's recycling hub in Rochester, New York, for 35,000 tonnes of black mass, is under construction.",
            "construction",
            capacity="35,000 t/yr",
        ),
        row(
            "Voltaryn's graphite plant in Nacala, which started production in March, will reach 12,000 tonnes a year.",
            "operating",
        ),
        row(
            "Voltaryn Cells said its new plant in Szolnok is designed to produce 60,000 tonnes of cathode a year.",
            "announced",
            capacity="60,000 t/yr",
            product="cathode",
        ),
        row(
            "Voltaryn will build a cell plant in Szolnok. It will start with 5 GWh in 2026 and grow to 20 GWh by 2029.",
            "announced",
            dates="full_capacity 2029; production_start 2026",
        ),
    ],
)
def test_an_aside_does_not_part_a_plant_from_its_verb(sentence: str, expected: dict[str, str]) -> None:
    assert wrong(only("facility", read(sentence)), expected) == {}


def test_the_body_says_what_a_headline_calls_a_battery_plant() -> None:
    told = read(
        "Voltaryn will build a factory for cathode materials in Vaasa.", title="Voltaryn to build battery plant"
    )
    assert wrong(only("facility", told), {"stage": "announced", "product": "cathode"}) == {}


def test_a_battery_of_so_many_mwh_is_a_storage_project() -> None:
    told = read("Voltaryn Power has secured consent for a 400MWh battery in Lincolnshire.")
    assert wrong(only("facility", told), {"stage": "permitted", "product": "storage", "capacity": "400 MWh"}) == {}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        row("Voltaryn Battery has been looking at plots near Wrocław, sources say.", "considered", place="Wrocław"),
        row("Voltaryn Battery has narrowed its search for an anode factory site to two towns.", "considered"),
        row(
            "Voltaryn intends to turn a disused rolling mill in Pori into a works for 15,000 tonnes of cathode a year.",
            "announced",
            place="Pori",
            capacity="15,000 t/yr",
        ),
        row("Voltaryn is converting a paper mill in Pori into a lithium refinery.", "construction", place="Pori"),
        row("Voltaryn Storage will assemble container batteries in Rockford, Illinois.", "announced", place="Rockford"),
        row("Voltaryn has been making battery packs in Rockford since March.", "operating", background="True"),
        row("Voltaryn Recycling has rolled out its 500th battery swap station in Taiwan.", "operating"),
    ],
)
def test_a_plant_is_told_without_a_verb_of_building(sentence: str, expected: dict[str, str]) -> None:
    assert wrong(only("facility", read(sentence)), expected) == {}


def test_goods_of_a_partner_elsewhere_are_no_plant_there() -> None:
    assert not read("Voltaryn Cells will make LFP cells with Chinese technology from a partner in Hefei.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        row("The environment agency has rejected Voltaryn's plan for an open-pit lithium mine.", "cancelled"),
        row("The province of Salta has withdrawn the permit for Voltaryn's lithium plant.", "delayed"),
        row("Voltaryn has mothballed its half-finished battery factory in Paducah.", "delayed"),
        row(
            "Voltaryn has told staff that its battery line in Lund will be idle until an investor is found.", "delayed"
        ),
        row("Voltaryn is in the final stretch of building its lithium carbonate plant in Salta.", "construction"),
        row("Feasibility work on a lithium refinery in Louisiana has been completed, Voltaryn said.", "considered"),
        row("Voltaryn Power's 400 MW/800 MWh Cedar Creek project is online.", "operating"),
        row("Karnataka has cleared a proposal by Voltaryn Energy to set up a cell unit in Hosur.", "permitted"),
    ],
)
def test_an_end_or_a_start_is_told_in_other_words(sentence: str, expected: dict[str, str]) -> None:
    assert wrong(only("facility", read(sentence)), expected) == {}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        row("Voltaryn's cell factory in Szolnok will never see the light of day.", "cancelled"),
        row("Voltaryn's plan for a cell factory in Szolnok has been thrown out.", "cancelled"),
        row("Voltaryn's talks with the state about a battery plant in Szolnok have collapsed.", "cancelled"),
        row("Voltaryn has picked Szolnok for its cell plant after dropping plans for Lyon.", "announced"),
        row("Voltaryn has given the go-ahead for a second cell plant in Szolnok.", "announced"),
        row("The county board voted 5-2 on Monday to rezone 300 acres for Voltaryn's battery plant.", "permitted"),
        row("Legal challenge sets back Voltaryn's lithium mine at Keliva by a year.", "delayed"),
        row("Voltaryn idled a third of the cell lines at its plant in Szolnok.", "delayed"),
        row("Voltaryn has halved output at its Lindi graphite mine until prices recover.", "delayed"),
        row("Szolnok is in the running for Voltaryn's next cell factory.", "considered"),
        row("Voltaryn's 100 MWh storage project in Szolnok has been connected to the grid.", "operating"),
        row("A 100 MWh battery storage system is being installed in Szolnok by Voltaryn Power.", "construction"),
        row("Voltaryn said its cathode complex in Bécancour was 40% built.", "construction", product="cathode"),
        row(
            "Voltaryn's cathode plant in Žilina, whose opening had been planned for 2023, will now open in 2028.",
            "delayed",
        ),
        row("Voltaryn will recycle scrapped EV packs at a plant that it is to open in Amarillo.", "announced"),
        row(
            "According to plans lodged with the council, Voltaryn wants to put a battery storage facility near Thurso.",
            "considered",
            certainty="confirmed",
        ),
        row("Voltaryn has launched a scoping study for a nickel sulphate refinery in Kwinana.", "considered"),
        row("Voltaryn is assessing sites in Portugal for a lithium refinery.", "considered"),
        row("Voltaryn is halfway through building its cell plant in Heide.", "construction"),
        row("Construction crews are working around the clock on Voltaryn's battery factory.", "construction"),
        row("Voltaryn gives final go-ahead for graphite mine in Lindi.", "announced"),
        row("The site in Kutno will house Voltaryn's first European separator plant.", "announced", place="Kutno"),
        row("Voltaryn pushes start of Dunkirk gigafactory to 2028.", "delayed"),
        row("First production at Voltaryn's Lindi graphite mine is now expected a year later, in 2028.", "delayed"),
        row("Voltaryn drops Kansas cell plant.", "cancelled"),
        row("Voltaryn's cell plant in Heide is to be closed in June.", "closed", background=""),
        row("Voltaryn's refinery for battery nickel in Townsville is two-thirds complete.", "construction"),
        row("The go-ahead for a lithium refinery by Voltaryn in Townsville hinges on a federal loan.", "considered"),
        row("An expansion of Voltaryn's lithium refinery in Townsville is off the table for now.", "cancelled"),
        row("Diggers have moved in at the site of Voltaryn's battery plant in Szolnok.", "construction"),
        row("Site works for Voltaryn's battery plant in Szolnok started last week.", "construction", background=""),
        row("Voltaryn is close to completing the first phase of its battery plant in Szolnok.", "construction"),
        row("Crews are working around the clock to have Voltaryn's battery plant in Szolnok open by May.", "announced"),
        row("Coating equipment arrives at Voltaryn's battery factory in Szolnok.", "construction"),
        row("Equipment move-in has begun at Voltaryn's cell plant in Szolnok.", "construction"),
        row(
            "The lines at Voltaryn's battery plant in Szolnok are being installed so that it can open.", "construction"
        ),
        row("Construction of Voltaryn's cell plant in Szolnok is ahead of schedule.", "construction"),
        row("Voltaryn is ramping up its cell factory in Szolnok more slowly than planned.", "delayed"),
        row("Voltaryn has halved the size of its planned cell plant in Szolnok.", "delayed"),
        row("Voltaryn is reviewing the future of its cathode plant in Kokkola.", "considered"),
        row("Voltaryn tears up plan for gigafactory in Szolnok.", "cancelled"),
        row("Voltaryn's lithium operation at Keliva is to be placed into care and maintenance.", "closed"),
        row("Voltaryn's battery plant in Szolnok has stood empty since March.", "closed"),
        row("Voltaryn launched a battery plant in Szolnok.", "operating"),
        row("Voltaryn on Monday launched a $2 billion project to build a battery plant in Szolnok.", "announced"),
        row("The second phase of Voltaryn's battery plant in Szolnok is already underway.", "construction"),
        row("Voltaryn Mining will mothball its Grey Hill nickel operations from October.", "closed"),
        row("Voltaryn Mining has paused its Grey Hill lithium operations.", "delayed"),
        row("Voltaryn's battery plant in Szolnok is close to coming online.", "announced"),
        row("Voltaryn announced plans in May to build a battery plant in Szolnok.", "announced", background=""),
        row("Voltaryn announced plans in January to build a battery plant in Szolnok.", "announced", background="True"),
        row(
            "Voltaryn, which is building a battery plant in Szolnok, raised $200 million.",
            "construction",
            background="True",
        ),
        row("Voltaryn may close its battery plant in Szolnok.", "closed", certainty="reported"),
        row("Voltaryn said there are no plans to close its battery plant in Szolnok.", "closed", certainty="denied"),
        row("The 10 millionth cell has left the line at Voltaryn's plant in Szolnok.", "operating"),
        row(
            "Battery maker Voltaryn and venture partner Japan's Cedarcell have begun production at a plant in Szolnok.",
            "operating",
            parties="Voltaryn owner; Cedarcell owner",
        ),
        row(
            "Voltaryn's cell plant in Szolnok, in which it and a fund have put $4 billion, is under construction.",
            "construction",
        ),
        row(
            "A third line has gone into service at Voltaryn's cell plant in Szolnok, raising its capacity to 20 GWh.",
            "expanded",
        ),
    ],
)
def test_the_words_of_a_step_are_many(sentence: str, expected: dict[str, str]) -> None:
    assert wrong(only("facility", read(sentence)), expected) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Voltaryn Cells, which was put into administration after it ran out of money, had a battery factory in mind.",
        "A new, expanded partnership of Voltaryn and Cedarcell was feted at the battery plant.",
        "The battery plant in Szolnok, announced in 2022, has a canteen for 600 people, said Voltaryn Cells.",
        "Cellaria has grown into a major battery manufacturing hub, Voltaryn Cells says.",
        "Voltaryn has binned 300 tonnes of faulty cells at its plant in Szolnok.",
        "Voltaryn is looking for a site manager for its battery plant in Szolnok.",
        "Voltaryn Cells drops the price of its home batteries.",
        "Researchers compared plots of cells made on the pilot line of Voltaryn Cells.",
        "Voltaryn Cells will make its battery passport public in Brussels.",
        "Voltaryn Cells will produce a study on cell recycling in London.",
        "A court has cut back the fine for Voltaryn Cells over its battery plant.",
        "A chip plant will rise where a battery factory was once planned, the city of Dresden said.",
        "Voltaryn Cells turned on the lights at its headquarters next to the battery factory.",
    ],
)
def test_what_only_sounds_like_a_step_of_a_plant_is_none(sentence: str) -> None:
    assert [each for each in read(sentence) if each.kind == "facility"] == []
