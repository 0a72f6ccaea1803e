package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Certificates that another tool than ours makes: a root, an authority below it, and below that the principal and a
 * service for time stamps. Everything lies in one folder: {@code NAME.key}, {@code NAME.pem}, {@code NAME.cer}.
 */
final class OpenSslPki {

    static final String ROOT = "root";
    static final String AUTHORITY = "authority";
    static final String SIGNER = "signer";
    static final String STAMPS = "stamps";
    /** Of the file with the signer's key, {@code signer.p12}. */
    static final String PASSWORD = "mat-khau-tep";

    private static final String SETTINGS = "ca.cnf";

    private final Path folder;
    private Instant lastLists = Instant.EPOCH;

    OpenSslPki(Path folder) throws Exception {
        this.folder = folder;
        Files.writeString(folder.resolve(SETTINGS), """
                [req]
                distinguished_name = names
                string_mask = utf8only
                [names]
                [ca]
                default_ca = own
                [own]
                database = index.txt
                default_md = sha256
                default_crl_days = 6
                [root]
                basicConstraints = critical,CA:true
                keyUsage = critical,keyCertSign,cRLSign
                subjectKeyIdentifier = hash
                [authority]
                basicConstraints = critical,CA:true
                keyUsage = critical,keyCertSign,cRLSign
                subjectKeyIdentifier = hash
                authorityKeyIdentifier = keyid
                crlDistributionPoints = URI:http://crl.invalid/root.crl
                [signer]
                basicConstraints = critical,CA:false
                keyUsage = critical,digitalSignature,nonRepudiation
                subjectKeyIdentifier = hash
                authorityKeyIdentifier = keyid
                crlDistributionPoints = URI:http://crl.invalid/authority.crl
                [stamps]
                basicConstraints = critical,CA:false
                keyUsage = critical,digitalSignature
                extendedKeyUsage = critical,timeStamping
                subjectKeyIdentifier = hash
                authorityKeyIdentifier = keyid
                crlDistributionPoints = URI:http://crl.invalid/authority.crl
                [tsa]
                default_tsa = own_tsa
                [own_tsa]
                serial = stamps.serial
                signer_cert = stamps.pem
                signer_key = stamps.key
                certs = authority.pem
                signer_digest = sha256
                digests = sha256
                default_policy = 1.3.6.1.4.1.99999.1
                ess_cert_id_alg = sha256
                """);
        Files.writeString(folder.resolve("index.txt"), "");
        key(ROOT, "/CN=Root thu nghiem/C=VN");
        run("x509 -req -in root.csr -signkey root.key -days 30 -extfile ca.cnf -extensions root -out root.pem");
        issue(AUTHORITY, "/CN=CA thu nghiem/C=VN", ROOT, 25);
        issue(SIGNER, "/CN=Nguyễn Hạnh/C=VN", AUTHORITY, 20);
        issue(STAMPS, "/CN=Dau thoi gian thu nghiem/C=VN", AUTHORITY, 20);
        run("pkcs12 -export -inkey signer.key -in signer.pem -out signer.p12 -passout pass:" + PASSWORD);
        for (String name : List.of(ROOT, AUTHORITY)) {
            run("x509 -in " + name + ".pem -outform DER -out " + name + ".cer");
        }
    }

    /** Whether the tool is here. */
    static boolean possible() {
        return Files.isExecutable(Path.of("/usr/bin/openssl"));
    }

    /** Lists of revoked certificates with nobody in them, of both authorities, newer than those before. */
    List<byte[]> lists() throws Exception {
        // Lists know whole seconds, and one that is not newer is not taken.
        while (!Instant.now().truncatedTo(ChronoUnit.SECONDS).isAfter(lastLists)) {
            Thread.sleep(50);
        }
        List<byte[]> lists = new ArrayList<>();
        for (String name : List.of(ROOT, AUTHORITY)) {
            run("ca -gencrl -config ca.cnf -keyfile %s.key -cert %s.pem -out list.pem".formatted(name, name));
            run("crl -in list.pem -outform DER -out list.crl");
            lists.add(bytes("list.crl"));
        }
        lastLists = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return lists;
    }

    /** The signature (RSA, SHA-256) of the signer over some bytes. */
    byte[] signed(byte[] data) throws Exception {
        Files.write(folder.resolve("data.bin"), data);
        run("dgst -sha256 -sign signer.key -out value.bin data.bin");
        return bytes("value.bin");
    }

    /** The answer (RFC 3161) to a question for a time stamp. */
    synchronized byte[] stamp(byte[] question) throws Exception {
        Files.write(folder.resolve("question.tsq"), question);
        run("ts -reply -config ca.cnf -queryfile question.tsq -out answer.tsr");
        return bytes("answer.tsr");
    }

    byte[] bytes(String file) throws Exception {
        return Files.readAllBytes(folder.resolve(file));
    }

    String base64(String file) throws Exception {
        return Base64.getEncoder().encodeToString(bytes(file));
    }

    private void issue(String name, String subject, String by, int days) throws Exception {
        key(name, subject);
        run(("x509 -req -in %s.csr -CA %s.pem -CAkey %s.key -CAcreateserial -days %d"
                        + " -extfile ca.cnf -extensions %s -out %s.pem")
                .formatted(name, by, by, days, name, name));
    }

    private void key(String name, String subject) throws Exception {
        List<String> words = words("req -new -newkey rsa:2048 -nodes -config ca.cnf -utf8");
        words.addAll(List.of("-keyout", name + ".key", "-out", name + ".csr", "-subj", subject));
        run(words);
    }

    private void run(String words) throws Exception {
        run(words(words));
    }

    private static List<String> words(String words) {
        return new ArrayList<>(List.of(words.split(" ")));
    }

    private void run(List<String> words) throws Exception {
        words.add(0, "openssl");
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(words + said).isZero();
    }
}
