package vn.quyche.core.persistence.internal.jdbc;

import java.sql.SQLException;

/** A statement failed. */
public final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";

    private final String state;

    SqlFailure(String sql, SQLException cause) {
        super(sql, cause);
        this.state = cause.getSQLState();
    }

    /** Whether a row with the same key was there already; Derby and PostgreSQL agree on the state. */
    public boolean isDuplicate() {
        return UNIQUE_VIOLATION.equals(state);
    }
}
