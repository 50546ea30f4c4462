"""The lives of a power on the list and of a flow chart. Every arrow names its provision."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class PowerStatus(TextChoices):
    """Where a power stands."""

    LISTED = "listed", pgettext_lazy("power", "in use")
    SUSPENDED = "suspended", pgettext_lazy("power", "suspended")
    HANDED_DOWN = "handed_down", pgettext_lazy("power", "handed down")
    MERGED = "merged", pgettext_lazy("power", "merged into another")
    CANCELLED = "cancelled", pgettext_lazy("power", "cancelled")


TRANSITIONS: dict[tuple[PowerStatus, PowerStatus], str] = {
    (PowerStatus.LISTED, PowerStatus.SUSPENDED): "power.adjust",
    (PowerStatus.SUSPENDED, PowerStatus.LISTED): "power.adjust",
    (PowerStatus.LISTED, PowerStatus.HANDED_DOWN): "power.adjust",
    (PowerStatus.SUSPENDED, PowerStatus.HANDED_DOWN): "power.adjust",
    (PowerStatus.LISTED, PowerStatus.MERGED): "power.adjust",
    (PowerStatus.SUSPENDED, PowerStatus.MERGED): "power.adjust",
    (PowerStatus.LISTED, PowerStatus.CANCELLED): "power.adjust",
    (PowerStatus.SUSPENDED, PowerStatus.CANCELLED): "power.adjust",
}
ENDS = (PowerStatus.HANDED_DOWN, PowerStatus.MERGED, PowerStatus.CANCELLED)
"""The statuses of a power that has left the list."""


class ChartStatus(TextChoices):
    """Where a version of a flow chart stands."""

    UPLOADED = "uploaded", pgettext_lazy("chart", "uploaded")
    AT_GATE = "at_gate", pgettext_lazy("chart", "at the gate")
    IN_FORCE = "in_force", pgettext_lazy("chart", "put in force")
    WITHDRAWN = "withdrawn", pgettext_lazy("chart", "withdrawn")


CHART_TRANSITIONS: dict[tuple[ChartStatus, ChartStatus], str] = {
    (ChartStatus.UPLOADED, ChartStatus.AT_GATE): "power.flow_chart",
    (ChartStatus.AT_GATE, ChartStatus.IN_FORCE): "power.flow_chart",
    (ChartStatus.UPLOADED, ChartStatus.WITHDRAWN): "power.flow_chart",
    (ChartStatus.AT_GATE, ChartStatus.WITHDRAWN): "power.flow_chart",
}
