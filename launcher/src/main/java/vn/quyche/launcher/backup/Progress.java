package vn.quyche.launcher.backup;

/** Is told how far a backup has come, and may end it. */
public interface Progress {

    /** Says nothing and lets it end. */
    Progress NONE = new Progress() {
        @Override
        public void at(Step step, long files, long bytes) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** What is being done. */
    enum Step {
        FILES,
        DATABASE,
        VERIFY
    }

    /**
     * Called after each file.
     *
     * @param files how many files this step has done
     * @param bytes how many bytes they had
     */
    void at(Step step, long files, long bytes);

    /** Whether it should end without a result. */
    boolean cancelled();
}
