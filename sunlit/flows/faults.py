"""What is wrong with a flow chart: where, in whole sentences, and what to do."""

from dataclasses import dataclass

from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its code, the element and the line of the file where it is, and the sentence."""

    code: str
    said: Wording
    element: str = ""
    line: int = 0

    def said_in(self, language: str) -> str:
        """The place and the sentence, in the language of this tag."""
        where = self.where(language)
        return f"{where}{self.said.said_in(language)}"

    def where(self, language: str) -> str:
        """The place in words: line and element, as far as they are known."""
        chinese = language.lower().startswith("zh")
        parts = []
        if self.line:
            parts.append(f"第{self.line}行" if chinese else f"line {self.line}")
        if self.element:
            parts.append(self.element)
        if not parts:
            return ""
        return "，".join(parts) + "：" if chinese else ", ".join(parts) + ": "


class NoChart(Unacceptable):
    """The file cannot be read as a flow chart at all."""

    code = "no_chart"


def no_chart(zh: str, en: str) -> NoChart:
    """Return the refusal of a file, with what is wrong with it."""
    return NoChart(
        Wording(f"这个文件不能作为流程图：{zh}。", f"This file is no flow chart: {en}."),
        Wording(
            "请用BPMN 2.0建模工具另存为.bpmn文件后再上传。",
            "Save it as a .bpmn file (BPMN 2.0) with a modeller, and hand it in again.",
        ),
    )
