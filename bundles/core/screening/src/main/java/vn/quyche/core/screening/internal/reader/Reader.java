package vn.quyche.core.screening.internal.reader;

import java.io.IOException;
import java.nio.file.Path;

/** Reads one kind of file and hands its text, and the files within it, to the inspection. */
@FunctionalInterface
interface Reader {

    /**
     * Reads a file.
     *
     * @param label what findings call it
     * @param depth how many archives and documents it stands in
     * @throws Encrypted when it is locked
     * @throws IOException when it cannot be read; also any unchecked exception, as the libraries please
     */
    void read(Path file, String label, int depth) throws IOException;
}
