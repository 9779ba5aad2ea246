"""What serves the checkout rather than the product: set-up, and tools for whoever maintains it."""
