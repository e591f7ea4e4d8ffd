"""Content of the window on paper: records and pictures as data for `export.paper`, and the dialog that asks how."""
