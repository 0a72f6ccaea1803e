package vn.quyche.district.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.ActLog;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.event.Event;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.district.api.CollectedGroup;
import vn.quyche.district.api.GroupReview;
import vn.quyche.district.api.GroupReviews;
import vn.quyche.district.api.NewReview;
import vn.quyche.district.api.ReviewOutcome;
import vn.quyche.district.internal.model.CheckCode;
import vn.quyche.district.internal.store.JpaCollectedStore;

/** Decisions of the district on what was collected. */
@Component
public final class DefaultGroupReviews implements GroupReviews {

    private static final String GROUP = "district.group";
    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_ALIKE = 20;

    private final Acts acts;
    private final Access access;
    private final JpaCollectedStore store;
    private final Ids ids;
    private final Clock clock;
    private final CheckCode codes = new CheckCode();

    @Activate
    public DefaultGroupReviews(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaCollectedStore store,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<CollectedGroup> list(Caller caller, Query query, PageRequest page) {
        access.require(caller, DistrictPermissions.READ, Scope.school());
        Page<CollectedGroup> groups = store.list(query, page);
        return new Page<>(store.withAlike(groups.items()), groups.next());
    }

    @Override
    public CollectedGroup get(Caller caller, String groupId) {
        access.require(caller, DistrictPermissions.READ, Scope.school());
        return store.withAlike(List.of(find(groupId))).get(0);
    }

    @Override
    @Regulated("TB.2")
    public List<CollectedGroup> lookAlikes(Caller caller, String groupId) {
        access.require(caller, DistrictPermissions.READ, Scope.school());
        CollectedGroup group = find(groupId);
        return store.alike(group.group().name(), group.schoolId(), MOST_ALIKE);
    }

    @Override
    public List<GroupReview> reviews(Caller caller, String groupId) {
        access.require(caller, DistrictPermissions.READ, Scope.school());
        return store.reviews(find(groupId).id());
    }

    @Override
    @Regulated("TB.3")
    public CollectedGroup decide(Caller caller, String groupId, long version, NewReview review) {
        Act act = Act.on(GROUP, groupId, "district.review-group", DistrictPermissions.REVIEW, Scope.school());
        return acts.perform(caller, act, log -> {
            CollectedGroup before = store.lock(List.of(groupId)).stream()
                    .findFirst()
                    .orElseThrow(() -> new NotFound("district.group-not-found", groupId));
            if (before.version() != version) {
                throw new Conflict("core.changed-meanwhile");
            }
            return decide(caller, log, before, check(review));
        });
    }

    @Override
    @Regulated("TB.3")
    public int decideAll(Caller caller, List<String> groupIds, NewReview review) {
        if (groupIds.isEmpty()) {
            throw new Invalid("id", "district.none-chosen");
        }
        if (groupIds.size() > MOST_AT_ONCE) {
            throw new Invalid("id", "district.too-many-chosen", MOST_AT_ONCE);
        }
        Act all = Act.create(GROUP, "district.review-groups", DistrictPermissions.REVIEW, Scope.school());
        return acts.perform(caller, all, outer -> {
            NewReview checked = check(review);
            List<CollectedGroup> found = store.lock(groupIds);
            if (found.size() != new HashSet<>(groupIds).size()) {
                throw new NotFound("district.group-not-found", "");
            }
            outer.note(checked.number());
            for (CollectedGroup group : found) {
                Act each =
                        Act.on(GROUP, group.id(), "district.review-group", DistrictPermissions.REVIEW, Scope.school());
                acts.perform(caller, each, log -> decide(caller, log, group, checked));
            }
            return found.size();
        });
    }

    private CollectedGroup decide(Caller caller, ActLog log, CollectedGroup before, NewReview review) {
        if (before.goneAt().isPresent()) {
            throw new Conflict("district.group-gone", before.group().name());
        }
        if (review.outcome() == ReviewOutcome.RECOGNISE) {
            requireDistinct(before, review.lookAlikeReason());
        }
        GroupReview kept = new GroupReview(
                ids.next(),
                before.id(),
                review.outcome(),
                review.number(),
                review.date(),
                review.signer(),
                review.reason(),
                review.lookAlikeReason(),
                before.group().name(),
                before.group().platform(),
                clock.instant(),
                caller.name());
        String code = before.checkCode().isEmpty() && review.outcome() == ReviewOutcome.RECOGNISE
                ? newCode()
                : before.checkCode();
        store.decided(kept, review.outcome().state(), code);
        CollectedGroup after = find(before.id());
        log.changed(Map.of("state", before.state()), kept);
        log.note(review.reason());
        log.emit(new Event(
                "district.group-reviewed.v1",
                before.id(),
                Map.of(
                        "schoolCode", before.schoolCode(),
                        "code", before.group().code(),
                        "name", before.group().name(),
                        "outcome", review.outcome().name(),
                        "number", review.number())));
        return after;
    }

    @Regulated("TB.2")
    private void requireDistinct(CollectedGroup group, String reason) {
        List<CollectedGroup> alike =
                reason.isEmpty() ? store.alike(group.group().name(), group.schoolId(), 1) : List.of();
        if (!alike.isEmpty()) {
            throw new Refused(
                    "TB.2",
                    "district.looks-alike",
                    group.group().name(),
                    alike.get(0).group().name(),
                    alike.get(0).schoolName());
        }
    }

    private NewReview check(NewReview review) {
        if (review == null) {
            throw new Invalid("outcome", "core.required");
        }
        Checks checks = new Checks();
        ReviewOutcome outcome = review.outcome();
        checks.that(outcome != null, "outcome", "core.required");
        int needed = outcome == ReviewOutcome.ASK_CHANGE ? 0 : 1;
        String number = checks.text("number", review.number(), needed, 60);
        String signer = checks.text("signer", review.signer(), needed, 120);
        Optional<LocalDate> date = review.date();
        checks.that(needed == 0 || date.isPresent(), "date", "core.required");
        date.ifPresent(day -> {
            checks.that(!day.isAfter(VietnamTime.today(clock)), "date", "district.date-in-future");
            checks.that(day.getYear() >= 1945, "date", "district.date-too-old");
        });
        String reason = checks.text("reason", review.reason(), outcome == ReviewOutcome.RECOGNISE ? 0 : 1, 500);
        String alike = checks.text("lookAlikeReason", review.lookAlikeReason(), 0, 500);
        checks.orThrow();
        return new NewReview(outcome, number, date, signer, reason, alike);
    }

    private String newCode() {
        String code = codes.next();
        while (store.checkCodeTaken(code)) {
            code = codes.next();
        }
        return code;
    }

    private CollectedGroup find(String groupId) {
        return store.find(groupId).orElseThrow(() -> new NotFound("district.group-not-found", groupId));
    }
}
