package vn.quyche.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.quyche.itests.kit.SchoolClient;
import vn.quyche.itests.kit.SchoolClient.Answer;
import vn.quyche.itests.kit.SharedSchool;
import vn.quyche.itests.kit.SmallSchool;

/**
 * Every operation that takes a body, of every bundle that is there, as its own description names them: bodies of the wrong
 * shape, each field with a value of a wrong type, and keys that are none. Each gets an answer that says what is wrong.
 */
@ExtendWith(SharedSchool.class)
class HostileBodiesIT {

    private static final String NOBODY = "01J0000000000000000000NONE";
    private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 409, 422);
    private static final String REF = "#/components/schemas/";

    private final SmallSchool school;
    private final List<String> wrong = new ArrayList<>();

    HostileBodiesIT(SmallSchool school) {
        this.school = school;
    }

    private record Operation(String method, String path, JsonNode schema, JsonNode schemas, boolean keyed) {}

    @Test
    void refusesBodiesOfTheWrongShape() {
        List<Operation> operations = operations();
        assertThat(operations).hasSizeGreaterThan(60);
        for (Operation operation : operations) {
            boolean list = operation.schema().path("type").asText().equals("array");
            for (String body :
                    List.of(list ? "{\"a\":1}" : "[]", "\"chữ\"", "7", "true", "[[[]]]", "{\"\":{\"\":[null]}}")) {
                send(operation, body);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesFieldsOfTheWrongType() {
        for (Operation operation : operations()) {
            for (Map.Entry<String, JsonNode> field :
                    operation.schema().path("properties").properties()) {
                String type = resolved(operation, field.getValue()).path("type").asText();
                List<String> values = type.equals("object") || type.equals("array")
                        ? List.of("\"chữ\"", "-1")
                        : List.of("{\"x\":[1]}", "[[\"x\"]]", "\"" + "ă".repeat(40_000) + "\"", "\"\\u0000\"");
                for (String value : values) {
                    send(operation, "{\"" + field.getKey() + "\":" + value + "}");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesIdempotencyKeysThatAreNone() {
        for (Operation operation : operations()) {
            if (operation.keyed()) {
                Answer answer = school.principal.raw(
                        operation.method(),
                        operation.path(),
                        "{}".getBytes(StandardCharsets.UTF_8),
                        "application/json",
                        "Idempotency-Key",
                        "k".repeat(2_000));
                judge(operation, "a key of 2,000 letters", answer);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void send(Operation operation, String body) {
        for (SchoolClient client : List.of(school.admin, school.principal)) {
            Answer answer = client.raw(
                    operation.method(),
                    operation.path(),
                    body.getBytes(StandardCharsets.UTF_8),
                    "application/json",
                    "If-Match",
                    "\"1\"",
                    "Idempotency-Key",
                    "hostile");
            judge(operation, body.substring(0, Math.min(60, body.length())), answer);
        }
    }

    private void judge(Operation operation, String body, Answer answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (!REFUSALS.contains(answer.status()) || !type.startsWith("application/problem+json")) {
            wrong.add(operation.method() + " " + operation.path() + " " + body + ": " + answer.status() + " "
                    + answer.text().substring(0, Math.min(300, answer.text().length())));
        }
    }

    private static JsonNode resolved(Operation operation, JsonNode schema) {
        String ref = schema.path("$ref").asText();
        return ref.isEmpty() ? schema : operation.schemas().path(ref.substring(REF.length()));
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (JsonNode door :
                school.admin.get("/api/docs/doors.json").expect(200).json()) {
            String prefix = "/api/" + door.asText() + "/v1";
            JsonNode description =
                    school.admin.get(prefix + "/openapi.json").expect(200).json();
            JsonNode schemas = description.at("/components/schemas");
            for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
                for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                    JsonNode schema = method.getValue()
                            .path("requestBody")
                            .path("content")
                            .path("application/json")
                            .path("schema");
                    if (!schema.isMissingNode()) {
                        Operation operation = new Operation(
                                method.getKey().toUpperCase(),
                                prefix + path.getKey().replaceAll("\\{[^}]+}", NOBODY),
                                schema,
                                schemas,
                                method.getValue().path("parameters").toString().contains("Idempotency-Key"));
                        operations.add(new Operation(
                                operation.method(),
                                operation.path(),
                                resolved(operation, schema),
                                schemas,
                                operation.keyed()));
                    }
                }
            }
        }
        return operations;
    }
}
