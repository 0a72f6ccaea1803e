package vn.quyche.testkit.signing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;

/**
 * A remote signing service with an API like that of the Cloud Signature Consortium, versions 1 and 2 at {@code /csc/v1} and {@code
 * /csc/v2}. It refuses what real ones refuse: a wrong account, an access token that ran out, a wrong PIN or one-time password, a
 * third wrong PIN, an authorization that is unknown, was used, or is for other hashes, and more hashes than a key may sign at once.
 *
 * <p>Version 2 has keys whose user confirms in an app, too ({@link #app}): what is asked for again with the same client data is the
 * same order, and is shown in the app once.
 */
public final class StubCsc implements AutoCloseable {

    /** The account, at both versions. */
    public static final String USER = "truong";

    public static final String SECRET = "mat-khau-dich-vu";

    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String PSS = "1.2.840.113549.1.1.10";
    private static final String ECDSA = "1.2.840.10045.4.3.2";
    private static final int MOST_WRONG = 3;
    private static final byte[] SHA256_INFO = {
        0x30,
        0x31,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x60,
        (byte) 0x86,
        0x48,
        0x01,
        0x65,
        0x03,
        0x04,
        0x02,
        0x01,
        0x05,
        0x00,
        0x04,
        0x20
    };

    /** How it misbehaves. */
    public enum Fault {
        NONE,
        /** It answers nothing. */
        HANG,
        /** It breaks. */
        ERROR,
        /** It answers something that is no JSON. */
        RUBBISH
    }

    /** What the user does in the app. */
    public enum User {
        NOTHING,
        CONFIRMS,
        DECLINES,
        LETS_IT_EXPIRE,
        /** Confirms, and the service signs something else. */
        CONFIRMS_OTHER
    }

    /** What the user of keys in apps does now; set by tests. */
    public volatile User user = User.NOTHING;

    /** What it does now; set by tests. */
    public volatile Fault fault = Fault.NONE;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final Set<String> tokens = new HashSet<>();
    private final Map<String, List<String>> authorizations = new HashMap<>();
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, int[]> polls = new HashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private int last;

    /**
     * A key.
     *
     * @param otp the one-time password that is right now; empty for none
     * @param most how many hashes at once
     * @param algorithms the object identifiers of what it can do
     */
    private record Key(
            PrivateKey key,
            X509Certificate certificate,
            String pin,
            String otp,
            int most,
            int[] wrong,
            List<String> algorithms) {}

    /** What was sent to an app, by the client data it came with. */
    private record Order(Key key, List<String> hashes, String description) {}

    /** What is not done yet. */
    private static final class Later extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient ObjectNode told;

        Later(ObjectNode told) {
            this.told = told;
        }
    }

    private StubCsc(HttpServer server) {
        this.server = server;
    }

    /** Starts one. */
    public static StubCsc start() {
        try {
            StubCsc stub =
                    new StubCsc(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            stub.server.setExecutor(stub.threads);
            stub.server.createContext("/csc/", stub::answer);
            stub.server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a version of its API. */
    public String address(int version) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/csc/v" + version;
    }

    /** Gives it a key. */
    public synchronized void key(
            String id, PrivateKey key, X509Certificate certificate, String pin, String otp, int most) {
        String plain = key.getAlgorithm().equals("EC") ? ECDSA : RSA;
        keys.put(id, new Key(key, certificate, pin, otp, most, new int[1], List.of(plain)));
    }

    /** A key signs with RSASSA-PSS alone from now on. */
    public synchronized void pss(String id) {
        keys.computeIfPresent(
                id,
                (same, key) -> new Key(
                        key.key(), key.certificate(), key.pin(), key.otp(), key.most(), key.wrong(), List.of(PSS)));
    }

    /** Gives it a key whose user confirms in an app. */
    public synchronized void app(String id, PrivateKey key, X509Certificate certificate) {
        key(id, key, certificate, "", "", 1);
    }

    /** What the app has shown, in order, each order once. */
    public synchronized List<String> shown() {
        return orders.values().stream().map(Order::description).toList();
    }

    /** Access tokens given until now are worth nothing any more. */
    public synchronized void expireTokens() {
        tokens.clear();
    }

    /** The paths that were called, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** What it does not do, as it says it. */
    private static final class No extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        No(int status, String error) {
            super(error);
            this.status = status;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            calls.add(path.substring("/csc/".length()));
            switch (fault) {
                case HANG -> hang();
                case ERROR -> exchange.sendResponseHeaders(500, -1);
                case RUBBISH -> write(exchange, 200, "<html>".getBytes(StandardCharsets.UTF_8));
                case NONE -> answer(exchange, path, body);
            }
        }
    }

    private void hang() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, String path, byte[] body) throws IOException {
        try {
            write(exchange, 200, json.writeValueAsBytes(told(exchange, path, body)));
        } catch (Later e) {
            write(exchange, 202, json.writeValueAsBytes(e.told));
        } catch (No e) {
            write(
                    exchange,
                    e.status,
                    json.writeValueAsBytes(json.createObjectNode().put("error", e.getMessage())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(HttpExchange exchange, int status, byte[] told) throws IOException {
        exchange.sendResponseHeaders(status, told.length);
        exchange.getResponseBody().write(told);
    }

    private synchronized ObjectNode told(HttpExchange exchange, String path, byte[] body)
            throws No, Later, IOException, GeneralSecurityException {
        int version = path.startsWith("/csc/v1/") ? 1 : 2;
        String what = path.substring("/csc/v1/".length());
        String proof = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (what.equals("info")) {
            return json.createObjectNode().put("name", "Dịch vụ ký thử").put("specs", version + ".0");
        }
        if (what.equals("auth/login") && version == 1) {
            String right = Base64.getEncoder().encodeToString((USER + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
            return token(proof.equals("Basic " + right));
        }
        if (what.equals("oauth2/token") && version == 2) {
            String form = new String(body, StandardCharsets.UTF_8);
            return token(form.contains("client_id=" + USER) && form.contains("client_secret=" + SECRET));
        }
        if (!proof.startsWith("Bearer ") || !tokens.contains(proof.substring(7))) {
            throw new No(401, "invalid_token");
        }
        JsonNode asked = json.readTree(body);
        return switch (what) {
            case "credentials/list" -> list(asked);
            case "credentials/info" -> info(key(asked), version);
            case "credentials/authorizeCheck" -> confirmed(asked.path("handle").asText());
            case "signatures/signPolling" -> polled(asked.path("requestID").asText());
            case "credentials/authorize" -> authorize(key(asked), asked, version);
            case "signatures/signHash" -> sign(key(asked), asked, version);
            default -> throw new No(404, "not_found");
        };
    }

    private ObjectNode token(boolean right) throws No {
        if (!right) {
            throw new No(401, "access_denied");
        }
        String token = "token-" + ++last;
        tokens.add(token);
        return json.createObjectNode().put("access_token", token).put("expires_in", 3600);
    }

    /** One key on each page. */
    private ObjectNode list(JsonNode asked) {
        List<String> ids = new ArrayList<>(keys.keySet());
        int page = asked.path("pageToken").asInt(0);
        ObjectNode told = json.createObjectNode();
        ArrayNode found = told.putArray("credentialIDs");
        if (page < ids.size()) {
            found.add(ids.get(page));
        }
        if (page + 1 < ids.size()) {
            told.put("nextPageToken", String.valueOf(page + 1));
        }
        return told;
    }

    private Key key(JsonNode asked) throws No {
        Key key = keys.get(asked.path("credentialID").asText());
        if (key == null) {
            throw new No(400, "invalid_request");
        }
        return key;
    }

    private ObjectNode info(Key key, int version) throws GeneralSecurityException {
        ObjectNode told = json.createObjectNode();
        ArrayNode algorithms = told.putObject("key")
                .put("status", key.wrong()[0] < MOST_WRONG ? "enabled" : "disabled")
                .putArray("algo");
        key.algorithms().forEach(algorithms::add);
        told.putObject("cert")
                .put("status", "valid")
                .putArray("certificates")
                .add(Base64.getEncoder().encodeToString(key.certificate().getEncoded()));
        told.put("multisign", key.most());
        if (version == 1) {
            told.put("authMode", mode(key));
            told.putObject("PIN").put("presence", "true");
            told.putObject("OTP").put("presence", key.otp().isEmpty() ? "false" : "true");
        } else {
            ArrayNode objects = told.putObject("auth").put("mode", mode(key)).putArray("objects");
            if (!key.pin().isEmpty()) {
                objects.addObject().put("id", "PIN");
            }
            if (!key.otp().isEmpty()) {
                objects.addObject().put("id", "OTP");
            }
        }
        return told;
    }

    private static String mode(Key key) {
        return key.pin().isEmpty() ? "implicit" : "explicit";
    }

    private static List<String> hashes(JsonNode asked, int version) {
        List<String> hashes = new ArrayList<>();
        asked.path(version == 1 ? "hash" : "hashes").forEach(hash -> hashes.add(hash.asText()));
        return hashes;
    }

    private ObjectNode authorize(Key key, JsonNode asked, int version) throws No, Later {
        if (key.pin().isEmpty()) {
            return toApp(key, asked, version);
        }
        String pin = asked.path("PIN").asText("");
        String otp = asked.path("OTP").asText("");
        for (JsonNode proof : asked.path("authData")) {
            pin = proof.path("id").asText().equals("PIN") ? proof.path("value").asText() : pin;
            otp = proof.path("id").asText().equals("OTP") ? proof.path("value").asText() : otp;
        }
        if (key.wrong()[0] >= MOST_WRONG) {
            throw new No(400, "pin_locked");
        }
        if (!pin.equals(key.pin())) {
            key.wrong()[0]++;
            throw new No(400, "invalid_pin");
        }
        key.wrong()[0] = 0;
        if (!otp.equals(key.otp())) {
            throw new No(400, "invalid_otp");
        }
        List<String> hashes = hashes(asked, version);
        if (hashes.isEmpty()
                || hashes.size() > key.most()
                || asked.path("numSignatures").asInt() != hashes.size()) {
            throw new No(400, "invalid_request");
        }
        String authorization = "sad-" + ++last;
        authorizations.put(authorization, hashes);
        return json.createObjectNode().put("SAD", authorization).put("expiresIn", 300);
    }

    /** Shows an order in the app; version 1 would have the caller wait, which nobody does here. */
    private ObjectNode toApp(Key key, JsonNode asked, int version) throws No, Later {
        String client = asked.path("clientData").asText("");
        List<String> hashes = hashes(asked, version);
        Order order = new Order(key, hashes, asked.path("description").asText());
        if (version == 1 || client.isEmpty() || hashes.size() != 1 || asked.has("authData")) {
            throw new No(400, "invalid_request");
        }
        if (!order.equals(orders.computeIfAbsent(client, id -> order))) {
            throw new No(400, "invalid_request");
        }
        return confirmed("h-" + client);
    }

    private ObjectNode confirmed(String handle) throws No, Later {
        Order order = orders.get(handle.substring(Math.min(2, handle.length())));
        if (order == null) {
            throw new No(400, "invalid_request");
        }
        switch (user) {
            case NOTHING -> throw new Later(json.createObjectNode().put("handle", handle));
            case DECLINES -> throw new No(400, "access_denied");
            case LETS_IT_EXPIRE -> throw new No(400, "expired_token");
            default -> {
                authorizations.put("sad-" + handle, order.hashes());
                return json.createObjectNode().put("SAD", "sad-" + handle);
            }
        }
    }

    /** Asynchronous: the first time it is asked it still signs. */
    private ObjectNode polled(String request) throws No, Later, GeneralSecurityException {
        Order order = orders.get(request.substring(Math.min(2, request.length())));
        if (order == null || !polls.containsKey(request)) {
            throw new No(400, "invalid_request");
        }
        if (polls.get(request)[0]++ == 0) {
            throw new Later(json.createObjectNode().put("error", "accepted_request"));
        }
        String hash = user == User.CONFIRMS_OTHER
                ? Base64.getEncoder().encodeToString(new byte[32])
                : order.hashes().get(0);
        return values(order.key(), List.of(hash));
    }

    private ObjectNode sign(Key key, JsonNode asked, int version) throws No, GeneralSecurityException {
        List<String> allowed = authorizations.remove(asked.path("SAD").asText());
        List<String> hashes = hashes(asked, version);
        if (allowed == null || !allowed.equals(hashes)) {
            throw new No(400, "invalid_request");
        }
        if (!key.algorithms().contains(asked.path("signAlgo").asText())) {
            throw new No(400, "unsupported_algorithm");
        }
        if (asked.path("operationMode").asText().equals("A")) {
            String request = "r-" + asked.path("clientData").asText();
            polls.putIfAbsent(request, new int[1]);
            return json.createObjectNode().put("responseID", request);
        }
        return values(key, hashes);
    }

    private ObjectNode values(Key key, List<String> hashes) throws GeneralSecurityException {
        ObjectNode told = json.createObjectNode();
        ArrayNode values = told.putArray("signatures");
        for (String hash : hashes) {
            values.add(Base64.getEncoder()
                    .encodeToString(value(key, Base64.getDecoder().decode(hash))));
        }
        return told;
    }

    private static byte[] value(Key key, byte[] hash) throws GeneralSecurityException {
        if (key.algorithms().contains(PSS)) {
            return pss(key.key(), hash);
        }
        boolean rsa = key.algorithms().contains(RSA);
        Signature signature = Signature.getInstance(rsa ? "NONEwithRSA" : "NONEwithECDSA");
        signature.initSign(key.key());
        if (rsa) {
            signature.update(SHA256_INFO);
        }
        signature.update(hash);
        return signature.sign();
    }

    /** RSASSA-PSS over a hash (RFC 8017, 9.1.1), which the JDK makes over whole data only; for keys of whole bytes. */
    private static byte[] pss(PrivateKey key, byte[] hash) throws GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] salt = new byte[hash.length];
        sha256.update(new byte[8]);
        sha256.update(hash);
        byte[] told = sha256.digest(salt);
        byte[] encoded = new byte[((RSAPrivateKey) key).getModulus().bitLength() / 8];
        int length = encoded.length - told.length - 1;
        byte[] mask = {};
        encoded[length - salt.length - 1] = 1;
        for (int i = 0; i < length; i++) {
            if (i % told.length == 0) {
                sha256.update(told);
                mask = sha256.digest(
                        ByteBuffer.allocate(4).putInt(i / told.length).array());
            }
            encoded[i] ^= mask[i % told.length];
        }
        encoded[0] &= 0x7F;
        System.arraycopy(told, 0, encoded, length, told.length);
        encoded[encoded.length - 1] = (byte) 0xBC;
        Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key);
        return cipher.doFinal(encoded);
    }
}
