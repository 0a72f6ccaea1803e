package vn.quyche.core.api.security;

/** The way in by which a call came. */
public enum Door {
    UI,
    REST,
    SOAP,
    SHELL,
    /** The platform itself: jobs, events, migrations. */
    SYSTEM
}
