"""The register of how is masked."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import day, quoted
from sunlit.design.faces import said
from sunlit.design.registers import ActAtDesk, Column, Label, Register, register
from sunlit.disclosure import forms, policies, selectors, services
from sunlit.disclosure.models import MaskingRule
from sunlit.organization.models import Role
from sunlit.organization.selectors import office_day
from sunlit.screening.kinds import TITLES
from sunlit.screening.masking import OFFICIAL, Masking
from sunlit.screening.official import official


def _kind(one: MaskingRule) -> str:
    return said(TITLES[one.found])


def _stays(one: MaskingRule) -> str:
    return _now("%(first)s at the beginning, %(last)s at the end") % {
        "first": one.first,
        "last": one.last,
    }


def _example(one: MaskingRule) -> str:
    how = Masking({one.found: one.form})
    return how.shown(one.found, official()[one.found].example)


def _usual(one: MaskingRule) -> str:
    return OFFICIAL.shown(one.found, official()[one.found].example)


def _floor(one: MaskingRule) -> str:
    floor = official()[one.found]
    return _now("at most %(first)s at the beginning and %(last)s at the end") % {
        "first": floor.most_first,
        "last": floor.most_last,
    }


def _source(one: MaskingRule) -> str:
    return said(official()[one.found].source)


def _state(one: MaskingRule) -> tuple[str, Label]:
    on = office_day()
    if one.since > on:
        return "neutral", _("to come")
    newest = selectors.masking_rules(one.agency).filter(kind=one.kind, since__lte=on).first()
    return ("in_time", _("in force")) if newest == one else ("neutral", _("replaced"))


register(
    Register(
        name="masking-rules",
        label=_("Masking"),
        intro=_(
            "How the agency masks what must not become public. Without an entry the official form "
            "holds: 330102********1234, 138****1234, 张某某. What was masked stays as it is."
        ),
        model=MaskingRule,
        roles=frozenset({Role.CLERK, Role.SECTION_HEAD, Role.SECRECY_REVIEWER}),
        records=lambda by: selectors.masking_rules(by.agency),
        number=_kind,
        title=_example,
        columns=(
            Column(label=_("What stays"), value=_stays),
            day("since", _("Since")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            Column(label=_("Kind of finding"), value=_kind),
            Column(label=_("What stays"), value=_stays),
            quoted("sign", _("Mask sign")),
            Column(label=_("Example"), value=_example, kind="quoted"),
            Column(label=_("In the official form"), value=_usual, kind="quoted"),
            Column(label=_("What may stay"), value=_floor),
            Column(label=_("Source"), value=_source),
            day("since", _("Since")),
            quoted("reason", _("Reason")),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        searched=("kind", "reason"),
        opening=(
            ActAtDesk(
                name="set",
                label=_("Set a form of masking"),
                basis=policies.PRIVACY,
                do=services.set_masking,
                form=forms.MaskingForm,
                why_not=policies.why_not_set_masking,
                done=_("The form has been set; what is masked already stays as it is."),
            ),
        ),
    )
)
