"""A quiz as a test on paper: versions, each with an answer sheet of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from r2p_app.export.paper.handouts.parts import Section, fields
from r2p_app.export.paper.handouts.subject import Handout, Subject
from r2p_app.export.paper.handouts.versions import Version
from r2p_app.ui.format import plural
from r2p_app.ui.paper.asked import Blocks, Setting, asked, numbered, place
from r2p_app.ui.paper.words import dotted, kicker, name_fields

translate = QCoreApplication.translate


def test_sections(setting: Setting, subject: Subject, made: Sequence[Version]) -> list[Section]:
    """Return the questions and the answer sheet of every version."""
    is_alone = len(made) == 1
    return [
        section
        for version in made
        for section in (_questions(setting, subject, version, is_alone), _answers(setting, subject, version, is_alone))
    ]


def _version_words(version: Version, is_alone: bool) -> str:
    return "" if is_alone else translate("Handouts", "Version %1").replace("%1", version.letter)


def _questions(setting: Setting, subject: Subject, version: Version, is_alone: bool) -> Section:
    words = translate("Handouts", "Answer on the answer sheet. Leave out what you do not know; nobody has to guess.")
    blocks: Blocks = [setting.form.small(words)]
    blocks += numbered([asked(setting, item, version.order(item)) for item in version.questions])
    count = plural(translate("Handouts", "%n question(s)", None, len(version.questions)))
    return Section(
        title=subject.title,
        kicker=dotted((kicker(subject, Handout.TEST), _version_words(version, is_alone))),
        facts=count,
        blocks=blocks,
        apart=True,
        always=True,
    )


def _answers(setting: Setting, subject: Subject, version: Version, is_alone: bool) -> Section:
    blocks: Blocks = [fields(*name_fields())]
    blocks += numbered([place(setting, item, version.order(item)) for item in version.questions])
    return Section(
        title=translate("Handouts", "Answer sheet: %1").replace("%1", subject.title),
        kicker=dotted((kicker(subject, Handout.TEST), _version_words(version, is_alone))),
        blocks=blocks,
        apart=True,
        always=True,
    )
