"""Benchmarks of a whole turn: real processes on loopback, one system at a time, in one call."""
