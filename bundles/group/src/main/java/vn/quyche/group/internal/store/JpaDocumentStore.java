package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.group.api.MeetingDocuments;
import vn.quyche.group.api.PaperUse;

/** The register of documents, in JPA. */
@Component(service = JpaDocumentStore.class)
public final class JpaDocumentStore {

    private static final String LIST = "group.documents";

    private final JpaTemplate jpa;

    /** A document that was issued. */
    public record Issued(String directiveId, LocalDate heldOn, int recipients) {}

    /** What counts in the standing of a clause. */
    public record Proof(String directiveId, String number, Instant at, boolean targeted, PaperUse paper) {}

    @Activate
    public JpaDocumentStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * Issued documents by the day of the meeting.
     *
     * @param groupIds only these groups; ignored for those sent to {@code me}
     */
    public List<Issued> list(
            MeetingDocuments.Query query, Collection<String> groupIds, String me, Optional<String> after, int limit) {
        Optional<Cursor> last = after.map(text -> Cursor.parse(LIST, 2, text));
        if (!query.mine() && groupIds.isEmpty()) {
            return List.of();
        }
        StringBuilder jpql = new StringBuilder("select d.directiveId, d.heldOn, d.recipients from DirectiveDocument d"
                + " where d.issuedAt is not null");
        Map<String, Object> parameters = new HashMap<>();
        if (query.mine()) {
            jpql.append(" and exists (select 1 from Receipt r where r.key.directiveId = d.directiveId"
                    + " and r.key.personId = :me)");
            parameters.put("me", me);
        } else {
            jpql.append(" and d.groupId in :groups");
            parameters.put("groups", groupIds);
        }
        query.groupId().ifPresent(group -> {
            jpql.append(" and d.groupId = :group");
            parameters.put("group", group);
        });
        query.text().ifPresent(text -> {
            jpql.append(" and d.wordsFolded like :text escape '!'");
            parameters.put("text", Like.containing(VietnameseText.fold(text)));
        });
        query.paper().ifPresent(paper -> {
            jpql.append(" and d.paper = :paper");
            parameters.put("paper", paper);
        });
        String behind = query.earliestFirst() ? ">" : "<";
        last.ifPresent(cursor -> {
            jpql.append(" and (d.heldOn " + behind + " :on or (d.heldOn = :on and d.directiveId " + behind + " :id))");
            parameters.put("on", LocalDate.ofEpochDay(Math.max(-700_000, Math.min(2_000_000, cursor.number(0)))));
            parameters.put("id", cursor.text(1));
        });
        jpql.append(
                query.earliestFirst()
                        ? " order by d.heldOn, d.directiveId"
                        : " order by d.heldOn desc, d.directiveId desc");
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> select = em.createQuery(jpql.toString(), Object[].class);
            parameters.forEach(select::setParameter);
            return select.setMaxResults(limit).getResultList().stream()
                    .map(row -> new Issued((String) row[0], (LocalDate) row[1], ((Number) row[2]).intValue()))
                    .toList();
        });
    }

    /** The cursor behind a document in {@link #list}. */
    public static String cursor(String directiveId, LocalDate heldOn) {
        return Cursor.of(LIST, heldOn.toEpochDay(), directiveId);
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
