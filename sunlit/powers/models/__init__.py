"""The records of powers."""

from sunlit.powers.models.charts import FlowChart, Procedure, Step
from sunlit.powers.models.delegations import Delegation
from sunlit.powers.models.entries import (
    AccountabilitySituation,
    BasisKind,
    ChangeKind,
    LegalBasis,
    PowerChange,
    ResponsibilityStage,
    RiskGrade,
    RiskPoint,
)
from sunlit.powers.models.guides import Guided
from sunlit.powers.models.materials import Material, MaterialForm
from sunlit.powers.models.powers import Kind, Level, Power, Source, Verification
from sunlit.powers.models.sheets import MaterialSheet, SheetKind
from sunlit.powers.models.versions import ChartVersion
from sunlit.powers.models.window import ConvenienceService, ServiceWindow, WindowMilestone

__all__ = [
    "AccountabilitySituation",
    "BasisKind",
    "ChangeKind",
    "ChartVersion",
    "ConvenienceService",
    "Delegation",
    "FlowChart",
    "Guided",
    "Kind",
    "LegalBasis",
    "Level",
    "Material",
    "MaterialForm",
    "MaterialSheet",
    "Power",
    "PowerChange",
    "Procedure",
    "ResponsibilityStage",
    "RiskGrade",
    "RiskPoint",
    "ServiceWindow",
    "SheetKind",
    "Source",
    "Step",
    "Verification",
    "WindowMilestone",
]
