"""Set-up of a checkout, in Python without libraries: nothing is installed yet when it starts."""
