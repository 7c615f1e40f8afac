"""The JSON Schema describes what is taken, and nothing else."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given

from reflect_journal.model.schema import build_schema
from reflect_journal.model.terms import AREAS, STAGES
from tests.model.drawing import Document, documents

SCHEMA = build_schema()


def resolve(schema: Document) -> Document:
    if "$ref" in schema:
        resolved: Document = SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        return resolved
    return schema


def find_alternatives(schema: Document) -> list[Document]:
    return [resolve(one) for one in schema.get("anyOf", [schema])]


def find_strange(value: Any, schema: Document) -> Iterator[str]:
    for alternative in find_alternatives(schema):
        if isinstance(value, list) and "items" in alternative:
            for one in value:
                yield from find_strange(one, alternative["items"])
        elif isinstance(value, dict) and "properties" in alternative:
            known = alternative["properties"]
            yield from value.keys() - known.keys()
            for key in value.keys() & known.keys():
                yield from find_strange(value[key], known[key])
        elif isinstance(value, dict) and "propertyNames" in alternative:
            yield from value.keys() - set(alternative["propertyNames"]["enum"])
            for one in value.values():
                yield from find_strange(one, alternative["additionalProperties"])


def walk_objects(schema: Any) -> Iterator[Document]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for inner in schema.values():
            yield from walk_objects(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from walk_objects(inner)


def test_the_schema_says_what_it_describes() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["title"] == "Reflection"
    assert SCHEMA["required"] == ["company", "rejected_on"]
    assert SCHEMA["type"] == "object"
    assert "id" in SCHEMA["properties"]
    [stages, _] = SCHEMA["properties"]["stage_reached"]["anyOf"]
    assert list(STAGES) == stages["enum"]


@given(documents)
def test_every_key_of_a_sound_document_is_in_the_schema(document: Document) -> None:
    assert list(find_strange(document, SCHEMA)) == []


def test_a_key_that_is_not_in_the_schema_is_found_to_be_strange() -> None:
    strange = {"rounds": [{"areas": {"answers": {"b": 1}, "c": {}}}], "fit": {"a": 1}}
    assert {"a", "b", "c"} == set(find_strange(strange, SCHEMA))


def test_no_object_of_the_schema_takes_other_keys() -> None:
    objects = list(walk_objects(SCHEMA))
    areas = [one for one in objects if "propertyNames" in one]
    assert [list(AREAS)] * 2 == [one["propertyNames"]["enum"] for one in areas]
    assert len(objects) - len(areas) == 12
    for one in objects:
        assert one in areas or one["additionalProperties"] is False
