"""What is typed in for the acts on flow charts."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.design.faces import page_language, said
from sunlit.design.registers import DeskForm
from sunlit.disclosure.models import CategoryRole
from sunlit.disclosure.selectors import catalogue
from sunlit.files.cleaning.texts import decoded
from sunlit.flows.reading import LARGEST, read
from sunlit.kernel.refusals import Refused
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day
from sunlit.powers.charts import chart_used
from sunlit.powers.checking import faults_of, with_own_declaration
from sunlit.powers.selectors import procedure_names
from sunlit.powers.taking_over import taken_over

CODE = {"rows": 12, "spellcheck": "false", "wrap": "off", "class": "code"}


class UploadChartForm(DeskForm):
    """A flow chart, as a file or as text, for a procedure; every fault is told with its line."""

    procedure = forms.ChoiceField(label=pgettext_lazy("power", "Procedure"))
    note = forms.CharField(
        label=_("What changed, and why"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences for whoever reviews it, and for the public."),
    )
    file = forms.FileField(
        label=_("File (BPMN 2.0)"),
        required=False,
        help_text=_(
            "Drawn with any modeller and saved as .bpmn, at most 1 MB. Begin with the chart in "
            "force: it can be downloaded from the page of the procedure."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".bpmn,.xml"}),
    )
    text = forms.CharField(
        label=_("Or the text of the file"),
        required=False,
        widget=forms.Textarea(
            attrs={"rows": 12, "spellcheck": "false", "wrap": "off", "class": "code"}
        ),
        help_text=_("Only where no file is chosen. What is wrong in a file is shown here, too."),
    )
    take_over = forms.BooleanField(
        label=_("Take over by name"),
        required=False,
        help_text=_(
            "Lanes, steps and answers of the same name get the roles, acts, papers, limits and "
            "conditions of the chart in force, where the file says none."
        ),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        procedures = procedure_names(by.agency)
        offered = cast("forms.ChoiceField", self.fields["procedure"])
        offered.choices = [("", "—"), *sorted(procedures.items())]

    def clean(self) -> dict[str, Any]:
        """Return the procedure, the file's content and the note; or say every fault of the file."""
        typed = super().clean() or self.cleaned_data
        content = self._content(typed.get("file"), typed.get("text") or "")
        procedure = typed.get("procedure")
        if content and procedure:
            content = self._checked(content, procedure, take_over=bool(typed.get("take_over")))
        return {"procedure": procedure, "content": content, "note": typed.get("note")}

    def _content(self, file: "UploadedFile[Any] | None", text: str) -> bytes:
        if file is not None:
            if (file.size or 0) > LARGEST:
                self.add_error("file", _now("The file has more than a megabyte."))
                return b""
            content = bytes(file.read())
            self._keep(content)
            return content
        if not text.strip():
            if "file" not in self.errors:
                self.add_error("file", _now("Choose a file, or paste its text."))
            return b""
        return with_own_declaration(text)

    def _keep(self, content: bytes) -> None:
        """Put what was in a file where it can be mended: a file is not sent twice."""
        try:
            text = decoded(content)
        except Refused:
            return
        self.data = {**self.data.dict(), "text": text}  # type: ignore[attr-defined]

    def _checked(self, content: bytes, procedure: str, *, take_over: bool) -> bytes:
        on = office_day()
        try:
            if take_over and (used := chart_used(self.by.agency, procedure, on)):
                content = taken_over(content, read(used.content).chart)
        except Refused as refusal:
            self.add_error(None, said(refusal))
            return b""
        faults = faults_of(content, procedure, on=on)
        for fault in faults:
            self.add_error(None, fault.said_in(page_language()))
        return content


class ToGateForm(DeskForm):
    """The category in which a version of a flow chart is disclosed."""

    category = forms.ChoiceField(label=_("Category"))

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, record: Any = None, by: Official
    ) -> None:
        super().__init__(data, record=record, by=by)
        categories = catalogue(by.agency).filter(is_proactive=True)
        offered = cast("forms.ChoiceField", self.fields["category"])
        offered.choices = [(one.code, f"{one.group} / {one.name}") for one in categories]
        ours = [one.code for one in categories if one.role == CategoryRole.FLOW_CHARTS]
        self.initial["category"] = ours[0] if ours else ""


class InForceForm(forms.Form):
    """From which day on new cases run by a chart."""

    in_force_from = forms.DateField(
        label=_("In force from"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        initial=office_day,
        help_text=_("Cases that begin before it keep the chart that they have."),
    )


class WithdrawChartForm(forms.Form):
    """Why a version is taken back."""

    reason = forms.CharField(
        label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 4})
    )
