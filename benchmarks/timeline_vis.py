def program():
    import contextlib

    class O:
        def measure(self, m):
            pass

    return contextlib.nullcontext(O())
