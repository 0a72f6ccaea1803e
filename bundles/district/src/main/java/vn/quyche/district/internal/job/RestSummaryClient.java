package vn.quyche.district.internal.job;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.DutyMonth;

/** Reads {@code /api/group/v1/inspected} and {@code /api/duty/v1/summaries} of a school. */
final class RestSummaryClient implements SummaryClient {

    private final RemoteHttp http;

    RestSummaryClient(RemoteHttp http) {
        this.http = http;
    }

    @Override
    public Reports inspections(DistrictSchool school, String token, MonthSpan months, Optional<String> after) {
        String path = "/api/group/v1/inspected" + query(months) + "&size=" + PAGE
                + after.map(cursor -> "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                        .orElse("");
        return SummaryJson.inspections(get(school, token, path));
    }

    @Override
    public List<DutyMonth> duties(DistrictSchool school, String token, MonthSpan months) {
        return SummaryJson.duties(get(school, token, "/api/duty/v1/summaries" + query(months)));
    }

    private byte[] get(DistrictSchool school, String token, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(school.address() + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Accept-Language", "vi")
                .build();
        return SchoolAnswers.requireFigures(http.send(request), path).body();
    }

    private static String query(MonthSpan months) {
        return "?from=" + months.from() + "&to=" + months.to();
    }
}
