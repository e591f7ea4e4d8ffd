"""Movement from one axis to another: a short animation, or none where motion is reduced."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal, Slot

from r2p_app.timeline.axis import Axis

_MILLISECONDS = 180


class Motion(QObject):
    """Takes an axis to where it should be.

    Signals:
        moved: The next step on the way, or the target itself, as an `Axis`.
    """

    moved = Signal(object)

    def __init__(self, reduced: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reduced = reduced
        self._from = self._to = Axis(0, 1, 1)
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_MILLISECONDS)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._on_animation_value_changed)

    @property
    def target(self) -> Axis | None:
        """Where it is going, None when it rests."""
        return self._to if self._animation.state() == QVariantAnimation.State.Running else None

    @property
    def is_reduced(self) -> bool:
        """Whether nothing should move by itself."""
        return self._reduced()

    def go(self, from_: Axis, to: Axis) -> None:
        """Go from one axis to another."""
        self._animation.stop()
        self._from, self._to = from_, to
        if self._reduced() or from_ == to:
            self.moved.emit(to)
        else:
            self._animation.start()

    def stop(self) -> None:
        """Stay where it is."""
        self._animation.stop()

    @Slot(object)
    def _on_animation_value_changed(self, share: float) -> None:
        self.moved.emit(self._to if share >= 1.0 else self._from.between(self._to, share))
