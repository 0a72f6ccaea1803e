package vn.quyche.group.api.members;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.MessagingGroup;

/**
 * Declared member lists of groups outside of the product: a dry run that names outsiders, missing people and duplicates, then
 * one transaction that takes it over. Leaders, deputies and administrators of the group, and holders of {@code group:settle},
 * declare and read lists; when a list was declared sees whoever sees the group. Clauses BC.1.2 and BC.4.5.
 */
@ProviderType
public interface Declarations {

    /** The most bytes of a list. */
    long MAX_FILE = 2L << 20;

    /** The most rows of a list; no platform lets more into a group. */
    int MAX_ROWS = 3_000;

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param groupId the group
     * @param state where they stand
     */
    record Query(Optional<String> groupId, Optional<Declaration.State> state) {}

    /**
     * Reads an uploaded list and keeps a dry run of it; changes nothing else. An older dry run of the group is discarded.
     *
     * @param attachmentId a file that the caller received, thus screened
     * @return the id of the declaration
     * @throws vn.quyche.core.api.error.Conflict {@code group.not-external}, {@code group.dissolved}
     * @throws vn.quyche.core.api.error.Invalid when there is no list in the file
     */
    String read(Caller caller, String groupId, String attachmentId, String idempotencyKey);

    /**
     * The same with names ticked in the list of those who belong by the rule, and the names of others who were seen.
     *
     * @param personIds who is in the group
     * @param others names of people in the group who are not among those who belong, one a line; may be empty
     */
    String tick(Caller caller, String groupId, Set<String> personIds, String others, String idempotencyKey);

    /** One declaration. */
    Declaration get(Caller caller, String declarationId);

    /** Declarations that the caller may read, the newest first ({@code -declared}). */
    Page<Declaration> list(Caller caller, Query query, PageRequest page);

    /**
     * The lines of a declaration in its order.
     *
     * @param kind only these
     * @param openOnly only those about which something still has to be done
     */
    Page<DeclaredLine> lines(
            Caller caller, String declarationId, Optional<LineKind> kind, boolean openOnly, PageRequest page);

    /**
     * Says by hand whom a line of a dry run means.
     *
     * @param personId the person; empty for somebody from outside
     * @throws vn.quyche.core.api.error.Conflict {@code group.declaration-state} when it is no dry run any more
     */
    Declaration settle(Caller caller, String declarationId, int place, Optional<String> personId);

    /** Says by hand that a line of a dry run means nobody: a title, a note. */
    Declaration ignore(Caller caller, String declarationId, int place);

    /** One line of a declaration. */
    DeclaredLine line(Caller caller, String declarationId, int place);

    /**
     * Takes a dry run over in one transaction: who is in the group is known from now on, and the attestation is made.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code group.lines-unclear} while a line is to be settled by hand,
     *     {@code group.declaration-state}, {@code group.declaration-outdated} when directory or rule changed meanwhile
     */
    Declaration confirm(Caller caller, String declarationId);

    /**
     * How many days after the next list, or after the end of the group, the names and numbers of strangers and the file itself
     * are erased; dry runs are thrown away after as many days.
     */
    int forgetAfterDays();

    /** Throws a dry run away. */
    void discard(Caller caller, String declarationId);

    /**
     * Says that what lines asked for was done on the platform: outsiders and second accounts removed, missing people added.
     * Settles the members of the group accordingly.
     */
    Declaration done(Caller caller, String declarationId, Set<Integer> places);

    /**
     * Which groups outside of the product have a list that is up to date, in the order of {@link Groups#list}; only those that the caller may see.
     *
     * @param overdueOnly only those whose list is overdue
     */
    Page<Attestation> attestations(Caller caller, Optional<String> text, boolean overdueOnly, PageRequest page);

    /** The same of groups that the caller was shown, by group; those within the product are left out. */
    Map<String, Attestation> attestations(Caller caller, Collection<MessagingGroup> groups);

    /** The same of one group; empty for one within the product, or in which no work goes on. */
    Optional<Attestation> attestation(Caller caller, String groupId);
}
