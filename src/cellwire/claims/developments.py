"""From bundles of clauses to developments whose every value has the span that carries it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from cellwire.claims.bundling import bundle
from cellwire.claims.clauses import Bundle
from cellwire.claims.evidence import (
    Signs,
    Whole,
    companies,
    confidence,
    exactness,
    reasons,
    signs_of,
    weights,
    whole_of,
    with_chances,
    without_cuts,
)
from cellwire.claims.gist import (
    NOBODYS,
    Gist,
    draft_of,
    far_likelier,
    gist_of,
    guessed,
    hardly_takes_part,
    is_of_batteries,
    named_in,
    words_for,
)
from cellwire.claims.kinds import with_its_land
from cellwire.claims.reading import (
    advises,
    in_scope,
    is_advert,
    is_battery_news,
    of_a_battery_firm,
    of_cars_alone,
    of_critical_minerals,
    set_scene,
)
from cellwire.claims.scene import Scene, Sentence
from cellwire.claims.slots import (
    as_place,
    capacity_slot,
    chemistry_slot,
    country_slot,
    dates_slot,
    firmness_of,
    home_dollar,
    jobs_slot,
    moments_told,
    money_slot,
    parties_of,
    place_slot,
    product_slot,
    project_of,
    stage_of,
    steps_ahead,
    steps_told,
    stretches_of,
    titles_of,
    works_ahead,
)
from cellwire.claims.voice import responses_to, speaker
from cellwire.lexicon import Lexicon
from cellwire.model import Certainty, Development, Document, Form, Kind, Party, Role


def _may_be_nobodys(told: Development) -> bool:
    """Whether it may be told though nobody is named: researchers whose house a text leaves out have found something."""
    return told.kind in NOBODYS or (told.kind is Kind.TECHNOLOGY and not told.by_words)


_Weighed = tuple[Development, Signs]


def read_developments(document: Document, lexicon: Lexicon) -> list[Development]:
    """What a document tells of things that happened, are planned, talked of or denied, in reading order.

    A reading under the floor of confidence is left out: wrong is worse than missing.
    """
    learned = weights()
    return [told for told, _ in read_all(document, lexicon) if told.confidence >= learned.floor_of(told)]


def read_all(document: Document, lexicon: Lexicon) -> list[_Weighed]:
    """Every reading however unsure, with the signs for and against it: what confidence is learned from."""
    if document.form is Form.ROUNDUP or document.language != "en":
        return []
    scene = set_scene(document, lexicon)
    if scene is None or not is_battery_news(scene):
        return []
    gist = gist_of(scene) if _is_news(scene) else None
    told = _told([home for home in bundle(scene) if _in_scope(home, scene)], scene, document, gist)
    return [*told, *_told_by_words(gist, scene, document, told)] if gist else told


def _is_news(scene: Scene) -> bool:
    """Whether it has a title, and sells no study; of a sentence alone the rules know better."""
    return scene.sentences[0].headline and not is_advert(scene)


def _told(homes: Sequence[Bundle], scene: Scene, document: Document, gist: Gist | None) -> list[_Weighed]:
    dollar = home_dollar(scene)
    first = {home.kind: home for home in reversed(homes) if not home.background}
    told = [
        (_development(home, scene, document, dollar=dollar, gist=gist if home is first.get(home.kind) else None), home)
        for home in homes
    ]
    named = {
        _id(each): (each, home)
        for each, home in told
        if (each.parties or _may_be_nobodys(each)) and not (gist and _is_of_no_company(each, scene))
    }
    among, whole = companies([home for _, home in named.values()]), whole_of(scene, gist)
    return [
        _weighed(each, id, signs_of(each, home, whole, company), home, whole)
        for (id, (each, home)), company in zip(named.items(), among, strict=True)
    ]


def _is_of_no_company(told: Development, scene: Scene) -> bool:
    """Whether all that a rule takes for companies acts like one in a sentence, and in the text stands like nobody who
    takes part: a person, a car's model, a study. Those of a list are what the list says they are."""
    ids = {party.id for party in told.parties}
    if told.by_words or told.background or not ids or any(not id.startswith("x-") for id in ids):
        return False
    return hardly_takes_part(told.kind, ids, named_in(scene))


def _told_by_words(gist: Gist, scene: Scene, document: Document, told: Sequence[_Weighed]) -> Iterator[_Weighed]:
    """The one thing that all words tell of a text in which no rule reads news, as sure as they are of it."""
    news, learned = [each for each, _ in told if not each.background], weights()
    if any(each.confidence >= learned.floor_of(each) for each in news) or advises(scene):
        return
    readings = sorted((each.confidence, each.kind) for each in news)
    guess = guessed(gist, scene, {kind: confidence for confidence, kind in readings})
    if guess is None or any(each.background and each.kind is guess.kind for each, _ in told):
        return
    draft = draft_of(guess, gist, scene)
    if not is_of_batteries(guess, draft.clause, scene):
        return
    home = Bundle([with_its_land(draft, scene)], background=False)
    for each, signs in _told([home], scene, document, gist):
        note = f"for: all words of the text, as {', '.join(words_for(gist, guess.kind))}"
        yield replace(each, confidence=guess.confidence, notes=(note,)), signs


def _weighed(told: Development, id: str, signs: Signs, home: Bundle, whole: Whole) -> _Weighed:
    own = min((draft.clause for draft in home.drafts), key=lambda sentence: sentence.index)
    exact = exactness(told, signs, own, whole)
    notes = (*told.notes, *reasons(signs))
    sure = with_chances(told, home, whole.scene, signs)
    return replace(sure, id=id, confidence=confidence(signs), exactness=exact, notes=notes), signs


_OF_A_SITE = frozenset({Kind.FACILITY, Kind.INCIDENT})


def _in_scope(home: Bundle, scene: Scene) -> bool:
    told = _sentences(home, scene)
    of_a_firm = home.kind in _OF_A_SITE or home.lead.rule == "investment.public-money"  # a grant "for the facility"
    if home.kind is Kind.POLICY and any(of_critical_minerals(sentence) for sentence in told):
        return True
    if home.kind is Kind.FACILITY and of_cars_alone(told, scene):
        return False
    in_words = in_scope(told, scene, by_makers=home.kind is not Kind.FACILITY)  # they build solar plants as well
    return in_words or (of_a_firm and of_a_battery_firm(told, scene, home.ids()))


def _sentences(home: Bundle, scene: Scene) -> list[Sentence]:
    return [scene.sentences[draft.clause.index] for draft in home.drafts]


def _development(home: Bundle, scene: Scene, document: Document, *, dollar: str, gist: Gist | None) -> Development:
    """`gist` is given for what all words of a text speak of: the first thing of its kind."""
    lead = home.lead
    sentence = scene.sentences[lead.clause.index]
    evidence = scene.plain.back(sentence.span)
    stretches, project = stretches_of(home, scene), project_of(home, scene)
    titles = titles_of(home, scene)
    place = place_slot(home, lead, scene)
    country = country_slot(home, place, scene)
    product = product_slot(home, scene)
    made = product.name if product else None
    voice = speaker(sentence, lead.trigger)
    dated = list(moments_told(home, stretches, scene))
    ahead = steps_ahead(steps_told(home, dated), document.published) | works_ahead(home.drafts)
    stage = read = stage_of(home, ahead)
    said = far_likelier(gist, lead, read, scene) if gist else None
    if said and said not in ahead:
        stage = said
    firm = firmness_of(home, stage, scene)
    return without_cuts(
        Development(
            id="",
            document=document.id,
            kind=home.kind,
            stage=stage,
            certainty=firm.certainty,
            modality=firm.modality,
            background=home.background,
            evidence=evidence,
            quote=document.quote(evidence),
            parties=parties_of(home, scene),
            place=as_place(place, scene) if place else None,
            country=country.country if country else None,
            country_span=scene.plain.back(country.span) if country else None,
            product=product,
            chemistry=chemistry_slot(home, scene),
            capacity=capacity_slot(home, stretches, made, scene)
            or capacity_slot(home, project, made, scene)
            or capacity_slot(home, titles, made, scene),
            money=money_slot(home, stretches, scene, dollar) or money_slot(home, titles, scene, dollar),
            jobs=jobs_slot(home, stretches, scene) or jobs_slot(home, project, scene),
            dates=dates_slot(home, dated, stage, scene),
            speaker=Party(voice.id, voice.name, Role.PARTNER, scene.plain.back(voice.span)) if voice else None,
            responses=responses_to(home, scene) if firm.certainty is not Certainty.CONFIRMED else (),
            rule=lead.rule,
            trigger=scene.plain.back(lead.trigger),
            notes=(f"for: all words of the text, as {stage} and not {read}",) if stage != read else (),
        ),
        document.text,
    )


def _id(development: Development) -> str:
    """What is said by which document, not where it stands."""
    place = development.place
    told = [
        development.document,
        development.kind,
        development.stage,
        *sorted(f"{party.role}:{party.id}" for party in development.parties),
        (place.id or place.name) if place else "",
        development.quote,
    ]
    return "dev_" + sha256("\n".join(told).encode()).hexdigest()[:16]
