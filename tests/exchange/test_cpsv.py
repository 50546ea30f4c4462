"""The list of powers as linked data: what it says, and that others' shapes accept it."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from config.env import ROOT
from sunlit.exchange import cpsv, rdf
from sunlit.exchange.rdf import Iri, Literal
from tests import sample
from tests.organization.factories import agency
from tests.powers.factories import power

VECTORS = Path(os.environ.get("SUNLIT_VECTORS") or ROOT.parent / "shared" / "vectors")
SITE = "https://cgj.example.invalid"
DAY = date(2031, 9, 1)
LIBRARY_WARNS = pytest.mark.filterwarnings("ignore::DeprecationWarning")
"""The library that reads the files warns of its own older parts."""


def written(**changes):
    """Return a power as Turtle."""
    power(**changes)
    return rdf.turtle(cpsv.services_of(agency(), on=DAY, site=SITE), cpsv.PREFIXES)


@pytest.mark.django_db
def test_a_power_is_a_public_service_with_authority_time_and_cost():
    told = written(statutory_days=20, promised_days="7", fee="不收费", place="政务中心")

    for words in (
        f"<{SITE}/powers/CG-XK-001/>\n    a cpsv:PublicService",
        'dct:identifier "CG-XK-001"',
        '"户外广告设置审批"@zh-Hans',
        f"cv:hasCompetentAuthority <{SITE}/#agency>",
        'cv:processingTime "P7D"^^xsd:duration',
        'cv:hasValue "0"^^xsd:double',
        'dct:description "政务中心"@zh-Hans',
    ):
        assert words in told


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("promised", "time"), [("7", "P7D"), ("当场", "P20D"), ("", "P20D")], ids=str
)
def test_the_time_is_what_was_promised_else_what_the_law_allows(promised, time):
    assert f'"{time}"^^xsd:duration' in written(promised_days=promised, statutory_days=20)


@pytest.mark.django_db
def test_a_suspended_power_is_told_as_suspended():
    assert f"adms:status <{SITE}/powers/#suspended>" in written(suspended_on=DAY)


def test_a_text_cannot_break_out_of_its_quotation_marks():
    text = 'a "quoted"\\ line\nand <more>'
    triples = [(Iri("urn:a"), "urn:says", Literal(text, language="en"))]

    turtle = rdf.turtle(triples, {})
    node = json.loads(rdf.json_ld(triples, {}))["@graph"][0]

    assert '"a \\"quoted\\"\\\\ line\\nand <more>"@en' in turtle
    assert node["urn:says"] == [{"@value": text, "@language": "en"}]


@pytest.mark.parametrize("address", ["urn:a b", "urn:<a>", 'urn:"', "urn:a\n"])
def test_an_address_that_would_break_the_file_is_refused(address):
    with pytest.raises(ValueError, match="no address"):
        Iri(address)


def test_what_is_said_twice_is_written_once():
    triple = (Iri("urn:a"), "urn:p", Literal("x"))

    assert rdf.turtle([triple, triple], {}).count('"x"') == 1


@pytest.fixture(scope="module")
def year(django_db_setup, django_db_blocker):
    """Load the sample year, and write its powers in both forms."""
    with django_db_blocker.unblock(), sample.loaded() as done:
        triples = list(cpsv.services_of(done.agency, on=sample.TODAY, site=SITE))
    return rdf.turtle(triples, cpsv.PREFIXES), rdf.json_ld(triples, cpsv.PREFIXES)


@LIBRARY_WARNS
def test_the_powers_of_the_year_fit_the_shapes_of_cpsv_ap(year):
    pyshacl, rdflib = pytest.importorskip("pyshacl"), pytest.importorskip("rdflib")
    shapes = VECTORS / "cpsv-ap-3.2.0-SHACL.ttl"
    if not shapes.exists():
        pytest.skip(f"{shapes} is not there: others' shapes (SUNLIT_VECTORS names the folder)")
    graph = rdflib.Graph().parse(data=year[0], format="turtle")

    fits, _report, told = pyshacl.validate(
        graph, shacl_graph=rdflib.Graph().parse(shapes, format="turtle")
    )

    assert fits, told
    service = rdflib.URIRef("http://purl.org/vocab/cpsv#PublicService")
    assert len(list(graph.subjects(rdflib.RDF.type, service))) == 136 + 6


@LIBRARY_WARNS
def test_both_forms_say_the_same(year):
    rdflib = pytest.importorskip("rdflib")
    turtle, linked = year

    first = rdflib.Graph().parse(data=turtle, format="turtle")
    second = rdflib.Graph().parse(data=linked, format="json-ld")

    assert set(first) == set(second)
