package vn.quyche.district.internal.job;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.DutyMonth;
import vn.quyche.district.api.SchoolInspection;
import vn.quyche.district.internal.model.SchoolFailure;
import vn.quyche.district.internal.model.SummaryRule;

/** Reads {@code /api/group/v1/inspected} and {@code /api/duty/v1/summaries} of a school. */
final class SummaryClient {

    private static final int PAGE = 500;
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final RemoteHttp http;

    SummaryClient(RemoteHttp http) {
        this.http = http;
    }

    /** The signed reports of some months. */
    List<SchoolInspection> inspections(DistrictSchool school, String token, MonthSpan months) {
        List<SchoolInspection> reports = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            String path = "/api/group/v1/inspected" + query(months) + "&size=" + PAGE
                    + cursor.map(after -> "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8))
                            .orElse("");
            SummaryJson.Page page = SummaryJson.inspections(get(school, token, path));
            reports.addAll(page.items());
            if (reports.size() > SummaryRule.MOST_REPORTS) {
                throw RemoteFailure.lasting(RemoteFailure.TOO_LONG, reports.size() + "");
            }
            if (page.next().isPresent()
                    && (page.next().equals(cursor) || page.items().isEmpty())) {
                throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, "next");
            }
            cursor = page.next();
        } while (cursor.isPresent());
        return reports;
    }

    /** How the duties of some months went. */
    List<DutyMonth> duties(DistrictSchool school, String token, MonthSpan months) {
        return SummaryJson.duties(get(school, token, "/api/duty/v1/summaries" + query(months)));
    }

    private byte[] get(DistrictSchool school, String token, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(school.address() + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Accept-Language", "vi")
                .build();
        RemoteHttp.Answer answer = http.send(request);
        return switch (answer.status()) {
            case NOT_FOUND -> throw RemoteFailure.lasting(SchoolFailure.NO_SUMMARY, path);
            case UNAUTHORIZED, FORBIDDEN -> throw RemoteFailure.lasting(SchoolFailure.SUMMARY_DENIED, path);
            default -> RemoteHttp.requireOk(answer).body();
        };
    }

    private static String query(MonthSpan months) {
        return "?from=" + months.from() + "&to=" + months.to();
    }
}
