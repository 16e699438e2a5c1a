"""All settings, from environment variables; docs/developing.md lists them.

Nothing set means local use: SQLite and generated files in DATA_DIR, plain http on this machine.
PRODUCTION=1 means a public site behind an https proxy and asks for what that needs.
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from portal.environment import (
    read_address,
    read_boolean,
    read_cache,
    read_database,
    read_email,
    read_folder,
    read_hosts,
    read_secret,
    read_whole_number,
)

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = read_folder("DATA_DIR", BASE_DIR / ".data")
PRODUCTION = read_boolean("PRODUCTION")
DEBUG = read_boolean("DEBUG")
if PRODUCTION and DEBUG:
    raise ImproperlyConfigured("DEBUG=1 shows internals and cannot go with PRODUCTION=1: unset one of them.")

SECRET_KEY = read_secret("SECRET_KEY", DATA_DIR, required=PRODUCTION)
ALLOWED_HOSTS = read_hosts("ALLOWED_HOSTS", [] if PRODUCTION else ["127.0.0.1", "localhost", "[::1]", "testserver"])
if PRODUCTION and not ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS is empty: PRODUCTION=1 needs the host names the site answers to.")
# The address that readers use; canonical links and citations begin with it. Empty: that of the request.
PUBLIC_URL = read_address("PUBLIC_URL")
# Who is told of wrong values; readers get a letter to send. Empty: they copy the text.
CONTACT_EMAIL = read_email("CONTACT_EMAIL")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PUBLIC_URL else []

# The apps that stand on the portal. The portal reaches them by these names only.
PORTAL_APPS = ["vendors", "surveys"]
PORTAL_SECTIONS = [f"{place}.section.SECTION" for place in (*PORTAL_APPS, "portal.report", "portal.glossary")]
PORTAL_API_ROUTERS = [
    "portal.site.api.router",
    "portal.site.search.api.router",
    "portal.site.reading_api.router",
    *[f"{app}.api.router" for app in PORTAL_APPS],
]
PORTAL_LOADING = ["portal.loading.datasets.DATASETS", *[f"{app}.loading.DATASETS" for app in PORTAL_APPS]]
PORTAL_LOADING_FORMATS = ["vendors.landscapes.LANDSCAPES", "portal.report.loading.CHAPTER_FILES"]
FIXTURES_DIR = BASE_DIR / "fixtures"

INSTALLED_APPS = [
    "portal.administration.apps.PortalAdminConfig",  # Django's admin with our site
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "ninja",
    "portal",
    *PORTAL_APPS,
]

# What readers ask for is answered by the first eight; sessions and the rest serve /admin/ only.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.sharing.framing.FramedMiddleware",
    "portal.site.addresses.ReadOnlyMiddleware",
    "portal.site.addresses.OneAddressMiddleware",
    "portal.site.caching.VersionedAnswersMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "portal.refusals.WrongParametersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
APPEND_SLASH = False  # one form of each address: OneAddressMiddleware redirects the others
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "portal.templatetags.portal"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.site.context.page_frame",
            ],
        },
    },
]

# Threads in each worker: slow readers of a stream hold one each; more than the cores can feed only wait.
THREADS = read_whole_number("THREADS", min(8, 2 * (os.cpu_count() or 1) + 1), lowest=1, highest=64)
STREAMS = read_whole_number("STREAMS", max(1, THREADS // 2), lowest=1, highest=64)
DATABASES = {"default": read_database("DATABASE_URL", DATA_DIR, pool_size=THREADS)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": read_cache("CACHE_URL", DATA_DIR)}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese"))]
USE_I18N = True
FORMAT_MODULE_PATH = "portal.formats"
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "portal.site.styles.JoinedStylesFinder",
    "portal.site.joining.JoinedScriptsFinder",
    "portal.site.scripts.VegaFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "portal.site.scripts.ModuleStorage"},
}
# Only hashed names, and no packed source maps: half the files, a tenth of the time at the first start.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("map", "png", "jpg", "gif", "ico", "woff2", "zip", "gz", "br")
MEDIA_ROOT = DATA_DIR / "media"
ANSWERS_DIR = DATA_DIR / "answers"  # columns of respondents, mapped into memory; never served
UPLOADS_DIR = DATA_DIR / "uploads"  # files of answers as they were uploaded; never served
DATA_UPLOAD_MAX_MEMORY_SIZE = 50 * 1024 * 1024  # bytes; uploads of the research team
FILE_UPLOAD_PERMISSIONS = 0o600

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "admin:login"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"  # readers get no cookie
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
if not PRODUCTION:
    # Plain http on the reader's own machine: no https to redirect to, no proxy in front.
    SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
