package vn.quyche.core.screening.internal.reader;

import java.io.IOException;

/** The file is locked with a password. */
final class Encrypted extends IOException {

    private static final long serialVersionUID = 1L;
}
