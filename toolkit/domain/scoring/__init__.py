"""Turns answers into figures that can be explained."""
