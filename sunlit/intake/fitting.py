"""Whether a value fits the field that is to hold it, on every database."""

from decimal import Decimal
from typing import Any

from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils.translation import gettext as _


def misfit(field: "models.Field[Any, Any]", value: object) -> str | None:
    """Return why a value does not fit its field, or None if it does."""
    if isinstance(field, models.CharField) and isinstance(value, str) and field.max_length:
        if len(value) > field.max_length:
            reason = _("The text is too long; at most %(n)d characters.")
            return reason % {"n": field.max_length}
    elif isinstance(field, models.DecimalField) and isinstance(value, Decimal):
        return _misfit_of_amount(field, value)
    elif isinstance(field, models.IntegerField) and isinstance(value, int):
        # The ranges that every database keeps, not the wider ones of the one at hand.
        least, most = BaseDatabaseOperations.integer_field_ranges[field.get_internal_type()]
        if not least <= value <= most:
            return _("The number is too large.")
    return None


def _misfit_of_amount(field: "models.DecimalField[Any, Any]", value: Decimal) -> str | None:
    before = field.max_digits - field.decimal_places
    exponent = value.as_tuple().exponent
    if value.adjusted() >= before:
        return _("The number is too large; at most %(n)d digits before the point.") % {"n": before}
    if isinstance(exponent, int) and -exponent > field.decimal_places:
        reason = _("The number is too fine; at most %(n)d digits after the point.")
        return reason % {"n": field.decimal_places}
    return None
