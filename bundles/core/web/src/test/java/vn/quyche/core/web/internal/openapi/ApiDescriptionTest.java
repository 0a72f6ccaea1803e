package vn.quyche.core.web.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.PageRequest;

/** The description of this bundle's own door, as the build wrote it. */
class ApiDescriptionTest {

    @Path("/modules")
    private static final class Modules {}

    @Path("/dead-letters")
    public static final class Letters {

        @GET
        public List<String> list(@Context PageRequest page) {
            return List.of();
        }
    }

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void showsThePathsOfItsOwnDoorOnly() throws Exception {
        JsonNode api = json.readTree(ApiDescription.of("platform", ApiDescription.class, List.of(new Modules()))
                .json());

        assertThat(api.path("paths").fieldNames()).toIterable().containsExactly("/modules", "/modules/{domain}");
    }

    @Test
    void tellsOfProblemsAndNotOfTheCaller() throws Exception {
        JsonNode get = json.readTree(ApiDescription.of("platform", ApiDescription.class, List.of(new Modules()))
                        .json())
                .at("/paths/~1modules/get");

        assertThat(get.path("responses").has("200")).isTrue();
        assertThat(get.at("/responses/4XX/$ref").asText()).isEqualTo("#/components/responses/Problem");
        assertThat(get.path("tags").path(0).asText()).isEqualTo("modules");
        assertThat(get.toString()).doesNotContain("Caller").doesNotContain("correlationId");
    }

    @Test
    void describesThePageOfAListThoughTheBuildCannotSeeIt() throws Exception {
        JsonNode api = json.readTree(ApiDescription.of("platform", ApiDescription.class, List.of(new Letters()))
                .json());

        assertThat(api.at("/paths/~1dead-letters/get/parameters").findValuesAsText("$ref"))
                .containsExactly(
                        "#/components/parameters/size",
                        "#/components/parameters/after",
                        "#/components/parameters/sort");
        assertThat(api.at("/components/parameters/size/schema/maximum").asInt()).isEqualTo(500);
        assertThat(api.at("/components/parameters/after/in").asText()).isEqualTo("query");
    }
}
