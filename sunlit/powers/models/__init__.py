"""The records of powers."""

from sunlit.powers.models.charts import FlowChart, Procedure, Step
from sunlit.powers.models.materials import Material, MaterialForm
from sunlit.powers.models.powers import Kind, Power, Verification
from sunlit.powers.models.versions import ChartVersion
from sunlit.powers.models.window import ConvenienceService, ServiceWindow, WindowMilestone

__all__ = [
    "ChartVersion",
    "ConvenienceService",
    "FlowChart",
    "Kind",
    "Material",
    "MaterialForm",
    "Power",
    "Procedure",
    "ServiceWindow",
    "Step",
    "Verification",
    "WindowMilestone",
]
