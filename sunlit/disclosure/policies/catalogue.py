"""Who may change the catalogue, and what it may not say."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.design.faces import said
from sunlit.disclosure import rules, selectors
from sunlit.disclosure.lifecycle import UNDER_WAY, Status
from sunlit.disclosure.models import Category, Item
from sunlit.disclosure.policies.revising import CORRECTION, why_not_of_office
from sunlit.disclosure.policies.stages import cited, of_case
from sunlit.kernel.limits import Unit
from sunlit.kernel.refusals import NotPermitted, NotYetLaw, Refused, Unacceptable, WrongMoment
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.selectors import office_day
from sunlit.screening.rules import screen_text

CATALOGUE = "disclosure.guide_and_catalogue"


def why_not_list(by: Official, _nothing: object = None) -> Refused | None:
    """Say why this official may not put anything into the catalogue."""
    if by.has_role(Role.CLERK, Role.ADMINISTRATOR):
        return None
    return NotPermitted(
        _("Only a disclosure clerk or an administrator may change the catalogue."),
        remedy=_("Ask the disclosure clerk."),
        basis=cited(CATALOGUE, on=office_day()),
    )


def why_not_restate(by: Official, category: Category) -> Refused | None:
    """Say why this official may not restate what the catalogue says of a category."""
    if refusal := why_not_list(by):
        return refusal
    if category.ended_on:
        return WrongMoment(
            _("%(code)s is in the catalogue no longer, since %(day)s.")
            % {"code": category.code, "day": category.ended_on},
            remedy=_("List a new category."),
            basis=cited(CATALOGUE, on=office_day()),
        )
    return None


def why_not_end(by: Official, category: Category) -> Refused | None:
    """Say why this official may not take a category off the catalogue now."""
    if refusal := why_not_restate(by, category):
        return refusal
    waiting = category.items.filter(status__in=UNDER_WAY).order_by("year", "code").first()
    if waiting:
        return WrongMoment(
            _("An item of %(code)s is still on its way to the public: %(item)s.")
            % {"code": category.code, "item": waiting.code},
            remedy=_("Have it published, or filed under another category, first."),
            basis=cited(CATALOGUE, on=office_day()),
        )
    return None


def why_not_on(day: date, category: Category) -> Refused | None:
    """Say why a category cannot be changed on a day: its entry began later."""
    began = category.restated_on or category.since
    if day >= began:
        return None
    return Unacceptable(
        _("What the catalogue says of %(code)s holds since %(since)s, which is after %(day)s.")
        % {"code": category.code, "since": began, "day": day},
        basis=cited(CATALOGUE, on=began),
    )


def why_not_close(category: Category, *, is_proactive: bool) -> Refused | None:
    """Say why a category cannot be kept for those who apply: something is public in it."""
    if is_proactive or not category.is_proactive:
        return None
    public = category.items.filter(status=Status.PUBLISHED).order_by("year", "code").first()
    if public is None:
        return None
    return WrongMoment(
        _("%(item)s is public in %(code)s, which stays a category of proactive disclosure.")
        % {"item": public.index_number, "code": category.code},
        remedy=_("List another category for what is given on application."),
        basis=cited(CATALOGUE, on=office_day()),
    )


def why_not_promise(limit_unit: str, limit_amount: int | None, *, on: date) -> Refused | None:
    """Say why a time limit cannot stand in the catalogue: the law wants it sooner."""
    if limit_amount is None:
        return None
    try:
        law = statutes.limit("disclosure.publish", on=on)
    except NotYetLaw:
        return None
    unit = Unit(limit_unit)
    most = law.amount if unit is law.unit else rules.calendar_days_of(law.amount)
    if limit_amount <= most:
        return None
    return Unacceptable(
        _("%(days)s is longer than the law allows, which is %(most)s.")
        % {"days": said(unit.of(limit_amount)), "most": said(unit.of(most))},
        remedy=_("Promise as many or fewer."),
        basis=law.basis[0],
    )


def why_not_print(words: Iterable[str], agency: Agency, *, on: date) -> Refused | None:
    """Say why these words cannot stand in the catalogue, which is public."""
    lexicon = selectors.lexicon_of(agency)
    found = next((one for said in words for one in screen_text(said, lexicon)), None)
    if found is None:
        return None
    return Unacceptable(
        _("The catalogue is public and may not say: %(text)s.") % {"text": found.text},
        remedy=_("Say it in other words."),
        basis=cited("disclosure.secrecy_review", on=on),
    )


def why_not_name_elements(by: Official, item: Item) -> Refused | None:
    """Say why this official may not say which content elements an item tells."""
    if refusal := why_not_of_office(by, item):
        return refusal
    if not item.category.elements:
        return WrongMoment(
            _("The catalogue names no content elements for the category %(name)s.")
            % {"name": item.category.name},
            remedy=_("The disclosure clerk can state them."),
            basis=of_case(CORRECTION, item),
        )
    return None
