"""The ASGI application: booth under ``/b/``, Django for the rest."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guong.web.settings")
application = get_asgi_application()
