"""Proof that nothing is lost and nothing falls over: kills, faults of the machine, broken packs."""
