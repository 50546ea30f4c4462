"""What is typed in at the desk for the limits that the agency sets for itself."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sunlit import statutes
from sunlit.design.faces import said
from sunlit.design.registers import DeskForm
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day
from sunlit.organization.selectors.limits import own_limit, rules_to_promise, warned_from

MOST = 999
MOST_DAYS = 60


class PromiseForm(DeskForm):
    """A limit of the agency's own: for which rule, how much, since when, by which document."""

    rule = forms.ChoiceField(
        label=gettext_lazy("What the limit is for"),
        help_text=gettext_lazy("With the limit that holds today."),
    )
    amount = forms.IntegerField(
        label=gettext_lazy("Own limit"),
        min_value=1,
        max_value=MOST,
        help_text=gettext_lazy("In the unit of the limit chosen."),
    )
    since = forms.DateField(
        label=gettext_lazy("Since"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    document = forms.CharField(
        label=gettext_lazy("Document that says so"),
        max_length=200,
        help_text=gettext_lazy("With its number, such as that of the notice of promises."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        self.fields["rule"].choices = list(_choices(by))  # type: ignore[attr-defined]
        self.fields["since"].initial = office_day()


class WarningForm(DeskForm):
    """From when on the agency is warned of the end of a limit."""

    days = forms.IntegerField(
        label=gettext_lazy("Days before the end"),
        min_value=0,
        max_value=MOST_DAYS,
        help_text=gettext_lazy(
            "In the days that the limit counts: 1 warns on its last day and the one before."
        ),
    )
    share = forms.IntegerField(
        label=gettext_lazy("Share used, in percent"),
        min_value=1,
        max_value=100,
        help_text=gettext_lazy("100: the share alone warns of nothing."),
    )
    since = forms.DateField(
        label=gettext_lazy("Since"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    document = forms.CharField(label=gettext_lazy("Document that says so"), max_length=200)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        near = warned_from(by.agency_id, on=office_day())
        usual = {"days": near.days, "share": near.share, "since": office_day()}
        for name, value in usual.items():
            self.fields[name].initial = value


def _choices(by: Official) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    subjects: dict[str, list[tuple[str, str]]] = {}
    for rule in rules_to_promise(on=office_day()):
        subject = said(statutes.subject_of(rule.name))
        subjects.setdefault(subject, []).append((rule.name, _choice(rule, by)))
    yield from subjects.items()


def _choice(rule: statutes.Rule, by: Official) -> str:
    own = own_limit(by.agency_id, rule.name, on=office_day())
    values = {
        "title": said(rule.title),
        "amount": rule.limit.amount,
        "unit": said(rule.limit.unit.wording),
        "own": own.amount if own else 0,
    }
    if own:
        return _("%(title)s: %(amount)d %(unit)s, promised %(own)d") % values
    return _("%(title)s: %(amount)d %(unit)s") % values
