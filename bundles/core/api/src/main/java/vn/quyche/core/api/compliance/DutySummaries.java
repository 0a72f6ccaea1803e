package vn.quyche.core.api.compliance;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/** What the superior authority sees of the duties, whether it asks for them or the school sends them. Clause BC.7.2. */
@ProviderType
public interface DutySummaries {

    /**
     * How the duties of some months went. Takes {@code duty:collect}.
     *
     * @param from the first month, {@code 2026-08}
     * @param to the last month
     * @return each month that has duties
     * @throws vn.quyche.core.api.error.Invalid as {@link MonthSpan#of} does
     */
    List<DutySummary> collect(Caller caller, String from, String to);
}
