"""Search in the window: the index kept up to date beside it, and finds as the palette lists them."""
