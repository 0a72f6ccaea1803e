package vn.quyche.district.internal.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.district.api.DutyCount;
import vn.quyche.district.api.DutyMonth;
import vn.quyche.district.api.SchoolInspection;

/** Figures as a school answers them. What else stands in an answer is not read. */
final class SummaryJson {

    private SummaryJson() {}

    /** A page of reports. @throws RemoteFailure {@link RemoteFailure#BAD_ANSWER} when it is none */
    static SummaryClient.Reports inspections(byte[] body) {
        JsonNode page = GroupJson.read(body);
        JsonNode items = page.path("items");
        if (!page.isObject() || !(items.isArray() || items.isMissingNode())) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "items");
        }
        List<SchoolInspection> reports = new ArrayList<>();
        for (JsonNode item : items) {
            requireObject(item, "items");
            reports.add(inspection(item));
        }
        return new SummaryClient.Reports(
                reports, Optional.of(GroupJson.text(page, "next")).filter(text -> !text.isEmpty()));
    }

    private static SchoolInspection inspection(JsonNode item) {
        try {
            return new SchoolInspection(
                    GroupJson.text(item, "id"),
                    GroupJson.text(item, "groupId"),
                    GroupJson.text(item, "groupCode"),
                    GroupJson.text(item, "groupName"),
                    LocalDate.parse(GroupJson.text(item, "from")),
                    LocalDate.parse(GroupJson.text(item, "to")),
                    Instant.parse(GroupJson.text(item, "signedAt")),
                    count(item, "missing"),
                    count(item, "surplus"),
                    count(item, "overdue"),
                    count(item, "late"),
                    count(item, "violations"),
                    count(item, "found"),
                    count(item, "openFindings"));
        } catch (DateTimeException bad) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "from, to, signedAt", bad);
        }
    }

    /** Months of duties. @throws RemoteFailure {@link RemoteFailure#BAD_ANSWER} when it is none */
    static List<DutyMonth> duties(byte[] body) {
        JsonNode months = GroupJson.read(body);
        requireArray(months, "months");
        List<DutyMonth> duties = new ArrayList<>();
        for (JsonNode month : months) {
            requireObject(month, "months");
            List<DutyCount> lines = new ArrayList<>();
            JsonNode of = month.path("lines");
            if (!of.isMissingNode()) {
                requireArray(of, "lines");
            }
            for (JsonNode line : of) {
                requireObject(line, "lines");
                lines.add(new DutyCount(
                        GroupJson.text(line, "domain"),
                        GroupJson.text(line, "role"),
                        count(line, "due"),
                        count(line, "done"),
                        count(line, "late"),
                        count(line, "missed"),
                        count(line, "excused"),
                        count(line, "open")));
            }
            duties.add(new DutyMonth(GroupJson.text(month, "month"), lines));
        }
        return duties;
    }

    /** A count that is left out is zero. */
    private static int count(JsonNode item, String field) {
        JsonNode value = item.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isInt()) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, field);
        }
        return value.asInt();
    }

    private static void requireObject(JsonNode node, String field) {
        if (!node.isObject()) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, field);
        }
    }

    private static void requireArray(JsonNode node, String field) {
        if (!node.isArray()) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, field);
        }
    }
}
