package vn.quyche.group.api.schedule;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.QuietHours;
import vn.quyche.core.api.security.Caller;

/** Planned issues of directives. Clause BC.5.1. */
@ProviderType
public interface ScheduledIssues {

    /** The caller's own plans, the next first ({@code due}). */
    Page<ScheduledIssue> list(Caller caller, Optional<ScheduleState> state, PageRequest page);

    /** The plan of a draft of the caller's. */
    Optional<ScheduledIssue> find(Caller caller, String directiveId);

    /**
     * Plans the issue of a draft, in place of an earlier plan; its author only. Checks at once all that issuing checks.
     *
     * @param version the version of the draft
     * @param at the moment, after now; moved to the end of the quiet hours when it falls in them
     * @param urgentReason why it has to go out in the quiet hours, at most 300 characters; empty keeps them
     * @throws vn.quyche.core.api.error.Refused what issuing refuses; {@code group.quiet-hours} where the school's regulation
     *     refuses instead of moving
     */
    ScheduledIssue schedule(Caller caller, String directiveId, long version, Instant at, String urgentReason);

    /**
     * Takes a plan back; who planned it only. The draft stays.
     *
     * @throws vn.quyche.core.api.error.NotFound {@code group.not-scheduled}
     */
    void takeBack(Caller caller, String directiveId);

    /** The quiet hours of today. */
    QuietHours quietHours();
}
