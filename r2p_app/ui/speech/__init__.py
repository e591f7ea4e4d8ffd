"""Speaking through what the platform has for it. Not what is spoken: that is for who knows the text."""
