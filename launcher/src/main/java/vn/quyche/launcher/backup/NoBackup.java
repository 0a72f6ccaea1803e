package vn.quyche.launcher.backup;

/** A file cannot be restored from: it is damaged, of something else, or of a newer Quyche. The message says which. */
public final class NoBackup extends Exception {

    private static final long serialVersionUID = 1L;

    public NoBackup(String message) {
        super(message);
    }
}
