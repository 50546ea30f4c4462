"""Writes small charts for tests: `a -> b` lines in, a BPMN file out."""

from xml.sax.saxutils import escape, quoteattr

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:sunlit="urn:sunlit:flow:1" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'id="d" targetNamespace="urn:sunlit:tests">\n'
)
ELEMENTS = {"s": "startEvent", "e": "endEvent", "g": "exclusiveGateway", "p": "parallelGateway"}


def chart(*arrows: str, extra: str = "", lanes: bool = True, tasks: str = "userTask") -> bytes:
    """Return a file with these arrows, each `from -> to` or `from -> to: word: condition`.

    A node is what its first letter says: s start, e end, g decision, p fork or join, others tasks.
    """
    flows, nodes = [], dict[str, None]()
    for number, arrow in enumerate(arrows, start=1):
        ends, _, rest = arrow.partition(": ")
        source, target = ends.split(" -> ")
        word, _, condition = rest.partition(": ")
        nodes |= {source: None, target: None}
        flows.append((f"f{number}", source, target, word, condition))
    references = "".join(f"<flowNodeRef>{node}</flowNodeRef>" for node in nodes)
    lane = (
        '<laneSet id="lanes"><lane id="lane" name="窗口" sunlit:role="window_clerk">'
        f"{references}</lane></laneSet>"
    )
    return "\n".join(
        [
            HEAD + '<process id="p1" name="试办程序" isExecutable="true">',
            lane if lanes else "",
            *(_node(node, tasks, flows) for node in nodes),
            *(_flow(*flow) for flow in flows),
            extra,
            "</process></definitions>",
        ]
    ).encode()


def _node(node: str, tasks: str, flows: list[tuple[str, str, str, str, str]]) -> str:
    element = ELEMENTS.get(node[0], tasks)
    name = ' name="齐全？"' if node[0] == "g" and _ways(node, flows) > 1 else ""
    if element == tasks:
        name = f' name={quoteattr("办理" + node)} sunlit:act="flow.record"'
    links = "".join(
        [
            *(f"<incoming>{id_}</incoming>" for id_, _, target, *_rest in flows if target == node),
            *(f"<outgoing>{id_}</outgoing>" for id_, source, *_rest in flows if source == node),
        ]
    )
    return f'<{element} id="{node}"{name}>{links}</{element}>'


def _ways(node: str, flows: list[tuple[str, str, str, str, str]]) -> int:
    return sum(source == node for _, source, *_rest in flows)


def _flow(id_: str, source: str, target: str, word: str, condition: str) -> str:
    inner = ""
    if condition:
        inner = (
            '<conditionExpression xsi:type="tFormalExpression">'
            f"{escape(condition)}</conditionExpression>"
        )
    name = f" name={quoteattr(word)}" if word else ""
    return (
        f'<sequenceFlow id="{id_}" sourceRef="{source}" targetRef="{target}"{name}>'
        f"{inner}</sequenceFlow>"
    )


LOOP = (
    "s -> gm",
    "gm -> a",
    "a -> g",
    'g -> e: 是: complete = "yes"',
    'g -> b: 否: complete = "no"',
    "b -> gm",
)
"""Receive, ask whether all is there, ask for what is missing, and receive again."""
PARALLEL = ("s -> p", "p -> a", "p -> b", "a -> p2", "b -> p2", "p2 -> c", "c -> e")
