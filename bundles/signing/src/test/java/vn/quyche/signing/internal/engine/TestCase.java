package vn.quyche.signing.internal.engine;

import java.util.function.Supplier;
import vn.quyche.signing.api.VerificationVerdict;

/**
 * A file and what must be said of it.
 *
 * @param name what the file is
 * @param file makes it
 * @param trust what is believed
 * @param verdict the verdict
 * @param code a finding that must be among the reasons; empty for any
 * @param signatures how many signatures, where the verdict is valid
 */
record TestCase(
        String name,
        Supplier<byte[]> file,
        EngineTrust trust,
        VerificationVerdict verdict,
        String code,
        int signatures) {

    static final TestPki PKI = new TestPki();
    private static final EngineTrust TRUST = PKI.trust();

    static TestCase valid(String name, int signatures, Supplier<byte[]> file) {
        return new TestCase(name, file, TRUST, VerificationVerdict.VALID, "", signatures);
    }

    static TestCase invalid(String name, String code, Supplier<byte[]> file) {
        return new TestCase(name, file, TRUST, VerificationVerdict.INVALID, code, 0);
    }

    static TestCase open(String name, String code, Supplier<byte[]> file) {
        return new TestCase(name, file, TRUST, VerificationVerdict.UNDETERMINED, code, 0);
    }

    TestCase with(EngineTrust other) {
        return new TestCase(name, file, other, verdict, code, signatures);
    }
}
