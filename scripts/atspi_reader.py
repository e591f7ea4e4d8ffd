"""What a screen reader gets of a program: starts it on the session's accessibility bus and answers questions about it.

Run by the system's Python, inside `dbus-run-session` and on an X11 screen. Orca is built on the same libatspi.
Questions come as lines of JSON on the standard input, each is answered by one line, "answer" and JSON:

    {"ask": "focus"}                        what has the focus: name, role, states, description, level
    {"ask": "shown", "role": "push button"} what is in view of a role
    {"ask": "heard"}                        what was announced or focused since the last time
    {"ask": "quit"}                         end the program
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - the version is told first

_EVENTS = ("object:announcement", "object:state-changed:focused")
_MOST = 6000
"""Accessibles that are looked at, at most."""

Answer = dict[str, object]


class Reader:
    """Listens to one program."""

    def __init__(self, command: list[str]) -> None:
        self.program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=sys.stderr)
        self._heard: list[Answer] = []
        self._listener = Atspi.EventListener.new(self._on_event)
        for name in _EVENTS:
            self._listener.register(name)

    def answer(self, question: dict[str, object]) -> object:
        """Answer one question."""
        answers: dict[str, Callable[[], object]] = {
            "focus": self._focus,
            "shown": lambda: [told(one) for one in self._shown() if one.get_role_name() == question.get("role")],
            "heard": self._take_heard,
            "quit": self._quit,
        }
        return answers[str(question["ask"])]()

    def application(self) -> Atspi.Accessible | None:
        """Return the program, None while it is not on the bus."""
        desktop = Atspi.get_desktop(0)
        found = (desktop.get_child_at_index(index) for index in range(desktop.get_child_count()))
        return next((one for one in found if one and one.get_process_id() == self.program.pid), None)

    def _shown(self) -> Iterator[Atspi.Accessible]:
        application = self.application()
        todo = [application] if application is not None else []
        for _ in range(_MOST):
            if not todo:
                return
            one = todo.pop()
            if one.get_state_set().contains(Atspi.StateType.SHOWING) or one is application:
                yield one
                todo += [child for i in reversed(range(one.get_child_count())) if (child := one.get_child_at_index(i))]

    def _focus(self) -> Answer | None:
        """What hands the focus on to something else is focused too, but not focusable."""
        wanted = (Atspi.StateType.FOCUSED, Atspi.StateType.FOCUSABLE)
        focused = [one for one in self._shown() if all(map(one.get_state_set().contains, wanted))]
        return told(focused[-1]) if focused else None

    def _take_heard(self) -> list[Answer]:
        heard, self._heard = self._heard, []
        return heard

    def _quit(self) -> int:
        self.program.terminate()
        GLib.idle_add(Atspi.event_quit)
        return self.program.wait(20)

    def _on_event(self, event: Atspi.Event) -> None:
        if event.source is None or event.source.get_process_id() != self.program.pid:
            return
        if event.type.startswith("object:announcement"):
            self._heard.append({"said": str(event.any_data), "urgent": event.detail1 == 2})
        elif event.detail1:
            self._heard.append({"focused": told(event.source)})


def told(one: Atspi.Accessible) -> Answer:
    """Return what a screen reader can say of something."""
    states = [state.value_nick for state in one.get_state_set().get_states()]
    text = {"name": one.get_name(), "role": one.get_role_name(), "description": one.get_description()}
    return {**text, "states": sorted(states), "level": int((one.get_attributes() or {}).get("level", 0))}


def _on_line(_source: int, _condition: GLib.IOCondition, reader: Reader) -> bool:
    line = sys.stdin.readline()
    if not line:
        reader._quit()
        return False
    try:
        answered = reader.answer(json.loads(line))
    except GLib.Error as error:  # what was asked about is gone meanwhile: ask again
        answered = {"gone": error.message}
    print(f"answer {json.dumps(answered)}", flush=True)
    return True


def main() -> None:
    """Start the program named by the arguments, and answer until the input ends."""
    Atspi.init()
    reader = Reader(sys.argv[1:])
    conditions = GLib.IOCondition.IN | GLib.IOCondition.HUP
    GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, conditions, _on_line, reader)
    Atspi.event_main()
    sys.exit(0)


if __name__ == "__main__":
    main()
