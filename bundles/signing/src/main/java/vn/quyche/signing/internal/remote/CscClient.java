package vn.quyche.signing.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.signing.internal.key.KeyTrouble;
import vn.quyche.signing.internal.model.SignatureScheme;

/**
 * Talks with one remote signing service. Each authorization is for the hashes it names and is used once. An access token that ran
 * out is got anew, once; nothing else is tried a second time, least of all a PIN. What the user confirms in an app ({@link #begin})
 * is not waited for but asked about ({@link #poll}).
 */
public final class CscClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int UNAUTHORIZED = 401;
    private static final int BAD_REQUEST = 400;
    private static final int ACCEPTED = 202;
    private static final int LONGEST_HANDLE = 500;
    /** What a handle is for stands before it: the user has not confirmed yet, or the service has not signed yet. */
    private static final String CONFIRMING = "confirm:";

    private static final String SIGNING = "sign:";
    private static final int MOST_PAGES = 20;
    private static final String PSS_OID = "1.2.840.113549.1.1.10";
    private static final String SHA256 = "2.16.840.1.101.3.4.2.1";
    /** RSASSA-PSS-params for SHA-256 with a salt of 32 bytes. */
    private static final String PSS = "MDSgDzANBglghkgBZQMEAgEFAKEcMBoGCSqGSIb3DQEBCDANBglghkgBZQMEAgEFAKIDAgEg";

    private final Access access;
    private final RemoteHttp http;
    private final Duration time;
    private volatile String token;

    /**
     * How to come in.
     *
     * @param address the address of the API, to which paths are added
     * @param version 1 or 2
     * @param user the account, or the client of version 2
     * @param secret its secret
     */
    public record Access(URI address, int version, String user, String secret) {}

    /**
     * A key of the service.
     *
     * @param id what the service calls it
     * @param certificate its certificate
     * @param enabled whether it signs now
     * @param otp whether each authorization takes a one-time password beside the PIN
     * @param confirmed whether its user confirms each signature in an app, in place of PIN and password
     * @param most how many hashes one authorization may be for
     * @param algorithms the object identifiers of what it can do, as far as the service says it
     */
    public record Credential(
            String id,
            X509Certificate certificate,
            boolean enabled,
            boolean otp,
            boolean confirmed,
            int most,
            Set<String> algorithms) {

        public Credential {
            algorithms = Set.copyOf(algorithms);
        }

        /** How the key signs: by what the service says, with RSASSA-PSS where it can, as TT 15/2025/TT-BKHCN wants it. */
        public Optional<SignatureScheme> scheme() {
            if (SignatureScheme.RSA_PSS.fits(certificate.getPublicKey()) && algorithms.contains(PSS_OID)) {
                return Optional.of(SignatureScheme.RSA_PSS);
            }
            return SignatureScheme.plainest(certificate.getPublicKey());
        }
    }

    /**
     * What the user of a key is to confirm in an app.
     *
     * @param credentialId the key
     * @param hashes SHA-256 each
     * @param scheme how they are signed
     * @param transactionId of one's own, the same each time that it is asked for again
     * @param description what the app shows, at most 500 characters
     */
    public record Order(
            String credentialId,
            List<byte[]> hashes,
            SignatureScheme scheme,
            String transactionId,
            String description) {}

    /** How an order stands. */
    public enum Standing {
        WAITING,
        SIGNED,
        /** The user said no. */
        DECLINED,
        /** Nobody confirmed in time, or the service knows it no more. */
        EXPIRED
    }

    /**
     * What the service tells of an order.
     *
     * @param handle by what it is asked for next time; empty when it is over
     * @param values one for each hash, when it is signed
     */
    public record Told(Standing standing, String handle, List<byte[]> values) {}

    /** @param time how long an answer may take */
    public CscClient(Access access, Duration time) {
        this.access = access;
        this.time = time;
        this.http = new RemoteHttp(CONNECT, time);
    }

    /** Comes in. @throws RemoteFailure when the service does not answer or takes the secret not */
    public void signIn() {
        String basic = Base64.getEncoder()
                .encodeToString((access.user() + ":" + access.secret()).getBytes(StandardCharsets.UTF_8));
        RemoteHttp.Answer answer;
        if (access.version() == 1) {
            answer = http.send(request("auth/login")
                    .header("Authorization", "Basic " + basic)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"rememberMe\":false}"))
                    .build());
        } else {
            String form = "grant_type=client_credentials&client_id=" + encoded(access.user()) + "&client_secret="
                    + encoded(access.secret());
            answer = http.send(request("oauth2/token")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build());
        }
        String got = tree(RemoteHttp.requireOk(answer)).path("access_token").asText("");
        if (got.isEmpty()) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "no access_token");
        }
        token = got;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What the service calls itself. */
    public String name() {
        return tree(RemoteHttp.requireOk(http.send(request("info")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build())))
                .path("name")
                .asText("");
    }

    /** The ids of the keys of the account. */
    public List<String> credentials() {
        List<String> ids = new ArrayList<>();
        String next = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            ObjectNode body = JSON.createObjectNode();
            if (!next.isEmpty()) {
                body.put("pageToken", next);
            }
            JsonNode told = asked("credentials/list", body);
            told.path("credentialIDs").forEach(id -> ids.add(id.asText()));
            next = told.path("nextPageToken").asText("");
            if (next.isEmpty()) {
                break;
            }
        }
        return ids;
    }

    /** One key. */
    public Credential credential(String id) {
        JsonNode told = asked(
                "credentials/info",
                JSON.createObjectNode().put("credentialID", id).put("certificates", "single"));
        boolean enabled = told.path("key").path("status").asText("").equals("enabled")
                && told.path("cert").path("status").asText("valid").equals("valid");
        boolean otp = access.version() == 1
                ? told.path("OTP").path("presence").asText("").equals("true")
                : told.path("auth").path("objects").findValuesAsText("id").contains("OTP");
        String mode = access.version() == 1
                ? told.path("authMode").asText("")
                : told.path("auth").path("mode").asText("");
        return new Credential(
                id,
                certificate(told.path("cert").path("certificates").path(0).asText("")),
                enabled,
                otp,
                mode.equals("implicit"),
                Math.max(1, told.path("multisign").asInt(1)),
                algorithms(told.path("key").path("algo")));
    }

    private static Set<String> algorithms(JsonNode told) {
        Set<String> algorithms = new HashSet<>();
        told.forEach(one -> algorithms.add(one.asText()));
        return algorithms;
    }

    private static X509Certificate certificate(String base64) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)));
        } catch (CertificateException | IllegalArgumentException e) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "no certificate", e);
        }
    }

    /**
     * Has hashes signed, as many as one authorization may be for.
     *
     * @param otp the one-time password; empty when the key takes none
     * @param hashes SHA-256 each
     * @throws KeyTrouble when PIN or one-time password are wrong, or the key is locked
     * @throws RemoteFailure when the service does not do what it should
     */
    public List<byte[]> sign(Credential credential, char[] pin, String otp, List<byte[]> hashes, SignatureScheme scheme)
            throws KeyTrouble {
        ObjectNode order = withHashes(credential.id(), hashes);
        order.put("numSignatures", hashes.size());
        if (access.version() == 1) {
            order.put("PIN", new String(pin));
            if (!otp.isEmpty()) {
                order.put("OTP", otp);
            }
        } else {
            ArrayNode proofs = order.putArray("authData");
            proofs.addObject().put("id", "PIN").put("value", new String(pin));
            if (!otp.isEmpty()) {
                proofs.addObject().put("id", "OTP").put("value", otp);
            }
        }
        String authorization =
                proved("credentials/authorize", order).path("SAD").asText("");
        ObjectNode body = withHashes(credential.id(), hashes).put("SAD", authorization);
        how(body, scheme);
        return values(proved("signatures/signHash", body), hashes.size());
    }

    private static void how(ObjectNode body, SignatureScheme scheme) {
        switch (scheme) {
            case RSA_PKCS1 -> body.put("signAlgo", "1.2.840.113549.1.1.1").put("hashAlgo", SHA256);
            case RSA_PSS -> body.put("signAlgo", PSS_OID).put("signAlgoParams", PSS);
            case ECDSA -> body.put("signAlgo", "1.2.840.10045.4.3.2");
        }
    }

    private static List<byte[]> values(JsonNode told, int wanted) {
        List<byte[]> values = new ArrayList<>();
        for (JsonNode value : told.path("signatures")) {
            try {
                values.add(Base64.getMimeDecoder().decode(value.asText()));
            } catch (IllegalArgumentException e) {
                throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "no Base64", e);
            }
        }
        if (values.size() != wanted) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, values.size() + " of " + wanted);
        }
        return values;
    }

    // ---- confirmed in an app

    /** Whether orders can be confirmed in an app: version 1 has the caller wait until the user has confirmed. */
    public boolean confirms() {
        return access.version() != 1;
    }

    /**
     * Sends an order to the app of the key's user. Sent again with the same transaction id it is the same order.
     *
     * @throws RemoteFailure when the service does not take it
     */
    public Told begin(Order order) {
        if (!confirms()) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "version 1");
        }
        ObjectNode body = withHashes(order.credentialId(), order.hashes())
                .put("numSignatures", order.hashes().size())
                .put("clientData", order.transactionId())
                .put("description", order.description());
        return authorized(order, sent("credentials/authorize", body));
    }

    /**
     * Asks once how an order stands: whether its user has confirmed, then whether it is signed.
     *
     * @param handle what {@link #begin} or this gave last
     * @throws RemoteFailure when the service is not to be had; the order stands as before
     */
    public Told poll(Order order, String handle) {
        if (handle.startsWith(SIGNING)) {
            ObjectNode body = JSON.createObjectNode().put("requestID", handle.substring(SIGNING.length()));
            return signed(order, sent("signatures/signPolling", body), handle);
        }
        ObjectNode body = JSON.createObjectNode().put("handle", handle.substring(CONFIRMING.length()));
        return authorized(order, sent("credentials/authorizeCheck", body));
    }

    private Told authorized(Order order, RemoteHttp.Answer answer) {
        Optional<Told> over = over(answer);
        if (over.isPresent()) {
            return over.get();
        }
        if (answer.status() == ACCEPTED) {
            return waiting(CONFIRMING, tree(answer).path("handle").asText(""));
        }
        String authorization = tree(RemoteHttp.requireOk(answer)).path("SAD").asText("");
        ObjectNode body = withHashes(order.credentialId(), order.hashes())
                .put("SAD", authorization)
                .put("operationMode", "A")
                .put("clientData", order.transactionId());
        how(body, order.scheme());
        return signed(order, sent("signatures/signHash", body), "");
    }

    private static Told signed(Order order, RemoteHttp.Answer answer, String handle) {
        Optional<Told> over = over(answer);
        if (over.isPresent()) {
            return over.get();
        }
        if (answer.status() == ACCEPTED && !handle.isEmpty()) {
            return new Told(Standing.WAITING, handle, List.of());
        }
        JsonNode told = tree(RemoteHttp.requireOk(answer));
        if (told.has("signatures")) {
            return new Told(Standing.SIGNED, "", values(told, order.hashes().size()));
        }
        return waiting(SIGNING, told.path("responseID").asText(""));
    }

    private static Told waiting(String step, String id) {
        if (id.isEmpty() || id.length() > LONGEST_HANDLE) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "no handle");
        }
        return new Told(Standing.WAITING, step + id, List.of());
    }

    /** The API has no words for a user who says no; these are those of OAuth 2.0, which services use. */
    private static Optional<Told> over(RemoteHttp.Answer answer) {
        if (answer.status() != BAD_REQUEST) {
            return Optional.empty();
        }
        String error = tree(answer).path("error").asText("").toLowerCase(Locale.ROOT);
        if (error.equals("access_denied") || error.contains("declined") || error.contains("rejected")) {
            return Optional.of(new Told(Standing.DECLINED, "", List.of()));
        }
        if (error.contains("expired") || error.contains("timeout")) {
            return Optional.of(new Told(Standing.EXPIRED, "", List.of()));
        }
        throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, error);
    }

    private ObjectNode withHashes(String credentialId, List<byte[]> hashes) {
        ObjectNode body = JSON.createObjectNode().put("credentialID", credentialId);
        ArrayNode list = body.putArray(access.version() == 1 ? "hash" : "hashes");
        hashes.forEach(hash -> list.add(Base64.getEncoder().encodeToString(hash)));
        if (access.version() != 1) {
            body.put("hashAlgorithmOID", SHA256);
        }
        return body;
    }

    // ---- one call

    private JsonNode asked(String path, ObjectNode body) {
        return tree(RemoteHttp.requireOk(sent(path, body)));
    }

    /** A call that takes a PIN or what came of one: the service says in words what was wrong with it. */
    private JsonNode proved(String path, ObjectNode body) throws KeyTrouble {
        RemoteHttp.Answer answer = sent(path, body);
        if (answer.status() == BAD_REQUEST) {
            String error = tree(answer).path("error").asText("").toLowerCase(Locale.ROOT);
            if (error.contains("lock")) {
                throw new KeyTrouble(KeyTrouble.Kind.LOCKED);
            }
            if (error.equals("invalid_pin") || error.equals("invalid_otp")) {
                throw new KeyTrouble(KeyTrouble.Kind.WRONG_PIN);
            }
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, error);
        }
        return tree(RemoteHttp.requireOk(answer));
    }

    private RemoteHttp.Answer sent(String path, ObjectNode body) {
        boolean fresh = token == null;
        if (fresh) {
            signIn();
        }
        RemoteHttp.Answer answer = once(path, body);
        if (answer.status() == UNAUTHORIZED && !fresh) {
            signIn();
            answer = once(path, body);
        }
        return answer;
    }

    private RemoteHttp.Answer once(String path, ObjectNode body) {
        return http.send(request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(access.address() + "/" + path)).timeout(time);
    }

    private static JsonNode tree(RemoteHttp.Answer answer) {
        try {
            JsonNode told = JSON.readTree(answer.body());
            return told == null ? JSON.createObjectNode() : told;
        } catch (IOException e) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "no JSON", e);
        }
    }
}
