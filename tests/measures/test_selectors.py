import hashlib
from datetime import date

import pytest
from django.db.models import Q

from sunlit.channels.models import CampaignEvent
from sunlit.kernel.canonical import canonical_json
from sunlit.kernel.refusals import Missing
from sunlit.ledger.selectors import latest_leaves
from sunlit.measures import registry
from sunlit.measures.registry import Face, Measure
from sunlit.measures.rules import Reference
from sunlit.measures.selectors import count_all, measure, measure_all, number
from sunlit.powers.models import Power
from tests.organization.factories import agency, office
from tests.powers import factories

pytestmark = pytest.mark.django_db

CODE = "powers.licence"


@pytest.fixture
def powers():
    """Two powers on the list, each with an entry."""
    found = [factories.power(code) for code in ("CG-XK-002", "CG-XK-001")]
    for power in found:
        factories.enter(power)
    return found


def licences():
    """The figure of the licences."""
    return measure(CODE, agency(), factories.YEAR)


def test_the_value_is_the_number_of_the_records(powers):
    found = licences()

    assert found.value == len(found.records) == len(found.faces) == 2
    assert [face.number for face in found.faces] == ["CG-XK-001", "CG-XK-002"]


def test_the_digest_is_taken_over_the_records_and_their_latest_leaves(powers):
    found = licences()

    leaves = latest_leaves("powers.power", [power.pk for power in powers])
    pairs = [
        [face.id, leaves[record.pk]]
        for face, record in zip(found.faces, found.records, strict=True)
    ]
    assert found.digest == hashlib.sha256(canonical_json(sorted(pairs))).hexdigest()


def test_the_digest_changes_when_a_record_gets_a_new_entry(powers):
    before = licences()
    assert licences().digest == before.digest

    factories.enter(powers[0])

    after = licences()
    assert after.value == before.value
    assert after.digest != before.digest


def test_the_digest_changes_when_a_record_comes_or_goes(powers):
    before = licences().digest

    Power.objects.filter(pk=powers[0].pk).update(is_public=False, published_on=None)

    assert licences().digest != before


def test_an_entry_about_another_record_leaves_the_digest_alone(powers):
    before = licences().digest

    factories.enter(factories.power("CG-CF-001", kind="penalty"))

    assert licences().digest == before


def test_a_figure_that_counts_nothing_is_zero_and_has_a_digest():
    found = licences()

    assert (found.value, found.faces) == (0, ())
    assert found.digest == hashlib.sha256(b"[]").hexdigest()


def test_an_unknown_code_is_refused():
    with pytest.raises(Missing):
        measure("powers.of_darkness", agency(), factories.YEAR)


def test_all_figures_are_measured_by_their_codes():
    found = measure_all(agency(), factories.YEAR)

    assert list(found) == sorted(found)
    assert all(measurement.measure.code == code for code, measurement in found.items())
    assert found[CODE].measure.room == "powers"


def test_figures_of_one_population_are_counted_in_one_query(
    powers, monkeypatch, django_assert_num_queries
):
    Power.objects.filter(pk=powers[0].pk).update(sub_list="分表九")

    def population(_agency, _year):
        return Power.objects.order_by("code")

    conditions = {"all": Q(), "listed": Q(sub_list="分表九"), "others": ~Q(sub_list="分表九")}
    figures = [
        Measure(
            code=f"tests.{name}",
            label="",
            counts="",
            basis="power.list",
            population=population,
            meets=meets,
            face=lambda power: Face(id=power.code, number=power.code, title=""),
        )
        for name, meets in conditions.items()
    ]
    monkeypatch.setattr(registry, "_measures", {})
    registry.register(*figures)
    owner = agency()

    with django_assert_num_queries(1):
        counts = count_all(owner, factories.YEAR)

    assert counts == {"tests.all": 2, "tests.listed": 1, "tests.others": 1}


def test_two_measures_cannot_have_one_code(monkeypatch):
    monkeypatch.setattr(registry, "_measures", {})
    one = Measure(
        code="tests.one",
        label="",
        counts="",
        basis="power.list",
        population=lambda _agency, _year: Power.objects.order_by("code"),
        face=lambda power: Face(id=power.code, number=power.code, title=""),
    )
    registry.register(one)

    with pytest.raises(ValueError, match=r"tests\.one"):
        registry.register(one)


def test_every_measure_says_what_it_counts_and_which_provision_owes_it():
    for code, one in registry.all_measures().items():
        assert str(one.label), code
        assert str(one.counts), code
        assert one.basis, code


def test_a_part_of_a_figure_counts_the_records_that_meet_it(powers):
    Power.objects.filter(pk=powers[0].pk).update(sub_list="分表一")
    Power.objects.filter(pk=powers[1].pk).update(sub_list="分表二")

    part = {"sub_list": "分表一"}
    found = measure("powers.in_sub_lists", agency(), factories.YEAR, part)

    assert [face.number for face in found.faces] == ["CG-XK-002"]
    assert number(Reference("powers.in_sub_lists", part), agency(), factories.YEAR) == 1
    assert number(Reference("powers.in_sub_lists"), agency(), factories.YEAR) == 2


def test_an_amount_is_the_sum_of_what_the_records_state():
    named = Reference("channels.events", {}, "arches")
    assert number(named, agency(), factories.YEAR) == 0
    for code, arches in {"HD01": 4, "HD02": 6}.items():
        CampaignEvent.objects.create(
            agency=agency(),
            year=factories.YEAR,
            code=code,
            name="城管开放日",
            venue="广场",
            starts_on=date(factories.YEAR, 5, 1),
            ends_on=date(factories.YEAR, 5, 2),
            arches=arches,
            banners=0,
            leaflets=0,
            office=office("KS01"),
        )

    assert number(named, agency(), factories.YEAR) == 10


@pytest.mark.parametrize(
    "named",
    [
        Reference("powers.of_darkness"),
        Reference("powers.total", {"moon": "full"}),
        Reference("powers.total", {}, "weight"),
    ],
    ids=["no such figure", "no such part", "no such amount"],
)
def test_what_no_room_knows_is_refused(named):
    with pytest.raises(Missing):
        number(named, agency(), factories.YEAR)
