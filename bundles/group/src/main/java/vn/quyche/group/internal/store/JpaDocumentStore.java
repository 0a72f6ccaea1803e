package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.group.api.MeetingDocuments;
import vn.quyche.group.api.PaperUse;

/** The register of documents, in JPA. */
@Component(service = JpaDocumentStore.class)
public final class JpaDocumentStore {

    private static final SortedList LIST = SortedList.of(
                    "group.documents", "DirectiveDocument d", "d.directiveId", "-held")
            .by("held", "d.heldOn", LocalDate.class);

    private final JpaTemplate jpa;

    /** What counts in the standing of a clause. */
    public record Proof(String directiveId, String number, Instant at, boolean targeted, PaperUse paper) {}

    @Activate
    public JpaDocumentStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * The directives of issued documents, the latest meeting first ({@code -held}), each with the cursor behind it; one more
     * than the page has when there are more.
     *
     * @param groupIds only these groups; ignored for those sent to {@code me}
     */
    public Map<String, String> ids(
            MeetingDocuments.Query query, Collection<String> groupIds, String me, PageRequest page) {
        SortedList.Query wanted = LIST.query(page).and("d.issuedAt is not null");
        if (!query.mine() && groupIds.isEmpty()) {
            return Map.of();
        }
        if (query.mine()) {
            wanted.and(
                    "exists (select 1 from Receipt r where r.key.directiveId = d.directiveId"
                            + " and r.key.personId = :me)",
                    "me",
                    me);
        } else {
            wanted.and("d.groupId in :groups", "groups", groupIds);
        }
        query.groupId().ifPresent(group -> wanted.and("d.groupId = :group", "group", group));
        query.text()
                .ifPresent(text -> wanted.and(
                        "d.wordsFolded like :text escape '!'", "text", Like.containing(VietnameseText.fold(text))));
        query.paper().ifPresent(paper -> wanted.and("d.paper = :paper", "paper", paper));
        return Selecting.ids(jpa, wanted);
    }

    /** To how many people each document went. */
    public Map<String, Integer> recipients(Collection<String> directiveIds) {
        if (directiveIds.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d.directiveId, d.recipients from DirectiveDocument d where d.directiveId in :ids",
                        Object[].class)
                .setParameter("ids", directiveIds)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue())));
    }

    /** How many recipients of each directive have confirmed the receipt. */
    public Map<String, Integer> confirmed(Collection<String> directiveIds) {
        if (directiveIds.isEmpty()) {
            return Map.of();
        }
        return jpa.txExpr(em -> em
                .createQuery(
                        "select r.key.directiveId, count(r) from Receipt r where r.key.directiveId in :ids"
                                + " and r.acknowledgedAt is not null group by r.key.directiveId",
                        Object[].class)
                .setParameter("ids", directiveIds)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).intValue())));
    }

    /** The documents that were issued from one instant to before another. */
    public List<Proof> issued(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select d.directiveId, d.number, d.issuedAt, d.paper, d.targeted from DirectiveDocument d"
                                + " where d.issuedAt >= :from and d.issuedAt < :to",
                        Object[].class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(row -> new Proof(
                        (String) row[0],
                        (String) row[1],
                        Instant.ofEpochMilli(((Number) row[2]).longValue()),
                        (Boolean) row[4],
                        (PaperUse) row[3]))
                .toList());
    }

    /** When the first document was issued. */
    public Optional<Instant> first() {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.createQuery("select min(d.issuedAt) from DirectiveDocument d", Long.class)
                                .getSingleResult())
                        .map(Instant::ofEpochMilli));
    }
}
