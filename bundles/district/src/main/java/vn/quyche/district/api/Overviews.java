package vn.quyche.district.api;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/**
 * How groups are inspected and duties done at the schools, as counts; nothing about people is kept. Clause BC.7.2.
 */
@ProviderType
public interface Overviews {

    /** Figures that were not taken over for so many days are called old. */
    int STALE_DAYS = 3;

    /** The most months of a trend. */
    int MOST_MONTHS = 24;

    /** Which of the active schools. */
    enum Part {
        ALL,
        /** Those with differences, overdue receipts, violations, open findings or missed duties. */
        ATTENTION,
        /** Those whose figures are old or never came. */
        STALE
    }

    /**
     * What to look for.
     *
     * @param month the month
     * @param text a part of the school's name or code, without regard to case and diacritics
     * @param part which schools
     */
    record Query(YearMonth month, Optional<String> text, Part part) {}

    /**
     * The active schools and what their month comes to; takes {@code district:read}.
     *
     * @param page sorted by {@code name}, {@code inspected}, {@code differences}, {@code overdue}, {@code found}, {@code due},
     *     {@code missed}, {@code excused} or {@code taken}, where never comes first
     */
    Page<SchoolOverview> list(Caller caller, Query query, PageRequest page);

    /** A month of a school; takes {@code district:read}. */
    SchoolMonth month(Caller caller, String schoolId, YearMonth month);

    /**
     * The months of a school up to one, the first first; takes {@code district:read}.
     *
     * @param months how many, 1 to {@link #MOST_MONTHS}
     * @throws vn.quyche.core.api.error.Invalid {@code core.bad-number}
     */
    List<TrendMonth> trend(Caller caller, String schoolId, YearMonth last, int months);

    /**
     * Takes what a school sends, in the place of what there was of these months; takes {@code district:push}.
     *
     * @throws vn.quyche.core.api.error.Forbidden {@code district.not-your-school}
     * @throws vn.quyche.core.api.error.Conflict {@code district.push-older}
     */
    void push(Caller caller, PushedSummary summary);
}
