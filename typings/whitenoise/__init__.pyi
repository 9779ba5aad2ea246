from collections.abc import Callable
from wsgiref.headers import Headers
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment
from collections.abc import Iterable

class WhiteNoise:
    def __init__(
        self,
        application: WSGIApplication,
        *,
        root: str,
        prefix: str,
        immutable_file_test: Callable[[str, str], bool],
        add_headers_function: Callable[[Headers, str, str], None],
        allow_all_origins: bool,
    ) -> None: ...
    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]: ...
