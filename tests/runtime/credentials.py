"""The security schemes of the toy SDK, and a call with credentials."""

from __future__ import annotations

from typing import Any

from sdkwright.runtime.configuration import SecurityScheme, SecurityUse

from .loopback import Loopback, Received
from .toy import GET_PET, call, configuration

SECRET = "-".join(["ge", "heim"])
SCHEMES = (
    SecurityScheme("Bearer", "bearer", "token", environment=("TOY_TOKEN",)),
    SecurityScheme("Basic", "basic", "basic", environment=("TOY_USERNAME", "TOY_PASSWORD")),
    SecurityScheme("Header", "apiKey", "header_key", name="X-Api-Key", location="header"),
    SecurityScheme("Query", "apiKey", "query_key", name="api key", location="query"),
    SecurityScheme("Cookie", "apiKey", "cookie_key", name="sid", location="cookie"),
    SecurityScheme("OpenId", "oauth2-token", "id_token"),
    SecurityScheme("Other", "http-other", "other"),
    SecurityScheme("Tls", "mutualTLS", "tls"),
    SecurityScheme("OAuth", "oauth2-client-credentials", "oauth", token_url="/token"),
)


def settings(*alternatives: tuple[str, ...]) -> Any:
    rows = tuple(tuple(SecurityUse(key) for key in keys) for keys in alternatives)
    return configuration(security_schemes=SCHEMES, security=rows)


def sent(server: Loopback, way: str, configured: Any, security: Any, **more: Any) -> Received:
    call(way, GET_PET, settings=configured, sdk={"server_url": server.url, "security": security, **more})
    return server.last
