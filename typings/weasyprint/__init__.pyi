from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

class DocumentMetadata:
    lang: str | None
    attachments: list[object]

class Document:
    metadata: DocumentMetadata
    def write_pdf(self, **options: object) -> bytes: ...

class HTML:
    def __init__(self, *, string: str, url_fetcher: URLFetcher | None = None) -> None: ...
    def render(
        self,
        *,
        font_config: object = None,
        counter_style: CounterStyle | None = None,
        stylesheets: object = None,
        **options: object,
    ) -> Document: ...
    def write_pdf(self, **options: object) -> bytes: ...

class CSS:
    def __init__(
        self,
        *,
        string: str,
        url_fetcher: URLFetcher,
        font_config: FontConfiguration | None = None,
        counter_style: CounterStyle | None = None,
    ) -> None: ...
