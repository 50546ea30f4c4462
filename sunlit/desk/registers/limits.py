"""The register of the limits that the agency has set for itself, beside those of the law."""

from collections.abc import Sequence
from contextlib import suppress

from django.db.models import QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.design.columns import day, quoted
from sunlit.design.faces import said
from sunlit.design.registers import ActAtDesk, Column, Field, Filter, Label, Register, register
from sunlit.desk.forms.limits import PromiseForm
from sunlit.kernel.limits import Limit
from sunlit.kernel.refusals import NoSuchRule, NotYetLaw
from sunlit.organization.models import Official, PromisedLimit, Role
from sunlit.organization.policies.limits import why_not_promise
from sunlit.organization.rules.limits import used
from sunlit.organization.rules.provincial import is_settled_as_limit
from sunlit.organization.selectors import office_day
from sunlit.organization.selectors.limits import promise_in_force
from sunlit.organization.services.limits import promise_limit


def _promises(by: Official) -> QuerySet[PromisedLimit]:
    return PromisedLimit.objects.filter(agency=by.agency).order_by("-since", "rule")


def _rules(by: Official) -> Sequence[tuple[str, Label]]:
    names = _promises(by).order_by("rule").values_list("rule", flat=True).distinct()
    return [(name, said(statutes.versions(name)[-1].title)) for name in names]


def _rule(one: PromisedLimit) -> statutes.Rule | None:
    with suppress(NotYetLaw, NoSuchRule):
        return statutes.rule(one.rule, on=max(one.since, office_day()))
    return None


def _title(one: PromisedLimit) -> str:
    return said(statutes.versions(one.rule)[-1].title)


def _amount(one: PromisedLimit) -> str:
    return said(one.counted_in.of(one.amount))


def _by_law(one: PromisedLimit) -> str:
    rule = _rule(one)
    if rule is None:
        return ""
    if rule.editable:
        return _now("left to the agency; usually %(limit)s") % {"limit": _limit(rule.limit)}
    return _limit(rule.limit)


def _article(one: PromisedLimit) -> str:
    rule = _rule(one)
    return "、".join(cited.zh for cited in rule.limit.basis) if rule and not rule.editable else ""


def _used(one: PromisedLimit) -> str:
    return "; ".join(said(place) for place in used(one.rule))


def _limit(limit: Limit) -> str:
    return said(limit.unit.of(limit.amount))


def _state(one: PromisedLimit) -> tuple[str, Label]:
    on = office_day()
    if one.since > on:
        return "neutral", _("to come")
    if is_settled_as_limit(one.rule):
        return "neutral", _("now among what the province has settled")
    holds = promise_in_force(one.agency_id, one.rule, on=on)
    return ("in_time", _("in force")) if holds == one else ("neutral", _("replaced"))


register(
    Register(
        name="own-limits",
        label=_("Own limits"),
        intro=_("The limits that the agency has promised or set for itself, beside those of the "
                "law; a case goes by what held on the day on which its clock began."),
        model=PromisedLimit,
        roles=frozenset(Role),
        records=_promises,
        number=Field("rule"),
        title=_title,
        columns=(
            Column(label=_("Own limit"), value=_amount),
            Column(label=_("The law's limit"), value=_by_law),
            day("since", _("Since")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            Column(label=_("Own limit"), value=_amount),
            Column(label=_("The law's limit"), value=_by_law),
            Column(label=_("Article"), value=_article, kind="quoted"),
            day("since", _("Since")),
            quoted("document", _("Document that says so")),
            Column(label=_("State"), value=_state, kind="state"),
            Column(label=_("Where it is used"), value=_used),
        ),
        filters=(Filter(name="rule", label=_("Rule"), lookup="rule", choices=_rules),),
        searched=("rule", "document"),
        opening=(
            ActAtDesk(
                name="promise-limit",
                label=_("Set an own limit"),
                basis="licence.promise",
                do=promise_limit,
                form=PromiseForm,
                why_not=why_not_promise,
                done=_("The limit has been set; cases begun from that day on go by it."),
            ),
        ),
    )
)  # fmt: skip
