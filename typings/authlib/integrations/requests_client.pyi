from types import TracebackType
from typing import Self

class Answer:
    def json(self) -> dict[str, object]: ...
    def raise_for_status(self) -> None: ...

class OAuth2Session:
    def __init__(
        self,
        client_id: str,
        client_secret: str | None,
        *,
        scope: str,
        redirect_uri: str,
        code_challenge_method: str,
    ) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def create_authorization_url(
        self, url: str, *, state: str, nonce: str, code_verifier: str
    ) -> tuple[str, str]: ...
    def fetch_token(
        self,
        url: str,
        *,
        authorization_response: str,
        state: str,
        code_verifier: str,
        timeout: int,
    ) -> dict[str, object]: ...
    def request(self, method: str, url: str, *, withhold_token: bool, timeout: int) -> Answer: ...
