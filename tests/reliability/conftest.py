from tests.store.conftest import clock, directory

__all__ = ["clock", "directory"]
