"""The register of the catalogue at the desk: what is owed, how it stands, and the acts on it."""

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.columns import choice, day, listed, quoted, text
from sunlit.design.faces import day as said_day
from sunlit.design.faces import said
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register, register
from sunlit.disclosure import forms, policies, selectors, services, standing, themes
from sunlit.disclosure.models import Category, Item
from sunlit.disclosure.registers import keeping
from sunlit.disclosure.selectors import Standing
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.selectors import office_day
from sunlit.organization.selectors.once import once

CATALOGUE = "disclosure.guide_and_catalogue"


def _categories(by: Official) -> QuerySet[Category]:
    categories = Category.objects.filter(agency=by.agency)
    return categories.select_related("office").prefetch_related("former").order_by("code")


def _ways(_by: Official) -> Sequence[tuple[str, Label]]:
    return [("True", _("proactive")), ("False", _("on application"))]


def _way(category: Category) -> Label:
    return _("proactive") if category.is_proactive else _("on application")


def _standings(agency_id: int) -> Mapping[int, Standing]:
    agency = Agency.objects.get(pk=agency_id)
    return {one.category.pk: one for one in selectors.standings(agency, on=office_day())}


def _standing(category: Category) -> Standing | None:
    return once(_standings, category.agency_id).get(category.pk)


def _state(category: Category) -> tuple[str, Label]:
    if category.ended_on:
        return "neutral", pgettext_lazy("category", "ended")
    found = _standing(category)
    return standing.face(found) if found else ("neutral", _("on application"))


def _reasons(category: Category) -> str:
    found = _standing(category)
    if found is None:
        return ""
    return "\n".join(
        f"{said(one.text)} {said(one.basis) if one.basis else ''}".strip()
        for one in standing.reasons(found, on=office_day())
    )


def _limit(category: Category) -> Label:
    return said(standing.time_limit(category))


def _theme(category: Category) -> str:
    return themes.said(category.theme)


def _former(category: Category) -> str:
    entries = [
        f"{said_day(one.since)}–{said_day(one.until)}：{one.said['group']} / {one.said['name']}，"
        f"{one.said['frequency']}，{one.said['office']}"
        for one in category.former.all()
    ]
    return "\n".join(entries)


register(
    Register(
        name="categories",
        label=_("Catalogue"),
        intro=_("The disclosure catalogue: what is owed, how often, by whom."),
        model=Category,
        roles=frozenset(Role),
        records=_categories,
        number=Field("code"),
        title=Field("name"),
        columns=(
            quoted("group", _("Main category")),
            quoted("frequency", _("Updated")),
            quoted("office.name", _("Office")),
            Column(label=_("Way of disclosure"), value=_way),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            Column(label=_("State"), value=_state, kind="state"),
            Column(label=_("What is missing"), value=_reasons),
            quoted("group", _("Main category")),
            choice("role", _("What it is for")),
            Column(label=_("Way of disclosure"), value=_way),
            listed("elements", _("Content elements"), by="；"),
            quoted("basis", pgettext_lazy("catalogue", "Basis")),
            quoted("frequency", _("Updated")),
            Column(label=_("Time limit"), value=_limit),
            quoted("office.name", _("Office")),
            quoted("responsible_post", _("Responsible post")),
            choice("audience", _("Audience")),
            listed("channels", pgettext_lazy("catalogue", "Channels")),
            listed("levels", _("Levels of disclosure")),
            quoted("format", _("Format")),
            Column(label=_("Theme"), value=_theme, kind="quoted"),
            choice("genre", pgettext_lazy("document", "Kind of document")),
            text("standard", _("Row of the standard catalogue")),
            day("since", _("Since")),
            day("restated_on", _("As it stands since")),
            day("ended_on", _("Ended on")),
            Column(label=_("What it said before"), value=_former, kind="quoted"),
            *keeping.CATEGORY_FACTS,
        ),
        opening=(
            ActAtDesk(
                name="list",
                label=_("List a category"),
                basis=CATALOGUE,
                do=services.list_category,
                form=forms.ListCategoryForm,
                why_not=policies.why_not_list,
                done=_("The category is in the catalogue."),
            ),
            ActAtDesk(
                name="take-in-standard",
                label=_("Take in rows of a standard catalogue"),
                basis=CATALOGUE,
                do=services.take_in_standard,
                form=forms.TakeInStandardForm,
                why_not=policies.why_not_list,
                done=_("The rows are in the catalogue."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="restate",
                label=_("Restate the entry"),
                basis=CATALOGUE,
                do=services.restate_category,
                form=forms.RestateCategoryForm,
                why_not=policies.why_not_restate,
                done=_("The entry has been restated; what it said before is kept."),
            ),
            keeping.SET_KEEPING,
            ActAtDesk(
                name="end",
                label=_("Take off the catalogue"),
                basis=CATALOGUE,
                do=services.end_category,
                form=forms.EndCategoryForm,
                why_not=policies.why_not_end,
                done=_("The category has been taken off; its items stay public."),
            ),
        ),
        filters=(
            Filter(name="way", label=_("Way of disclosure"), lookup="is_proactive", choices=_ways),
        ),
        searched=("code", "group", "name"),
        waiting=standing.categories_waiting,
        public_url=Category.get_absolute_url,
    )
)

ITEM_ACTS = (
    ActAtDesk(
        name="name-elements",
        label=_("Say which content elements it tells"),
        basis=CATALOGUE,
        do=services.name_elements,
        form=forms.ElementsForm,
        why_not=policies.why_not_name_elements,
        done=_("It has been said which content elements the item tells."),
    ),
)


def _item_theme(item: Item) -> str:
    return themes.said(item.theme)


ITEM_FACTS = (
    Column(label=_("Theme"), value=_item_theme, kind="quoted"),
    choice("genre", pgettext_lazy("document", "Kind of document")),
    quoted("keywords", _("Keywords")),
    quoted("summary", pgettext_lazy("item", "Summary")),
    quoted("source", _("Source of the information")),
    day("effective_on", _("In force from")),
    day("valid_until", _("Valid until")),
    listed("elements", _("Content elements covered"), by="；"),
)
