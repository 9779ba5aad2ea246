"""What ./run or ./test does before the product itself can be imported: standard library only."""
