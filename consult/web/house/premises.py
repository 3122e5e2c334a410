"""The open database of this application, found from any view or command."""

from functools import cached_property

from flask import Flask, current_app

from consult.settings import BadSetting, Settings
from consult.store.authorities import list_authorities
from consult.store.database import Store
from consult.store.migrate import NewerDatabase, migrate
from consult.store.sealing import Keyring, Unopened


class Premises:
    """Settings, and the store once somebody needs it: commands that need none run without a key."""

    def __init__(self, settings: Settings, store: Store | None = None) -> None:
        self.settings = settings
        self._given = store

    @cached_property
    def store(self) -> Store:
        """The store, opened and migrated at its first use. Raises BadSetting."""
        if self._given is not None:
            return self._given
        if not self.settings.environment.get("DATABASE_URL"):
            self.settings.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
        keyring = Keyring(self.settings.root_key, self.settings.new_root_key)
        opened = Store(self.settings.database_url, keyring)
        try:
            migrate(opened)
            opened.check_keys()
        except Unopened:
            raise BadSetting("CONSULT_KEY is not the key that this database was made with.") from None
        except NewerDatabase:
            raise BadSetting("A newer Consult has used this database. Start that one, or restore a backup.") from None
        return opened

    @cached_property
    def has_demo(self) -> bool:
        """Whether a made-up authority lives here, which pages must say."""
        with self.store.engine.connect() as connection:
            return any(each.demo for each in list_authorities(connection))


def install(app: Flask, settings: Settings, store: Store | None) -> None:
    """Keep the premises with the application."""
    app.extensions["consult"] = Premises(settings, store)


def premises_of(app: Flask) -> Premises:
    """The premises of an application."""
    premises: Premises = app.extensions["consult"]
    return premises


def the_store() -> Store:
    """The store of the application at work."""
    return premises_of(current_app).store
