from collections.abc import Callable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment
from collections.abc import Iterable

class WhiteNoise:
    def __init__(
        self,
        application: WSGIApplication,
        *,
        immutable_file_test: Callable[[str, str], bool],
        allow_all_origins: bool,
    ) -> None: ...
    def add_file_to_dictionary(self, url: str, path: str) -> None: ...
    def __call__(
        self, environ: WSGIEnvironment, start_response: StartResponse
    ) -> Iterable[bytes]: ...
