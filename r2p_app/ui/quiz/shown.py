"""The one view that the quiz page shows, and the run that was left for it."""

from PySide6.QtWidgets import QWidget

from r2p_app.ui.quiz.run import RunView
from r2p_app.ui.widgets.basic import column


class ShownView(QWidget):
    """Shows one view in place of another. A run that is left at a question is kept, with whatever was half written."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = column(into=self)
        self.view: QWidget | None = None
        self._paused: RunView | None = None

    def show_view(self, view: QWidget) -> None:
        """Show a view in place of another."""
        if view is self.view:
            return
        old, self.view = self.view, view
        if view is self._paused:
            self._paused = None
        self._layout.addWidget(view)
        view.show()
        if old is not None:
            old.hide()
            self._layout.removeWidget(old)
            self._leave(old)

    def find_run(self, run_id: str, question_id: str) -> RunView | None:
        """Return a run that is shown or was left, if it is as a link wants it."""
        views = (view for view in (self.view, self._paused) if isinstance(view, RunView))
        return next((view for view in views if _stands_at(view, run_id, question_id)), None)

    def drop_paused(self) -> None:
        """Forget the run that was left, and what was half written in it."""
        if self._paused is not None:
            self._paused.deleteLater()
            self._paused = None

    def _leave(self, view: QWidget) -> None:
        if isinstance(view, RunView) and not view.shows_verdict:
            self.drop_paused()
            self._paused = view
        else:
            view.deleteLater()


def _stands_at(view: RunView, run_id: str, question_id: str) -> bool:
    """Tell whether a run can be gone on with, or shows the verdict on a question where one is named."""
    if view.is_review or view.session.run.id != run_id:
        return False
    return not view.session.is_over if not question_id else view.shows_verdict and view.question.id == question_id
