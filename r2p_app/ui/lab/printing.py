"""Papers of the lab set on A4: saved as PDF (by Typst) or as Markdown, or sent to a printer (by Qt)."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QMarginsF, Slot
from PySide6.QtGui import (
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from r2p_app.content.model import PackInfo
from r2p_app.export.memo import TEMPLATE, Block, Bullets, Heading, NewPage, Paper, Paragraph, memo_json, to_markdown
from r2p_app.export.paper.setting import PaperSize, compile_pdf
from r2p_app.ui.export.licence import licence_line
from r2p_app.ui.export.pages import paint_pages
from r2p_app.ui.export.paper import paper_theme
from r2p_app.ui.export.saving import Asker, FileKind, SavingDialog, ask_path, ask_target
from r2p_app.ui.export.work import Progress, Work
from r2p_app.ui.format import locale
from r2p_app.ui.printing.threads import beside
from r2p_app.ui.state import AppState
from r2p_app.ui.theme.tokens import TextRole

translate = QCoreApplication.translate

_SCALE = 0.9
_MARGIN_MM = 20.0


class PaperDocument:
    """A paper written as a document of the light theme, letters that can be searched and copied."""

    def __init__(self, paper: Paper, pack: PackInfo) -> None:
        self._theme = paper_theme(_SCALE)
        self.document = QTextDocument()
        self.document.setDocumentMargin(0)
        self._cursor = QTextCursor(self.document)
        self._is_new_page = False
        self._line(paper.title, TextRole.H2)
        self._line(paper.subtitle, TextRole.SMALL, after=8)
        for block in paper.blocks:
            self._write(block)
        self._line(licence_line(pack), TextRole.SMALL, before=16)

    def _write(self, block: Block) -> None:
        match block:
            case Heading():
                self._line(block.text, TextRole.H3, before=14)
            case Paragraph():
                if block.name:
                    self._line(block.name, TextRole.BODY_STRONG, before=6, after=0)
                self._line(block.text.strip().replace("\n", "\u2028") or "–", TextRole.BODY)
            case Bullets():
                for item in block.items:
                    self._line(f"•  {item}", TextRole.BODY, indent=12)
            case NewPage():
                self._is_new_page = True

    def _line(self, words: str, role: TextRole, *, before: float = 0, after: float = 4, indent: float = 0) -> None:
        style = QTextBlockFormat()
        style.setTopMargin(before)
        style.setBottomMargin(after)
        style.setLeftMargin(indent)
        if self._is_new_page:
            style.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            self._is_new_page = False
        if self._cursor.position():
            self._cursor.insertBlock(style)
        else:
            self._cursor.setBlockFormat(style)
        letters = QTextCharFormat()
        letters.setFont(self._theme.font(role))
        letters.setForeground(self._theme.colour("ink"))
        self._cursor.insertText(words, letters)


def paper_pdf(paper: Paper, pack: PackInfo, size: PaperSize = PaperSize.A4) -> Work:
    """Return the work that makes the PDF, in a thread of its own."""
    language = locale().name().partition("_")[0]
    page = translate("Printing", "Page %1 of %2")
    data = memo_json(paper, language=language, page=page, source=licence_line(pack), size=size)
    yield Progress(0, 1)
    return (yield from beside(partial(compile_pdf, TEMPLATE, data), 1))


def paper_markdown(paper: Paper) -> Work:
    """Return the work that makes the Markdown file."""
    yield Progress(0, 1)
    return to_markdown(paper).encode()


def _set_page(device: QPagedPaintDevice) -> None:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)


class Printed(NamedTuple):
    """A paper and a name for its file."""

    stem: str
    paper: Paper


class PaperButton(QPushButton):
    """A button with a menu: print it, save it as PDF, save it as Markdown."""

    def __init__(
        self,
        words: str,
        state: AppState,
        make: Callable[[], Printed],
        *,
        ask: Asker = ask_path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._state, self._make, self._ask = state, make, ask
        self._again: Callable[[], None] | None = None
        self.setProperty("kind", "toggle")
        self.setAccessibleName(words)
        menu = QMenu(self)
        menu.setAccessibleName(words)
        for name, title in (
            ("pdf", self.tr("Save as PDF…")),
            ("markdown", self.tr("Save as Markdown…")),
            ("print", self.tr("Print…")),
        ):
            action = menu.addAction(title)
            action.setObjectName(name)
            action.triggered.connect(self._on_action_triggered)
        self.setMenu(menu)

    def save(self, kind: str) -> None:
        """Ask for a name and write the file: "pdf" or "markdown"."""
        printed = self._make()
        files = {
            "pdf": FileKind(".pdf", self.tr("PDF document")),
            "markdown": FileKind(".md", self.tr("Markdown text")),
        }
        self._again = lambda: self.save(kind)
        target = ask_target(self.window(), self._state.preferences, printed.stem, files[kind], self._ask)
        if target is None:
            return
        pack = self._state.library.pack
        work = paper_pdf(printed.paper, pack) if kind == "pdf" else paper_markdown(printed.paper)
        dialog = SavingDialog(work, target, self.window())
        dialog.again_requested.connect(self._on_saving_again_requested)
        dialog.start()

    def send_to_printer(self) -> None:
        """Ask for a printer and print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # large, and rarely needed

        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        _set_page(printer)
        dialog = QPrintDialog(printer, self.window())
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            document = PaperDocument(self._make().paper, self._state.library.pack).document
            for _ in paint_pages(document, printer):
                pass

    @Slot()
    def _on_action_triggered(self) -> None:
        name = self.sender().objectName()
        if name == "print":
            self.send_to_printer()
        else:
            self.save(name)

    @Slot()
    def _on_saving_again_requested(self) -> None:
        if self._again is not None:
            self._again()
