package vn.quyche.core.api.security;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;

/**
 * Delegations: a person lets another one use some of their permissions for a time. What was delegated reaches as far as the
 * giver's own roles do on the day, ends with them, and cannot be delegated further. Giving takes
 * {@code security:delegate}; {@code security:delegations} sees and ends those of others.
 */
@ProviderType
public interface Delegations {

    /** Where a delegation stands. */
    enum State {
        PLANNED,
        RUNNING,
        ENDED
    }

    /**
     * A delegation.
     *
     * @param id its id
     * @param fromPersonId the giver
     * @param fromName the giver's name
     * @param toPersonId the receiver
     * @param toName the receiver's name
     * @param permissions what was delegated, names
     * @param unitId the unit to which it is restricted; empty for the giver's whole reach
     * @param validFrom the first day
     * @param validTo the last day
     * @param reason why
     * @param clauses the clauses that allow it, as the bundles named them
     * @param createdAt when it was given
     * @param endedAt when it was ended before its last day
     * @param state where it stands today
     */
    record Delegation(
            String id,
            String fromPersonId,
            String fromName,
            String toPersonId,
            String toName,
            Set<String> permissions,
            Optional<String> unitId,
            LocalDate validFrom,
            LocalDate validTo,
            String reason,
            Set<String> clauses,
            Instant createdAt,
            Optional<Instant> endedAt,
            State state) {

        public Delegation {
            permissions = Set.copyOf(permissions);
            clauses = Set.copyOf(clauses);
        }
    }

    /**
     * A delegation to give, from the caller's own person.
     *
     * @param toPersonId the receiver
     * @param permissions what to delegate, names; what {@code roles} allow is added
     * @param roles codes of roles of which everything delegable is delegated
     * @param unitId the unit to which it is restricted; empty for the giver's whole reach
     * @param validFrom the first day, not before today
     * @param validTo the last day, within a year
     * @param reason why
     */
    record NewDelegation(
            String toPersonId,
            Set<String> permissions,
            Set<String> roles,
            Optional<String> unitId,
            LocalDate validFrom,
            LocalDate validTo,
            String reason) {

        public NewDelegation {
            permissions = Set.copyOf(permissions);
            roles = Set.copyOf(roles);
        }
    }

    /** What the caller holds by own roles today and may delegate, names sorted. */
    Set<String> delegable(Caller caller);

    /** The delegations that the caller gave or received, newest first. */
    Page<Delegation> mine(Caller caller, PageRequest page);

    /** All delegations, newest first; of one person when given. */
    Page<Delegation> list(Caller caller, Optional<String> personId, PageRequest page);

    /** @throws vn.quyche.core.api.error.NotFound when it does not exist or the caller may not see it */
    Delegation get(Caller caller, String delegationId);

    /**
     * Delegates.
     *
     * @param key idempotency key, blank for none
     * @throws vn.quyche.core.api.error.Refused when a clause forbids it
     * @throws vn.quyche.core.api.error.Invalid {@code security.not-delegable}, {@code security.delegate-self},
     *     {@code security.no-account-of-person} and wrong days
     */
    Delegation give(Caller caller, String key, NewDelegation delegation);

    /** Ends a delegation from this moment; giver, receiver and {@code security:delegations} may. */
    void end(Caller caller, String delegationId, String reason);
}
