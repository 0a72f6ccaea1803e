package vn.quyche.core.web.internal.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Path;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.web.internal.rest.JsonMappers;

/**
 * The OpenAPI 3 description of one REST door.
 *
 * <p>The build writes what the resources of a bundle can do ({@code openapi/openapi.json}); here it is completed with what
 * is the same for all: address, ways to sign in, problems.
 */
public final class ApiDescription {

    private static final String RESOURCE = "openapi/openapi.json";
    private static final List<String> PROBLEM_FIELDS =
            List.of("type", "title", "detail", "code", "clause", "next", "correlationId");

    private final byte[] json;

    private ApiDescription(byte[] json) {
        this.json = json;
    }

    /**
     * Describes a door.
     *
     * @param domain its domain
     * @param owner a class of the bundle that has the file; a bundle without one is described by its address alone
     * @param resources its resources, since a bundle may have several doors
     */
    public static ApiDescription of(String domain, Class<?> owner, List<Object> resources) {
        ObjectMapper mapper = JsonMappers.create();
        try (InputStream file = owner.getClassLoader().getResourceAsStream(RESOURCE)) {
            ObjectNode built = file == null ? mapper.createObjectNode() : (ObjectNode) mapper.readTree(file);
            complete(built, domain, paths(resources));
            addPaging(built, resources);
            return new ApiDescription(mapper.writeValueAsBytes(built));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The description as JSON in UTF-8. */
    public byte[] json() {
        return json.clone();
    }

    private static List<String> paths(List<Object> resources) {
        List<String> paths = new ArrayList<>();
        for (Object resource : resources) {
            Path path = resource.getClass().getAnnotation(Path.class);
            if (path != null) {
                paths.add("/" + path.value().replaceAll("^/|/$", ""));
            }
        }
        return paths;
    }

    private static void complete(ObjectNode api, String domain, List<String> prefixes) {
        api.put("openapi", "3.0.1");
        api.withObject("/info").put("title", "Quyche: " + domain).put("version", "v1");
        api.putArray("servers").addObject().put("url", "/api/" + domain + "/v1");
        ObjectNode paths = api.withObject("/paths");
        List<String> foreign = new ArrayList<>();
        paths.fieldNames().forEachRemaining(path -> {
            if (prefixes.stream().noneMatch(prefix -> belongs(path, prefix))) {
                foreign.add(path);
            }
        });
        paths.remove(foreign);
        addSecurity(api);
        addProblem(api);
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            String tag = path.getKey().split("/", 3)[1];
            path.getValue().forEach(operation -> {
                if (operation instanceof ObjectNode method && method.has("responses")) {
                    method.putArray("tags").add(tag);
                    completeResponses(method.withObject("/responses"));
                }
            });
        }
    }

    /** The reader of the build leaves out what resources get as {@code @Context}, and pages with it. */
    private static void addPaging(ObjectNode api, List<Object> resources) {
        ObjectNode parameters = api.withObject("/components/parameters");
        ObjectNode size = query(parameters.putObject("size"), "size", "Rows on the page");
        size.put("type", "integer")
                .put("minimum", 1)
                .put("maximum", PageRequest.MAX_SIZE)
                .put("default", PageRequest.DEFAULT_SIZE);
        query(parameters.putObject("after"), "after", "The cursor that the page before gave as next")
                .put("type", "string");
        query(
                        parameters.putObject("sort"),
                        "sort",
                        "The column to sort by, with a minus before it for the last first; what a list knows is named when it"
                                + " is asked for another. A list with one order only passes over it")
                .put("type", "string");
        for (Object resource : resources) {
            for (Method method : resource.getClass().getMethods()) {
                if (List.of(method.getParameterTypes()).contains(PageRequest.class)
                        && api.at(JsonPointer.compile("/paths/" + escaped(path(method)) + "/get"))
                                instanceof ObjectNode get) {
                    ArrayNode taken = get.withArray("/parameters");
                    taken.addObject().put("$ref", "#/components/parameters/size");
                    taken.addObject().put("$ref", "#/components/parameters/after");
                    if (taken.findValuesAsText("name").stream().noneMatch("sort"::equals)) {
                        taken.addObject().put("$ref", "#/components/parameters/sort");
                    }
                }
            }
        }
    }

    private static ObjectNode query(ObjectNode parameter, String name, String description) {
        return parameter
                .put("name", name)
                .put("in", "query")
                .put("description", description)
                .putObject("schema");
    }

    private static String path(Method method) {
        Path whole = method.getDeclaringClass().getAnnotation(Path.class);
        Path part = method.getAnnotation(Path.class);
        String joined = "/" + (whole == null ? "" : whole.value()) + "/" + (part == null ? "" : part.value());
        return joined.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }

    private static String escaped(String path) {
        return path.replace("~", "~0").replace("/", "~1");
    }

    private static void completeResponses(ObjectNode responses) {
        // The build names the one answer that it knows "default", which would count for failures too.
        JsonNode success = responses.remove("default");
        if (success != null) {
            boolean body = success.findValue("schema") != null;
            ObjectNode named = body ? (ObjectNode) success : responses.objectNode();
            boolean made = success.findValuesAsText("$ref").contains("#/components/schemas/NewId");
            responses.set(
                    made ? "201" : body ? "200" : "204",
                    named.put("description", made ? "Made" : body ? "The answer" : "Done"));
        }
        responses.putObject("4XX").put("$ref", "#/components/responses/Problem");
    }

    private static boolean belongs(String path, String prefix) {
        return prefix.equals("/") || path.equals(prefix) || path.startsWith(prefix + "/");
    }

    private static void addSecurity(ObjectNode api) {
        ObjectNode schemes = api.withObject("/components/securitySchemes");
        schemes.putObject("token").put("type", "http").put("scheme", "bearer");
        schemes.putObject("password").put("type", "http").put("scheme", "basic");
        ArrayNode ways = api.putArray("security");
        ways.addObject().putArray("token");
        ways.addObject().putArray("password");
    }

    private static void addProblem(ObjectNode api) {
        ObjectNode properties = api.withObject("/components/schemas")
                .putObject("Problem")
                .put("type", "object")
                .putObject("properties");
        PROBLEM_FIELDS.forEach(name -> properties.putObject(name).put("type", "string"));
        properties.putObject("status").put("type", "integer");
        ObjectNode field = properties
                .putObject("errors")
                .put("type", "array")
                .putObject("items")
                .put("type", "object")
                .putObject("properties");
        List.of("field", "code", "message")
                .forEach(name -> field.putObject(name).put("type", "string"));
        ObjectNode problem = api.withObject("/components/responses").putObject("Problem");
        problem.put("description", "A problem, with a stable code and what to do next");
        problem.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }
}
