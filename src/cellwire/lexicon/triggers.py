"""Trigger words: what they are tagged with, and all the forms a verb can take."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cellwire.errors import LexiconError
from cellwire.lexicon.regexes import regex

_VERB = regex(r"\{([a-z &-]+)\}")
_SHORT_L = regex(r"[^aeiou][aeiou]l$")  # "cancelled" in Britain, "canceled" in America
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A written form: `tags` such as "facility.plant"; `form` of its verb: base, s, ing, past, part, or "" for none."""

    written: str
    tags: tuple[str, ...]
    form: str


@cache
def load_triggers(language: str = "en") -> tuple[Trigger, ...]:
    """Every written form of every trigger of a language, in lower case, each once."""
    tables = tomllib.loads((files("cellwire.lexicon") / "triggers" / f"{language}.toml").read_text("utf-8"))
    irregular: dict[str, list[str]] = tables.pop("irregular")
    tags: dict[str, list[str]] = defaultdict(list)
    forms: dict[str, str] = {}
    for group, lists in tables.items():
        for name, phrases in lists.items():
            for phrase in phrases:
                for written, form in _expand(phrase, irregular):
                    if f"{group}.{name}" not in tags[written]:
                        tags[written].append(f"{group}.{name}")
                    # a form that is both past and participle stays "past"; a base form wins over nothing
                    forms[written] = _stronger(forms.get(written, ""), form)
    return tuple(Trigger(written, tuple(tags[written]), forms[written]) for written in sorted(tags))


def _stronger(known: str, new: str) -> str:
    return known or new


def _expand(phrase: str, irregular: dict[str, list[str]]) -> list[tuple[str, str]]:
    verbs = _VERB.findall(phrase)
    if not verbs:
        return [(phrase, "")]
    if len(verbs) > 1:
        raise LexiconError(phrase, "two verbs in one trigger", "write two triggers")
    verb = verbs[0]
    return [(_VERB.sub(form, phrase), name) for form, name in inflect(verb, irregular)]


def inflect(verb: str, irregular: dict[str, list[str]]) -> list[tuple[str, str]]:
    """All forms of a verb with their names: base, s, ing, past, part (the participle where it differs)."""
    head, _, tail = verb.rpartition(" ")
    if head:  # "mass produce": the last word bends
        return [(f"{head} {form}", name) for form, name in inflect(tail, irregular)]
    if verb in irregular:
        third, ing, past, part = irregular[verb]
        forms = [(verb, "base"), (third, "s"), (ing, "ing"), (past, "past")]
        return forms if part in {past, verb} else [*forms, (part, "part")]
    forms = [(verb, "base"), (_third(verb), "s"), (_ing(verb), "ing"), (_past(verb), "past")]
    return [*forms, (verb + "ling", "ing"), (verb + "led", "past")] if _SHORT_L.search(verb) else forms


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _ing(verb: str) -> str:
    return (verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe")) else verb) + "ing"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + "ed"


__all__ = ["Trigger", "inflect", "load_triggers"]
