"""Holds a file against the schema of BPMN 2.0, as the engine's package brings it."""

import copy
from functools import cache
from itertools import islice

from lxml import etree
from SpiffWorkflow.bpmn.parser.BpmnParser import BpmnValidator

from sunlit.flows.faults import Fault
from sunlit.kernel.wording import Wording

_MOST = 20
"""How many breaches of the schema are told: one often brings others with it."""


def schema_faults(tree: etree._ElementTree) -> list[Fault]:
    """Return where a file breaks the schema, with the lines and the schema's own words."""
    schema = _schema()
    if schema.validate(copy.deepcopy(tree)):
        return []
    return [
        Fault(
            "schema",
            Wording(
                f"不符合BPMN 2.0的格式规定：{_short(error.message)}",
                f"It breaks the schema of BPMN 2.0: {_short(error.message)}",
            ),
            line=error.line,
        )
        for error in islice(schema.error_log, _MOST)  # type: ignore[call-overload]
    ]


@cache
def _schema() -> etree.XMLSchema:
    schema: etree.XMLSchema = BpmnValidator().validator
    return schema


def _short(message: str) -> str:
    """Leave the namespaces out, which say nothing to a reader."""
    return message.replace("{http://www.omg.org/spec/BPMN/20100524/MODEL}", "")
