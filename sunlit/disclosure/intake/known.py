"""Numbers that a register already holds, given at the desk or in another year."""

from collections.abc import Mapping

from django.db.models import Model
from django.utils.translation import gettext as _

from sunlit.intake.folder import Folder
from sunlit.intake.rows import Row

BATCH = 500


def refuse_known(
    folder: Folder, model: type[Model], rows: Mapping[str, Row], *, field: str, column: str,
    **within: object,
) -> None:  # fmt: skip
    """Say which of these numbers, each with its row, stand in the register already."""
    numbers = sorted(rows)
    for start in range(0, len(numbers), BATCH):
        batch = {f"{field}__in": numbers[start : start + BATCH]}
        records = model._default_manager.filter(agency=folder.agency, **batch, **within)
        for number in records.order_by(field).values_list(field, flat=True):
            reason = _("%(code)s stands in the register already.")
            folder.fault(rows[number], column, reason % {"code": number})
