"""The form field of a credit code: a wrong check sign is refused as it is typed."""

from typing import Any

from django import forms

from sunlit.approvals import certificates


class CreditCodeField(forms.CharField):
    """A unified social credit code (统一社会信用代码); spaces and small letters are forgiven."""

    def __init__(self, *, required: bool = False, **parts: Any) -> None:
        super().__init__(required=required, max_length=32, **parts)

    def to_python(self, value: Any) -> str:
        """Return what was typed, in capitals and without spaces."""
        return certificates.cleaned(str(value or ""))

    def validate(self, value: Any) -> None:
        """Refuse what cannot be a code."""
        super().validate(value)
        if reason := certificates.fault("credit_code", value):
            raise forms.ValidationError(str(reason))
