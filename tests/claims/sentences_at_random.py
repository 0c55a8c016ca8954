"""Sentences shaped like news, for properties: figures, hedges, units, sums and dates in all their spellings."""

from hypothesis import strategies as st

NUMBERS = st.one_of(
    st.integers(1, 999).map(str),
    st.integers(1000, 999_999).map("{:,}".format),
    st.integers(1, 999).map(lambda number: f"{number}.000"),
    st.decimals(0, 99, places=1).map(str),
    st.decimals(0, 99, places=2).map(lambda number: str(number).replace(".", ",")),
    st.sampled_from(
        ["1.2 million", "half a million", "twenty", "two and a half", "3 hundred", "a dozen", "10m", "500k", "20 万",
         "1½", "1,50,000", "10 000", "2.26-billion", "one hundred and fifty thousand", "1900", "2025", "2030"]
    ),
)  # fmt: skip
HEDGES = st.sampled_from(
    ["", "up to ", "more than ", "nearly ", "about ", "an initial ", "up to an additional ", "some ", "over ",
     "at least ", "between ", "from ", "to ", "by ", "annual capacity of ", "annual output will rise to ", "~",
     "a further ", "-"]
)  # fmt: skip
JOINTS = st.sampled_from(["-", " to ", " and ", "–", " or ", ", ", " GWh to ", "% to ", " million to "])
UNITS = st.sampled_from(
    ["GWh", " GWh", "-GWh", " gigawatt hours (GWh)", " tonnes", " tonnes of lithium hydroxide", " tpa", " ktpa",
     "%", " percent", " electric vehicles", " EV batteries", " battery packs", " lithium-ion cells",
     " square metres", " MW", " km", " people", " jobs", " direct jobs", " companies", " days", "-year", "°C",
     " degrees", " Wh/kg", "吨", " V", " new homes", " mph", " points", " barrels a day", " 2025 models",
     " pounds", " m", " kWh/100 km", " stations"]
)  # fmt: skip
RATES = st.sampled_from(
    ["", " a year", " per year", "/yr", " p.a.", " annually", " a year ago", " or more", " a month"]
)  # fmt: skip
SIGNS = st.sampled_from(
    ["$", "US$", "€", "£", "¥", "RMB ", "Rs ", "EUR ", "A$", "C$", "SEK ", "NT$", "₩", "kr", "R$", "CHF ", "¥ "]
)  # fmt: skip
SCALES = st.sampled_from(["", " million", "m", "bn", " billion", "-billion", " trillion", " crore", "k", "亿", "M"])
WORDS = st.sampled_from(
    ["", " euros", " yuan", " dollars", " won", " pounds", " Australian dollars", "元", " USD", " kroner",
     " Canadian", " per kWh", "/kWh", " a tonne", " a year", " each", " or more", " cents", " dollars a barrel"]
)  # fmt: skip
DATES = st.sampled_from(
    ["December 9", "9 December 2022", "Dec. 9th", "2022-12-09", "12/09/2022", "25/12/2022", "March 2023",
     "Q3 2021", "the third quarter of 2025", "3Q25", "the second half of 2026", "H2 2026", "2H26",
     "the latter half of next year", "2025", "2030", "FY2024", "the end of 2025", "early 2027", "mid-2024",
     "the 2020s", "this spring", "spring 2025", "today", "yesterday", "Monday", "Thursday", "next Monday",
     "last week", "this month", "last month", "April", "May", "this year", "next year", "the end of next year",
     "later this year", "last year", "two years ago", "two years", "18 months", "December", "2025-2027",
     "2024-25", "the 14th", "year-end", "the fourth quarter", "April to June 2023", "June 14-16, 2023",
     "August this year", "a year ago", "2022年12月9日", "Sept. 2021", "late April", "31 June", "FY24",
     "the year after next", "Monday, December 5", "1999/2000", "the first half", "30 February 2021", "end-May"]
)  # fmt: skip
BEFORE = st.sampled_from(
    ["in ", "by ", "on ", "since ", "from ", "within ", "", "until ", "between ", "as early as ", "of "]
)  # fmt: skip
AROUND = st.sampled_from(
    ["The plant will make {}.", "It made {} last year", "In May {} were sold", "({})", "{}, {}",
     "Capacity grows from {} to {}.", "Work began {} and ends {}.", "It is due to open {}.", "Model {} and {}",
     "{}/{}", "{} ({})", "Tesla {}", "{}"]
)  # fmt: skip


@st.composite
def amounts(draw: st.DrawFn) -> str:
    first = draw(HEDGES) + draw(NUMBERS)
    if draw(st.booleans()):
        first += draw(JOINTS) + draw(NUMBERS)
    return first + draw(UNITS) + draw(RATES)


@st.composite
def sums(draw: st.DrawFn) -> str:
    first = draw(HEDGES) + draw(st.one_of(st.just(""), SIGNS)) + draw(NUMBERS)
    if draw(st.booleans()):
        first += draw(JOINTS) + draw(st.one_of(st.just(""), SIGNS)) + draw(NUMBERS)
    return first + draw(SCALES) + draw(WORDS)


@st.composite
def dates(draw: st.DrawFn) -> str:
    return draw(BEFORE) + draw(DATES)


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """One or two figures or dates in a sentence."""
    parts = draw(st.lists(st.one_of(amounts(), sums(), dates()), min_size=2, max_size=2))
    return draw(AROUND).format(*parts)
