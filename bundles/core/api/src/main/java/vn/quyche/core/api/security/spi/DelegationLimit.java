package vn.quyche.core.api.security.spi;

import java.time.LocalDate;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** States within which limits the law lets people delegate permissions of a bundle. Registering is declaring. */
@ConsumerType
public interface DelegationLimit {

    /**
     * What somebody wants to delegate.
     *
     * @param fromPersonId the giver
     * @param toPersonId the receiver
     * @param permissions what, names; of all bundles
     * @param validFrom the first day
     * @param validTo the last day
     */
    record Proposal(
            String fromPersonId, String toPersonId, Set<String> permissions, LocalDate validFrom, LocalDate validTo) {

        public Proposal {
            permissions = Set.copyOf(permissions);
        }
    }

    /**
     * What the limit says.
     *
     * @param allowed whether it may be
     * @param clause the clause that allows or refuses; empty when the limit has nothing to say
     * @param code the message key of the refusal; empty when allowed
     */
    record Verdict(boolean allowed, String clause, String code) {

        /** The limit has nothing to say about the proposal. */
        public static Verdict silent() {
            return new Verdict(true, "", "");
        }

        /** A clause allows it. */
        public static Verdict allow(String clause) {
            return new Verdict(true, clause, "");
        }

        /** A clause forbids it. */
        public static Verdict refuse(String clause, String code) {
            return new Verdict(false, clause, code);
        }
    }

    /** Judges a proposal. */
    Verdict judge(Proposal proposal);
}
