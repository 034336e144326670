"""Settings of the whole installation, production by default.

Everything that differs between installations is read from the environment, or from
the file that ENV_FILE names (default: var/.env); `.env.example` explains each variable.
"""

import os
import zoneinfo
from pathlib import Path

import django.conf.locale
import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.mediafiles import s3_options

BASE_DIR = Path(__file__).resolve().parents[2]
SITE_DIR = BASE_DIR / "site"

env = environ.Env()
env.read_env(os.environ.get("ENV_FILE") or BASE_DIR / "var" / ".env")

VAR_DIR = Path(env.str("VAR_DIR", default="") or BASE_DIR / "var")
DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
BASE_URL = env.str("BASE_URL").rstrip("/")
HTTPS = env.bool("HTTPS", default=True)
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=1)

INSTALLED_APPS = [
    # Ours come first so that their templates win over Wagtail's.
    "home",
    "letters",
    "publications",
    "multimedia",
    "search",
    "sharing",
    "embargo",
    "demo",
    "roles",
    "translating",
    "security",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtailmedia",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_countries",
    "django_tasks_db",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    # Headers first: redirects to https and static files are answered further in.
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "security.middleware.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "security.middleware.UnusableCookiesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    # As far out as a page that says so can be in the reader's language.
    "security.middleware.NullMiddleware",
    "home.middleware.SwitchedOnLanguagesMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "home.not_ready.NotReadyMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.context_processors.site",
            ],
        },
    },
]

# Database -----------------------------------------------------------------

if database_url := env.str("DATABASE_URL", default=""):
    DATABASES = {"default": env.db_url_config(database_url)}
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
else:
    # Without these options concurrent writers fail at once with "database is locked",
    # and deleted names stay readable in the file's free pages.
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": VAR_DIR / "db.sqlite3",
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON;"
                ),
            },
        }
    }
# Shared by all server processes: what one of them learns to be stale is so for all.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache",
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People -------------------------------------------------------------------

AUTH_USER_MODEL = "home.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"

# Languages ----------------------------------------------------------------

# Django knows no own name for three of these, and a wrong one for the others.
django.conf.locale.LANG_INFO.update(
    {
        "km": {"bidi": False, "code": "km", "name": "Khmer", "name_local": "ខ្មែរ"},
        "lo": {"bidi": False, "code": "lo", "name": "Lao", "name_local": "ລາວ"},
        "mn": {"bidi": False, "code": "mn", "name": "Mongolian", "name_local": "Монгол"},
        "si": {"bidi": False, "code": "si", "name": "Sinhala", "name_local": "සිංහල"},
        "tl": {"bidi": False, "code": "tl", "name": "Tagalog", "name_local": "Tagalog"},
    }
)
LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("ar", _("Arabic")),
    ("bn", _("Bengali")),
    ("en", _("English")),
    ("es", _("Spanish")),
    ("fa", _("Persian")),
    ("fr", _("French")),
    ("hi", _("Hindi")),
    ("id", _("Indonesian")),
    ("ja", _("Japanese")),
    ("km", _("Khmer")),
    ("ko", _("Korean")),
    ("lo", _("Lao")),
    ("mn", _("Mongolian")),
    ("ms", _("Malay")),
    ("my", _("Burmese")),
    ("ne", _("Nepali")),
    ("ru", _("Russian")),
    ("si", _("Sinhala")),
    ("ta", _("Tamil")),
    ("th", _("Thai")),
    ("tl", _("Tagalog")),
    ("ur", _("Urdu")),
    ("vi", _("Vietnamese")),
    ("zh-hans", _("Simplified Chinese")),
    ("zh-hant", _("Traditional Chinese")),
]
# The second holds names of months that Django lacks.
LOCALE_PATHS = [SITE_DIR / "locale", SITE_DIR / "config" / "months"]
USE_I18N = True
FORMAT_MODULE_PATH = ["config.formats"]
WAGTAIL_I18N_ENABLED = True
# The default would publish the untranslated copy the moment it is made.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
TIME_ZONE = "UTC"
# Without Debian's "localtime", which is no zone and which browsers refuse.
WAGTAIL_USER_TIME_ZONES = sorted(zoneinfo.available_timezones() - {"localtime"})
USE_TZ = True

# What the organisation calls places where its usage differs from the list of ISO 3166;
# X-codes are ISO's own for private use.
COUNTRIES_OVERRIDE = {
    "BN": _("Brunei"),
    "KP": _("North Korea"),
    "KR": _("South Korea"),
    "LA": _("Laos"),
    "MO": _("Macau"),
    "PS": _("Palestine"),
    "TW": _("Taiwan"),
    "VN": _("Vietnam"),
    "XT": _("Tibet"),
    "XU": _("Uyghur region (Xinjiang)"),
}

# Heavy work is done in the background: rows that commit with the change that caused them
# and that `manage.py db_worker --backend background` works off. What Wagtail itself defers
# (search index, deleted files) is done at once: a withdrawn name must not linger there.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}

# Where the fonts of the PDFs lie.
FONT_PATHS = env.list("FONT_PATHS", default=["/usr/share/fonts"])

# Files --------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [SITE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "config.mediafiles.MediaStorage"},
    "staticfiles": {"BACKEND": "config.staticfiles.BundledStaticFilesStorage"},
}
if media_storage_url := env.str("MEDIA_STORAGE_URL", default=""):
    STORAGES["default"] = {
        "BACKEND": "config.s3.S3MediaStorage",
        "OPTIONS": s3_options(media_storage_url),
    }
# Pictures are cleaned before they touch the disk: their requests stay in memory whole.
FILE_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
# A virus scanner (clamd) for all uploads: HOST:PORT or the path of its socket.
CLAMD_ADDRESS = env.str("CLAMD_ADDRESS", default="")
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

# Wagtail ------------------------------------------------------------------

WAGTAIL_SITE_NAME = "FORUM-ASIA"
WAGTAIL_FINISH_WORKFLOW_ACTION = "letters.review.finishing.publish_approved"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILIMAGES_IMAGE_MODEL = "multimedia.Image"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "heic", "jpg", "jpeg", "png", "tif", "tiff", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "multimedia.forms.PictureForm"
WAGTAILIMAGES_AVIF_QUALITY = 60  # at 80 the files were larger than WebP (measured)
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
# By name; multimedia.uploads.media looks at what is in the file.
WAGTAILMEDIA = {
    "MEDIA_MODEL": "multimedia.Media",
    "MEDIA_FORM_BASE": "multimedia.media_form.MediaForm",
    "AUDIO_EXTENSIONS": ["m4a", "mp3", "ogg", "opus", "wav"],
    "VIDEO_EXTENSIONS": ["mp4", "webm"],
}
WAGTAILDOCS_DOCUMENT_MODEL = "publications.Document"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "publications.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "epub", "ods", "odt", "pdf", "pptx", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 100 * 1024 * 1024
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
# Pages and documents are public or for those who log in: a password that many people share
# would be tried without limit.
WAGTAIL_FRONTEND_LOGIN_URL = "/admin/login/"
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
# Gravatar would tell a third party who our staff are.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# The same for the check for new releases, which asks Wagtail's server.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Administrators are not told by mail of every text that waits: their first page shows it.
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False

# Safety -------------------------------------------------------------------

SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=31_536_000) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_TRUSTED_ORIGINS = [BASE_URL]
if HTTPS and TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
if HTTPS:
    # Browsers take cookies of this name only over https, from this host, for all paths.
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
# In the session rather than in one more cookie.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"
# Static files are for this site alone.
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Counts the attempts: security.throttling.
WAGTAILADMIN_USER_LOGIN_FORM = "security.forms.LoginForm"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = "security.forms.PasswordResetForm"

# What a visitor's browser may load: our own files and nothing else.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# Mail ---------------------------------------------------------------------

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="webmaster@localhost")

# Logs ---------------------------------------------------------------------

# To standard error, for the service manager to keep; no reader's address in them.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False}},
}
