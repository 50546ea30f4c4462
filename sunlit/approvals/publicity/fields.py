"""Form fields for the numbers that the sheets hold: a wrong check sign is refused as it is typed."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sunlit.screening import numbers


class NumberField(forms.CharField):
    """A number with a check sign; spaces and small letters are forgiven, nothing else."""

    may_be: Callable[[str], bool]
    fault: Promise

    def __init__(self, *, required: bool = False, **parts: Any) -> None:
        super().__init__(required=required, max_length=32, **parts)

    def to_python(self, value: Any) -> str:
        """Return what was typed, in capitals and without spaces."""
        return "".join(str(value or "").split()).upper()

    def validate(self, value: Any) -> None:
        """Refuse a number that cannot be one."""
        super().validate(value)
        if value and not type(self).may_be(value):
            raise forms.ValidationError(self.fault)


class CreditCodeField(NumberField):
    """A unified social credit code (统一社会信用代码)."""

    may_be = staticmethod(numbers.is_credit_code)
    fault = _(
        "This cannot be a unified social credit code: it has 18 signs, and the last one checks "
        "the others. Compare it with the certificate."
    )


class OrganisationCodeField(NumberField):
    """An organisation code (组织机构代码)."""

    may_be = staticmethod(numbers.is_organisation_code)
    fault = _(
        "This cannot be an organisation code: it has nine signs, and the last one checks the "
        "others. Compare it with the certificate."
    )
