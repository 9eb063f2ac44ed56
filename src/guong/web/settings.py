"""Django's settings; what differs between machines comes from `environment`."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.contrib.messages import constants as message_levels

from guong.web.environment import Environment, allowed_hosts, register_database, secret_key, urn_url

_environment = Environment()
_https = _environment.origin.startswith("https://")

GUONG_DATA_DIR = _environment.data_dir.absolute()
GUONG_ORIGIN = _environment.origin.rstrip("/")
GUONG_URN_URL = urn_url(_environment)
GUONG_CERTIFICATE = _environment.certificate
GUONG_SECOND_DISK = _environment.second_disk
GUONG_DEMO = _environment.demo
GUONG_RENDER_INLINE = _environment.render_inline

SECRET_KEY = secret_key(GUONG_DATA_DIR)
DEBUG = False
ALLOWED_HOSTS = allowed_hosts(GUONG_ORIGIN)
CSRF_TRUSTED_ORIGINS = [GUONG_ORIGIN]
CSRF_FAILURE_VIEW = "guong.web.errors.csrf_failure"
ROOT_URLCONF = "guong.web.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": register_database(_environment)}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "guong.ui",
    "guong.office.journal",
    "guong.office.accounts",
    "guong.office.registry",
    "guong.office.papers",
    "guong.office.plans",
    "guong.office.draws",
    "guong.office.conferences",
    "guong.office.schedule",
    "guong.office.paperdesk",
    "guong.office.counting",
    "guong.office.remarks",
    "guong.office.release",
    "guong.office.paperpolls",
    "guong.office.feedback",
    "guong.office.remediation",
    "guong.office.overview",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",  # outermost: its header stands on errors too
    "django.middleware.security.SecurityMiddleware",
    "guong.web.middleware.no_store",
    "guong.web.language.language",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "guong.web.middleware.session_end",
    "django.contrib.messages.middleware.MessageMiddleware",
    "guong.office.accounts.owed.account_first",
    "guong.web.asked_again.AskedAgain",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "guong.web.navigation.navigation",
                "guong.web.language.offered",
            ],
            "builtins": ["django.templatetags.i18n", "guong.ui.templatetags.language"],
        },
    }
]

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
TIME_ZONE = "Asia/Ho_Chi_Minh"
LOCALE_PATHS = [
    Path(__file__).parent / "locale"
]  # English of the desk, compiled in set-up (scripts/catalogue)
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"  # from the packages themselves (web/static_files): nothing to collect

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if _https else 0
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # other hosts of the domain are not this program's to decide about
    "security.W008",  # the reverse proxy that holds the certificate redirects
    "security.W021",  # preload lists are a decision of the domain's owner
]
X_FRAME_OPTIONS = "DENY"

# No page but signing in and out writes a session: its row would put a time beside a tick in the hall (DESIGN §4.8).
# The idle limit stands in a signed cookie (web/middleware), what a page says once in another.
GUONG_IDLE_MINUTES = 15
GUONG_SESSION_HOURS = 8
GUONG_CONFIRM_MINUTES = 15
SESSION_COOKIE_AGE = int(timedelta(hours=GUONG_SESSION_HOURS).total_seconds())
SESSION_COOKIE_SECURE = _https
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = _https
CSRF_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
MESSAGE_TAGS = {message_levels.ERROR: "danger", message_levels.SUCCESS: "ok"}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["guong.office.accounts.permitting.ByRoles"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "guong.office.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 15}},
    {"NAME": "guong.office.accounts.passwords.UnlikeTheName"},
    {"NAME": "guong.office.accounts.passwords.HardToGuess"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "guong.office.accounts.adapter.OfficeAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_FORMS = {
    "login": "guong.office.accounts.forms.SignInForm",
    "change_password": "guong.office.accounts.forms.NewPasswordForm",
    "reauthenticate": "guong.office.accounts.forms.ConfirmPasswordForm",
}
# The demo signs in by one-time links on loopback, which `guong check` refuses.
GUONG_SECOND_STEP = not GUONG_DEMO
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _https  # loopback only: a real poll opens over HTTPS (DESIGN §4.9)
MFA_ADAPTER = "guong.office.accounts.adapter.OfficeSecondStepAdapter"
MFA_TOTP_ISSUER = "Gương"
MFA_FORMS = {
    "authenticate": "guong.office.accounts.forms.SecondStepForm",
    "reauthenticate": "guong.office.accounts.forms.SecondStepForm",
    "add_webauthn": "guong.office.accounts.forms.NewKeyForm",
    "edit_webauthn": "guong.office.accounts.forms.KeyNameForm",
    "activate_totp": "guong.office.accounts.forms.ActivateSecondStepForm",
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 13 * 1024 * 1024  # a photograph of slips is never spooled to disk
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # Neither addresses nor request bodies: a level, a module and a sentence.
    "formatters": {"plain": {"format": "%(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # A page that an officer may not open is no fault: nothing is noted.
        "django.request": {"level": "ERROR"},
    },
}
