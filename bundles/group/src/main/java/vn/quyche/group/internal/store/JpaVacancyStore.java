package vn.quyche.group.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.group.api.GroupRole;

/** Since when groups lack a leader or an administrator, and until when they did, in JPA. */
@Component(service = JpaVacancyStore.class)
public final class JpaVacancyStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaVacancyStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** A vacancy; {@code filledAt} is empty while it lasts. */
    public record Noted(String id, String groupId, GroupRole role, LocalDate since, Optional<Instant> filledAt) {}

    /** Those that last. */
    public List<Noted> open() {
        return jpa.txExpr(em -> em
                .createQuery("select v from GroupVacancy v where v.filledAt is null", VacancyEntity.class)
                .getResultList()
                .stream()
                .map(JpaVacancyStore::noted)
                .toList());
    }

    /** Notes one. */
    public void insert(Noted noted) {
        jpa.tx(em -> {
            VacancyEntity entity = new VacancyEntity();
            entity.id = noted.id();
            entity.groupId = noted.groupId();
            entity.role = noted.role();
            entity.since = noted.since();
            em.persist(entity);
        });
    }

    /** Notes that one is over. */
    public void filled(String id, Instant at) {
        jpa.tx(em -> em.find(VacancyEntity.class, id).filledAt = at.toEpochMilli());
    }

    /** Those that ended between two instants. */
    public List<Noted> filled(Instant from, Instant to) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select v from GroupVacancy v where v.filledAt >= :from and v.filledAt < :to",
                        VacancyEntity.class)
                .setParameter("from", from.toEpochMilli())
                .setParameter("to", to.toEpochMilli())
                .getResultList()
                .stream()
                .map(JpaVacancyStore::noted)
                .toList());
    }

    /** When the first one ended. */
    public Optional<Instant> firstFilled() {
        return jpa.txExpr(
                em -> Stream.ofNullable(em.createQuery("select min(v.filledAt) from GroupVacancy v", Long.class)
                                .getSingleResult())
                        .findFirst()
                        .map(Instant::ofEpochMilli));
    }

    private static Noted noted(VacancyEntity entity) {
        return new Noted(
                entity.id,
                entity.groupId,
                entity.role,
                entity.since,
                Optional.ofNullable(entity.filledAt).map(Instant::ofEpochMilli));
    }
}
