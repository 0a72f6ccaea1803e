package vn.quyche.signing.internal.engine;

import static vn.quyche.signing.internal.engine.TestCase.PKI;
import static vn.quyche.signing.internal.engine.TestCase.invalid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Messages that OpenSSL signed. */
final class OpenSslFiles {

    private OpenSslFiles() {}

    static boolean available() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Signed by the clock of the machine, as all of the set. */
    static List<TestCase> cases() {
        List<TestCase> cases = new ArrayList<>();
        for (String digest : List.of("sha256", "sha384", "sha512")) {
            cases.add(TestCase.valid("OpenSSL " + digest, 1, () -> signed(digest, "DER")));
        }
        cases.add(TestCase.valid("OpenSSL in PEM", 1, () -> signed("sha256", "PEM")));
        for (String more : List.of("Ghi chu\n", "-----BEGIN CMS-----\nMAA=\n-----END CMS-----\n")) {
            cases.add(TestCase.open("OpenSSL in PEM, more behind it: " + more.strip(), "verify.unknown-form", () -> {
                String text = new String(signed("sha256", "PEM"), StandardCharsets.ISO_8859_1);
                return (text + more).getBytes(StandardCharsets.ISO_8859_1);
            }));
        }
        cases.add(invalid("OpenSSL sha1", "verify.weak", () -> signed("sha1", "DER")));
        cases.add(invalid("OpenSSL, content changed", "verify.broken", () -> {
            byte[] file = signed("sha256", "DER");
            String text = new String(file, StandardCharsets.ISO_8859_1);
            return text.replace("Noi dung", "Noi gian").getBytes(StandardCharsets.ISO_8859_1);
        }));
        return cases;
    }

    private static byte[] signed(String digest, String form) {
        try {
            Path folder = Files.createTempDirectory("openssl");
            Path content = Files.writeString(folder.resolve("a.txt"), "Noi dung quyet dinh");
            Path key = Files.writeString(
                    folder.resolve("key.pem"),
                    pem("PRIVATE KEY", PKI.principal.key().getEncoded()));
            Path certificate = Files.writeString(
                    folder.resolve("cert.pem"),
                    pem("CERTIFICATE", PKI.principal.certificate().getEncoded()));
            Path chain = Files.writeString(
                    folder.resolve("chain.pem"),
                    pem("CERTIFICATE", PKI.authority.certificate().getEncoded()));
            Path out = folder.resolve("a.p7m");
            Process process = new ProcessBuilder(
                            "openssl",
                            "cms",
                            "-sign",
                            "-cades",
                            "-binary",
                            "-nodetach",
                            "-md",
                            digest,
                            "-in",
                            content.toString(),
                            "-signer",
                            certificate.toString(),
                            "-inkey",
                            key.toString(),
                            "-certfile",
                            chain.toString(),
                            "-outform",
                            form,
                            "-out",
                            out.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("OpenSSL does not sign");
            }
            byte[] signed = Files.readAllBytes(out);
            for (Path file : List.of(content, key, certificate, chain, out, folder)) {
                Files.delete(file);
            }
            return signed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind
                + "-----\n";
    }
}
