"""What is typed in for the steps of a draft."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.faces import said
from sunlit.design.registers import DeskForm
from sunlit.norms import rules, selectors
from sunlit.norms.forms.fields import DAY, PARAGRAPH, TEXT
from sunlit.norms.models import Outcome, SkipGround
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day, open_offices

OUTCOMES = [(one.value, one.label) for one in (Outcome.PASSED, Outcome.CHANGE, Outcome.FAILED)]
ADOPTED = [
    (Outcome.PASSED.value, pgettext_lazy("meeting", "adopted")),
    (Outcome.CHANGE.value, _("sent back to be changed")),
    (Outcome.FAILED.value, _("not adopted")),
]


class DraftTextForm(DeskForm):
    """The text of a draft with its explanation and assessment."""

    title = forms.CharField(label=_("Title"), max_length=300)
    body = forms.CharField(label=_("Text of the draft"), widget=TEXT)
    explanation = forms.CharField(
        label=_("Explanation of the draft"),
        widget=PARAGRAPH,
        help_text=_("Why it is needed, what it rests on, what it changes. The public reads it."),
    )
    assessment = forms.CharField(
        label=pgettext_lazy("draft of a norm", "Assessment"),
        widget=PARAGRAPH,
        required=False,
        help_text=_("Whether it is needed, can be carried out, and what it does to whom."),
    )
    involves_market = forms.BooleanField(
        label=_("Concerns market operators"),
        required=False,
        help_text=_("Then it is reviewed for fair competition; otherwise the reason is stated."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        for name, field in self.fields.items():
            if record is not None:
                field.initial = getattr(record, name)


class BeginDraftForm(DraftTextForm):
    """A new draft of a normative document."""

    code = forms.SlugField(label=_("Code"), max_length=64)
    office = forms.ChoiceField(label=_("Drafting office"))
    field_order = ("code", "title", "office")

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        offices = open_offices(by.agency).values_list("code", "name")
        cast("forms.ChoiceField", self.fields["office"]).choices = offices


class OpenForm(DeskForm):
    """Until when and how the public comments on a draft."""

    until = forms.DateField(label=_("Open to comments until"), widget=DAY)
    how = forms.CharField(
        label=_("How to comment"),
        max_length=500,
        widget=PARAGRAPH,
        help_text=_("Address, office mailbox and telephone of the office, not of a person."),
    )
    urgency = forms.CharField(
        label=_("Why the period is shorter than usual"), max_length=500, required=False
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        least = selectors.least_comment(record, start=office_day())
        if least is None:
            return
        self.fields["until"].help_text = said(least)
        self.fields["until"].initial = least.until or office_day() + timedelta(days=30)


class SkipForm(DeskForm):
    """Why a draft is not published for comment."""

    ground = forms.ChoiceField(label=pgettext_lazy("draft of a norm", "Ground"))
    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=PARAGRAPH)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        instrument = selectors.cited("norms.comments", on=office_day()).instrument
        cast("forms.ChoiceField", self.fields["ground"]).choices = [
            (one.value, one.label) for one in SkipGround if instrument in rules.SKIPS[one.value]
        ]


class AnswerForm(forms.Form):
    """What became of the comments."""

    received = forms.IntegerField(label=_("Comments received"), min_value=0)
    adopted = forms.IntegerField(label=_("Comments adopted"), min_value=0)
    feedback = forms.CharField(
        label=_("What was adopted, and why the others were not"),
        widget=PARAGRAPH,
        required=False,
    )


class ReasonForm(forms.Form):
    """A reason that the ledger keeps."""

    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=PARAGRAPH)


class FairnessForm(forms.Form):
    """The result of the fair-competition review."""

    outcome = forms.ChoiceField(label=_("Result"), choices=OUTCOMES)
    opinion = forms.CharField(
        label=pgettext_lazy("draft of a norm", "Opinion"), max_length=2000, widget=PARAGRAPH
    )


class LegalityForm(FairnessForm):
    """The result of the legality review."""

    hurry = forms.CharField(
        label=_("Why it was done in less than five working days"), max_length=500, required=False
    )


class MeetingForm(DeskForm):
    """What the meeting decided."""

    meeting = forms.CharField(
        label=pgettext_lazy("draft of a norm", "Meeting"),
        max_length=300,
        help_text=_("Its name and number, as the minutes have them."),
    )
    met_on = forms.DateField(label=_("Day of the meeting"), widget=DAY)
    outcome = forms.ChoiceField(label=_("Decision"), choices=ADOPTED)
    dissent = forms.CharField(
        label=_("Dissenting opinions"),
        max_length=2000,
        widget=PARAGRAPH,
        required=False,
        help_text=_("As the minutes have them, by post; empty if there were none."),
    )


class NumberForm(DeskForm):
    """The number of a document, and from when until when it holds."""

    code = forms.SlugField(label=_("Code"), max_length=64)
    document_number = forms.CharField(label=_("Document number"), max_length=64)
    in_force_from = forms.DateField(
        label=_("In force from"),
        widget=DAY,
        required=False,
        help_text=_("Empty: from the day of its issue."),
    )
    valid_until = forms.DateField(label=_("Valid until"), widget=DAY, required=False)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        longest = selectors.longest_validity(
            record.agency_id, title=record.title, start=office_day()
        )
        if longest is not None:
            text = _now("At most %(longest)s.") % {"longest": said(longest)}
            self.fields["valid_until"].help_text = text
            self.fields["valid_until"].initial = longest.until


class PublishDraftForm(DeskForm):
    """The public item that says what was decided on."""

    item = forms.ChoiceField(
        label=_("Published as"),
        help_text=_("The item passed the gate of disclosure; its text is compared word for word."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        items = selectors.items_to_publish_as(record.agency, on=office_day())
        cast("forms.ChoiceField", self.fields["item"]).choices = [
            (one.index_number, f"{one.index_number} {one.title}") for one in items[:200]
        ]


class FilingForm(forms.Form):
    """With whom a document was filed."""

    filed_with = forms.CharField(label=_("Filed with"), max_length=200)
    receipt = forms.CharField(label=_("Number of the receipt"), max_length=64, required=False)
