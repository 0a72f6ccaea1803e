package vn.quyche.group.internal.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Json;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.compliance.DutySummary;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.group.api.ListedGroup;
import vn.quyche.group.api.district.DistrictChange;
import vn.quyche.group.api.inspection.InspectedGroup;

/** Speaks with {@code /api/district/v1} of the district's container. */
final class DistrictFeed {

    private static final int PAGE = 200;
    private static final int LONGEST = 200;
    private static final int NO_CONTENT = 204;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RemoteHttp http;

    DistrictFeed(RemoteHttp http) {
        this.http = http;
    }

    /**
     * A page of the changes.
     *
     * @param changes the changes
     * @param seen where to ask again
     * @param more whether there is a page behind it
     */
    record ChangePage(List<DistrictChange> changes, Optional<String> seen, boolean more) {}

    /** Reads a page of the changes behind a place. @throws RemoteFailure when there is none to be had */
    ChangePage changes(String address, String token, Optional<String> after, String ownCode) {
        String query = "?size=" + PAGE
                + after.map(cursor -> "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                        .orElse("");
        JsonNode page = ask(request(address + "/api/district/v1/lists/changes" + query, token)
                .build());
        List<DistrictChange> changes = new ArrayList<>();
        page.path("items").forEach(item -> changes.add(change(item, ownCode)));
        return new ChangePage(
                changes,
                Optional.ofNullable(page.path("seen").textValue()),
                page.path("next").isTextual());
    }

    /** Sends the school's list. @throws RemoteFailure when it is not taken */
    void send(String address, String token, String schoolCode, Instant madeAt, List<ListedGroup> groups) {
        String body = Json.of(Map.of(
                "schoolCode",
                schoolCode,
                "madeAt",
                madeAt,
                "groups",
                groups.stream().map(DistrictFeed::sent).toList()));
        ask(request(address + "/api/district/v1/groups", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /**
     * Sends the figures of some months, in the place of what the district had of them.
     *
     * @throws RemoteFailure when they are not taken
     */
    void send(
            String address,
            String token,
            String schoolCode,
            Instant madeAt,
            MonthSpan months,
            List<InspectedGroup> inspections,
            List<DutySummary> duties) {
        String body = Json.of(Map.of(
                "schoolCode",
                schoolCode,
                "madeAt",
                madeAt,
                "from",
                months.from().toString(),
                "to",
                months.to().toString(),
                "inspections",
                inspections,
                "duties",
                duties));
        RemoteHttp.Answer answer = http.send(request(address + "/api/district/v1/overview", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (answer.status() != NO_CONTENT) {
            RemoteHttp.requireOk(answer);
        }
    }

    /** A group as the district takes it. */
    private static Map<String, Object> sent(ListedGroup group) {
        return Map.ofEntries(
                Map.entry("id", group.id()),
                Map.entry("code", group.code()),
                Map.entry("name", group.name()),
                Map.entry("kind", group.kind()),
                Map.entry("platform", group.platform()),
                Map.entry("members", group.members()),
                Map.entry("leader", group.leader()),
                Map.entry("administrator", group.administrator()),
                Map.entry("decisionNumber", group.decisionNumber()),
                Map.entry("decisionDate", group.decisionDate()),
                Map.entry("remark", group.remark()));
    }

    private static HttpRequest.Builder request(String address, String token) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Accept-Language", "vi");
    }

    private JsonNode ask(HttpRequest request) {
        RemoteHttp.Answer answer = RemoteHttp.requireOk(http.send(request));
        try {
            JsonNode read = JSON.readTree(answer.body());
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (IOException bad) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "JSON", bad);
        }
        throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "JSON");
    }

    private static DistrictChange change(JsonNode item, String ownCode) {
        try {
            String kind = text(item, "kind");
            return new DistrictChange(
                    item.path("version").asInt(),
                    item.path("place").asInt(),
                    Arrays.stream(DistrictChange.Kind.values())
                            .filter(known -> known.name().equals(kind))
                            .findFirst()
                            .orElseThrow(() -> RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "kind " + kind)),
                    !ownCode.isBlank()
                            && VietnameseText.fold(text(item, "schoolCode")).equals(VietnameseText.fold(ownCode)),
                    text(item, "schoolName"),
                    text(item, "name"),
                    text(item, "nameBefore"),
                    text(item, "platform"),
                    LocalDate.parse(text(item, "effectiveOn")),
                    text(item, "number"));
        } catch (DateTimeException bad) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "effectiveOn", bad);
        }
    }

    private static String text(JsonNode item, String field) {
        String text = VietnameseText.line(item.path(field).asText(""));
        if (text.length() > LONGEST) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, field);
        }
        return text;
    }
}
