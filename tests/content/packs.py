"""A small sound pack with a record of every kind, as texts: tests change one line and look at what is reported."""

from collections.abc import Mapping
from pathlib import Path

Files = Mapping[str, str | bytes | None]

_LINE = "# yaml-language-server: $schema={up}schemas/{key}.schema.json\n"


def yaml(key: str, body: str, *, depth: int = 0) -> str:
    """Return the text of a YAML file; `depth` is that of its folder in the pack."""
    return _LINE.format(up="../" * depth, key=key) + f"{key}:\n{body.strip(chr(10))}\n"


PACK = yaml(
    "pack",
    """
  format: 1
  id: mini
  title: A small pack
  version: "0.1"
  licence: CC-BY-SA-4.0
  languages: [en, fr]
  authors: [The tests]
""",
)
LANES = yaml("lanes", "- {id: lane-alpha, title: Alpha, case: alpha}\n- {id: lane-council, title: Council}\n")
SOURCES = yaml(
    "sources",
    """
- id: report-1999
  type: un-document
  author: United Nations
  title: Report of the independent inquiry
  year: 1999
- id: book-2001
  type: book
  author: A. Writer
  title: A book
  note: A general account.
""",
    depth=1,
)
TERMS = yaml(
    "terms",
    """
- id: t-mandate
  term: mandate
  definition: What a mission may do.
  aliases: [mandates]
  sources: [report-1999]
- {id: t-cable, term: cable, definition: A message between offices., see_also: [t-mandate]}
""",
    depth=1,
)
ACTORS = yaml(
    "actors", "- {id: b-council, name: Security Council, kind: un, role: Decides on peace and security}\n", depth=1
)
CASE = yaml(
    "case",
    """
  id: alpha
  title: The first case
  subtitle: What was known
  period: 1993–1994
  one_line: One line.
  summary: A summary.
  content_note: This case deals with mass murder.
  lane: lane-alpha
  chapters: [alpha-warnings]
""",
    depth=2,
)
PLACES = yaml(
    "places",
    """
- {id: pl-kigali, name: Kigali, lat: -1.9441, lon: 30.0619, why: The capital}
- {id: pl-camp, name: The camp, lat: -1.7, lon: 29.2, why: A camp, approximate: true}
""",
    depth=2,
)
EVENTS = yaml(
    "events",
    """
- id: ev-cable
  date: "1994-01-11"
  title: A cable warns of a plan
  summary: The commander reports what an *informant* said to [the Council](r2p://actor/b-council).
  lanes: [lane-alpha]
  responsibility: prevent
  theme: warning
  status: official-record
  sources: ["report-1999, p. 11"]
  place: pl-kigali
  actors: [b-council]
  documents: [doc-cable]
- id: ev-cut
  date: "1994-04-21"
  title: The Council reduces the force
  summary: Two weeks into the killing the Council keeps about 270.
  lanes: [lane-alpha, lane-council]
  responsibility: react
  theme: council
  status: contested
  disputed: Some hold that a larger force could have stayed.
  importance: 3
  sources: [report-1999, "book-2001, ch. 3"]
""",
    depth=2,
)
FIGURES = yaml(
    "figures",
    """
- id: fig-force
  label: Peacekeepers present
  unit: people
  as_of: "1994-04"
  status: official-record
  value: 2548
  sources: [report-1999]
- id: fig-toll
  label: People killed
  unit: people killed
  as_of: "1994-04/1994-07"
  status: scholarship
  low: 500000
  high: 800000
  toll: true
  sources: [report-1999, book-2001]
""",
    depth=2,
)
SERIES = yaml(
    "series",
    """
- id: ser-ceiling
  title: Authorised strength
  unit: people
  kind: step
  question: How many were allowed?
  how_to_read: Each step is a decision.
  limits: A ceiling is a permission.
  status: official-record
  sources: [report-1999]
  points:
  - {date: "1993-10-05", value: 2548}
  - {date: "1994-04-21", value: 270, label: Reduced}
  - {date: "1994-05-17", low: 5400, high: 5500}
""",
    depth=2,
)
DOCUMENTS = yaml(
    "documents",
    """
- id: doc-cable
  symbol: ""
  title: The cable of 11 January
  date: "1994-01-11"
  body: UNAMIR
  summary: Reports arms stores.
  why_it_matters: It shows what was known.
  key_points:
  - {ref: para 2, point: An informant was introduced.}
- id: doc-res-912
  symbol: S/RES/912 (1994)
  title: Resolution 912
  date: "1994-04-21"
  body: Security Council
  summary: Reduces the force.
  why_it_matters: It is what was decided.
  vote: {in_favour: 15, against: 0, abstaining: 0}
""",
    depth=2,
)
OBJECTIVES = yaml("objectives", "- {id: o-warnings, text: Judge what was known., bloom: evaluate}\n", depth=2)
QUESTIONS = yaml(
    "questions",
    """
- id: q-cut
  kind: single
  prompt: What did the Council decide on 21 April 1994?
  objective: o-warnings
  bloom: remember
  difficulty: 1
  rationale: It chose the second of three options.
  sources: [report-1999]
  see: r2p://case/alpha/read/alpha-warnings#two-weeks
  options:
  - {id: a, text: To withdraw the force, rationale: That was the third option.}
  - {id: b, text: To reduce the force, correct: true, rationale: It kept about 270 people.}
  - {id: c, text: To enlarge the force, rationale: That came four weeks later.}
- id: q-crimes
  kind: multiple
  prompt: Which of these were known in January 1994?
  objective: o-warnings
  bloom: understand
  difficulty: 2
  rationale: The cable names both.
  sources: [report-1999]
  see: r2p://document/doc-cable
  options:
  - {id: a, text: Arms stores, correct: true, rationale: The informant showed one.}
  - {id: b, text: Lists of names, correct: true, rationale: He had been told to make one.}
  - {id: c, text: The exact day, rationale: Nobody knew it.}
- id: q-true
  kind: true-false
  prompt: The cable was answered.
  objective: o-warnings
  bloom: remember
  difficulty: 1
  rationale: It was, and it was told not to act.
  sources: [report-1999]
  see: r2p://event/ev-cable
  answer: true
  when_true: It was answered within a day.
  when_false: There was an answer.
- id: q-number
  kind: numeric
  prompt: How many were left?
  objective: o-warnings
  bloom: remember
  difficulty: 1
  rationale: The text says about 270.
  sources: [report-1999]
  see: r2p://event/ev-cut
  value: 270
  unit: people
  tolerance: 30
  mistakes:
  - {value: 2548, rationale: That was the strength before.}
- id: q-order
  kind: ordering
  prompt: Put these in order.
  objective: o-warnings
  bloom: remember
  difficulty: 1
  rationale: They follow one another.
  sources: [report-1999]
  see: r2p://timeline?event=ev-cut
  items:
  - {id: a, text: The mission begins, rationale: First., date: "1993-10-05"}
  - {id: b, text: The cable, rationale: Second., date: "1994-01-11"}
  - {id: c, text: The cut, rationale: Third., date: "1994-04-21"}
- id: q-match
  kind: matching
  prompt: Match each with its meaning.
  objective: o-warnings
  bloom: understand
  difficulty: 2
  rationale: These are their meanings.
  sources: [report-1999]
  see: r2p://term/t-mandate
  pairs:
  - {id: a, left: mandate, right: what may be done, rationale: So it is.}
  - {id: b, left: cable, right: a message, rationale: So it is.}
  - {id: c, left: ceiling, right: the largest strength, rationale: So it is.}
  extra: [a vote]
- id: q-short
  kind: short
  prompt: What is the word for what a mission may do?
  objective: o-warnings
  bloom: remember
  difficulty: 1
  rationale: It is called the mandate.
  sources: [report-1999]
  see: r2p://term/t-mandate
  accepted: [mandate]
  near_misses: [manual]
- id: q-gaps
  kind: cloze
  prompt: Fill the gap.
  objective: o-warnings
  bloom: remember
  difficulty: 1
  rationale: So the text has it.
  sources: [report-1999]
  see: r2p://event/ev-cut
  text: In April 1994 the {{body}} cut the force.
  gaps:
  - {id: body, accepted: [Council], near_misses: [Assembly], rationale: It voted.}
- id: q-sort
  kind: sort
  prompt: Sort what was known.
  objective: o-warnings
  bloom: analyse
  difficulty: 2
  rationale: So it was.
  sources: [report-1999]
  see: r2p://event/ev-cut
  by: knowledge
  cards:
  - {id: a, text: The cable, belongs: then, rationale: It was sent.}
  - {id: b, text: The lists, belongs: then, rationale: They were seen.}
  - {id: c, text: The report, belongs: later, rationale: It was written later.}
  - {id: d, text: The trial, belongs: later, rationale: It was held later.}
- id: q-memo
  kind: memo
  prompt: Write a warning note.
  objective: o-warnings
  bloom: create
  difficulty: 3
  rationale: It uses only what was known.
  sources: [report-1999]
  see: r2p://case/alpha/read/alpha-warnings
  model_answer: A note.
  rubric: [Names the source of what it says]
- id: q-place
  kind: map
  prompt: Where is Kigali?
  objective: o-warnings
  bloom: remember
  difficulty: 1
  rationale: It is the capital.
  sources: [report-1999]
  see: r2p://place/pl-kigali
  name: Kigali
  lat: -1.9441
  lon: 30.0619
  radius_km: 30
- id: q-date
  kind: timeline
  prompt: When was the force reduced?
  objective: o-warnings
  bloom: remember
  difficulty: 1
  rationale: On 21 April 1994.
  sources: [report-1999]
  see: r2p://event/ev-cut
  date: "1994-04-21"
  tolerance_days: 7
  start: "1994-01"
  end: "1994-12"
""",
    depth=2,
)
DECISIONS = yaml(
    "decisions",
    """
- id: dp-cut
  date: "1994-04-21"
  title: Keep or reduce the force
  seat: Ambassador of an elected member of the Security Council
  situation: Three options are on the table.
  known_then:
  - id: cable
    date: "1994-01-11"
    form: cable
    fact: A cable had warned.
    made_by: The mission
    made_for: Headquarters
    held: One informant; not checked.
    sources: [report-1999]
  not_known_then: [How long the killing would last]
  options:
  - {id: reduce, text: Reduce, arguments_for: It is safer., arguments_against: It leaves people alone.}
  - {id: enlarge, text: Enlarge, arguments_for: It may protect., arguments_against: No troops were offered.}
  chosen: The force was reduced.
  what_followed: Most of the killing.
  later_assessments:
  - {by: The inquiry, text: A failure of will., sources: [report-1999]}
  - {by: A writer, text: Few troops could have come in time., sources: [book-2001]}
  criteria_in_play: [last-resort, reasonable-prospects]
  sources: [report-1999]
  place: pl-kigali
- id: dp-arms
  date: "1994-01-12"
  title: Who is told?
  seat: Adviser at headquarters
  situation: A cable has come.
  known_then:
  - {id: stores, date: "1993-12", form: public, fact: People speak of stores., held: A rumour., sources: [report-1999]}
  not_known_then: [Whether it is true]
  options:
  - {id: tell, text: Tell, arguments_for: They can act., arguments_against: They may leave.}
  - {id: wait, text: Wait, arguments_for: It may be false., arguments_against: It may be true.}
  chosen: Nobody was told.
  what_followed: Nothing.
  later_assessments:
  - {by: The inquiry, text: It should have been told., sources: [report-1999]}
  - {by: A writer, text: The source was not known., sources: [book-2001]}
  criteria_in_play: [last-resort]
  sources: [report-1999]
""",
    depth=2,
)
ARMS = DECISIONS[DECISIONS.index("- id: dp-arms") :]
DECISIONS += "".join(ARMS.replace("dp-arms", f"dp-arms-{number}") for number in range(2, 6))
OTHERS = {
    "sequences": """
- id: seq-alpha
  title: From the cable to the cut
  seat: Adviser at headquarters
  introduction: The same seat, twice.
  steps: [{decision: dp-arms}, {decision: dp-cut, bridge: Three months have passed.}]
""",
    "criteria": """
- id: crit-last-resort
  criterion: last-resort
  question: Had everything else been tried?
  argument_yes: Talks had failed.
  argument_no: The force had not been used.
  evidence: [ev-cut, doc-res-912]
  sources: [report-1999]
  readings:
  - {by: The inquiry, view: Met, text: Talks had failed., sources: [report-1999]}
  - {by: An author, view: Doubtful, text: The force had not been used., sources: [book-2001]}
""",
    "lens": """
- {id: lens-prevent, responsibility: prevent, tried: [A mission], missed: [The arms stores], events: [ev-cable]}
""",
    "misconceptions": """
- id: mc-nobody
  claim: Nobody knew.
  correction: The cable shows what was known.
  chapters: [alpha-warnings]
  sources: [report-1999]
""",
    "comparisons": """
- id: cmp-warning
  title: Warnings
  introduction: What was known.
  columns: [{id: alpha, title: The first case}]
  rows:
  - {id: known, question: What was known?, answers: [{column: alpha, answer: The cable., evidence: [ev-cable]}]}
""",
    "guides": """
- id: guide-words
  title: Which is it?
  introduction: Words that are mixed up.
  comparison: cmp-warning
  steps:
  - {row: known, question: Who knew?, choices: [{text: The Council, fits: [alpha]}], sources: [report-1999]}
  outcomes:
  - {column: alpha, term: t-mandate, text: The first case., examples: [ev-cable], sources: [report-1999]}
""",
    "views": "- {id: view-will, kind: critique, title: Will, text: No rule acts alone., sources: [book-2001]}\n",
    "pairings": "- {id: pair-cut, title: From the warning to the vote, ground: ev-cable, council: ev-cut}\n",
    "movements": """
- id: mv-flight
  title: From the capital to the camp
  kind: displacement
  date: "1994-01-11/1994-02"
  path: [pl-kigali, pl-camp]
  text: Many people fled.
  status: contested
  disputed: How many they were is not agreed.
  figure: fig-force
  events: [ev-cable]
  sources: ["report-1999, p. 12"]
""",
    "stories": """
- id: story-cable
  title: From the cable to the cut
  summary: How a warning was heard.
  content_note: This story speaks of plans to kill.
  steps:
  - heading: A warning
    text: The force sent [a cable](r2p://document/doc-cable).
    start: "1994-01"
    end: "1994-02"
    lanes: [lane-alpha]
    event: ev-cable
    sources: [report-1999]
  - heading: The vote
    text: The force was cut.
    start: "1994-04"
    end: "1994-05"
    event: ev-cut
    sources: ["report-1999, p. 11"]
""",
    "discussions": "- {id: disc-act, question: Who could have acted?, guidance: Ask why., objectives: [o-warnings]}\n",
    "lessons": """
- id: l-cable
  title: The cable
  objectives: [o-warnings]
  steps: [{minutes: 10, heading: The cable, form: read, activity: Read the cable., uses: [doc-cable, q-cut]}]
""",
}
CHAPTER = """---
id: alpha-warnings
title: Warnings
summary: What was known.
content_note: This chapter speaks of plans to kill.
objectives: [o-warnings]
check: [q-cut]
---

::: content-note
This is hard to read.
:::

## What was known {#known}

The [Council](r2p://actor/b-council) was told.[@report-1999, p. 11; book-2001]

::: note
See [the cable](r2p://document/doc-cable).
:::

![Authorised strength](r2p://series/ser-ceiling)

Two weeks into the killing the force was cut. {#two-weeks}
"""
CHAPTER_PATH = "cases/alpha/chapters/01-warnings.md"
EVENTS_PATH = "cases/alpha/events.yaml"
QUESTIONS_PATH = "cases/alpha/questions.yaml"

FILES: Mapping[str, str] = {
    "pack.yaml": PACK,
    "lanes.yaml": LANES,
    "shared/sources.yaml": SOURCES,
    "shared/terms.yaml": TERMS,
    "shared/actors.yaml": ACTORS,
    "cases/alpha/case.yaml": CASE,
    "cases/alpha/places.yaml": PLACES,
    EVENTS_PATH: EVENTS,
    "cases/alpha/figures.yaml": FIGURES,
    "cases/alpha/series.yaml": SERIES,
    "cases/alpha/documents.yaml": DOCUMENTS,
    "cases/alpha/objectives.yaml": OBJECTIVES,
    QUESTIONS_PATH: QUESTIONS,
    "cases/alpha/decisions.yaml": DECISIONS,
    CHAPTER_PATH: CHAPTER,
    **{f"cases/alpha/{key}.yaml": yaml(key, body, depth=2) for key, body in OTHERS.items()},
}


def write(root: Path, files: Files) -> None:
    """Write files below `root`; None deletes one."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """Return a file of the small pack with one piece of its text replaced."""
    text = FILES[path]
    assert text.count(old) >= 1, f"{old!r} does not stand in {path}"
    return {path: text.replace(old, new, 1)}


def line_of(text: str, piece: str) -> int:
    """Return the number of the first line in which `piece` stands."""
    return text[: text.index(piece)].count("\n") + 1
