"""An exercise in the decision lab: five steps, what was written in each, and which step may be opened.

An exercise is a value: every change returns another one. The advice, once given, stays as it was; what one thinks
later belongs to the debrief. Nothing here is counted or scored.
"""

import enum
from collections.abc import Mapping
from datetime import datetime

import msgspec
from msgspec.structs import replace

from r2p_app.content.model import Criterion
from r2p_app.content.teaching import DecisionPoint
from r2p_app.lab.judgement import Judgement, Weighing

OTHER = "other"
"""In place of an option's id: the learner recommends something that was not on the table."""


class Step(enum.StrEnum):
    """The steps, in order; the first four lie before the information cut-off."""

    BRIEF = "brief"
    KNOWN = "known"
    WEIGH = "weigh"
    ADVISE = "advise"
    DEBRIEF = "debrief"

    @property
    def number(self) -> int:
        """1 to 5."""
        return STEPS.index(self) + 1


STEPS = tuple(Step)


class Missing(enum.StrEnum):
    """What keeps the next step closed."""

    LEVEL = "level"
    SUPPORT = "support"
    CHOICE = "choice"
    MEMO = "memo"
    ADVICE = "advice"


class Finding(msgspec.Struct, frozen=True):
    """What was found on one criterion: the judgement, and the evidence that speaks against it."""

    weighing: Weighing = Weighing()
    against: tuple[str, ...] = ()


class Memo(msgspec.Struct, frozen=True):
    """The advice of one writer; `role` names the writer where several write side by side.

    `option` is the id of an option, `OTHER`, or "" as long as nothing is chosen.
    """

    role: str = ""
    option: str = ""
    recommendation: str = ""
    reasons: str = ""
    risks: str = ""
    change_mind: str = ""

    @property
    def missing(self) -> Missing | None:
        """What is still to be written before it is advice."""
        if not self.option or (self.option == OTHER and not self.recommendation.strip()):
            return Missing.CHOICE
        written = (self.reasons, self.risks, self.change_mind)
        return None if all(part.strip() for part in written) else Missing.MEMO


class Vote(msgspec.Struct, frozen=True):
    """The hands of a class for each option, before the discussion and after it."""

    before: Mapping[str, int] = {}
    after: Mapping[str, int] = {}


class Exercise(msgspec.Struct, frozen=True, kw_only=True):
    """One run through a decision point.

    `step` is where the learner is. `spare` are memos of writers who left; they may come back. `advised_at` is when the
    advice was given, `looked_ahead` that the lab was left before that, so that what followed may have been seen.
    `answers` are those to the questions of the debrief, by key; `other_task` those of the task offered instead.
    """

    id: str
    decision: str
    started_at: datetime
    changed_at: datetime
    step: Step = Step.BRIEF
    findings: Mapping[Criterion, Finding] = {}
    memos: tuple[Memo, ...] = (Memo(),)
    spare: tuple[Memo, ...] = ()
    vote: Vote = Vote()
    advised_at: datetime | None = None
    looked_ahead: bool = False
    answers: Mapping[str, str] = {}
    other_task: Mapping[str, str] | None = None
    finished_at: datetime | None = None

    @property
    def is_advised(self) -> bool:
        """Whether the advice is given: what followed may be seen, the advice no longer changed."""
        return self.advised_at is not None

    @property
    def is_confined(self) -> bool:
        """Whether nothing later than the decision may be shown yet."""
        return not self.is_advised

    def missing(self, step: Step, decision: DecisionPoint) -> Missing | None:
        """Return what keeps `step` closed; None where it may be opened. Going back is always possible."""
        if step.number <= self.step.number or (self.is_advised and step is not Step.DEBRIEF):
            return None
        if step is Step.DEBRIEF:
            return None if self.is_advised else Missing.ADVICE
        return self._unweighed(decision) if step is Step.ADVISE else None

    def _unweighed(self, decision: DecisionPoint) -> Missing | None:
        """Every criterion in play is judged, on evidence or with reasons."""
        if self.other_task is not None:
            return None
        said = [self.finding(criterion).weighing for criterion in decision.criteria_in_play]
        if any(weighing.level is None for weighing in said):
            return Missing.LEVEL
        return None if all(weighing.evidence or weighing.reasons.strip() for weighing in said) else Missing.SUPPORT

    def finding(self, criterion: Criterion) -> Finding:
        """Return what was found on a criterion so far."""
        return self.findings.get(criterion, Finding())

    def one_sided(self, decision: DecisionPoint) -> tuple[Criterion, ...]:
        """Return the criteria judged without any evidence that speaks against the judgement."""
        judged = (one for one in decision.criteria_in_play if self.finding(one).weighing.level is not None)
        return tuple(one for one in judged if not self.finding(one).against)

    def missing_advice(self) -> Missing | None:
        """Return what is still to be written before the advice can be given."""
        return next((memo.missing for memo in self.memos if memo.missing is not None), None)

    # --- changes ------------------------------------------------------------------------------------------------------

    def at_step(self, step: Step, at: datetime) -> "Exercise":
        """Go to a step that may be opened."""
        return replace(self, step=step, changed_at=at)

    def found(self, criterion: Criterion, finding: Finding, at: datetime) -> "Exercise":
        """Judge a criterion; without effect once the advice is given."""
        if self.is_advised:
            return self
        return replace(self, findings={**self.findings, criterion: finding}, changed_at=at)

    def written(self, number: int, memo: Memo, at: datetime) -> "Exercise":
        """Write the memo of one writer; without effect once the advice is given."""
        if self.is_advised:
            return self
        memos = (*self.memos[:number], memo, *self.memos[number + 1 :])
        return replace(self, memos=memos, changed_at=at)

    def with_roles(self, roles: tuple[str, ...], at: datetime) -> "Exercise":
        """Have as many writers as there are names; what is written stays with its place, also that of who goes."""
        if self.is_advised or not roles:
            return self
        kept = (*self.memos, *self.spare, *(Memo() for _ in roles))
        memos = tuple(replace(memo, role=role) for memo, role in zip(kept, roles, strict=False))
        spare = tuple(memo for memo in kept[len(roles) :] if replace(memo, role="") != Memo())
        return replace(self, memos=memos, spare=spare, changed_at=at)

    def voted(self, vote: Vote, at: datetime) -> "Exercise":
        """Keep the hands counted."""
        return replace(self, vote=vote, changed_at=at)

    def advised(self, at: datetime) -> "Exercise":
        """Give the advice as it is written; raise `ValueError` where something is missing."""
        if self.is_advised:
            return self
        if self.other_task is None and (lack := self.missing_advice()) is not None:
            raise ValueError(f"the advice is not complete: {lack}")
        return replace(self, advised_at=at, step=Step.DEBRIEF, changed_at=at)

    def left(self, at: datetime) -> "Exercise":
        """Remember that the lab was left before the advice was given."""
        return replace(self, looked_ahead=self.looked_ahead or self.is_confined, changed_at=at)

    def answered(self, key: str, text: str, at: datetime) -> "Exercise":
        """Answer a question of the debrief."""
        return replace(self, answers={**self.answers, key: text}, changed_at=at)

    def other_task_answered(self, answers: Mapping[str, str], at: datetime) -> "Exercise":
        """Do the other task instead of advising; without effect once advice is given."""
        if self.is_advised and self.other_task is None:
            return self
        return replace(self, other_task={**(self.other_task or {}), **answers}, changed_at=at)

    def without_other_task(self, at: datetime) -> "Exercise":
        """Return to advising, as long as nothing later was seen."""
        return self if self.is_advised else replace(self, other_task=None, changed_at=at)

    def finished(self, at: datetime) -> "Exercise":
        """End the debrief; what was written can still be read, and thought on."""
        return replace(self, finished_at=self.finished_at or at, changed_at=at)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return the judgements that stood when the advice was given, as a log keeps them."""
        if self.advised_at is None:
            return ()
        said = {criterion: finding.weighing for criterion, finding in self.findings.items() if finding.weighing}
        return tuple(Judgement(self.decision, one, self.advised_at, weighing) for one, weighing in said.items())
