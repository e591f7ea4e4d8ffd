"""The shipped maps, read once."""

from r2p_app.maps.regions import Atlas, atlas
from r2p_app.paths import resources_dir


def shipped_atlas() -> Atlas:
    """Return the maps that come with the program."""
    return atlas(resources_dir() / "maps")
