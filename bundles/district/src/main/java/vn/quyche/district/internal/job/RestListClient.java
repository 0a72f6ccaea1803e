package vn.quyche.district.internal.job;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.core.api.remote.RemoteHttp;
import vn.quyche.district.api.DistrictSchool;

/** Reads {@code /api/group/v1/groups/collected} of a school. */
final class RestListClient implements ListClient {

    private final RemoteHttp http;

    RestListClient(RemoteHttp http) {
        this.http = http;
    }

    @Override
    public ListPage read(DistrictSchool school, String token, LocalDate day, Optional<String> after) {
        String query = "?day=" + day + "&size=" + PAGE
                + after.map(cursor -> "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                        .orElse("");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(school.address() + "/api/group/v1/groups/collected" + query))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Accept-Language", "vi")
                .build();
        RemoteHttp.Answer answer = SchoolAnswers.requireList(http.send(request), after.isPresent());
        return GroupJson.page(answer.body());
    }
}
