"""Asks pm4py whether flow charts are sound; run by the Python that has it. Output: JSON."""

import contextlib
import json
import sys
import warnings

warnings.simplefilter("ignore")
with contextlib.redirect_stdout(sys.stderr):
    import pm4py

    answers = {}
    for path in sys.argv[1:]:
        net, first, last = pm4py.convert_to_petri_net(pm4py.read_bpmn(path))
        found = pm4py.check_soundness(net, first, last)
        answers[path] = bool(found[0] if isinstance(found, tuple) else found)
json.dump(answers, sys.stdout)
