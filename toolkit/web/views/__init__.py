"""One module a family of pages; `toolkit.web.routes` says which function answers at which address."""
