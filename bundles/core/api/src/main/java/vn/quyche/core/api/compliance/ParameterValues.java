package vn.quyche.core.api.compliance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/**
 * What the school decided about its parameters, with dates. The past is judged by the rules of its day: a value holds from
 * a day that has not begun before today, and earlier days keep what held on them.
 */
@ProviderType
public interface ParameterValues {

    /**
     * A value that was decided.
     *
     * @param value the value
     * @param validFrom the first day on which it holds
     * @param decision number and date of the decision
     * @param enteredBy the name of who entered it
     * @param enteredAt when it was entered
     */
    record Value(String value, LocalDate validFrom, String decision, String enteredBy, Instant enteredAt) {}

    /** The values decided for a parameter, latest first; takes permission {@code regulation:read}. */
    List<Value> history(Caller caller, String key);

    /**
     * Enters a value; a second one for the same day replaces the first. Takes permission {@code regulation:edit}.
     *
     * @param decision number and date of the decision, required
     * @throws vn.quyche.core.api.error.NotFound {@code compliance.parameter-not-found}
     * @throws vn.quyche.core.api.error.Invalid when the value does not fit the type or the day is past
     */
    Value set(Caller caller, String key, String value, LocalDate validFrom, String decision);
}
