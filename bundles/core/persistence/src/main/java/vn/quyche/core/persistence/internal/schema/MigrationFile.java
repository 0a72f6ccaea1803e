package vn.quyche.core.persistence.internal.schema;

/**
 * A migration as a bundle ships it.
 *
 * @param name the file's name, for example {@code V001__init.sql}
 * @param sql its statements
 */
public record MigrationFile(String name, String sql) {}
