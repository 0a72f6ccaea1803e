package vn.quyche.core.compliance.internal.model;

import vn.quyche.core.api.compliance.Parameter;
import vn.quyche.core.api.error.Checks;

/**
 * A parameter as its pack declares it.
 *
 * @param key its key
 * @param clause the clause that it belongs to, empty for none
 * @param type what it may hold
 * @param defaultValue its value until the school decides another
 * @param unit what it counts, may be empty
 * @param title what it is, in Vietnamese
 * @param min the least that may be decided, as a value is written; blank for no limit
 * @param max the most
 */
public record ParameterRule(
        String key,
        String clause,
        ParameterType type,
        String defaultValue,
        String unit,
        String title,
        String min,
        String max) {

    /** Whether the school may decide the value. */
    public boolean accepts(String value) {
        return type.accepts(value) && type.within(value, min, max);
    }

    /**
     * Says why the school may not decide a value.
     *
     * @param cited how the clause of the parameter is cited, blank for none
     */
    public void check(Checks checks, String field, String value, String cited) {
        if (!type.accepts(value)) {
            checks.add(field, "compliance.bad-value." + type.text());
        } else if (!accepts(value)) {
            checks.add(
                    field,
                    cited.isBlank() ? "compliance.out-of-limits" : "compliance.out-of-limits-of",
                    min,
                    max,
                    unit,
                    cited);
        }
    }

    /** The parameter with its value on some day. */
    public Parameter with(String value) {
        return new Parameter(key, clause, type.text(), value, defaultValue, unit, title, min, max);
    }
}
