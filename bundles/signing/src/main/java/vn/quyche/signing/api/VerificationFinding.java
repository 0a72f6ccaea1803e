package vn.quyche.signing.api;

import java.util.List;

/**
 * Something that was found.
 *
 * @param verdict the best verdict that it leaves; {@code VALID} for what is only told
 * @param code the message key; {@code <code>.next} says what to do
 * @param args fills the message
 */
public record VerificationFinding(VerificationVerdict verdict, String code, List<String> args) {

    public VerificationFinding {
        args = List.copyOf(args);
    }

    /** Something that makes a signature invalid. */
    public static VerificationFinding wrong(String code, Object... args) {
        return of(VerificationVerdict.INVALID, code, args);
    }

    /** Something without which no verdict can be given. */
    public static VerificationFinding missing(String code, Object... args) {
        return of(VerificationVerdict.UNDETERMINED, code, args);
    }

    /** Something to know. */
    public static VerificationFinding told(String code, Object... args) {
        return of(VerificationVerdict.VALID, code, args);
    }

    private static VerificationFinding of(VerificationVerdict verdict, String code, Object... args) {
        return new VerificationFinding(
                verdict, code, List.of(args).stream().map(String::valueOf).toList());
    }

    /** The worst verdict that findings leave. */
    public static VerificationVerdict worst(List<VerificationFinding> findings) {
        return findings.stream()
                .map(VerificationFinding::verdict)
                .reduce(VerificationVerdict.VALID, VerificationVerdict::worse);
    }
}
