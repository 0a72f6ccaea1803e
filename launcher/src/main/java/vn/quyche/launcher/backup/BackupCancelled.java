package vn.quyche.launcher.backup;

/** Somebody ended the backup before it was done; nothing is left of it. */
public final class BackupCancelled extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BackupCancelled() {
        super("cancelled");
    }

    static void check(Progress progress) {
        if (progress.cancelled()) {
            throw new BackupCancelled();
        }
    }
}
