package vn.quyche.core.compliance.internal.model;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.compliance.spi.Schedule;
import vn.quyche.core.api.directory.Post;

/**
 * Reads a regulation pack. The format is told in the bundle's README.
 *
 * <p>A wrong entry is left out and named, so that one slip of the pen does not switch off the other rules of a bundle.
 */
public final class PackReader {

    /** The largest pack that is read, bytes. */
    public static final int MAX_BYTES = 1 << 20;

    private static final Pattern CLAUSE_ID = Pattern.compile("[A-Z]{2}(\\.[0-9A-Za-z]{1,8}){1,4}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final Set<String> PACK_FIELDS = Set.of("clauses", "parameters", "duties");
    private static final Set<String> CLAUSE_FIELDS = Set.of("id", "kind", "summary", "mechanism", "citation");
    private static final Set<String> PARAMETER_FIELDS =
            Set.of("key", "clause", "type", "default", "unit", "title", "min", "max");

    private static final Set<String> DUTY_FIELDS =
            Set.of("id", "kind", "clause", "title", "post", "schedule", "link", "remind", "escalate");
    private static final int MAX_DUTY_ID = 80;
    private static final int MAX_DUTY_TITLE = 300;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String domain;
    private final List<Clause> clauses = new ArrayList<>();
    private final List<ParameterRule> parameters = new ArrayList<>();
    private final List<DutyRule> duties = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private PackReader(String domain) {
        this.domain = domain;
    }

    /** Reads the pack of a bundle; never fails, but says what is wrong. */
    public static Pack read(String domain, byte[] json) {
        PackReader reader = new PackReader(domain);
        reader.read(json);
        return new Pack(domain, reader.clauses, reader.parameters, reader.duties, reader.problems);
    }

    private void read(byte[] json) {
        if (json.length > MAX_BYTES) {
            problems.add("larger than " + MAX_BYTES + " bytes");
            return;
        }
        try {
            JsonNode root = JSON.readTree(json);
            if (!root.isObject()) {
                problems.add("is no JSON object");
                return;
            }
            knownFields("the pack", root, PACK_FIELDS);
            entries(root, "clauses").forEach(this::clause);
            entries(root, "parameters").forEach(this::parameter);
            entries(root, "duties").forEach(this::duty);
        } catch (IOException e) {
            problems.add("is no JSON: " + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private Iterable<JsonNode> entries(JsonNode root, String field) {
        JsonNode list = root.path(field);
        if (!list.isArray() && !list.isMissingNode()) {
            problems.add(field + " is no list");
        }
        return list.isArray() ? list : List.of();
    }

    private void clause(JsonNode node) {
        String id = text(node, "id");
        String label = "clause " + id;
        Optional<Clause.Kind> kind = kind(text(node, "kind"));
        boolean right = knownFields(label, node, CLAUSE_FIELDS)
                        & check(CLAUSE_ID.matcher(id).matches(), label, "has no id of the catalogue")
                        & check(kind.isPresent(), label, "has the unknown kind " + text(node, "kind"))
                        & check(!text(node, "summary").isBlank(), label, "has no summary")
                        & check(!text(node, "mechanism").isBlank(), label, "has no mechanism")
                && check(seen.add(id), label, "stands twice");
        if (right) {
            clauses.add(new Clause(
                    id,
                    domain,
                    kind.orElseThrow(),
                    text(node, "summary"),
                    text(node, "mechanism"),
                    text(node, "citation")));
        }
    }

    private void parameter(JsonNode node) {
        String key = text(node, "key");
        String label = "parameter " + key;
        Optional<ParameterType> type = ParameterType.named(text(node, "type"));
        String clause = text(node, "clause");
        boolean right = knownFields(label, node, PARAMETER_FIELDS)
                        & check(
                                NAME.matcher(key).matches() && key.startsWith(domain + ".") && key.length() <= 100,
                                label,
                                "must be called " + domain + ".<name>")
                        & check(type.isPresent(), label, "has the unknown type " + text(node, "type"))
                        & check(
                                clause.isEmpty() || CLAUSE_ID.matcher(clause).matches(),
                                label,
                                "names no clause: " + clause)
                        & check(!text(node, "title").isBlank(), label, "has no title")
                && check(seen.add(key), label, "stands twice");
        if (!right) {
            return;
        }
        ParameterRule rule = new ParameterRule(
                key,
                clause,
                type.orElseThrow(),
                text(node, "default"),
                text(node, "unit"),
                text(node, "title"),
                text(node, "min"),
                text(node, "max"));
        boolean limits = Stream.of(rule.min(), rule.max())
                .allMatch(limit -> limit.isEmpty() || rule.type().accepts(limit));
        if (check(limits, label, "has a limit that is no such value")
                && check(
                        rule.accepts(rule.defaultValue()),
                        label,
                        "has a default that does not fit its type or limits")) {
            parameters.add(rule);
        }
    }

    private void duty(JsonNode node) {
        String id = text(node, "id");
        String label = "duty " + id;
        Optional<Post> post = post(text(node, "post"));
        boolean right = knownFields(label, node, DUTY_FIELDS)
                        & check(
                                NAME.matcher(id).matches() && id.startsWith(domain + ".") && id.length() <= MAX_DUTY_ID,
                                label,
                                "must be called " + domain + ".<name>")
                        & check(CLAUSE_ID.matcher(text(node, "clause")).matches(), label, "names no clause")
                        & check(
                                !text(node, "title").isBlank()
                                        && text(node, "title").length() <= MAX_DUTY_TITLE,
                                label,
                                "has no title that fits")
                        & check(post.isPresent(), label, "has the unknown post " + text(node, "post"))
                        & check(text(node, "link").startsWith("/"), label, "has no link")
                && check(seen.add(id), label, "stands twice");
        if (!right) {
            return;
        }
        try {
            duties.add(new DutyRule(
                    id,
                    text(node, "kind").isEmpty() ? id : text(node, "kind"),
                    text(node, "clause"),
                    text(node, "title"),
                    new DutyRule.Who.Holders(post.orElseThrow()),
                    Schedule.parse(text(node, "schedule")),
                    text(node, "link"),
                    texts(node, "remind").map(Duration::parse).toList(),
                    texts(node, "escalate").map(Escalation::parse).toList()));
        } catch (IllegalArgumentException | DateTimeException e) {
            problems.add(label + " cannot be read: " + e.getMessage());
        }
    }

    private static Stream<String> texts(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false).map(JsonNode::asText);
    }

    private static Optional<Post> post(String name) {
        return Arrays.stream(Post.values())
                .filter(post -> post.name().equals(name))
                .findFirst();
    }

    private static Optional<Clause.Kind> kind(String name) {
        for (Clause.Kind kind : Clause.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private boolean knownFields(String label, JsonNode node, Set<String> known) {
        List<String> unknown = new ArrayList<>();
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                unknown.add(field);
            }
        });
        return check(unknown.isEmpty(), label, "has unknown fields " + unknown);
    }

    private boolean check(boolean right, String label, String problem) {
        if (!right) {
            problems.add(label + " " + problem);
        }
        return right;
    }

    /** A text, number or boolean as text; empty when missing. */
    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
