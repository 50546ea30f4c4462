"""The register of what the agency's province has settled, with its history."""

from contextlib import suppress

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import choice, day, quoted
from sunlit.design.faces import said
from sunlit.design.registers import ActAtDesk, Column, Field, Label, Register, register
from sunlit.desk.forms.provincial import ProvincialNumberForm
from sunlit.kernel.refusals import NotYetLaw
from sunlit.organization.models import Official, ProvincialNumber, Role
from sunlit.organization.policies.provincial import why_not_set_number
from sunlit.organization.rules.provincial import Default, entry, in_words
from sunlit.organization.selectors import office_day
from sunlit.organization.selectors.provincial import number_set
from sunlit.organization.services.provincial import set_provincial_number


def _numbers(by: Official) -> QuerySet[ProvincialNumber]:
    return ProvincialNumber.objects.filter(agency=by.agency).order_by("name", "-since")


def _value(one: ProvincialNumber) -> str:
    return said(in_words(one.value, one.unit))


def _default(one: ProvincialNumber) -> str:
    default = _default_of(one)
    return said(in_words(default.value, default.unit)) if default else ""


def _source(one: ProvincialNumber) -> str:
    default = _default_of(one)
    return said(default.source) if default else ""


def _default_of(one: ProvincialNumber) -> Default | None:
    with suppress(NotYetLaw):  # the law of that day said nothing
        return entry(one.name).default(on=one.since)
    return None


def _used(one: ProvincialNumber) -> str:
    return "; ".join(said(place) for place in entry(one.name).used)


def _state(one: ProvincialNumber) -> tuple[str, Label]:
    on = office_day()
    if one.since > on:
        return "neutral", _("to come")
    holds = number_set(one.agency_id, one.name, on=on) == one
    return ("in_time", _("in force")) if holds else ("neutral", _("replaced"))


register(
    Register(
        name="provincial-numbers",
        label=_("Settled by the province"),
        intro=_("What differs by province, as set for this agency, with its source; without an "
                "entry the usual value holds. Promises of the agency stand among the own limits."),
        model=ProvincialNumber,
        roles=frozenset({Role.ADMINISTRATOR, Role.CLERK}),
        records=_numbers,
        number=Field("name"),
        title=lambda one: said(entry(one.name).title),
        columns=(
            Column(label=_("Value"), value=_value),
            quoted("document", _("Document that says so")),
            day("since", _("Since")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            Column(label=_("Value"), value=_value),
            day("since", _("Since")),
            quoted("document", _("Document that says so")),
            quoted("article", _("Article")),
            choice("confidence", _("How sure it is")),
            Column(label=_("State"), value=_state, kind="state"),
            Column(label=_("Where it is used"), value=_used),
            Column(label=_("Default"), value=_default),
            Column(label=_("Source of the default"), value=_source),
        ),
        searched=("name", "value", "document"),
        opening=(
            ActAtDesk(
                name="set",
                label=_("Set a value of the province"),
                basis="organization.duty",
                do=set_provincial_number,
                form=ProvincialNumberForm,
                why_not=why_not_set_number,
                done=_("The value has been set; what exists is not changed."),
            ),
        ),
    )
)  # fmt: skip
