package vn.quyche.core.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ties a mechanism, or the test that proves it, to the clauses that it carries out.
 *
 * <p>The ids are those of the clause catalogue, for example {@code BC.6.8}. The build collects the marks of code and
 * tests into the traceability report.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Regulated {

    /** Clause ids, for example {@code {"BC.6.3", "BC.6.4"}}. */
    String[] value();
}
