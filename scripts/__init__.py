"""What serves the checkout rather than the product: set-up, checks, assets, translations."""
