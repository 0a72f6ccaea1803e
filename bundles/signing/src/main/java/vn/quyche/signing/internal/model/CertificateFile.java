package vn.quyche.signing.internal.model;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.Refused;
import vn.quyche.signing.api.token.SigningCertificate;
import vn.quyche.signing.api.token.Tokens;

/**
 * The file of a certificate, as people upload it: DER, PEM or PKCS#7. What holds a private key is refused before anything else
 * is looked at (MT.11.2), and of the rest only the certificate itself is kept.
 */
@Regulated("MT.11.2")
public final class CertificateFile {

    /** A chain is three or four long; more is no file for one token. */
    static final int MOST_CERTIFICATES = 20;

    /** What the database keeps of a certificate, Base64; real ones have less than a tenth of it. */
    private static final int MOST_BYTES = 16 * 1024;

    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_NAME = 200;
    private static final String FIELD = "certificate";
    private static final String CLAUSE = "MT.11.2";
    private static final Pattern LABEL = Pattern.compile("-----BEGIN ([A-Z0-9 #]{1,60})-----");
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN (?:X509 CERTIFICATE|TRUSTED CERTIFICATE|CERTIFICATE|PKCS7|PKCS #7 SIGNED DATA|CMS)-----"
                    + "([A-Za-z0-9+/=\\s]*+)-----END");

    /** Java's key stores begin with these. */
    private static final List<String> KEY_STORES = List.of("feedfeed", "cececece");

    /**
     * How private keys begin inside of any wrapping: the version, then the algorithm (RSA, RSA-PSS, EC, Ed25519, Ed448); and
     * the bags of PKCS#12 with keys in them.
     */
    private static final List<Pattern> KEYS = List.of(
            Pattern.compile(
                    "0201(?:00|01)30(?:[0-7][0-9a-f]|81[0-9a-f]{2}|82[0-9a-f]{4})06(?:092a864886f70d0101(?:01|0a)"
                            + "|072a8648ce3d0201|032b6570|032b6571)"),
            Pattern.compile("060b2a864886f70d010c0a010[123]"));

    /** PKCS#12: a version 3, then its contents. */
    private static final Pattern PKCS12 = Pattern.compile("^30(?:80|[0-7][0-9a-f]|8[1-4](?:[0-9a-f]{2}){1,4})020103.*");

    /** A key alone, of RSA or EC, begins with its version, where a certificate begins with another sequence. */
    private static final Pattern BARE_KEY =
            Pattern.compile("^30(?:80|[0-7][0-9a-f]|8[1-4](?:[0-9a-f]{2}){1,4}?)0201.*");

    /** A PKCS#8 key under a password: the algorithm is one of PKCS#5 or PKCS#12. */
    private static final Pattern LOCKED_KEY =
            Pattern.compile("^30.{2,10}30.{2,10}06(?:09|0a)2a864886f70d01(?:05|0c01).*");

    private final X509Certificate certificate;

    private CertificateFile(X509Certificate certificate) {
        this.certificate = certificate;
    }

    /**
     * Reads a file.
     *
     * @throws Refused {@code token.private-key} (MT.11.2)
     * @throws Invalid at {@code certificate}, when there is not one certificate of a signer in it
     */
    public static CertificateFile read(byte[] file) {
        if (file == null || file.length == 0) {
            throw new Invalid(FIELD, "core.required");
        }
        if (file.length > Tokens.MAX_FILE) {
            throw new Invalid(FIELD, "token.certificate-too-large", Tokens.MAX_FILE / 1024);
        }
        refuseKeys(file);
        List<X509Certificate> signers = new ArrayList<>();
        for (byte[] encoded : encodings(file)) {
            for (X509Certificate one : certificates(encoded)) {
                if (one.getBasicConstraints() < 0 && !signers.contains(one)) {
                    signers.add(one);
                }
            }
        }
        if (signers.isEmpty()) {
            throw new Invalid(FIELD, "token.certificate-of-issuer");
        }
        if (signers.size() > 1) {
            throw new Invalid(FIELD, "token.certificate-several", signers.size());
        }
        CertificateFile read = new CertificateFile(signers.get(0));
        read.check();
        return read;
    }

    /** What the certificate says. */
    public SigningCertificate certificate() {
        return new SigningCertificate(
                Fingerprint.of(encoded()),
                cut(certificate.getSubjectX500Principal().getName(), LONGEST_TEXT),
                cut(commonName(certificate.getSubjectX500Principal().getName()), LONGEST_NAME),
                cut(identity(certificate.getSubjectX500Principal().getName()), LONGEST_NAME),
                cut(certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT), LONGEST_NAME),
                cut(commonName(certificate.getIssuerX500Principal().getName()), LONGEST_NAME),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                usage(),
                algorithm());
    }

    /** The certificate alone, Base64 of its DER. */
    public String stored() {
        return Base64.getEncoder().encodeToString(encoded());
    }

    /** Every attribute of the subject that may name the holder: names, organisations, units. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Rdn part : parts(certificate.getSubjectX500Principal().getName())) {
            if (List.of("CN", "O", "OU").contains(part.getType().toUpperCase(Locale.ROOT))) {
                names.add(String.valueOf(part.getValue()));
            }
        }
        return names;
    }

    private void check() {
        byte[] encoded = encoded();
        if (encoded.length > MOST_BYTES) {
            throw new Invalid(FIELD, "token.certificate-too-large", MOST_BYTES / 1024);
        }
        if (commonName(certificate.getSubjectX500Principal().getName()).isBlank()) {
            throw new Invalid(FIELD, "token.certificate-nameless");
        }
        boolean[] usage = certificate.getKeyUsage();
        if (usage != null && !usage[0] && !usage[1]) {
            throw new Invalid(FIELD, "token.certificate-not-for-signing");
        }
        Instant from = certificate.getNotBefore().toInstant();
        if (!certificate.getNotAfter().toInstant().isAfter(from)) {
            throw new Invalid(FIELD, "token.certificate-unreadable");
        }
    }

    private static void refuseKeys(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (text.contains("PRIVATE KEY") || text.contains("PuTTY-User-Key-File")) {
            throw new Refused(CLAUSE, "token.private-key");
        }
        refuseKeysInside(file);
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            if (label.group(1).contains("PKCS12") || label.group(1).contains("PFX")) {
                throw new Refused(CLAUSE, "token.private-key");
            }
        }
        for (byte[] encoded : pem(text)) {
            refuseKeysInside(encoded);
        }
        // a key store that somebody turned into text and gave another name
        String packed = text.replaceAll("\\s", "");
        if (packed.matches("[A-Za-z0-9+/]{64,}+={0,2}+")) {
            refuseKeysInside(base64(packed));
        }
    }

    private static void refuseKeysInside(byte[] der) {
        String hex = HexFormat.of().formatHex(der);
        boolean key = KEY_STORES.stream().anyMatch(hex::startsWith)
                || PKCS12.matcher(hex).matches()
                || BARE_KEY.matcher(hex).matches()
                || LOCKED_KEY.matcher(hex).matches()
                || KEYS.stream().anyMatch(pattern -> pattern.matcher(hex).find());
        if (key) {
            throw new Refused(CLAUSE, "token.private-key");
        }
    }

    private static List<byte[]> encodings(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        if (LABEL.matcher(text).find()) {
            return pem(text);
        }
        String packed = text.replaceAll("\\s", "");
        return List.of(packed.startsWith("MI") && packed.matches("[A-Za-z0-9+/]*+={0,2}+") ? base64(packed) : file);
    }

    private static List<byte[]> pem(String text) {
        List<byte[]> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (blocks.size() == MOST_CERTIFICATES) {
                throw new Invalid(FIELD, "token.certificate-chain-too-long", MOST_CERTIFICATES);
            }
            blocks.add(base64(block.group(1).replaceAll("\\s", "")));
        }
        return blocks;
    }

    private static byte[] base64(String packed) {
        try {
            return Base64.getDecoder().decode(packed);
        } catch (IllegalArgumentException e) {
            throw new Invalid(FIELD, "token.certificate-unreadable");
        }
    }

    private static List<X509Certificate> certificates(byte[] encoded) {
        try {
            ByteArrayInputStream in = new ByteArrayInputStream(encoded);
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (in.available() > 0) {
                throw new Invalid(FIELD, "token.certificate-unreadable");
            }
            if (found.size() > MOST_CERTIFICATES) {
                throw new Invalid(FIELD, "token.certificate-chain-too-long", MOST_CERTIFICATES);
            }
            return found;
        } catch (CertificateException | RuntimeException e) {
            // what Java's reader throws at broken files is not all declared
            if (e instanceof Invalid invalid) {
                throw invalid;
            }
            throw new Invalid(FIELD, "token.certificate-unreadable");
        }
    }

    private byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new Invalid(FIELD, "token.certificate-unreadable");
        }
    }

    private String usage() {
        boolean[] usage = certificate.getKeyUsage();
        List<String> words = List.of("digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment");
        List<String> said = new ArrayList<>();
        for (int bit = 0; usage != null && bit < words.size(); bit++) {
            if (usage[bit]) {
                said.add(words.get(bit));
            }
        }
        return String.join(", ", said);
    }

    private String algorithm() {
        if (certificate.getPublicKey() instanceof RSAPublicKey rsa) {
            return "RSA " + rsa.getModulus().bitLength();
        }
        if (certificate.getPublicKey() instanceof ECPublicKey ec) {
            return "EC " + ec.getParams().getCurve().getField().getFieldSize();
        }
        return cut(certificate.getPublicKey().getAlgorithm(), 40);
    }

    private static String commonName(String name) {
        return parts(name).stream()
                .filter(part -> part.getType().equalsIgnoreCase("CN"))
                .map(part -> String.valueOf(part.getValue()))
                .reduce((first, second) -> second)
                .orElse("");
    }

    /** {@code MST:…} and {@code CCCD:…} stand in the attribute UID. */
    private static String identity(String name) {
        return parts(name).stream()
                .filter(part ->
                        part.getType().equalsIgnoreCase("UID") || part.getType().equals("0.9.2342.19200300.100.1.1"))
                .map(part -> String.valueOf(part.getValue()))
                .filter(value -> value.matches("(?U)[\\w :./-]{1,100}"))
                .findFirst()
                .orElse("");
    }

    private static List<Rdn> parts(String name) {
        try {
            return new LdapName(name).getRdns();
        } catch (InvalidNameException e) {
            throw new Invalid(FIELD, "token.certificate-unreadable");
        }
    }

    /** As the database takes it: on one line, without signs that nobody sees, not too long. */
    private static String cut(String text, int most) {
        String line = VietnameseText.line(text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", " "));
        return line.length() > most ? line.substring(0, most) : line;
    }
}
