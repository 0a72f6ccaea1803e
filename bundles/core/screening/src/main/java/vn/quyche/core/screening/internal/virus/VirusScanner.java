package vn.quyche.core.screening.internal.virus;

import java.io.IOException;
import java.nio.file.Path;

/** Looks for viruses. */
public interface VirusScanner {

    /** What it says of a file. */
    enum Answer {
        CLEAN,
        INFECTED,
        /** Not looked at: no scanner, or the file is larger than it takes. */
        NOT_SCANNED
    }

    /**
     * Scans a file.
     *
     * @throws IOException when the scanner cannot be reached or does not answer as it should
     */
    Answer scan(Path file) throws IOException;

    /** Whether a scanner is configured. */
    boolean configured();

    /**
     * Asks the scanner whether it is there.
     *
     * @return what it calls itself
     * @throws IOException when it is not
     */
    String version() throws IOException;
}
