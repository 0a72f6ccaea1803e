package vn.quyche.district.internal.ui;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.NewReview;
import vn.quyche.district.api.ReviewOutcome;

/** The form that decides on one group, or on many by one document. */
final class ReviewPages {

    private static final String LIST = "/district/groups";
    /** As many as an address carries. */
    private static final int MOST_CHOSEN = 100;

    private final GroupReviews reviews;
    private final Messages messages;
    private final Clock clock;

    ReviewPages(GroupReviews reviews, Messages messages, Clock clock) {
        this.reviews = reviews;
        this.messages = messages;
        this.clock = clock;
    }

    View choose(UiRequest request) {
        List<String> ids = request.formAll("id");
        if (ids.isEmpty()) {
            throw new Invalid("id", "district.none-chosen");
        }
        if (ids.size() > MOST_CHOSEN) {
            throw new Invalid("id", "district.too-many-chosen", MOST_CHOSEN);
        }
        return View.redirect(LIST + "/decide?ids=" + String.join(".", ids));
    }

    View compose(UiRequest request) {
        CollectedGroup group = reviews.get(request.caller(), request.path("id"));
        Map<String, Object> model = model(request, List.of(group));
        model.put("g", group);
        model.put("alike", reviews.lookAlikes(request.caller(), group.id()));
        return View.page("decide", model);
    }

    View composeMany(UiRequest request) {
        List<CollectedGroup> groups =
                ids(request).map(id -> reviews.get(request.caller(), id)).toList();
        return View.page("decide", model(request, groups));
    }

    View decide(UiRequest request) {
        CollectedGroup group =
                reviews.decide(request.caller(), request.path("id"), Form.version(request), entered(request));
        return View.redirect(
                LIST + "/" + group.id(), "district.reviewed", group.group().name());
    }

    View decideMany(UiRequest request) {
        int decided = reviews.decideAll(request.caller(), ids(request).toList(), entered(request));
        return View.redirect(LIST, "district.reviewed-many", decided);
    }

    private Map<String, Object> model(UiRequest request, List<CollectedGroup> groups) {
        Map<String, Object> model = new HashMap<>();
        model.put("groups", groups);
        model.put(
                "outcomes",
                Form.choices(messages, request.caller().locale(), ReviewOutcome.class, "district.outcome."));
        model.put("today", VietnamTime.today(clock));
        return model;
    }

    private static Stream<String> ids(UiRequest request) {
        return Stream.of(request.query("ids").orElse("").split("\\."))
                .filter(id -> !id.isEmpty())
                .limit(MOST_CHOSEN);
    }

    private static NewReview entered(UiRequest request) {
        Checks checks = new Checks();
        NewReview review = new NewReview(
                Form.constant(ReviewOutcome.class, request.form("outcome")).orElse(null),
                request.form("number"),
                Form.day(checks, "date", request.form("date")),
                request.form("signer"),
                request.form("reason"),
                request.form("lookAlikeReason"));
        checks.orThrow();
        return review;
    }
}
