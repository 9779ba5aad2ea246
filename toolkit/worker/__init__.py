"""Makes documents in the background: claims due work, does it, keeps the result."""
