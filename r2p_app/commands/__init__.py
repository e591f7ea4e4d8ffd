"""What the command line does besides opening the window: one module per command.

Each has `add_arguments(parser)` and `run(namespace) -> int`; `r2p_app.cli` imports only the one that was asked for.
"""
