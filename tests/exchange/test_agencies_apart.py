"""Two agencies in one installation: neither sees, counts, chooses or reaches what is the other's.

Both have the same year with the same codes; in the second one's copy a word of the first one's is
another, so that a page tells whose records it shows. Registers, acts, figures and addresses are
walked as they are registered: a new one is covered by itself.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Model
from django.forms import ModelChoiceField
from django.urls import Resolver404, resolve

from sunlit.design.registers import all_registers
from sunlit.exchange.services import load_year
from sunlit.measures.selectors import count_all
from sunlit.organization.models import Agency, Official, Role
from sunlit.portal.urls import urlpatterns
from sunlit.search.selectors import search
from tests import sample
from tests.organization.factories import official

OURS, THEIRS = "城管", "交管"
HOST = "jgj.example.invalid"
OF_ONE_VIEW = 3
BY_THE_WORD = "disclosure.culture_items"
"""The one figure that goes by the word in which the two years differ."""
OF_NO_AGENCY = {"deadline"}
NOT_IN_THE_SAMPLE = {
    "attachment", "changes", "draft_norm", "letter", "apply-step", "tracked", "track-receipt",
    "track-receipt-pdf", "track-signature", "track-supplement", "track-withdraw",
    "chart-version", "chart-version-file", "export-withdrawn", "power-sheet",
}  # fmt: skip
"""What the sample has none of: each is kept apart by a test of its own room."""
"""What tells of the law only, in the law's own words."""


@pytest.fixture(scope="module")
def both(django_db_setup, django_db_blocker, tmp_path_factory):
    """Load the sample for its own agency, and in other words for a second one."""
    folder = sample.copy_to(tmp_path_factory.mktemp("second"))
    for path in folder.rglob("*"):
        if path.suffix in {".csv", ".yaml", ".md", ".txt"}:
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace(OURS, THEIRS), encoding="utf-8")
    with django_db_blocker.unblock(), sample.loaded() as done:
        second = load_year(folder, today=sample.TODAY, agency_code="JGJ").agency
        second.site_host = HOST
        second.save()
        yield done.agency, second


@pytest.fixture(autouse=True)
def the_years_end(settings):
    """Let it be the last day of the year, and let both hosts be answered."""
    settings.SUNLIT_TODAY = sample.TODAY
    settings.ALLOWED_HOSTS = ["*"]


@pytest.fixture(params=["first", "second"])
def whose(request, both, db) -> tuple[Agency, Agency, str]:
    """Return an agency, the other one, and the word that only the other one's records have."""
    first, second = both
    return (first, second, THEIRS) if request.param == "first" else (second, first, OURS)


def agency_of(record: Model, *, past: tuple[type[Model], ...] = ()) -> int | None:
    """Return the agency of a record: its own, or that of the records that it belongs to."""
    if isinstance(record, Agency):
        return record.pk
    if hasattr(record, "agency_id"):
        return int(record.agency_id)
    for field in record._meta.concrete_fields:
        if field.many_to_one and field.related_model not in past:
            parent = getattr(record, field.name)
            found = parent and agency_of(parent, past=(*past, type(record)))
            if found:
                return found
    return None


def test_the_two_count_alike_and_each_its_own(both, db):
    first, second = both
    ours, theirs = count_all(first, sample.YEAR), count_all(second, sample.YEAR)

    assert ours.pop(BY_THE_WORD) > theirs.pop(BY_THE_WORD)
    assert ours == theirs
    assert {code: ours[code] for code in sample.FIGURES} == sample.FIGURES


@pytest.mark.parametrize("role", list(Role))
def test_no_register_shows_or_offers_the_others_records(whose, role):
    agency, _other, _word = whose
    by = official(role, username="walker", of=agency)
    for register in all_registers().values():
        records = list(register.records(by))
        assert {agency_of(one) for one in records} <= {agency.pk}, register.name
        waiting = register.waiting(agency, sample.TODAY) if register.waiting else ()
        assert {agency_of(one.record) for one in waiting} <= {agency.pk}, register.name
        for name, choice in _choices(register, records, by):
            assert {agency_of(one) for one in choice.queryset} <= {agency.pk}, name


def _choices(
    register: Any, records: list[Model], by: Official
) -> Iterator[tuple[str, ModelChoiceField]]:
    """Yield the choices among records that the acts of a register offer."""
    acts = [(act, None) for act in register.opening]
    acts += [(act, records[0]) for act in register.acts if records]
    for act, record in acts:
        for name, field in act.blank_form(record=record, by=by).fields.items():
            if isinstance(field, ModelChoiceField):
                yield f"{register.name} {act.name} {name}", field


def test_no_record_and_no_act_of_the_others_is_reached_by_its_number(whose, client):
    agency, other, _word = whose
    client.force_login(official(Role.ADMINISTRATOR, username="walker", of=agency))
    theirs = official(Role.ADMINISTRATOR, username="other", of=other)
    reached = []
    for register in all_registers().values():
        record = register.records(theirs).first()
        if record is None:
            continue
        page = f"/desk/{register.name}/{record.pk}/"
        addresses = [page, *(f"{page}{act.name}/" for act in register.acts)]
        reached += [one for one in addresses if client.get(one).status_code != 404]
        reached += [one for one in addresses[1:] if client.post(one).status_code != 404]

    assert not reached


def test_no_page_or_export_of_the_desk_tells_of_the_other(whose, client):
    agency, _other, word = whose
    client.force_login(official(Role.ADMINISTRATOR, username="walker", of=agency))
    addresses = ["/desk/", "/desk/waiting/", "/desk/agency/", "/desk/registers/", "/desk/me/"]
    for name in all_registers():
        addresses += [f"/desk/{name}/", f"/desk/{name}/export.csv"]
    for address in addresses:
        answer = client.get(address)
        assert answer.status_code == 200, address
        content = b"".join(answer) if answer.streaming else answer.content
        assert word not in content.decode(), address


def test_no_public_page_tells_of_the_other(whose, client):
    agency, _other, word = whose
    host = {"host": agency.site_host or "localhost"}
    seen = {"home": 1} | dict.fromkeys(OF_NO_AGENCY, OF_ONE_VIEW)
    waiting, known = ["/"], {"/"}
    while waiting:
        address = waiting.pop(0)
        answer = client.get(address, headers=host)
        if answer.status_code != 200 or "html" not in answer["Content-Type"]:
            continue
        page = answer.content.decode()
        assert word not in page, address
        for link in re.findall(r'href="(/[^"#?]*)', page):
            found = unescape(link)
            if found not in known and _is_worth_a_visit(found, seen):
                known.add(found)
                waiting.append(found)

    missed = {pattern.name for pattern in urlpatterns} - seen.keys()
    assert missed <= {"search_column", "newest_assessment", "search", *NOT_IN_THE_SAMPLE}, missed


def _is_worth_a_visit(address: str, seen: dict[str, int]) -> bool:
    """Say whether a public view has not been visited often enough; counts the visit."""
    try:
        name = str(resolve(address).view_name)
    except Resolver404:
        return False
    if not name.startswith("portal:"):
        return False
    name = name.removeprefix("portal:")
    seen[name] = seen.get(name, 0) + 1
    return seen[name] <= OF_ONE_VIEW


def test_the_search_finds_only_ones_own(whose, db):
    agency, other, _word = whose

    assert not search(agency, "2012").filter(agency_id=other.pk).exists()


def test_a_word_of_the_other_is_found_in_the_others_records_only(both):
    """The walk above would be blind if the word did not stand in the records."""
    assert OURS in (sample.FOLDER / "org.yaml").read_text(encoding="utf-8")
    assert THEIRS not in "".join(
        path.read_text(encoding="utf-8") for path in Path(sample.FOLDER).glob("*.yaml")
    )
