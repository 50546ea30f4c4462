"""What readers may ask for: words, a kind, a category, a rule."""

from datetime import date
from typing import TypeVar

from django import forms
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.powers.models import Kind, Power

M = TypeVar("M", bound=Model)

LONGEST_WORDS = 100


class PowersForm(forms.Form):
    """Narrows the list of powers."""

    q = forms.CharField(label=_("Words"), max_length=LONGEST_WORDS, required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("all")), *Kind.choices], required=False
    )

    def narrow(self, powers: QuerySet[Power]) -> QuerySet[Power]:
        """Return the powers that fit what was asked."""
        if kind := self.cleaned_data["kind"]:
            powers = powers.filter(kind=kind)
        for word in self.cleaned_data["q"].split():
            powers = powers.filter(
                Q(name__icontains=word) | Q(code__icontains=word) | Q(legal_basis__icontains=word)
            )
        return powers


class DeadlineForm(forms.Form):
    """What the calculator of deadlines needs to know."""

    rule = forms.ChoiceField(label=_("Rule"))
    start = forms.DateField(
        label=_("It runs from"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("The day of receipt, or of the event."),
    )
    extend = forms.IntegerField(
        label=_("Extended by"),
        min_value=0,
        max_value=400,
        required=False,
        help_text=_("In the unit of the rule; leave empty for none."),
    )
    pause_from = forms.DateField(
        label=_("Paused after"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    pause_until = forms.DateField(
        label=_("Paused until"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        rule = self.fields["rule"]
        if isinstance(rule, forms.ChoiceField):
            rule.choices = [(name, RULES.get(name, name)) for name in statutes.rule_names()]

    def clean(self) -> dict[str, object]:
        """Refuse half a pause."""
        cleaned = super().clean() or {}
        if bool(cleaned.get("pause_from")) != bool(cleaned.get("pause_until")):
            missing = "pause_until" if cleaned.get("pause_from") else "pause_from"
            self.add_error(missing, _("A pause needs both days."))
        return cleaned

    def pauses(self) -> list[tuple[date, date]]:
        """Return the pause that was typed, if any."""
        first: date | None = self.cleaned_data.get("pause_from")
        return [(first, self.cleaned_data["pause_until"])] if first else []


RULES = {
    "foi.reply": _("Information request: reply"),
    "foi.reply_extended": _("Information request: reply, extended"),
    "foi.clarification_notice": _("Information request: notice to clarify"),
    "foi.third_party": _("Information request: opinion of a third party"),
    "foi.fee_payment": _("Information request: payment of the fee"),
    "disclosure.publish": _("Proactive disclosure"),
    "disclosure.licence_penalty": _("Publication of licences and penalties"),
    "disclosure.interpretation": _("Publication of the interpretation"),
    "licence.correction_notice": _("Licence: notice of what is missing"),
    "licence.decide": _("Licence: decision"),
    "licence.decide_extended": _("Licence: decision, extended"),
    "licence.deliver": _("Licence: delivery"),
    "licence.supplement": _("Licence: supplement by the applicant"),
    "penalty.case": _("Penalty: conclusion of the case"),
    "penalty.promised": _("Penalty: conclusion of the case, as promised"),
    "penalty.serve": _("Penalty: service of the decision"),
    "penalty.hearing_request": _("Penalty: request for a hearing"),
    "penalty.pay": _("Penalty: payment of the fine"),
    "penalty.withdraw_publication": _("Penalty: withdrawal of the publication"),
    "coercion.seal": _("Sealing and seizure"),
    "petition.notice": _("Petition: notice of acceptance"),
    "petition.decide": _("Petition: decision"),
    "petition.decide_extended": _("Petition: decision, extended"),
    "reconsideration.apply": _("Reconsideration: application"),
    "reconsideration.examine": _("Reconsideration: examination"),
    "reconsideration.reply": _("Reconsideration: the agency's reply"),
    "reconsideration.decide": _("Reconsideration: decision"),
    "reconsideration.summary": _("Reconsideration: summary decision"),
    "litigation.direct": _("Lawsuit: filed directly"),
    "litigation.after_review": _("Lawsuit: filed after reconsideration"),
    "litigation.reply": _("Lawsuit: the agency's defence"),
    "litigation.first_instance": _("Lawsuit: judgment of the first instance"),
    "message.answer": _("Message on the site: answer"),
    "complaint.handle": _("Complaint: handling"),
    "complaint.handle_difficult": _("Complaint: handling of a difficult matter"),
    "supervision.opinion": _("Opinion of a citizen supervisor: answer"),
}


class NormsForm(forms.Form):
    """Asks what was in force on a day."""

    on = forms.DateField(
        label=_("In force on"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
