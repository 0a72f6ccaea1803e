package vn.quyche.district.internal.job;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Json;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.district.api.SchoolGroup;

/**
 * Groups in JSON, as a school answers them and as they wait for the rest of their list. Read as trees, so that the library
 * remembers nothing of our classes.
 */
final class GroupJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private GroupJson() {}

    /** A page as a school answers it. @throws RemoteFailure {@link RemoteFailure#BAD_ANSWER} when it is none */
    static ListPage page(byte[] body) {
        JsonNode page = read(body);
        JsonNode items = page.path("items");
        if (!page.isObject() || !(items.isArray() || items.isMissingNode())) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "items");
        }
        List<SchoolGroup> groups = new ArrayList<>();
        items.forEach(item -> groups.add(group(item)));
        JsonNode next = page.path("next");
        if (!next.isTextual() && !next.isMissingNode() && !next.isNull()) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "next");
        }
        return new ListPage(groups, Optional.ofNullable(next.textValue()).filter(text -> !text.isEmpty()));
    }

    /** A group that waits. */
    static SchoolGroup group(String content) {
        return group(read(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** A group, to wait. */
    static String of(SchoolGroup group) {
        return Json.of(group);
    }

    static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException bad) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "JSON", bad);
        }
    }

    private static SchoolGroup group(JsonNode item) {
        if (!item.isObject()) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "items");
        }
        return new SchoolGroup(
                text(item, "id"),
                text(item, "code"),
                text(item, "name"),
                text(item, "kind"),
                text(item, "platform"),
                text(item, "members"),
                text(item, "leader"),
                text(item, "administrator"),
                text(item, "decisionNumber"),
                day(text(item, "decisionDate")),
                text(item, "remark"));
    }

    static String text(JsonNode item, String field) {
        JsonNode value = item.path(field);
        if (!value.isTextual() && !value.isMissingNode() && !value.isNull()) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, field);
        }
        return value.isTextual() ? value.textValue() : "";
    }

    /** A day of an answer; empty when there is none. */
    static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException bad) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "decisionDate", bad);
        }
    }
}
