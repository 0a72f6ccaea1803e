package vn.quyche.core.api.security;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;

/**
 * The register of the system's administrator: domain names, servers, and what was put up for safety, each with who keeps it
 * and until when it holds (TT.15.1). Accounts and roles, of which the clause speaks too, are registers of their own.
 *
 * <p>Reading takes {@code security:read}, changing {@code security:system}. Who keeps an entry with a last day has the duty
 * to renew it by then.
 */
@ProviderType
@Regulated("TT.15.1")
public interface SystemRegister {

    /** What an entry is about. */
    enum Kind {
        DOMAIN,
        SERVER,
        SAFETY
    }

    /**
     * An entry.
     *
     * @param name the domain name, the name of the server, or the measure
     * @param provider the registrar, the house that runs it, or who put it up; empty when nobody else has a part in it
     * @param keeperId the person who looks after it
     * @param since its first day
     * @param until the last day on which it holds unless it is renewed; empty for no end
     * @param endedOn the day on which it was given up; empty while it is in use
     * @param version for {@code If-Match}
     */
    record Entry(
            String id,
            Kind kind,
            String name,
            String provider,
            String keeperId,
            LocalDate since,
            Optional<LocalDate> until,
            String note,
            Optional<LocalDate> endedOn,
            Instant createdAt,
            long version) {}

    /** An entry to write, or what one is changed to; see {@link Entry}. */
    record NewEntry(
            Kind kind,
            String name,
            String provider,
            String keeperId,
            LocalDate since,
            Optional<LocalDate> until,
            String note) {}

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param text a part of name or provider, without regard to case and diacritics
     * @param ended whether those are wanted that were given up, or those in use
     */
    record Filter(Optional<String> text, Optional<Kind> kind, Optional<Boolean> ended) {}

    /** The entries that a filter finds; sorted by {@code name} or {@code until}. */
    Page<Entry> list(Caller caller, Filter filter, PageRequest page);

    /** One entry. */
    Entry get(Caller caller, String entryId);

    /**
     * Writes an entry.
     *
     * @param idempotencyKey see {@code Acts.performOnce}
     */
    Entry add(Caller caller, String idempotencyKey, NewEntry entry);

    /** Changes an entry in use, for example when it is renewed; its kind stays. */
    Entry change(Caller caller, String entryId, long version, NewEntry entry);

    /** Gives an entry up, today, for a reason. It stays in the register. */
    Entry end(Caller caller, String entryId, String reason);
}
