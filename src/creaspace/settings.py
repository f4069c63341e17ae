"""All settings, from the environment; `docs/host/settings.md` explains each of them."""

from datetime import timedelta

from creaspace import configuration as host

BASE_DIR = host.PACKAGE
DATA_DIR = host.data_dir()
SECRET_KEY = host.secret_key(DATA_DIR)
DEBUG = host.flag("DEBUG", default=False)
ALLOWED_HOSTS = host.names("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CREASPACE_PUBLIC_URL = host.public_url("http://localhost:8000")
CREASPACE_SITE_NAME = host.text("SITE_NAME", "Creaspace")
CREASPACE_CONTACT = host.text("CONTACT", "")
CREASPACE_SOURCE_URL = host.text("SOURCE_URL", "")
CREASPACE_HOST_NOTICES = host.names("HOST_NOTICES", "")
CREASPACE_BASEMAP = host.base_map()
CREASPACE_ICP_NUMBER = host.text("ICP_NUMBER", "")
CREASPACE_LEGAL_NOTICE = host.linked(host.text("LEGAL_NOTICE", ""))
CREASPACE_DEMONSTRATION = host.flag("DEMONSTRATION", default=False)
CREASPACE_WEB_PROCESSES = max(1, host.number("WEB_PROCESSES", host.cores(most=2)))
CREASPACE_DATA_ANSWERS_PER_MINUTE = host.number("DATA_ANSWERS_PER_MINUTE", 1_200)

INSTALLED_APPS = [
    "creaspace.core",
    "creaspace.foundation.records",
    "creaspace.foundation.languages",
    "creaspace.foundation.search",
    "creaspace.foundation.statements",
    "creaspace.foundation.vocabularies",
    "creaspace.foundation.places",
    "creaspace.foundation.people",
    "creaspace.foundation.files",
    "creaspace.foundation.inbox",
    "creaspace.foundation.moderation",
    "creaspace.atlas.spaces",
    "creaspace.programme.programmes",
    "creaspace.programme.consultation",
    "creaspace.programme.calls",
    "creaspace.programme.visits",
    "creaspace.programme.workshops",
    "creaspace.knowledge.publications",
    "creaspace.doors.portal",
    "creaspace.doors.interop",
    "creaspace.foundation.people.apps.HostDeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "template_partials.apps.SimpleAppConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "creaspace.core.middleware.short_way_for_data",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "creaspace.core.middleware.PagePolicy",
    "django_htmx.middleware.HtmxMiddleware",
    "creaspace.core.middleware.no_zero_bytes",
    "creaspace.core.middleware.words_for_wrong_methods",
]

ROOT_URLCONF = "creaspace.urls"
DATA_URLCONF = "creaspace.data_urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "creaspace.core.context.page_frame",
            ],
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            ["django.template.loaders.app_directories.Loader"],
                        )
                    ],
                )
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "creaspace.core.templatetags.components",
                "creaspace.core.templatetags.panels",
                "creaspace.foundation.languages.templatetags.texts",
                "creaspace.foundation.statements.templatetags.evidence",
            ],
        },
    },
]

DATABASES = {
    "default": host.database(
        host.text("DATABASE_URL", f"sqlite:///{DATA_DIR / 'creaspace.sqlite3'}")
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"},
    "basemap": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "basemap",
        "TIMEOUT": int(timedelta(days=30).total_seconds()),
        "OPTIONS": {"MAX_ENTRIES": host.number("BASEMAP_KEPT", 20_000)},
    },
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Spanish"), ("zh-hans", "Simplified Chinese")]
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["creaspace.core.formats"]

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": host.file_storage(host.text("FILES_URL", f"file://{DATA_DIR / 'files'}")),
    "staticfiles": {"BACKEND": "creaspace.core.storage.StaticFiles"},
}
WHITENOISE_MAX_AGE = 60
WHITENOISE_KEEP_ONLY_HASHED_FILES = True  # nobody asks for a plain name; half the work at a start
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [{"NAME": "creaspace.foundation.people.passwords.GoodPassword"}]
LOGIN_REDIRECT_URL = "portal:desk"
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "creaspace.foundation.people.adapters.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "creaspace.foundation.people.forms.LoginForm",
    "signup": "creaspace.foundation.people.forms.SignupForm",
    "add_email": "creaspace.foundation.people.forms.AddEmailForm",
    "change_password": "creaspace.foundation.people.forms.ChangePasswordForm",
    "set_password": "creaspace.foundation.people.forms.SetPasswordForm",
    "reset_password": "creaspace.foundation.people.forms.ResetPasswordForm",
    "reset_password_from_key": "creaspace.foundation.people.forms.ResetKeyForm",
    "reauthenticate": "creaspace.foundation.people.forms.ReauthenticateForm",
    "request_login_code": "creaspace.foundation.people.forms.LoginCodeForm",
    "confirm_login_code": "creaspace.foundation.people.forms.ConfirmLoginCodeForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_in_name"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "optional"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PRESERVE_USERNAME_CASING = True
ACCOUNT_USERNAME_MIN_LENGTH = 1
ACCOUNT_SESSION_REMEMBER = True
MFA_FORMS = {
    "add_webauthn": "creaspace.foundation.people.forms.AddPasskeyForm",
    "authenticate": "creaspace.foundation.people.forms.SecondFactorForm",
    "activate_totp": "creaspace.foundation.people.forms.ActivateCodesForm",
}
MFA_ADAPTER = "creaspace.foundation.people.adapters.KeysAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
CREASPACE_ORGANISERS_SECOND_FACTOR = host.flag(
    "ORGANISERS_SECOND_FACTOR",
    default=not (CREASPACE_DEMONSTRATION or host.is_local(CREASPACE_PUBLIC_URL)),
)
MFA_ALLOW_UNVERIFIED_EMAIL = True  # docs/decisions/0008: an address opens nothing until confirmed
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = CREASPACE_PUBLIC_URL.startswith("http://localhost")
SOCIALACCOUNT_PROVIDERS = host.oidc_providers()

MAIL = host.mail(host.text("MAIL_URL", "console:"))
EMAIL_BACKEND = "creaspace.foundation.inbox.backends.OutboxBackend"
DEFAULT_FROM_EMAIL = host.text("MAIL_FROM", "Creaspace <creaspace@localhost>")

SECURE = CREASPACE_PUBLIC_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = int(timedelta(days=60).total_seconds())
SECURE_SSL_REDIRECT = SECURE and host.flag("HTTPS_REDIRECT", default=True)
SECURE_HSTS_SECONDS = host.number("HSTS_SECONDS", 31_536_000 if SECURE else 0)
BEHIND_PROXY = host.flag("BEHIND_PROXY", default=False)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
ALLAUTH_TRUSTED_PROXY_COUNT = int(BEHIND_PROXY)  # without one, whoever asks writes X-Forwarded-For
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_TRUSTED_ORIGINS = [CREASPACE_PUBLIC_URL] if SECURE else []
CSRF_FAILURE_VIEW = "creaspace.core.views.stale_form"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": host.text("LOG_LEVEL", "WARNING").upper()},
}
