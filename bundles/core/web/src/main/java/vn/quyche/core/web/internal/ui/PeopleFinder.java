package vn.quyche.core.web.internal.ui;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.web.internal.link.DirectoryLink;

/** Finds colleagues by a part of their name, for the people picker of forms. Shows names and posts, nothing else. */
final class PeopleFinder {

    private static final int SHOWN = 12;

    private final DirectoryLink directory;
    private final Clock clock;

    PeopleFinder(DirectoryLink directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    View find(UiRequest request) {
        String wanted = VietnameseText.fold(request.query("_q").orElse(""));
        List<Person> found = wanted.isEmpty()
                ? List.of()
                : directory.get().map(d -> d.staff(VietnamTime.today(clock))).orElse(List.of()).stream()
                        .filter(person -> VietnameseText.fold(person.fullName()).contains(wanted))
                        .limit(SHOWN)
                        .toList();
        boolean many = request.query("many").isPresent();
        return View.page(
                "people-found",
                Map.of(
                        "found",
                        found,
                        "asked",
                        !wanted.isEmpty(),
                        "type",
                        many ? "checkbox" : "radio",
                        "name",
                        request.query("many").or(() -> request.query("one")).orElse("personId")));
    }
}
