package vn.quyche.core.persistence.internal.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Copies the database as it is at one moment, while everybody goes on working in it. */
interface DatabaseCopy {

    /** What the manifest calls it. */
    String kind();

    /** How many bytes the copy will have at most; 0 when that is not known. */
    long size() throws IOException;

    /** Writes it into a folder, below the names that it has in a backup. */
    void write(Path folder) throws IOException, SQLException;
}
