"""Settings, addresses, ASGI composition and navigation: the one place that knows every room."""
