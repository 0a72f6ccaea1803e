package vn.quyche.messenger.internal.provider;

import java.time.Duration;
import java.util.Optional;

/** A platform did not do what it was asked. Its message holds no secret. */
public final class ProviderFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 300;

    private final Kind kind;
    private final String code;
    private final transient Optional<Duration> pause;

    /** What follows from it. */
    public enum Kind {
        /** It never reached the platform: may be tried again. */
        NOT_SENT,
        /** It may have been done or not: no answer, half an answer, an error of the platform's own. */
        UNCERTAIN,
        /** Too many calls: not done, to be tried again after a pause. */
        LIMITED,
        /** The token is expired or wrong: not done. */
        TOKEN,
        /** Understood and refused: trying again is of no use. */
        REFUSED
    }

    /**
     * @param code the key of the message
     * @param detail what the platform said
     */
    public ProviderFailure(Kind kind, String code, String detail, Optional<Duration> pause, Throwable cause) {
        super(code + " " + line(detail), cause);
        this.kind = kind;
        this.code = code;
        this.pause = pause;
    }

    public ProviderFailure(Kind kind, String code, String detail) {
        this(kind, code, detail, Optional.empty(), null);
    }

    /** What follows from it. */
    public Kind kind() {
        return kind;
    }

    /** The key of the message. */
    public String code() {
        return code;
    }

    /** What the platform said, on one line. */
    public String detail() {
        return getMessage().substring(code.length() + 1);
    }

    /** How long the platform wants to be left alone. */
    public Optional<Duration> pause() {
        return pause == null ? Optional.empty() : pause;
    }

    private static String line(String text) {
        String plain =
                text == null ? "" : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
