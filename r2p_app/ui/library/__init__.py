"""The library in the window: glossary, people and bodies, places, documents and sources, each with where it is used."""
