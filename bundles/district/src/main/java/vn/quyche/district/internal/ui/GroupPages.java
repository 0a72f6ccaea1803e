package vn.quyche.district.internal.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.UiRequest;
import vn.quyche.core.api.ui.View;
import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.api.DistrictSchool;
import vn.quyche.district.api.GroupChange;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.ReviewState;
import vn.quyche.district.api.Schools;

/** The collected groups, and the labels of those that are recognised. */
final class GroupPages {

    private static final int ON_CARD = 5;

    private final GroupReviews reviews;
    private final Schools schools;
    private final CheckLabels labels;
    private final AuditTrail audit;
    private final Messages messages;

    GroupPages(GroupReviews reviews, Schools schools, CheckLabels labels, AuditTrail audit, Messages messages) {
        this.reviews = reviews;
        this.schools = schools;
        this.labels = labels;
        this.audit = audit;
        this.messages = messages;
    }

    View list(UiRequest request) {
        Locale locale = request.caller().locale();
        Map<String, Object> model = new HashMap<>();
        model.put("page", reviews.list(request.caller(), query(request), request.pageRequest()));
        model.put("states", Form.filters(messages, locale, ReviewState.class, "district.state."));
        model.put("changes", Form.filters(messages, locale, GroupChange.class, "district.change."));
        request.query("school").ifPresent(id -> model.put("school", schools.get(request.caller(), id)));
        return View.page("groups", model);
    }

    View export(UiRequest request) {
        Locale locale = request.caller().locale();
        return new View.Table(
                "nhom-cac-truong",
                List.of(
                        "district.column.school-code",
                        "district.column.school",
                        "district.column.code",
                        "district.column.name",
                        "district.column.platform",
                        "district.column.members",
                        "district.column.leader",
                        "district.column.administrator",
                        "district.column.decision",
                        "district.column.remark",
                        "core.state",
                        "district.column.change",
                        "district.column.alike"),
                Page.every(request.pageRequest(), page -> reviews.list(request.caller(), query(request), page))
                        .map(row -> List.of(
                                row.schoolCode(),
                                row.schoolName(),
                                row.group().code(),
                                row.group().name(),
                                messages.text(
                                        locale,
                                        "district.platform." + row.group().platform()),
                                row.group().members(),
                                row.group().leader(),
                                row.group().administrator(),
                                row.group().decisionNumber()
                                        + row.group()
                                                .decisionDate()
                                                .map(day -> " (" + VietnamTime.day(day) + ")")
                                                .orElse(""),
                                row.group().remark(),
                                messages.text(locale, "district.state." + row.state()),
                                messages.text(locale, "district.change." + row.change()),
                                String.valueOf(row.alike()))));
    }

    View detail(UiRequest request) {
        CollectedGroup group = reviews.get(request.caller(), request.path("id"));
        Map<String, Object> model = new HashMap<>();
        model.put("g", group);
        model.put("alike", reviews.lookAlikes(request.caller(), group.id()));
        model.put("reviews", reviews.reviews(request.caller(), group.id()));
        model.put(
                "lines",
                audit.history("district.group", group.id(), PageRequest.first(20))
                        .items());
        if (!group.checkCode().isEmpty()) {
            model.put("label", labels.of(group));
        }
        return View.page("group", model);
    }

    /** The labels of a school's recognised groups, to print. */
    View labels(UiRequest request) {
        DistrictSchool school = schools.get(request.caller(), request.path("id"));
        GroupReviews.Query recognised = new GroupReviews.Query(
                Optional.empty(),
                Optional.of(school.id()),
                Optional.of(ReviewState.RECOGNISED),
                Optional.empty(),
                false);
        return View.page(
                "labels",
                Map.of(
                        "s",
                        school,
                        "labels",
                        Page.every(page -> reviews.list(request.caller(), recognised, page))
                                .map(labels::of)
                                .toList()));
    }

    View pendingCard(UiRequest request) {
        GroupReviews.Query pending = new GroupReviews.Query(
                Optional.empty(), Optional.empty(), Optional.of(ReviewState.PENDING), Optional.empty(), false);
        return View.page(
                "card-pending", Map.of("page", reviews.list(request.caller(), pending, PageRequest.first(ON_CARD))));
    }

    private static GroupReviews.Query query(UiRequest request) {
        return new GroupReviews.Query(
                request.query("q"),
                request.query("school"),
                request.query("state").flatMap(name -> Form.constant(ReviewState.class, name)),
                request.query("change").flatMap(name -> Form.constant(GroupChange.class, name)),
                request.query("alike").isPresent());
    }
}
