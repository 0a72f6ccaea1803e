package vn.quyche.core.persistence.internal.schema;

/** A schema is not what its bundle needs, and could not be brought there. */
public final class SchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
