package vn.quyche.district.internal.job;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.DutyCount;
import vn.quyche.district.api.DutyMonth;
import vn.quyche.district.api.SchoolInspection;
import vn.quyche.district.internal.model.SchoolFailure;

/** Calls {@code listInspections} and {@code countDuties} at a school. */
final class SoapSummaryClient implements SummaryClient {

    /** What a school says of an operation that its contract does not have: it is of before it gave figures. */
    private static final String NO_OPERATION = "web.bad-xml";

    private final SoapCalls calls;

    SoapSummaryClient(RemoteHttp http) {
        this.calls = new SoapCalls(http);
    }

    @Override
    public Reports inspections(DistrictSchool school, String token, MonthSpan months, Optional<String> after) {
        List<SoapCalls.Part> parts = parts(months);
        after.ifPresent(cursor -> parts.add(new SoapCalls.Part("after", cursor)));
        parts.add(new SoapCalls.Part("size", String.valueOf(PAGE)));
        List<SchoolInspection> reports = new ArrayList<>();
        List<String> next = new ArrayList<>();
        calls.read(figures(school, token, "listInspections", parts), "inspectionList", (name, xml) -> {
            switch (name) {
                case "inspection" -> reports.add(inspection(SoapCalls.cells(xml)));
                case "next" -> next.add(xml.getElementText());
                default -> {
                    // what a later contract adds is not for us
                }
            }
        });
        return new Reports(
                reports, next.stream().filter(text -> !text.isEmpty()).findFirst());
    }

    @Override
    public List<DutyMonth> duties(DistrictSchool school, String token, MonthSpan months) {
        Map<String, List<DutyCount>> counts = new LinkedHashMap<>();
        calls.read(figures(school, token, "countDuties", parts(months)), "dutyCounts", (name, xml) -> {
            if (name.equals("count")) {
                Map<String, String> cells = SoapCalls.cells(xml);
                counts.computeIfAbsent(cells.getOrDefault("month", ""), month -> new ArrayList<>())
                        .add(duties(cells));
            }
        });
        return counts.entrySet().stream()
                .map(month -> new DutyMonth(month.getKey(), month.getValue()))
                .toList();
    }

    private RemoteHttp.Answer figures(
            DistrictSchool school, String token, String operation, List<SoapCalls.Part> parts) {
        RemoteHttp.Answer answer = calls.call(school, token, operation, parts);
        calls.fault(answer).ifPresent(words -> {
            throw failure(words);
        });
        return SchoolAnswers.requireFigures(answer, operation);
    }

    private static RemoteFailure failure(String fault) {
        if (fault.contains(NO_OPERATION)) {
            return RemoteFailure.lasting(SchoolFailure.NO_SUMMARY, fault);
        }
        return SoapCalls.denied(fault)
                ? RemoteFailure.lasting(SchoolFailure.SUMMARY_DENIED, fault)
                : RemoteFailure.passing(RemoteFailure.SERVER_ERROR, fault, null);
    }

    private static List<SoapCalls.Part> parts(MonthSpan months) {
        return new ArrayList<>(List.of(
                new SoapCalls.Part("from", months.from().toString()),
                new SoapCalls.Part("to", months.to().toString())));
    }

    private static SchoolInspection inspection(Map<String, String> cells) {
        try {
            return new SchoolInspection(
                    cells.getOrDefault("id", ""),
                    cells.getOrDefault("groupId", ""),
                    cells.getOrDefault("groupCode", ""),
                    cells.getOrDefault("groupName", ""),
                    LocalDate.parse(cells.getOrDefault("from", "")),
                    LocalDate.parse(cells.getOrDefault("to", "")),
                    moment(cells.getOrDefault("signedAt", "")),
                    count(cells, "missing"),
                    count(cells, "surplus"),
                    count(cells, "overdue"),
                    count(cells, "late"),
                    count(cells, "violations"),
                    count(cells, "found"),
                    count(cells, "openFindings"));
        } catch (DateTimeException bad) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "from, to, signedAt", bad);
        }
    }

    private static DutyCount duties(Map<String, String> cells) {
        return new DutyCount(
                cells.getOrDefault("domain", ""),
                cells.getOrDefault("role", ""),
                count(cells, "due"),
                count(cells, "done"),
                count(cells, "late"),
                count(cells, "missed"),
                count(cells, "excused"),
                count(cells, "open"));
    }

    /** XML writes a moment at any offset. */
    private static Instant moment(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static int count(Map<String, String> cells, String field) {
        try {
            return Integer.parseInt(cells.getOrDefault(field, ""));
        } catch (NumberFormatException bad) {
            throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, field, bad);
        }
    }
}
