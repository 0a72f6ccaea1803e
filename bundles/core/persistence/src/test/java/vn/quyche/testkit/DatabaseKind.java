package vn.quyche.testkit;

/** Where databases of tests come from: an empty one, or a copy of one that was prepared. */
interface DatabaseKind {

    /** How it is called in the names of tests. */
    String label();

    /** A name that no other database has. */
    String newName();

    /** Makes an empty database. */
    void create(String database);

    /** Makes a database as {@link #keep} kept another. */
    void copy(String template, String database);

    /**
     * Keeps a database to be copied, until the JVM ends; nobody may be connected with it.
     *
     * @return the template
     */
    String keep(String database);

    /** The JDBC URL of a database that stands. */
    String url(String database);

    /** Removes a database; nobody may be connected with it. */
    void drop(String database);
}
