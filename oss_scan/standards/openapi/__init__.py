"""OpenAPI documents: read with places, references followed without a network, validity, and which files count."""
