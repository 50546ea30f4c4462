"""The life of a version of a flow chart, up to its day. Every arrow names its provision."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class ChartStatus(TextChoices):
    """Where a version of a flow chart stands."""

    UPLOADED = "uploaded", pgettext_lazy("chart", "uploaded")
    AT_GATE = "at_gate", pgettext_lazy("chart", "at the gate")
    IN_FORCE = "in_force", pgettext_lazy("chart", "put in force")
    WITHDRAWN = "withdrawn", pgettext_lazy("chart", "withdrawn")


TRANSITIONS: dict[tuple[ChartStatus, ChartStatus], str] = {
    (ChartStatus.UPLOADED, ChartStatus.AT_GATE): "power.flow_chart",
    (ChartStatus.AT_GATE, ChartStatus.IN_FORCE): "power.flow_chart",
    (ChartStatus.UPLOADED, ChartStatus.WITHDRAWN): "power.flow_chart",
    (ChartStatus.AT_GATE, ChartStatus.WITHDRAWN): "power.flow_chart",
}
