package vn.quyche.core.compliance.internal.model;

import java.util.OptionalInt;
import vn.quyche.core.api.compliance.Parameter;

/**
 * A parameter as its pack declares it.
 *
 * @param key its key
 * @param clause the clause that it belongs to, empty for none
 * @param type what it may hold
 * @param defaultValue its value until the school decides another
 * @param unit what it counts, may be empty
 * @param title what it is, in Vietnamese
 * @param min the least number that may be decided
 * @param max the greatest one
 */
public record ParameterRule(
        String key,
        String clause,
        ParameterType type,
        String defaultValue,
        String unit,
        String title,
        OptionalInt min,
        OptionalInt max) {

    /** Whether the school may decide the value. */
    public boolean accepts(String value) {
        if (!type.accepts(value)) {
            return false;
        }
        if (type != ParameterType.INT) {
            return true;
        }
        int number = Integer.parseInt(value);
        return number >= min.orElse(Integer.MIN_VALUE) && number <= max.orElse(Integer.MAX_VALUE);
    }

    /** The parameter with its value on some day. */
    public Parameter with(String value) {
        return new Parameter(key, clause, type.text(), value, defaultValue, unit, title);
    }
}
