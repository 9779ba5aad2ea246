"""Reads text that people wrote into plain values, with every problem in it."""
