package vn.quyche.group.api.inspection;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/**
 * Inspections of the groups by leaders and office. Writing takes {@code group:inspect}, reading {@code group:inspections};
 * who leads a group reads the signed reports on it and records what was done about their findings. A group that somebody
 * may not see is not there for them, nor are its reports. Clause BC.7.2.
 */
@ProviderType
public interface Inspections {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param groupId the group
     * @param state where it stands
     * @param text part of the name or code of the group, the inspector or the conclusion, without regard to case and diacritics
     * @param openOnly only reports with a finding that is not remedied
     */
    record Query(Optional<String> groupId, Optional<Inspection.State> state, Optional<String> text, boolean openOnly) {

        /** All of them. */
        public static final Query ALL = new Query(Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /**
     * What somebody may do with a report.
     *
     * @param write change it, enter findings, sign or discard it
     * @param remedy record what was done about a finding
     */
    record Rights(boolean write, boolean remedy) {}

    /** The reports that the caller may see. */
    Page<Inspection> list(Caller caller, Query query, PageRequest page);

    /** @throws vn.quyche.core.api.error.NotFound {@code group.inspection-not-found}, also when the caller may not see it */
    InspectionReport get(Caller caller, String inspectionId);

    /** What the caller may do with a report, for the buttons of a page. */
    Rights rights(Caller caller, String inspectionId);

    /**
     * Begins a report.
     *
     * @param key idempotency key, may be blank
     * @return the id
     * @throws vn.quyche.core.api.error.Invalid {@code group.period-unknown}, {@code group.period-reversed}, {@code
     *     group.period-in-future}, {@code group.period-too-long}
     * @throws vn.quyche.core.api.error.Conflict {@code group.not-official-then}, {@code group.inspection-exists}
     */
    String begin(Caller caller, NewInspection entered, String key);

    /** Writes the conclusion of a draft. */
    Inspection conclude(Caller caller, String inspectionId, long version, String conclusion);

    /** Enters a finding into a draft and gives its id. */
    String find(Caller caller, String inspectionId, NewFinding entered, String key);

    /** Takes a finding out of a draft. */
    void drop(Caller caller, String inspectionId, String findingId);

    /** Throws a draft away. */
    void discard(Caller caller, String inspectionId);

    /**
     * Signs a draft: its figures are frozen and sealed, each finding becomes a duty of the leaders of the group.
     *
     * @throws vn.quyche.core.api.error.Invalid without a conclusion
     * @throws vn.quyche.core.api.error.Conflict {@code group.finding-due-past} when a finding is due before today
     */
    Inspection sign(Caller caller, String inspectionId, long version);

    /** Records what was done about a finding of a signed report. */
    Finding remedy(Caller caller, String inspectionId, String findingId, String remark);

    /**
     * When each official group has to be inspected next, what is due first before others; takes {@code group:inspections}.
     *
     * @param lateOnly only those whose day is past
     */
    Page<PlannedInspection> plan(Caller caller, boolean lateOnly, PageRequest page);
}
