package vn.quyche.testkit.messenger;

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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;

/**
 * The interfaces of Zalo Official Accounts, Zalo bots and Viber channels as a real HTTP server on this machine, which refuses
 * what the real ones refuse: wrong and expired tokens, refresh tokens that were used, wrong keys, texts that are too long, more
 * calls than allowed, posts before a webhook was set. Errors come with HTTP 200, as they do in reality.
 *
 * <pre>{@code
 * try (StubPlatforms platforms = StubPlatforms.start()) {
 *     platforms.zalo().expireAccess();
 *     platforms.misbehave("/v3.0/oa/group/message", StubPlatforms.Fault.HANG);
 * }
 * }</pre>
 */
public final class StubPlatforms implements AutoCloseable {

    private static final int ZALO_LONGEST = 2000;
    private static final int VIBER_LONGEST = 7000;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Zalo zalo = new Zalo();
    private final Bot bot = new Bot();
    private final Viber viber = new Viber();

    /** What a platform does wrong. */
    public enum Fault {
        /** Does what it was asked, and never answers. */
        HANG,
        /** Does nothing and answers 500. */
        ERROR_500,
        /** Answers 429. */
        TOO_MANY,
        /** Does what it was asked, and breaks off in the middle of its answer. */
        CUT_OFF,
        /** Does nothing and answers with a page for people. */
        WEB_PAGE
    }

    /** A post that a platform took. */
    public record Posted(String chat, String text, String id) {}

    private StubPlatforms(HttpServer server) {
        this.server = server;
    }

    /** Starts the platforms on a free port of this machine. */
    public static StubPlatforms start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StubPlatforms stub = new StubPlatforms(server);
            server.createContext("/", stub::serve);
            server.setExecutor(stub.threads);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address that stands for the hosts of all platforms. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The official account. */
    public Zalo zalo() {
        return zalo;
    }

    /** The bot. */
    public Bot bot() {
        return bot;
    }

    /** The channel. */
    public Viber viber() {
        return viber;
    }

    /** The next call to a path goes wrong; called again, the one after it, too. */
    public synchronized void misbehave(String path, Fault fault) {
        faults.computeIfAbsent(path, p -> new ArrayDeque<>()).add(fault);
    }

    /** The paths that were called, in order. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** How often a path was called. */
    public long calls(String path) {
        return calls.stream().filter(path::equals).count();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String known = path.replaceFirst("^/bot[^/]*/", "/bot/");
        calls.add(known);
        Fault fault = nextFault(known);
        if (fault == Fault.ERROR_500) {
            answer(exchange, 500, "text/plain", "oops");
        } else if (fault == Fault.TOO_MANY) {
            exchange.getResponseHeaders().set("Retry-After", "90");
            answer(exchange, 429, "text/plain", "slow down");
        } else if (fault == Fault.WEB_PAGE) {
            answer(exchange, 200, "text/html", "<html>Đang bảo trì</html>");
        } else {
            String result = json.writeValueAsString(reply(exchange, path, body));
            if (fault == Fault.HANG) {
                hang(exchange);
            } else if (fault == Fault.CUT_OFF) {
                exchange.sendResponseHeaders(200, result.length() + 100L);
                exchange.getResponseBody()
                        .write(result.substring(0, result.length() / 2).getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
                exchange.close();
            } else {
                answer(exchange, 200, "application/json", result);
            }
        }
    }

    private void hang(HttpExchange exchange) {
        try {
            closing.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private synchronized Fault nextFault(String path) {
        Deque<Fault> waiting = faults.get(path);
        return waiting == null ? null : waiting.poll();
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized JsonNode reply(HttpExchange exchange, String path, String body) throws IOException {
        if (path.startsWith("/v4/oa/")) {
            return zalo.token(path, header(exchange, "secret_key"), fields(body));
        }
        if (path.startsWith("/v3.0/oa/") || path.startsWith("/v2.0/oa/")) {
            return zalo.call(
                    exchange.getRequestMethod(),
                    path,
                    header(exchange, "access_token"),
                    fields(exchange.getRequestURI().getRawQuery()),
                    parsed(body));
        }
        if (path.startsWith("/bot")) {
            String[] parts = path.substring("/bot".length()).split("/", 2);
            return bot.call(parts[0], parts.length > 1 ? parts[1] : "", parsed(body));
        }
        if (path.startsWith("/pa/")) {
            return viber.call(path.substring("/pa/".length()), parsed(body));
        }
        return json.createObjectNode().put("error", -404).put("message", "not found");
    }

    private JsonNode parsed(String body) throws IOException {
        return body.isBlank() ? json.createObjectNode() : json.readTree(body);
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : form == null ? new String[0] : form.split("&")) {
            int cut = pair.indexOf('=');
            if (cut > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, cut), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(cut + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    /** A Zalo official account with GMF groups. */
    public final class Zalo {

        /** The application. */
        public static final String APP_ID = "4400001111";
        /** The key of the application. */
        public static final String APP_SECRET = "app-secret-key";
        /** The account. */
        public static final String OA_ID = "5500002222";
        /** The key by which events are signed. */
        public static final String HOOK_SECRET = "oa-secret-key";
        /** A code that may be exchanged once. */
        public static final String CODE = "authorisation-code";

        private final AtomicInteger count = new AtomicInteger();
        private final Map<String, Boolean> codes = new HashMap<>(Map.of(CODE, true));
        private final List<String> refreshSeen = new ArrayList<>();
        private final Map<String, Group> groups = new LinkedHashMap<>();
        private final Set<String> followers = new java.util.HashSet<>();
        private final List<Posted> posts = new ArrayList<>();
        private final Set<String> assets = new java.util.HashSet<>(Set.of("asset-1"));
        private String access = "access-0";
        private String refresh = "refresh-0";
        private boolean reused;
        private int callsLeft = Integer.MAX_VALUE;

        private final class Group {
            private final String name;
            private final Map<String, String> members = new LinkedHashMap<>();
            private final Map<String, String> waiting = new LinkedHashMap<>();
            private final Set<String> admins = new LinkedHashSet<>();

            private Group(String name) {
                this.name = name;
            }
        }

        /** The refresh token that is good now. */
        public String refreshToken() {
            synchronized (StubPlatforms.this) {
                return refresh;
            }
        }

        /** The access token that is good now. */
        public String accessToken() {
            synchronized (StubPlatforms.this) {
                return access;
            }
        }

        /** Every refresh token that was sent, in order. */
        public List<String> refreshTokensSeen() {
            synchronized (StubPlatforms.this) {
                return List.copyOf(refreshSeen);
            }
        }

        /** Whether a refresh token was sent that had been used. */
        public boolean sawReuse() {
            synchronized (StubPlatforms.this) {
                return reused;
            }
        }

        /** The access token ends now. */
        public void expireAccess() {
            synchronized (StubPlatforms.this) {
                access = "expired-" + count.incrementAndGet();
            }
        }

        /** So many calls are answered; then there are too many. */
        public void allow(int more) {
            synchronized (StubPlatforms.this) {
                callsLeft = more;
            }
        }

        /** Makes a group with members: ids and names in turn. */
        public void group(String id, String name, String... members) {
            synchronized (StubPlatforms.this) {
                Group group = new Group(name);
                for (int i = 0; i + 1 < members.length; i += 2) {
                    group.members.put(members[i], members[i + 1]);
                }
                groups.put(id, group);
            }
        }

        /** Somebody leaves a group without an event. */
        public void leave(String id, String member) {
            synchronized (StubPlatforms.this) {
                groups.get(id).members.remove(member);
            }
        }

        /** Somebody follows the account, so that it may invite them. */
        public void follow(String user) {
            synchronized (StubPlatforms.this) {
                followers.add(user);
            }
        }

        /** Somebody asks to join a group. */
        public void ask(String id, String user, String name) {
            synchronized (StubPlatforms.this) {
                groups.get(id).waiting.put(user, name);
            }
        }

        /** Who is in a group. */
        public Set<String> members(String id) {
            synchronized (StubPlatforms.this) {
                return Set.copyOf(groups.get(id).members.keySet());
            }
        }

        /** Who administrates a group. */
        public Set<String> admins(String id) {
            synchronized (StubPlatforms.this) {
                return Set.copyOf(groups.get(id).admins);
            }
        }

        /** What was posted. */
        public List<Posted> posts() {
            synchronized (StubPlatforms.this) {
                return List.copyOf(posts);
            }
        }

        private JsonNode token(String path, String secret, Map<String, String> form) {
            if (!path.equals("/v4/oa/access_token")) {
                return refused(-14002, "Unknown path");
            }
            boolean refreshing = "refresh_token".equals(form.get("grant_type"));
            if (refreshing) {
                refreshSeen.add(form.getOrDefault("refresh_token", ""));
            }
            if (!secret.equals(APP_SECRET) || !APP_ID.equals(form.get("app_id"))) {
                return refused(-14004, "Invalid secret key");
            }
            if (refreshing) {
                if (!refresh.equals(form.get("refresh_token"))) {
                    reused = true;
                    return refused(-14014, "Invalid refresh token");
                }
            } else if (!Boolean.TRUE.equals(codes.put(form.getOrDefault("code", ""), false))) {
                return refused(-14020, "Invalid code");
            }
            int number = count.incrementAndGet();
            access = "access-" + number;
            refresh = "refresh-" + number;
            return json.createObjectNode()
                    .put("access_token", access)
                    .put("refresh_token", refresh)
                    .put("expires_in", "90000");
        }

        private JsonNode call(String method, String path, String token, Map<String, String> query, JsonNode body) {
            if (!token.equals(access)) {
                return error(-216, "Access token is invalid");
            }
            if (callsLeft-- <= 0) {
                return error(-32, "Too many requests");
            }
            return switch (method + " " + path) {
                case "GET /v2.0/oa/getoa" ->
                    ok(json.createObjectNode().put("oa_id", OA_ID).put("name", "THCS Thử Nghiệm"));
                case "GET /v3.0/oa/group/getgroupsofoa" ->
                    page(
                            "groups",
                            groups.entrySet().stream()
                                    .map(group -> info(group.getKey(), group.getValue()))
                                    .toList(),
                            query);
                case "GET /v3.0/oa/group/getgroup" ->
                    groups.containsKey(query.get("group_id"))
                            ? ok(json.createObjectNode()
                                    .set("group_info", info(query.get("group_id"), groups.get(query.get("group_id")))))
                            : error(-201, "group_id is invalid");
                case "GET /v3.0/oa/group/listmember" -> members(query);
                case "POST /v3.0/oa/group/creategroupwithoa" -> create(body);
                case "POST /v3.0/oa/group/message" -> post(body);
                case "POST /v3.0/oa/group/invite" -> invite(body);
                case "POST /v3.0/oa/group/acceptpendinginvite" -> settle(body, true);
                case "POST /v3.0/oa/group/rejectpendinginvite" -> settle(body, false);
                case "POST /v3.0/oa/group/removemembers" -> ofMembers(body, group -> group.members::remove);
                case "POST /v3.0/oa/group/addadmins" -> ofMembers(body, group -> group.admins::add);
                case "POST /v3.0/oa/group/removeadmins" -> ofMembers(body, group -> group.admins::remove);
                default -> error(-201, "Unknown path " + path);
            };
        }

        private JsonNode members(Map<String, String> query) {
            Group group = groups.get(query.get("group_id"));
            if (group == null) {
                return error(-201, "group_id is invalid");
            }
            return page(
                    "members",
                    group.members.entrySet().stream()
                            .<JsonNode>map(member -> json.createObjectNode()
                                    .put("user_id", member.getKey())
                                    .put("name", member.getValue()))
                            .toList(),
                    query);
        }

        private JsonNode create(JsonNode body) {
            String name = body.path("group_name").asText("");
            if (name.isEmpty() || name.length() > 30) {
                return error(-201, "group_name is invalid");
            }
            int members = body.path("member_user_ids").size();
            if (members < 1 || members > 99) {
                return error(-201, "member_user_ids is invalid");
            }
            if (!assets.remove(body.path("asset_id").asText(""))) {
                return error(-238, "Asset is used");
            }
            String id = "made-" + count.incrementAndGet();
            Group group = new Group(name);
            body.path("member_user_ids")
                    .forEach(member -> group.members.put(member.asText(), "Thành viên " + member.asText()));
            groups.put(id, group);
            return ok(json.createObjectNode().put("group_id", id).put("group_link", "https://zalo.me/g/" + id));
        }

        /** Follows or wrote within seven days, or is refused; who is invited is in at once, as if they had said yes. */
        private JsonNode invite(JsonNode body) {
            return change(
                    body,
                    (group, user) -> followers.contains(user) ? 0 : -230,
                    (group, user) -> group.members.put(user, "Thành viên " + user));
        }

        private JsonNode settle(JsonNode body, boolean in) {
            return change(body, (group, user) -> group.waiting.containsKey(user) ? 0 : -201, (group, user) -> {
                String name = group.waiting.remove(user);
                if (in) {
                    group.members.put(user, name);
                }
            });
        }

        private JsonNode ofMembers(JsonNode body, Function<Group, Consumer<String>> what) {
            return change(
                    body,
                    (group, user) -> group.members.containsKey(user) ? 0 : -201,
                    (group, user) -> what.apply(group).accept(user));
        }

        /** All or none. */
        private JsonNode change(JsonNode body, ToIntBiFunction<Group, String> refusal, BiConsumer<Group, String> what) {
            Group group = groups.get(body.path("group_id").asText(""));
            JsonNode users = body.path("member_user_ids");
            if (group == null || !users.isArray() || users.isEmpty()) {
                return error(-201, "group_id or member_user_ids is invalid");
            }
            for (JsonNode user : users) {
                int code = refusal.applyAsInt(group, user.asText());
                if (code != 0) {
                    return error(code, "member_user_ids is refused");
                }
            }
            users.forEach(user -> what.accept(group, user.asText()));
            return ok(json.createObjectNode());
        }

        private JsonNode post(JsonNode body) {
            String groupId = body.path("recipient").path("group_id").asText("");
            String text = body.path("message").path("text").asText("");
            if (!groups.containsKey(groupId)) {
                return error(-237, "Group is expired");
            }
            if (text.length() > ZALO_LONGEST) {
                return error(-210, "Parameter exceeds its length");
            }
            if (text.isEmpty()) {
                return error(-201, "text is empty");
            }
            Posted posted = new Posted(groupId, text, "m-" + count.incrementAndGet());
            posts.add(posted);
            return ok(json.createObjectNode().put("message_id", posted.id()).put("group_id", groupId));
        }

        private JsonNode info(String id, Group group) {
            return json.createObjectNode()
                    .put("group_id", id)
                    .put("name", group.name)
                    .put("group_link", "https://zalo.me/g/" + id)
                    .put("status", "enabled")
                    .put("total_member", group.members.size())
                    .put("max_member", 100);
        }

        private JsonNode page(String name, List<? extends JsonNode> rows, Map<String, String> query) {
            int offset = Integer.parseInt(query.getOrDefault("offset", "0"));
            int size = Integer.parseInt(query.getOrDefault("count", "5"));
            if (size < 1 || size > 50) {
                return error(-201, "count is invalid");
            }
            ArrayNode shown = json.createArrayNode();
            rows.stream().skip(offset).limit(size).forEach(shown::add);
            return ok(json.createObjectNode().set(name, shown));
        }

        private JsonNode ok(JsonNode data) {
            ObjectNode answer = json.createObjectNode().put("error", 0).put("message", "Success");
            answer.set("data", data);
            return answer;
        }

        private JsonNode error(int code, String message) {
            return json.createObjectNode().put("error", code).put("message", message);
        }

        private JsonNode refused(int code, String name) {
            return json.createObjectNode().put("error", code).put("error_name", name);
        }
    }

    /** A Zalo bot. */
    public final class Bot {

        /** Its token. */
        public static final String TOKEN = "12345678:bot-token";

        private final List<Posted> posts = new ArrayList<>();
        private final Deque<JsonNode> updates = new ArrayDeque<>();
        private String webhook = "";
        private String secret = "";

        /** What was posted. */
        public List<Posted> posts() {
            synchronized (StubPlatforms.this) {
                return List.copyOf(posts);
            }
        }

        /** Where events are sent. */
        public String webhook() {
            synchronized (StubPlatforms.this) {
                return webhook;
            }
        }

        /** By which secret they are known. */
        public String secret() {
            synchronized (StubPlatforms.this) {
                return secret;
            }
        }

        /** Something waits to be fetched. */
        public void update(String event) {
            synchronized (StubPlatforms.this) {
                try {
                    updates.add(json.readTree(event));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private JsonNode call(String token, String method, JsonNode body) {
            if (!token.equals(TOKEN)) {
                return error(401, "Unauthorized");
            }
            return switch (method) {
                case "getMe" -> ok(json.createObjectNode().put("id", "b-1").put("account_name", "bot.THCS Thử Nghiệm"));
                case "setWebhook" -> hook(body);
                case "deleteWebhook" -> {
                    webhook = "";
                    yield ok(json.createObjectNode());
                }
                case "getUpdates" -> updates();
                case "sendMessage" -> send(body);
                default -> error(404, "Not Found");
            };
        }

        private JsonNode hook(JsonNode body) {
            if (!body.path("url").asText("").startsWith("http")
                    || body.path("secret_token").asText("").length() < 8) {
                return error(400, "Bad Request: url or secret_token");
            }
            webhook = body.path("url").asText();
            secret = body.path("secret_token").asText();
            return ok(json.createObjectNode());
        }

        private JsonNode updates() {
            if (!webhook.isEmpty()) {
                return error(400, "Bad Request: a webhook is set");
            }
            JsonNode next = updates.poll();
            return next == null ? error(408, "Request timeout") : ok(next);
        }

        private JsonNode send(JsonNode body) {
            String text = body.path("text").asText("");
            if (text.isEmpty() || text.length() > ZALO_LONGEST) {
                return error(400, "Bad Request: text");
            }
            Posted posted = new Posted(body.path("chat_id").asText(""), text, "b-" + posts.size());
            posts.add(posted);
            return ok(json.createObjectNode().put("message_id", posted.id()));
        }

        private JsonNode ok(JsonNode result) {
            ObjectNode answer = json.createObjectNode().put("ok", true);
            answer.set("result", result);
            return answer;
        }

        private JsonNode error(int code, String description) {
            return json.createObjectNode()
                    .put("ok", false)
                    .put("error_code", code)
                    .put("description", description);
        }
    }

    /** A Viber channel. */
    public final class Viber {

        /** Its token. */
        public static final String TOKEN = "viber-channel-token";
        /** Its super admin. */
        public static final String ADMIN = "viber-admin";

        private final List<Posted> posts = new ArrayList<>();
        private String webhook = "";

        /** What was posted. */
        public List<Posted> posts() {
            synchronized (StubPlatforms.this) {
                return List.copyOf(posts);
            }
        }

        /** Where events go; empty for nowhere. */
        public String webhook() {
            synchronized (StubPlatforms.this) {
                return webhook;
            }
        }

        private JsonNode call(String method, JsonNode body) {
            if (!body.path("auth_token").asText("").equals(TOKEN)) {
                return status(2, "invalidAuthToken");
            }
            return switch (method) {
                case "get_account_info" -> status(0, "ok").put("id", "pa:1").put("name", "Kênh THCS Thử Nghiệm");
                case "set_webhook" -> {
                    webhook = body.path("url").asText("");
                    yield status(0, "ok");
                }
                case "post" -> post(body);
                default -> status(3, "badData");
            };
        }

        private JsonNode post(JsonNode body) {
            if (webhook.isEmpty()) {
                return status(10, "webhookNotSet");
            }
            String text = body.path("text").asText("");
            if (!body.path("from").asText("").equals(ADMIN) || text.isEmpty() || text.length() > VIBER_LONGEST) {
                return status(3, "badData");
            }
            Posted posted = new Posted("channel", text, "v-" + posts.size());
            posts.add(posted);
            return status(0, "ok").put("message_token", posted.id());
        }

        private ObjectNode status(int status, String message) {
            return json.createObjectNode().put("status", status).put("status_message", message);
        }
    }
}
