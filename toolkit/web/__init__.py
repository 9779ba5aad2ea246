"""The pages: read the request, call one service, answer."""
