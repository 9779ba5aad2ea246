"""An organisation that vouches for people, on this computer, with keys of its own."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.web.builders import NOON, Browser

CLIENT = "kinderrechtenscan"
KEY, OTHER_KEY = (RSAKey.generate_key(2048, {"kid": "one"}) for _ in range(2))
AT = int(NOON.timestamp())


@dataclass
class Issuer:
    """What it tells of somebody; a test changes what it likes."""

    address: str
    claims: dict[str, object] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: KEY)
    algorithm: str = "RS256"
    challenge: str = ""
    used: set[str] = field(default_factory=set)

    def token(self, form: dict[str, list[str]]) -> tuple[int, dict[str, object]]:
        """Return what a code is worth, once, to whoever knows what belongs to the challenge."""
        code, verifier = form["code"][0], form["code_verifier"][0]
        hashed = urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        if code in self.used or hashed != self.challenge:
            return 400, {"error": "invalid_grant"}
        self.used.add(code)
        about = {"iss": self.address, "aud": CLIENT, "iat": AT, "exp": AT + 300, **self.claims}
        signed = jwt.encode({"alg": self.algorithm, "kid": "one"}, about, self.key, ["RS256"])
        return 200, {"access_token": "a", "token_type": "Bearer", "id_token": signed}

    def says(self, path: str) -> dict[str, object]:
        """Return what it says of itself."""
        if path == "/keys":
            return {"keys": [KEY.as_dict(private=False)]}
        places = (
            ("authorization_endpoint", "ask"),
            ("token_endpoint", "token"),
            ("jwks_uri", "keys"),
        )
        return {"issuer": self.address, **{name: f"{self.address}/{to}" for name, to in places}}

    def back(self, browser: Browser, code: str = "code") -> str:
        """Let a browser leave; return the address with which it comes back."""
        leaves = browser.client.get("/sign-in/organisation?next=/more")
        asked = parse_qs(urlsplit(leaves.headers["Location"]).query)
        assert asked["code_challenge_method"] == ["S256"]
        self.challenge = asked["code_challenge"][0]
        self.claims.setdefault("nonce", asked["nonce"][0])
        return f"/sign-in/organisation/back?code={code}&state={asked['state'][0]}"


@contextmanager
def an_issuer() -> Iterator[Issuer]:
    """Give an organisation that answers on a port of its own."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer(200, issuer.says(self.path))

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._answer(*issuer.token(parse_qs(sent)))

        def log_message(self, *_said: object) -> None:
            """Say nothing."""

        def _answer(self, status: int, told: dict[str, object]) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(told).encode())

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        issuer = Issuer(f"http://127.0.0.1:{server.server_port}")
        Thread(target=server.serve_forever, daemon=True).start()
        yield issuer
        server.shutdown()
