"""Importing this module starts Django with Gương's settings; rooms may be imported after it."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guong.web.settings")
django.setup()
