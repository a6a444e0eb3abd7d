"""The grammars of OpenAPI: which object may stand where and what its fields hold."""
