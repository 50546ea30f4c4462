"""Readings of what is published, what is on its way, and how much time is left."""

from datetime import date
from functools import lru_cache

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet

from sunlit import statutes
from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import (
    Category,
    CategoryRole,
    Decision,
    GuideSection,
    InternalRule,
    Item,
    SecrecyReview,
    YearDocument,
)
from sunlit.kernel.clock import Ended, Event, Reading, Started, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.models import (
    Agency,
    LeadingGroup,
    Office,
    OfficeKind,
    Official,
    Role,
    Zone,
)
from sunlit.organization.selectors import official_calendar
from sunlit.organization.selectors.once import once
from sunlit.screening.kinds import Finding as Found
from sunlit.screening.kinds import Kind
from sunlit.screening.lexicons import Lexicon, lexicon
from sunlit.screening.rules import screen_text

SHOWN = (Status.PUBLISHED, Status.WITHDRAWN)
"""An item in one of these has an index number and a public address."""

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


def guide_of_year(agency: Agency, year: int) -> QuerySet[GuideSection]:
    """Return the sections of the disclosure guide as it stood in a year, in order."""
    return GuideSection.objects.filter(agency=agency, year=year).order_by("position")


def catalogue(agency: Agency) -> QuerySet[Category]:
    """Return the catalogue as it stands, in the order of its codes."""
    return Category.objects.filter(agency=agency, ended_on=None).order_by("code")


def catalogue_with_newest(agency: Agency) -> QuerySet[Category]:
    """Return the catalogue, each with `public` items, and the day of the newest: `newest_on`."""
    public = Q(items__status=Status.PUBLISHED)
    categories = catalogue(agency).select_related("office")
    return categories.annotate(
        public=Count("items", filter=public), newest_on=Max("items__published_on", filter=public)
    )


def neighbours(item: Item) -> tuple[Item | None, Item | None]:
    """Return the public items of the same category that came just before and just after one."""
    others = published_items(item.agency).filter(category=item.category_id).exclude(pk=item.pk)
    same_day = Q(published_on=item.published_on)
    before = others.filter(Q(published_on__lt=item.published_on) | same_day & Q(code__lt=item.code))
    after = others.filter(Q(published_on__gt=item.published_on) | same_day & Q(code__gt=item.code))
    return before.first(), after.last()


def catalogue_of_year(agency: Agency, year: int) -> QuerySet[Category]:
    """Return the catalogue as it stood at the end of a year."""
    end = date(year, 12, 31)
    kept = Q(ended_on=None) | Q(ended_on__gt=end)
    categories = Category.objects.filter(kept, agency=agency, since__lte=end)
    return categories.select_related("office").order_by("code")


def rules_in_force(agency: Agency, *, on: date) -> QuerySet[InternalRule]:
    """Return the agency's own rules that were in force on a day, each in its version of then."""
    kept = Q(ended_on=None) | Q(ended_on__gt=on)
    rules = InternalRule.objects.filter(kept, agency=agency, issued_on__lte=on)
    return rules.select_related("office").order_by("code", "issued_on")


def rules_of_year(agency: Agency, year: int) -> QuerySet[InternalRule]:
    """Return the agency's own rules that were in force at the end of a year."""
    return rules_in_force(agency, on=date(year, 12, 31))


def rules_issued_in(agency: Agency, year: int) -> QuerySet[InternalRule]:
    """Return the agency's own rules that were issued in a year."""
    rules = InternalRule.objects.filter(agency=agency, issued_on__year=year)
    return rules.order_by("code", "issued_on")


def items_open_to(by: Official) -> QuerySet[Item]:
    """Return the items that an official may see: who keeps no gate sees no others' drafts."""
    items = Item.objects.filter(agency=by.agency)
    if not by.has_role(*GATE_KEEPERS):
        items = items.filter(Q(status__in=SHOWN) | Q(office=by.office_id))
    related = items.select_related("category", "office", "zone", "review", "rule", "agency")
    return related.order_by("-made_on", "-year", "-code")


def reviews_concluded_in(agency: Agency, year: int) -> QuerySet[SecrecyReview]:
    """Return the reviews that were decided in a year; one that is under way is none yet."""
    reviews = SecrecyReview.objects.filter(agency=agency, approved_on__year=year)
    return reviews.select_related("item").order_by("approved_on", "year", "code")


def reviews_decided_in(agency: Agency, year: int, decision: Decision) -> QuerySet[SecrecyReview]:
    """Return the reviews that were decided so in a year."""
    reviews = SecrecyReview.objects.filter(agency=agency, approved_on__year=year, decision=decision)
    return reviews.select_related("item").order_by("approved_on", "year", "code")


def documents_of_year(agency: Agency, year: int) -> QuerySet[YearDocument]:
    """Return the documents that were compiled for a year of open government."""
    return YearDocument.objects.filter(agency=agency, year=year).order_by("code")


def publication_clock(item: Item) -> Reading | None:
    """Return the clock by which an item is to be published.

    It ends with the publication, or with the decision that it may not be published. None where
    no law or calendar speaks of the day on which the item was made.
    """
    ended_on = item.published_on
    if item.status == Status.WITHHELD:
        ended_on = max(item.made_on, item.review.approved_on or item.made_on)
    return _read(item.agency_id, item.made_on, ended_on)


def publication_due_on(agency: Agency, made_on: date) -> date | None:
    """Return the last day on which what was made on a day is published in time."""
    reading = _read(agency.pk, made_on, None)
    return reading.due_on if reading else None


def _read(agency_id: int, made_on: date, ended_on: date | None) -> Reading | None:
    events: list[Event] = [Started(made_on)]
    if ended_on:
        events.append(Ended(ended_on))
    try:
        limit = statutes.limit("disclosure.publish", on=made_on)
        return run(limit, events, official_calendar(agency_id))
    except (NotYetLaw, BeyondCalendar):
        return None


def lexicon_of(agency: Agency) -> Lexicon:
    """Return the lexicon that an agency's texts are screened with: it knows its public numbers."""
    return _lexicon_with(once(_public_numbers, agency.pk))


@lru_cache(maxsize=16)
def _lexicon_with(numbers: frozenset[str]) -> Lexicon:
    return lexicon().with_public_numbers(numbers)


def _public_numbers(agency_id: int) -> frozenset[str]:
    fields = ("supervision_phone", "foi_phone", "complaint_phone", "hotline")
    own = Agency.objects.filter(pk=agency_id).values_list(*fields).get()
    offices = Office.objects.filter(agency=agency_id).order_by().values_list("phone", flat=True)
    groups = LeadingGroup.objects.filter(agency=agency_id).order_by()
    return frozenset(filter(None, (*own, *offices, *groups.values_list("office_phone", flat=True))))


def findings_in(item: Item, *, body: str | None = None) -> list[Found]:
    """Return what the screening finds in what an item says, or with another text for it."""
    words = lexicon_of(item.agency)
    *others, text = item.texts
    texts = (*others, text if body is None else body)
    return [one for said in texts for one in screen_text(said, words)]


def open_findings(item: Item, *, body: str | None = None) -> list[Found]:
    """Return what was found in an item and nobody has said may stand there.

    They are found anew each time, in the text as it is and by the lexicon as it is: nothing that
    was screened before can differ from what is published.
    """
    kept = {one.fingerprint for one in item.kept_findings.all()}
    return [one for one in findings_in(item, body=body) if one.fingerprint not in kept]


def open_to_section(item: Item) -> list[Found]:
    """Return the open findings but the secrecy marks, which only the secrecy reviewer answers."""
    return [one for one in open_findings(item) if one.kind is not Kind.SECRECY_MARK]


def public_not_screened(agency: Agency) -> QuerySet[Item]:
    """Return the items that are public and of which the lexicon as it is now knows nothing yet."""
    return published_items(agency).exclude(screened_with=lexicon().version)


def public_with_findings(agency: Agency) -> list[Item]:
    """Return the items that are public and in which the lexicon as it is now finds what is open."""
    words = lexicon_of(agency)
    items = public_not_screened(agency).select_related("office", "review", "agency")
    items = items.prefetch_related("kept_findings")
    found = [one for one in items if any(screen_text(text, words) for text in one.texts)]
    return [one for one in found if open_findings(one)]
