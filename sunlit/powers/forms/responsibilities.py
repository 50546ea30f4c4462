"""What is typed in for duties, situations of accountability and risk points."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.powers.forms.life import PARAGRAPH
from sunlit.powers.models import RiskGrade

SET_ANEW = _("A name that is known is set anew.")


class DutyForm(forms.Form):
    """What must be done at one stage."""

    stage = forms.CharField(label=_("Stage"), max_length=50, help_text=SET_ANEW)
    duty = forms.CharField(label=_("Duty"), max_length=1000, widget=PARAGRAPH)
    basis = forms.CharField(label=_("Basis"), max_length=300, required=False)


class SituationForm(forms.Form):
    """A situation in which officials answer."""

    situation = forms.CharField(
        label=_("Situation"), max_length=300, widget=PARAGRAPH, help_text=SET_ANEW
    )
    basis = forms.CharField(label=_("Basis"), max_length=300, required=False)


class RiskForm(forms.Form):
    """A stage at which integrity is at risk."""

    stage = forms.CharField(label=_("Stage"), max_length=200, help_text=SET_ANEW)
    shows_as = forms.CharField(label=_("How it shows"), max_length=300, widget=PARAGRAPH)
    grade = forms.ChoiceField(label=pgettext_lazy("risk", "Grade"), choices=RiskGrade.choices)
    control = forms.CharField(label=_("What is done against it"), max_length=300, widget=PARAGRAPH)
    post = forms.CharField(label=_("Responsible post"), max_length=200)
