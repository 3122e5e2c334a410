"""Staff sign-in by Flask-Security; being signed in afterwards is a visit of ours, which can be ended."""

from typing import Any

from flask import Flask, session
from flask_login import user_logged_in
from flask_security import RoleMixin, Security, SQLAlchemySessionUserDatastore, UserMixin, hash_password
from sqlalchemy import Engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, relationship, scoped_session, sessionmaker

from consult.store import tables
from consult.store.audit import Actor, add_audit
from consult.store.visits import STAFF, add_visit
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
    roles = relationship(Role, secondary=tables.staff_role)


class StaffSession(Session):
    """Flask-Security's session, on the application's own database."""

    def get_bind(self, *_what: Any, **_more: Any) -> Engine:
        """The open store's engine."""
        return the_store().engine


def install(app: Flask) -> None:
    """Sign-in at /staff/sign-in; everything else that Flask-Security can do stays off for now."""
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
    security = Security(app, SQLAlchemySessionUserDatastore(people, SignedIn, Role), register_blueprint=True)
    security.login_manager.session_protection = None
    app.teardown_appcontext(lambda _fault: people.remove())
    user_logged_in.connect(_begin_visit, app)


def make_password_hash(password: str) -> str:
    """argon2id, as sign-in checks it; needs an application context."""
    hashed: str = hash_password(password)
    return hashed


def _begin_visit(_app: Flask, user: SignedIn, **_more: Any) -> None:
    held = {name: session[name] for name in ("_user_id", "_fresh", "_id") if name in session}
    with the_store().writing(user.authority_id) as tx:
        visit = add_visit(tx, STAFF, staff_id=user.id)
        add_audit(tx, Actor("staff", user.public_id), "sign_in", "staff", user.public_id)
    keep_visit(visit)
    session.update(held)
