"""The slots of nouns, structs and dataclasses alike."""

from cellwire.model import Development, Party, slots_of


def test_the_slots_of_a_struct_and_of_a_dataclass_are_found_by_name() -> None:
    assert slots_of(Party) == ("id", "name", "role", "span")
    assert slots_of(Development)[:3] == ("id", "document", "kind")
    assert slots_of(str) == ()
