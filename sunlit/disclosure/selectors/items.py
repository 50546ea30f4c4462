"""Readings of items: what is public, what was public in a year, what an official may see."""

from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import Category, CategoryRole, Decision, Item
from sunlit.disclosure.models.items import SHOWN
from sunlit.organization.models import Agency, Office, OfficeKind, Official, Role, Zone

GATE_KEEPERS = (
    Role.CLERK,
    Role.SECTION_HEAD,
    Role.SECRECY_REVIEWER,
    Role.APPROVER,
    Role.LEADER,
    Role.AUDITOR,
    Role.ADMINISTRATOR,
)
"""Who may see every draft."""


def published_items(agency: Agency) -> QuerySet[Item]:
    """Return the items that are public now, newest first."""
    items = Item.objects.filter(agency=agency, status=Status.PUBLISHED)
    return items.order_by("-published_on", "-code")


def items_of_category(category: Category) -> QuerySet[Item]:
    """Return the items of a category that are public now, newest first."""
    return published_items(category.agency).filter(category=category)


def item_by_index_number(agency: Agency, number: str) -> Item | None:
    """Return the item that was published under an index number, withdrawn or not."""
    items = Item.objects.filter(agency=agency, index_number=number, status__in=SHOWN)
    return items.select_related("category", "office", "zone").first()


def items_published_in(agency: Agency, year: int) -> QuerySet[Item]:
    """Return the items published in a year and not withdrawn by its end, oldest first."""
    kept = Q(withdrawn_on=None) | Q(withdrawn_on__gt=date(year, 12, 31))
    items = Item.objects.filter(kept, agency=agency, published_on__year=year)
    return items.select_related("category", "office").order_by("published_on", "index_number")


def items_reviewed(agency: Agency, year: int) -> QuerySet[Item]:
    """Return the items published in a year, each after a review had allowed it."""
    return items_published_in(agency, year).filter(
        review__decision__in=[Decision.PUBLISH, Decision.PUBLISH_CHANGED],
        review__approved_on__lte=F("published_on"),
    )


def items_indexed(agency: Agency, year: int) -> QuerySet[Item]:
    """Return the items published in a year whose index number no other item has."""
    numbers = Item.objects.filter(agency=agency).exclude(index_number="").values("index_number")
    single = numbers.annotate(items=Count("pk")).filter(items=1).values("index_number")
    # In one pass over the numbers: to look for a second item, item by item, takes quadratic time.
    return items_published_in(agency, year).filter(index_number__in=single)


def zones_covered(agency: Agency, year: int) -> QuerySet[Zone]:
    """Return the districts about which something was published in a year."""
    about = items_published_in(agency, year).filter(zone=OuterRef("pk"))
    return Zone.objects.filter(Exists(about), agency=agency).order_by("code")


def sections_shown(agency: Agency, year: int) -> QuerySet[Office]:
    """Return the sections about whose duties an item was published in a year."""
    about = items_published_in(agency, year).filter(
        category__role=CategoryRole.OFFICE_DUTIES, about_office=OuterRef("pk")
    )
    sections = Office.objects.filter(agency=agency, kind=OfficeKind.SECTION)
    return sections.filter(Exists(about)).order_by("code")


def neighbours(item: Item) -> tuple[Item | None, Item | None]:
    """Return the public items of the same category that came just before and just after one."""
    others = published_items(item.agency).filter(category=item.category_id).exclude(pk=item.pk)
    same_day = Q(published_on=item.published_on)
    before = others.filter(Q(published_on__lt=item.published_on) | same_day & Q(code__lt=item.code))
    after = others.filter(Q(published_on__gt=item.published_on) | same_day & Q(code__gt=item.code))
    return before.first(), after.last()


def items_open_to(by: Official) -> QuerySet[Item]:
    """Return the items that an official may see: who keeps no gate sees no others' drafts."""
    items = Item.objects.filter(agency=by.agency)
    if not by.has_role(*GATE_KEEPERS):
        items = items.filter(Q(status__in=SHOWN) | Q(office=by.office_id))
    related = ("category", "office", "zone", "review", "rule", "agency", "revises", "interprets")
    own = ("keeping", "revision")
    parts = ("review__countersignatures", "attachments")
    found = items.select_related(*related, *own).prefetch_related(*parts)
    return found.order_by("-made_on", "-year", "-code")
