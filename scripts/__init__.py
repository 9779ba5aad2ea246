"""What ./run and ./test do before the product itself can be imported: standard library only."""
