"""Writing triples as Turtle and as JSON-LD: small, in a fixed order, without a library."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_NOT_IN_IRI = '<>"{}|^`\\'


@dataclass(frozen=True, slots=True)
class Iri:
    """A thing by its address."""

    value: str

    def __post_init__(self) -> None:
        if any(mark in _NOT_IN_IRI or ord(mark) <= ord(" ") for mark in self.value):
            raise ValueError(f"{self.value!r} is no address of a thing")


@dataclass(frozen=True, slots=True)
class Literal:
    """A value: a text in a language, or a value of a datatype; without both, plain text."""

    value: str
    language: str = ""
    datatype: str = ""


Triple = tuple[Iri, str, Iri | Literal]
Writer = Callable[[Iterable[Triple], Mapping[str, str]], str]


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """Write triples as Turtle, subjects in the order in which they first appear."""
    lines = [f"@prefix {name}: <{address}> ." for name, address in sorted(prefixes.items())]
    for subject, said in _by_subject(triples).items():
        told = [
            f"    {_name(predicate, prefixes)} {', '.join(_term(one, prefixes) for one in values)}"
            for predicate, values in said.items()
        ]
        lines += ["", f"<{subject.value}>", " ;\n".join(told) + " ."]
    return "\n".join(lines) + "\n"


def json_ld(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """Write triples as JSON-LD, one node for each subject."""
    nodes = []
    for subject, said in _by_subject(triples).items():
        node: dict[str, Any] = {"@id": subject.value}
        for predicate, values in said.items():
            if predicate == RDF_TYPE:
                node["@type"] = [
                    _compact(one.value, prefixes) for one in values if isinstance(one, Iri)
                ]
            else:
                node[_compact(predicate, prefixes)] = [_value(one, prefixes) for one in values]
        nodes.append(node)
    document = {"@context": dict(sorted(prefixes.items())), "@graph": nodes}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _by_subject(triples: Iterable[Triple]) -> dict[Iri, dict[str, list[Iri | Literal]]]:
    """Gather what is said of each thing, each statement once."""
    gathered: dict[Iri, dict[str, list[Iri | Literal]]] = {}
    for subject, predicate, thing in triples:
        values = gathered.setdefault(subject, {}).setdefault(predicate, [])
        if thing not in values:
            values.append(thing)
    return gathered


def _name(address: str, prefixes: Mapping[str, str]) -> str:
    if address == RDF_TYPE:
        return "a"
    short = _compact(address, prefixes)
    return f"<{address}>" if short == address else short


def _compact(address: str, prefixes: Mapping[str, str]) -> str:
    for name, start in prefixes.items():
        rest = address.removeprefix(start)
        if rest != address and rest.isascii() and rest.replace("_", "").isalnum():
            return f"{name}:{rest}"
    return address


def _term(one: Iri | Literal, prefixes: Mapping[str, str]) -> str:
    if isinstance(one, Iri):
        return _name(one.value, prefixes)
    text = "".join(_ESCAPED.get(mark, mark) for mark in one.value)
    if one.language:
        return f'"{text}"@{one.language}'
    return f'"{text}"^^{_name(one.datatype, prefixes)}' if one.datatype else f'"{text}"'


def _value(one: Iri | Literal, prefixes: Mapping[str, str]) -> dict[str, str]:
    if isinstance(one, Iri):
        return {"@id": one.value}
    if one.language:
        return {"@value": one.value, "@language": one.language}
    if one.datatype:
        return {"@value": one.value, "@type": _compact(one.datatype, prefixes)}
    return {"@value": one.value}
