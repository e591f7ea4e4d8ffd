"""Files made from what the window shows: framing pictures, saving in slices, saying what happened. For every page."""
