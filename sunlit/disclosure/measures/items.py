"""The figures of the catalogue: what was published in it, and how."""

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sunlit.disclosure import selectors
from sunlit.disclosure.models import Category, CategoryRole, Item, Scope, Stage
from sunlit.measures.registry import Face, Measure, Part, face_with_page, register
from sunlit.organization.models import Office, Zone

OF_CATEGORY = {
    "news": (CategoryRole.NEWS, _("Department news published")),
    "leaders": (CategoryRole.LEADERS, _("Items on the leaders")),
    "agency_duties": (CategoryRole.DUTIES, _("Items on the duties of the agency")),
    "structure": (CategoryRole.STRUCTURE, _("Items on the organisation of the agency")),
    "office_duties": (CategoryRole.OFFICE_DUTIES, _("Items on the duties of the offices")),
    "laws": (CategoryRole.LAWS, _("Laws and regulations published")),
    "ministry_rules": (CategoryRole.MINISTRY_RULES, _("Ministry rules published")),
    "notices": (CategoryRole.NOTICES, _("Notices published")),
    "year_plans": (CategoryRole.YEAR_PLAN, _("Plans of the year published")),
    "recruitment_items": (CategoryRole.RECRUITMENT, _("Items on recruitment")),
    "tender_items": (CategoryRole.TENDERS, _("Items on tenders")),
    "culture_items": (CategoryRole.CULTURE, _("Items on culture and education")),
    "guides": (CategoryRole.GUIDES, _("Disclosure guides published")),
    "catalogues": (CategoryRole.CATALOGUES, _("Disclosure catalogues published")),
    "annual_reports": (CategoryRole.ANNUAL_REPORTS, _("Annual reports published")),
    "power_lists": (CategoryRole.POWER_LIST, _("General lists of powers published")),
    "power_sub_lists": (CategoryRole.POWER_SUB_LISTS, _("Sub-lists of powers published")),
    "flow_chart_items": (CategoryRole.FLOW_CHARTS, _("Flow charts published as items")),
    "clean_up_notices": (CategoryRole.CLEAN_UP, _("Results of clean-ups published")),
}


def _item(item: Item) -> Face:
    return face_with_page(
        number=item.index_number,
        title=item.title,
        url=item.get_absolute_url(),
        day=item.published_on,
        facts=((_("category"), item.category.name), (_("office"), item.office.name)),
    )


def _category(category: Category) -> Face:
    facts = ((_("main category"), category.group), (_("office"), category.office.name))
    return Face(id=category.code, number=category.code, title=category.name, facts=facts)


def _section(office: Office) -> Face:
    return Face(id=office.code, number=office.code, title=office.name)


def _zone(zone: Zone) -> Face:
    return Face(id=zone.code, number=zone.code, title=zone.name)


ITEM_PARTS = {
    "category": Part("category__code", _("category")),
    "zone": Part("zone__name", _("zone")),
    "stage": Part("stage", _("stage"), Stage),
}

register(
    Measure(
        code="disclosure.items",
        label=_("Items published"),
        counts=_("items published in the year and not withdrawn by its end"),
        basis="disclosure.publish",
        population=selectors.items_published_in,
        face=_item,
        parts=ITEM_PARTS,
    ),
    Measure(
        code="disclosure.items_reviewed",
        label=_("Items published after review"),
        counts=_("items published in the year, each after a review that allowed it"),
        basis="disclosure.secrecy_review",
        population=selectors.items_reviewed,
        face=_item,
    ),
    Measure(
        code="disclosure.items_indexed",
        label=_("Items with an index number of their own"),
        counts=_("items published in the year whose index number no other item has"),
        basis="disclosure.guide_and_catalogue",
        population=selectors.items_indexed,
        face=_item,
    ),
    Measure(
        code="disclosure.zones",
        label=_("Districts with items of their own"),
        counts=_("districts about which something was published in the year"),
        basis="disclosure.content",
        population=selectors.zones_covered,
        face=_zone,
        parts={"name": Part("name", _("name"))},
    ),
    Measure(
        code="disclosure.sections_shown",
        label=_("Sections whose duties are published"),
        counts=_("sections about whose duties an item was published in the year"),
        basis="disclosure.content",
        population=selectors.sections_shown,
        face=_section,
    ),
    *(
        Measure(
            code=f"disclosure.{code}",
            label=label,
            counts=_("items of this kind of category, published in the year"),
            basis="disclosure.content",
            population=selectors.items_published_in,
            meets=Q(category__role=role),
            face=_item,
        )
        for code, (role, label) in OF_CATEGORY.items()
    ),
    Measure(
        code="disclosure.key_matters",
        label=_("Key matters published"),
        counts=_("items on key matters, published in the year"),
        basis="disclosure.content",
        population=selectors.items_published_in,
        meets=Q(scope=Scope.KEY),
        face=_item,
    ),
    Measure(
        code="disclosure.key_matters_in_time",
        label=_("Key matters published in time"),
        counts=_("items on key matters, published in the year within the limit of the law"),
        basis="disclosure.publish",
        population=selectors.items_published_in,
        meets=Q(scope=Scope.KEY, published_on__lte=F("due_on")),
        face=_item,
    ),
    Measure(
        code="disclosure.published_in_time",
        label=_("Items published in time"),
        counts=_("items published in the year, within the limit that the law sets"),
        basis="disclosure.publish",
        population=selectors.items_published_in,
        meets=Q(published_on__lte=F("due_on")),
        face=_item,
    ),
    Measure(
        code="disclosure.categories",
        label=_("Categories of proactive disclosure"),
        counts=_("categories of proactive disclosure in the catalogue at the end of the year"),
        basis="disclosure.guide_and_catalogue",
        population=selectors.catalogue_of_year,
        meets=Q(is_proactive=True),
        face=_category,
    ),
    Measure(
        code="disclosure.categories_on_request",
        label=_("Categories of disclosure on request"),
        counts=_("categories of disclosure on request in the catalogue at the end of the year"),
        basis="disclosure.guide_and_catalogue",
        population=selectors.catalogue_of_year,
        meets=Q(is_proactive=False),
        face=_category,
    ),
)
