package vn.quyche.core.api.compliance;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The clauses and parameters of all installed bundles, read from their {@code regulation/pack.json}.
 *
 * <p>A parameter that no pack declares is a mistake of the program: {@code IllegalArgumentException}.
 */
@ProviderType
public interface Regulations {

    /** All clauses, in catalogue order. */
    List<Clause> clauses();

    /** Clauses that a bundle carried out here before and that no installed bundle carries out now, in catalogue order. */
    List<Clause> absentClauses();

    /** One clause; empty when no installed bundle carries it out. */
    Optional<Clause> clause(String id);

    /** All parameters with their values on the day. */
    List<Parameter> parameters(LocalDate day);

    /** A number on the day. */
    int intValue(String key, LocalDate day);

    /** A duration on the day. */
    Duration duration(String key, LocalDate day);

    /** A yes or no on the day. */
    boolean flag(String key, LocalDate day);

    /** A text on the day. */
    String text(String key, LocalDate day);
}
