"""Names the HTML elements that documents may use: those that have a place in Word too.

A document is plain semantic HTML, so that one template serves screen, paper and Word. An element
that is not here would be lost on the way to Word; a test refuses a template that uses one.
"""

STRUCTURE = frozenset({"html", "head", "meta", "title", "body", "main", "section", "nav", "div"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
BLOCKS = frozenset({"p", "aside", "ul", "ol", "li", "dl", "dt", "dd"})
INLINE = frozenset({"a", "span", "strong", "br"})
TABLES = frozenset({"table", "caption", "thead", "tbody", "tr", "th", "td"})
FIGURES = frozenset({"figure", "figcaption"})
# A drawing becomes the table that stands beside it.
DRAWINGS = frozenset({"svg", "rect", "path", "circle", "text"})
PICTURES = frozenset({"img"})

WORD_ELEMENTS = STRUCTURE | HEADINGS | BLOCKS | INLINE | TABLES | FIGURES | DRAWINGS | PICTURES
