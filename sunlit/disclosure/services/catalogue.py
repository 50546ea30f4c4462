"""The acts on the catalogue: to list, restate and end a category, and to say what an item tells."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit.disclosure import events, policies, vocabulary
from sunlit.disclosure.models import Category, FormerEntry, Item
from sunlit.disclosure.services.steps import enter, locked_item
from sunlit.disclosure.standards import StandardRow, standard_rows
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Agency, Office, Official
from sunlit.organization.selectors import open_offices

STANDARD_CODE = "BZ-"
"""How the codes of categories begin that were taken in from a standard catalogue."""


class Terms(TypedDict):
    """What the catalogue says of a category, beside its code and its office."""

    group: str
    name: str
    is_proactive: bool
    frequency: str
    elements: list[str]
    basis: str
    limit_unit: str
    limit_amount: int | None
    audience: str
    channels: list[str]
    levels: list[str]
    format: str
    theme: str
    genre: str
    responsible_post: str


@transaction.atomic(durable=True)
def list_category(
    *, agency: Agency, by: Official, today: date, code: str, office: str, **terms: Unpack[Terms]
) -> Category:
    """Put a category into the catalogue from today on; `office` is a code."""
    if refusal := policies.why_not_list(by):
        raise refusal
    _lock(agency)
    meant = _office(agency, office)
    return _listed(agency, code, meant, terms, by=by, today=today)


@transaction.atomic(durable=True)
def take_in_standard(
    *,
    agency: Agency,
    by: Official,
    today: date,
    rows: Sequence[str],
    office: str,
    responsible_post: str,
) -> Category:
    """Put rows of a standard catalogue into the catalogue; return the first.

    `rows` are their keys. Nothing that is in the catalogue is changed.
    """
    if refusal := policies.why_not_list(by):
        raise refusal
    _lock(agency)
    meant = _office(agency, office)
    taken = [
        _listed(
            agency,
            STANDARD_CODE + row.code,
            meant,
            _terms_of(row, responsible_post),
            by=by,
            today=today,
            standard=row.key,
        )
        for row in _rows(rows)
    ]
    return taken[0]


@transaction.atomic(durable=True)
def restate_category(
    *, record_id: int, by: Official, today: date, office: str, **terms: Unpack[Terms]
) -> Category:
    """Restate what the catalogue says of a category, from today on; what it said is kept."""
    category = _category(record_id, by)
    if refusal := policies.why_not_restate(by, category) or policies.why_not_on(today, category):
        raise refusal
    if refusal := policies.why_not_close(category, is_proactive=terms["is_proactive"]):
        raise refusal
    _refuse_what_cannot_stand(terms, category.agency, on=today)
    said = _said(category)
    meant = _office(category.agency, office)
    changed = [name for name, value in terms.items() if getattr(category, name) != value]
    changed += ["office"] if meant != category.office else []
    if not changed:
        raise Unacceptable(
            _("The catalogue says all this of %(code)s already.") % {"code": category.code},
            remedy=_("Change what is to be said, or leave it as it is."),
        )
    began = category.restated_on or category.since
    FormerEntry.objects.create(
        agency=category.agency, category=category, since=began, until=today, said=said
    )
    for name, value in terms.items():
        setattr(category, name, value)
    category.office, category.restated_on = meant, today
    category.save()
    restated = events.CategoryRestated(category.code, category.name, tuple(changed))
    enter(restated, category, policies.CATALOGUE, by=by, on=today)
    return category


@transaction.atomic(durable=True)
def end_category(*, record_id: int, by: Official, today: date, reason: str) -> Category:
    """Take a category off the catalogue; its items stay public under it."""
    category = _category(record_id, by)
    if refusal := policies.why_not_end(by, category) or policies.why_not_on(today, category):
        raise refusal
    if refusal := policies.why_not_print([reason], category.agency, on=today):
        raise refusal
    category.ended_on = today
    category.save(update_fields=["ended_on"])
    ended = events.CategoryEnded(category.code, category.name, reason)
    enter(ended, category, policies.CATALOGUE, by=by, on=today)
    return category


@transaction.atomic(durable=True)
def name_elements(*, record_id: int, by: Official, today: date, elements: Sequence[str]) -> Item:
    """Say which content elements of its category an item tells."""
    item = locked_item(record_id, by)
    if refusal := policies.why_not_name_elements(by, item):
        raise refusal
    known = item.category.elements
    if unknown := [one for one in elements if one not in known]:
        raise Unacceptable(
            _("The catalogue names no such content element: %(name)s.") % {"name": unknown[0]},
            remedy=_("Choose among those of the category."),
        )
    item.elements = [one for one in known if one in elements]
    item.save(update_fields=["elements"])
    named = events.ElementsNamed(item.code, tuple(item.elements))
    enter(named, item, policies.CATALOGUE, by=by, on=today)
    return item


def _listed(
    agency: Agency,
    code: str,
    office: Office,
    terms: Terms,
    *,
    by: Official,
    today: date,
    standard: str = "",
) -> Category:
    """Put a category into the catalogue, for whichever act; the agency's row must be locked."""
    _refuse_what_cannot_stand(terms, agency, on=today)
    if Category.objects.filter(agency=agency, code=code).exists():
        raise Unacceptable(
            _("The catalogue has, or had, a category %(code)s already.") % {"code": code},
            remedy=_("Choose another code, or restate that category."),
        )
    category = Category.objects.create(
        agency=agency,
        code=code,
        office=office,
        role=vocabulary.role_of(terms["name"]),
        since=today,
        standard=standard,
        **terms,
    )
    listed = events.CategoryListed(code=code, name=category.name)
    enter(listed, category, policies.CATALOGUE, by=by, on=today)
    return category


def _refuse_what_cannot_stand(terms: Terms, agency: Agency, *, on: date) -> None:
    refusal = policies.why_not_promise(terms["limit_unit"], terms["limit_amount"], on=on)
    if refusal := refusal or policies.why_not_print(_words(terms), agency, on=on):
        raise refusal


def _words(terms: Terms) -> Iterator[str]:
    for value in terms.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from value


def _said(category: Category) -> dict[str, Any]:
    """Return what the catalogue says of a category, as a former entry keeps it."""
    return {
        **{name: getattr(category, name) for name in Terms.__annotations__},
        "office": category.office.name,
    }


def _rows(keys: Sequence[str]) -> list[StandardRow]:
    known = standard_rows()
    if not keys:
        raise Unacceptable(_("Nothing was chosen."), remedy=_("Choose at least one row."))
    if unknown := [key for key in keys if key not in known]:
        raise Unacceptable(
            _("No standard catalogue has the row %(row)s.") % {"row": unknown[0]},
            remedy=_("Choose among the rows that are offered."),
        )
    return [known[key] for key in keys]


def _terms_of(row: StandardRow, responsible_post: str) -> Terms:
    return Terms(
        group=row.group,
        name=row.name,
        is_proactive=True,
        frequency=row.frequency,
        elements=list(row.elements),
        basis=row.basis,
        limit_unit=row.limit_unit,
        limit_amount=row.limit_amount,
        audience="all",
        channels=list(row.channels),
        levels=list(row.levels),
        format="",
        theme=row.theme,
        genre="",
        responsible_post=responsible_post,
    )


def _office(agency: Agency, code: str) -> Office:
    office = open_offices(agency).filter(code=code).first()
    if office is None:
        raise Unacceptable(_("The agency has no office %(code)s.") % {"code": code})
    return office


def _lock(agency: Agency) -> None:
    Agency.objects.select_for_update(of=("self",)).get(pk=agency.pk)


def _category(record_id: int, by: Official) -> Category:
    categories = Category.objects.select_for_update(of=("self",)).select_related("office", "agency")
    return categories.get(pk=record_id, agency=by.agency)
