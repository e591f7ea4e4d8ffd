"""Words the narrator does not use, as a table: what is looked for, why, and what to write instead."""

import re
from typing import NamedTuple

from r2p_app.content.lint.passages import sentences

_PERPETRATOR = r"(?:Serbs?|Serbian|Yugoslav|VRS|JNA|paramilitar\w+|militia\w*|Interahamwe|Mladić|Karadžić|Milošević)"


class Phrase(NamedTuple):
    """A wording rule; `context` must match in the same text, `unless` must not in the sentence."""

    code: str
    pattern: re.Pattern[str]
    message: str
    hint: str
    context: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None

    def find(self, narrated: str) -> str:
        """Return what breaks the rule, or nothing."""
        if not self.pattern.search(narrated) or (self.context and not self.context.search(narrated)):
            return ""
        for sentence in sentences(narrated):
            match = self.pattern.search(sentence)
            if match and not (self.unless and self.unless.search(sentence)):
                return match.group()
        return ""


PHRASES = (
    Phrase(
        "name-genocide",
        re.compile(r"\b(?:Rwandan?(?:’s|'s)?|Tutsi) genocide\b", re.IGNORECASE),
        "“{found}” is not the name the United Nations uses",
        "write “the 1994 genocide against the Tutsi in Rwanda”, or “the genocide against the Tutsi”",
    ),
    Phrase(
        "name-bosniaks",
        re.compile(
            r"(?<!mainly )(?<!mostly )\b(?:Bosnian )?Muslims?\b"
            r"(?! (?:faith|religion|clerics?|prayers?|world|countr(?:y|ies)|states|festival))"
        ),
        "“{found}” names a religion; the people are Bosniaks",
        "write “Bosniak”; keep “Muslim” inside quotation marks and titles",
        context=re.compile(r"\b(?:Bosni\w*|Herzegovina|Srebrenica|Sarajevo|Žepa|Goražde|Tuzla|Potočari|Prijedor)\b"),
        unless=re.compile(r"\bBosniaks?\b"),  # such a sentence explains the names
    ),
    Phrase(
        "euphemism",
        re.compile(r"\b(?:cleansing|clean-?up|mop(?:ping)?-up|pacification|clearing) operations?\b", re.IGNORECASE),
        "“{found}” is a word of the perpetrators",
        "say what was done; or put the word in quotation marks and say who used it",
    ),
    Phrase(
        "euphemism",
        re.compile(r"\bethnically (?:pure|clean|cleansed)\b", re.IGNORECASE),
        "“{found}” takes over the perpetrators’ view",
        "say who was driven out, and by whom",
    ),
    Phrase(
        "euphemism",
        re.compile(r"\b(?:humane|orderly|voluntary) (?:transfer|resettlement|relocation)s?\b", re.IGNORECASE),
        "“{found}” is a word for deportation",
        "write “deportation” or “forcible transfer”, or put the word in quotation marks and say who used it",
        context=re.compile(rf"\b{_PERPETRATOR}\b"),
    ),
    # Evacuations by those who help are rightly called so; a perpetrator who “evacuates” deports.
    Phrase(
        "euphemism",
        re.compile(
            rf"\b{_PERPETRATOR}(?: (?:army|forces?|soldiers|troops|police|units?|command|and|had|then|also)){{0,3}}"
            r" (?:evacuat\w+|resettled|relocated)\b"
        ),
        "“{found}”: those who drive people out do not evacuate them",
        "write “deported”, “expelled” or “removed by force”",
    ),
)
