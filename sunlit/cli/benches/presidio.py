"""The other program that `sunlit bench screen` sets itself beside, where it is installed."""

from collections.abc import Callable
from typing import Any

try:
    import spacy
    from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine
    from presidio_analyzer.predefined_recognizers import CreditCardRecognizer, EmailRecognizer
except ImportError:
    AVAILABLE = False
else:
    AVAILABLE = True

# It brings none for China: these are the plainest that find what is looked for.
_PATTERNS = {
    "CN_ID": r"(?<!\d)\d{17}[\dXx](?!\d)",
    "CN_MOBILE": r"(?<!\d)1[3-9]\d{9}(?!\d)",
    "CN_PLATE": r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}",
}


def analyzer() -> Callable[[str], Any]:
    """Return what analyzes a Chinese text: five recognizers, and no language model."""
    engine = SpacyNlpEngine()
    engine.nlp = {"zh": spacy.blank("zh")}
    registry = RecognizerRegistry(
        recognizers=[
            *(
                PatternRecognizer(name, patterns=[Pattern(name, one, 0.8)], supported_language="zh")
                for name, one in _PATTERNS.items()
            ),
            CreditCardRecognizer(supported_language="zh"),
            EmailRecognizer(supported_language="zh"),
        ],
        supported_languages=["zh"],
    )
    whole = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["zh"])
    return lambda text: whole.analyze(text, language="zh")
