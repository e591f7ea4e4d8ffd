from tests.store.conftest import clock, directory, store

__all__ = ["clock", "directory", "store"]
