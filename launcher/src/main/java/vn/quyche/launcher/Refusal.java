package vn.quyche.launcher;

/** Something cannot be done: one line for the user, exit code 1. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String line) {
        super(line);
    }
}
