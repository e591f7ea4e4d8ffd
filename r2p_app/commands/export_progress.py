"""`r2p export progress` and `r2p export statistics`: what a learner did, and what is known of the questions."""

from pathlib import Path

from r2p_app.clock import utc_now
from r2p_app.content.library import Library
from r2p_app.export.progress import answers_csv, progress_json, questions_csv
from r2p_app.export.statistics import statistics_csv
from r2p_app.paths import data_dir
from r2p_app.store import Store
from r2p_app.store.profiles import Profile, Profiles

_FOLDER = "profiles"


def exported(what: str, library: Library, out: Path, *, profile: str, table: str) -> bytes:
    """Return the bytes of a file; raise `ValueError` where the profile or the format is not clear."""
    suffix = out.suffix.casefold()
    if suffix not in ({".csv", ".json"} if what == "progress" else {".csv"}):
        raise ValueError(f"“{out.name}” does not end in {'.csv or .json' if what == 'progress' else '.csv'}")
    from r2p_app.ui.review.standing import record
    from r2p_app.ui.statistics.found import question_statistics

    with Store.open(_profile(profile).directory) as store:
        if what == "statistics":
            return statistics_csv(library, question_statistics(library, store))
        found = record(library, store, utc_now())
    if suffix == ".json":
        return progress_json(found)
    return questions_csv(found) if table == "questions" else answers_csv(found)


def _profile(name: str) -> Profile:
    profiles = Profiles(data_dir() / _FOLDER)
    known = profiles.all()
    only = known[0] if len(known) == 1 else None
    found = profiles.find(name) if name else only
    if found is None:
        names = ", ".join(profile.name for profile in known) or "none yet"
        raise ValueError(f"name the profile with --profile before “export”; there are: {names}")
    return found
