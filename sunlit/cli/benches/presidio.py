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
    "CN_PLATE": r"[\u4e00-\u9fff][A-HJ-Z][A-HJ-NP-Z0-9]{5,6}",
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
