package vn.quyche.core.api.audit;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** Reads, verifies and exports the audit log. */
@ProviderType
public interface AuditTrail {

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param from the first instant
     * @param to the first instant that no longer counts
     * @param person the id of a person
     * @param action an action, or the start of actions when it ends with a dot, for example {@code group.}
     * @param subjectType the kind of thing
     * @param subjectId its id
     * @param outcome done or refused
     */
    record Query(
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> person,
            Optional<String> action,
            Optional<String> subjectType,
            Optional<String> subjectId,
            Optional<AuditLine.Outcome> outcome) {

        /** Everything. */
        public static Query all() {
            return new Query(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /**
     * The result of a verification.
     *
     * @param lines how many lines were checked
     * @param unsealed how many newest lines are not sealed yet
     * @param faults what is wrong, in chain order; empty when the log is whole
     */
    record Verification(long lines, long unsealed, List<Fault> faults) {}

    /**
     * Something wrong with the log.
     *
     * @param number the place in the chain
     * @param lineId the id of the line, empty when it is missing
     * @param kind altered, removed or inserted
     * @param detail one line for a person
     */
    record Fault(long number, String lineId, Kind kind, String detail) {

        /** How the log was tampered with. */
        public enum Kind {
            ALTERED,
            REMOVED,
            INSERTED
        }
    }

    /**
     * When the log was last verified, and with what result.
     *
     * @param at when
     * @param lines how many lines were checked
     * @param faults how many faults were found
     * @param firstFault the first one, one line for a person; empty when the log was whole
     */
    record LastVerification(Instant at, long lines, long faults, String firstFault) {}

    /** One line; takes {@code audit:read}. */
    AuditLine get(Caller caller, String lineId);

    /** Lines, newest first; takes {@code audit:read}. */
    Page<AuditLine> list(Caller caller, Query query, PageRequest page);

    /** What happened to one thing, newest first; takes only the permission to see the thing, which the caller checked. */
    Page<AuditLine> history(String subjectType, String subjectId, PageRequest page);

    /** Recomputes the chain and its checkpoints; takes {@code audit:verify}. At most 1000 faults are named. */
    Verification verify(Caller caller);

    /** The last verification, by a person or by night; takes {@code audit:read}. */
    Optional<LastVerification> lastVerification(Caller caller);

    /** An export that was permitted and recorded; it can then be written without further questions, once. */
    @FunctionalInterface
    interface Export {

        /** Writes it; leaves the stream open. */
        void writeTo(OutputStream out);
    }

    /**
     * Permits and records an export of matching sealed lines: JSON Lines in chain order, with a closing line that holds their
     * count and the hash of the last one. Takes {@code audit:export}. Doors that stream call this first, so that a refusal
     * comes before the first byte.
     */
    Export prepareExport(Caller caller, Query query);

    /** Exports at once: {@link #prepareExport}, then {@link Export#writeTo}. */
    default void export(Caller caller, Query query, OutputStream out) {
        prepareExport(caller, query).writeTo(out);
    }
}
