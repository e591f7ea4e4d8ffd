"""Questions about meaning, one small function each, and the table of all of them. Teaching rules stand in `lint`."""
