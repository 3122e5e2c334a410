"""Staff passwords by Flask-Security; what comes after the right one is a visit of ours, which can be ended."""

from typing import Any

from flask import Flask, current_app, request, session
from flask_login import user_logged_in
from flask_security import (
    LoginForm,
    RoleMixin,
    Security,
    SQLAlchemySessionUserDatastore,
    UserMixin,
    hash_password,
    verify_password,
)
from sqlalchemy import Engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, relationship, scoped_session, sessionmaker

from consult.actions import signing_in
from consult.store import tables
from consult.store.staff import Staff
from consult.web.house.premises import the_store
from consult.web.house.visit import keep_visit


class Base(DeclarativeBase):
    """Maps the store's own tables."""

    metadata = tables.METADATA


class Role(Base, RoleMixin):
    """A role, as Flask-Security wants it."""

    __table__ = tables.role


class SignedIn(Base, UserMixin):
    """A member of staff, as Flask-Security wants them."""

    __table__ = tables.staff
    id: Mapped[int]
    public_id: Mapped[str]
    authority_id: Mapped[int]
    email: Mapped[str]
    name: Mapped[str]
    roles = relationship(Role, secondary=tables.staff_role)


class SignInForm(LoginForm):
    """E-mail and password, with a limit on wrong ones that all processes share."""

    waits = False
    """Whether it was not even looked at, after too many wrong ones; the same for addresses that nobody has."""

    def validate(self, **more: Any) -> bool:
        """Whether they fit together."""
        typed, place = _known_as(self.email.data or ""), request.remote_addr or ""
        if not signing_in.may_try_password(the_store(), typed, place):
            self.waits = True
            return False
        right: bool = super().validate(**more)
        if not right:
            signing_in.count_wrong_password(the_store(), typed, place)
        return right


class StaffSession(Session):
    """Flask-Security's session, on the application's own database."""

    def get_bind(self, *_what: Any, **_more: Any) -> Engine:
        """The open store's engine."""
        return the_store().engine


def install(app: Flask) -> None:
    """Sign-in at /staff/sign-in; the second factor and all after it is `consult/web/door/staff_room.py`."""
    app.config.update(
        SECURITY_PASSWORD_HASH="argon2",  # noqa: S106
        SECURITY_PASSWORD_SCHEMES=["argon2"],
        # argon2id brings its own salt; a second hash keyed by SECRET_KEY would lock all staff out when that changes.
        SECURITY_PASSWORD_SINGLE_HASH=True,
        SECURITY_DEPRECATED_PASSWORD_SCHEMES=[],
        SECURITY_LOGIN_URL="/staff/sign-in",
        SECURITY_LOGOUT_METHODS=None,
        SECURITY_POST_LOGIN_VIEW="/staff",
        SECURITY_RETURN_GENERIC_RESPONSES=True,
        SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False},
        SECURITY_FLASH_MESSAGES=False,
        SECURITY_DEFAULT_REMEMBER_ME=False,
        SECURITY_CLI_USERS_NAME=None,
        SECURITY_CLI_ROLES_NAME=None,
    )
    people = scoped_session(sessionmaker(class_=StaffSession))
    security = Security(app, SQLAlchemySessionUserDatastore(people, SignedIn, Role), login_form=SignInForm)
    security.login_manager.session_protection = None
    app.teardown_appcontext(lambda _fault: people.remove())
    user_logged_in.connect(_begin_visit, app)


def make_password_hash(password: str) -> str:
    """argon2id, as sign-in checks it; needs an application context."""
    hashed: str = hash_password(_normal(password))
    return hashed


def is_password_of(who: Staff, password: str) -> bool:
    """Whether this is the password of somebody who is signed in."""
    found = current_app.extensions["security"].datastore.find_user(public_id=who.public_id)
    return bool(found and found.password and verify_password(_normal(password), found.password))


def _known_as(email: str) -> str:
    """An e-mail address as sign-in looks for it, so that no other spelling of one has tries of its own."""
    try:
        return str(current_app.extensions["security"].mail_util.normalize(email))
    except ValueError:
        return email


def _normal(password: str) -> str:
    """One way to write each letter, as the sign-in form makes it before it checks."""
    normal: str = current_app.extensions["security"].password_util.normalize(password)
    return normal


def _begin_visit(_app: Flask, user: SignedIn, **_more: Any) -> None:
    held = {name: session[name] for name in ("_user_id", "_fresh", "_id") if name in session}
    who = Staff(user.id, user.authority_id, user.public_id, user.email, user.name)
    keep_visit(signing_in.begin(the_store(), who, request.remote_addr or ""))
    session.update(held)
