package vn.quyche.group.internal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.group.api.Directive;
import vn.quyche.group.api.DirectiveStanding;
import vn.quyche.group.api.DirectiveState;
import vn.quyche.group.api.Directives;
import vn.quyche.group.api.Issuance;
import vn.quyche.group.api.MeetingDocument;
import vn.quyche.group.api.NewDirective;
import vn.quyche.group.internal.model.PeriodFacts;

/** Directives with their chosen recipients and files, in JPA. */
@Component(service = JpaDirectiveStore.class)
public final class JpaDirectiveStore {

    /** The highest id that can be. */
    private static final String BEFORE_THE_NEWEST = "7ZZZZZZZZZZZZZZZZZZZZZZZZZ";

    private static final SortedList LIST =
            SortedList.of("group.directives", "Directive d", "d.id", "-written").byId("written");
    private static final SortedList INBOX = SortedList.of("group.inbox", "Receipt r", "r.key.directiveId", "-written")
            .byId("written");

    private final JpaTemplate jpa;

    @Activate
    public JpaDirectiveStore(@Reference(target = "(osgi.unit.name=group)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /**
     * Stores a new directive.
     *
     * @param pictures how many of its files are pictures
     */
    public void insert(Directive directive, int pictures, Instant now) {
        jpa.tx(em -> {
            DirectiveEntity entity = new DirectiveEntity();
            entity.id = directive.id();
            entity.groupId = directive.groupId();
            entity.createdAt = now.toEpochMilli();
            write(entity, directive);
            entity.pictures = pictures;
            em.persist(entity);
            insertParts(em, directive);
        });
    }

    /** Stores a changed draft with its chosen recipients and files. */
    public void updateDraft(Directive directive, int pictures) {
        jpa.tx(em -> {
            DirectiveEntity entity = em.find(DirectiveEntity.class, directive.id());
            write(entity, directive);
            entity.pictures = pictures;
            deleteParts(em, directive.id());
            insertParts(em, directive);
        });
    }

    /**
     * Stores the step that a directive took: issued, superseded, withdrawn, pinned.
     *
     * @param at when it took it
     */
    public void updateState(Directive directive, Instant at) {
        jpa.tx(em -> {
            DirectiveEntity entity = em.find(DirectiveEntity.class, directive.id());
            PeriodFacts.StepKind.of(entity.state, entity.pinned, directive.standing())
                    .forEach(kind -> keep(em, entity, kind, directive.standing(), at));
            write(entity, directive);
        });
    }

    /** Writes down what inspections look back on; the directive must be locked. */
    private static void keep(
            EntityManager em,
            DirectiveEntity entity,
            PeriodFacts.StepKind kind,
            DirectiveStanding standing,
            Instant at) {
        Integer last = em.createQuery(
                        "select max(s.key.place) from DirectiveStep s where s.key.directiveId = :id", Integer.class)
                .setParameter("id", entity.id)
                .getSingleResult();
        String reason = kind == PeriodFacts.StepKind.WITHDRAWN ? standing.withdrawnReason() : standing.pinReason();
        em.persist(new StepEntity(
                entity.id, last == null ? 1 : last + 1, entity.groupId, kind, at.toEpochMilli(), reason));
    }

    /** Sets what only issuing knows: the place in the series and how many people it goes to. */
    public void issued(String directiveId, JpaGroupStore.ChainPlace place, int recipients) {
        jpa.tx(em -> {
            DirectiveEntity entity = em.find(DirectiveEntity.class, directiveId);
            entity.seriesYear = place.year();
            entity.seriesNumber = place.number();
            entity.recipients = recipients;
            DocumentEntity document = em.find(DocumentEntity.class, directiveId);
            if (document != null) {
                document.number = entity.number;
                document.issuedAt = entity.issuedAt;
                document.recipients = recipients;
            }
        });
    }

    /** Removes a draft. */
    public void delete(String directiveId) {
        jpa.tx(em -> {
            deleteParts(em, directiveId);
            em.remove(em.find(DirectiveEntity.class, directiveId));
        });
    }

    /** A directive. */
    public Optional<Directive> find(String id) {
        return jpa.txExpr(em -> Optional.ofNullable(em.find(DirectiveEntity.class, id))
                .map(entity -> read(em, List.of(entity)).get(0)));
    }

    /** The directives of these ids, newest first. */
    public List<Directive> find(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jpa.txExpr(em -> read(
                        em,
                        em.createQuery(
                                        "select d from Directive d where d.id in :ids order by d.id desc",
                                        DirectiveEntity.class)
                                .setParameter("ids", ids)
                                .getResultList()));
    }

    /** A directive, locked against all others until the transaction ends. */
    public Optional<Directive> lock(String id) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_group.directive set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            return Optional.ofNullable(em.find(DirectiveEntity.class, id))
                    .map(entity -> read(em, List.of(entity)).get(0));
        });
    }

    /**
     * The ids of directives of groups, the newest first ({@code -written}), drafts only of {@code personId}, each with the
     * cursor behind it; one more than the page has when there are more. From an index alone.
     *
     * @param groupIds only these groups
     * @param personId who looks; empty for nobody in the directory
     */
    public Map<String, String> ids(
            Directives.Query query, Collection<String> groupIds, String personId, PageRequest page) {
        SortedList.Query wanted =
                LIST.query(page).and("d.groupId in :groups", "groups", groupIds).with("me", personId);
        if (groupIds.isEmpty()) {
            return Map.of();
        }
        if (query.authored()) {
            wanted.and("d.authorId = :me");
        } else {
            wanted.and("(d.state <> :draft or d.authorId = :me)", "draft", DirectiveState.DRAFT);
        }
        query.text()
                .ifPresent(text -> wanted.and(
                                "(d.titleFolded like :text escape '!' or d.number like :number escape '!')",
                                "text",
                                Like.containing(VietnameseText.fold(text)))
                        .with("number", Like.starting(VietnameseText.nfc(text))));
        query.state().ifPresent(state -> wanted.and("d.state = :state", "state", state));
        if (query.pinnedOnly()) {
            wanted.and("d.pinned = :pinned", "pinned", true);
        }
        // without a place to start at, Derby would rather collect and sort all directives of the groups
        if (!query.authored() && wanted.sort().descending() && page.after().isEmpty()) {
            wanted.and("d.id < :newest", "newest", BEFORE_THE_NEWEST);
        }
        return Selecting.ids(jpa, wanted);
    }

    /**
     * The ids of directives that were sent to a person, as {@link #ids}; of the filters only group and open count, the others
     * are {@link #matches looked at} in what was found: joined, the database would rather read all directives than the few of
     * a page.
     */
    public Map<String, String> receivedIds(Directives.Query query, String personId, PageRequest page) {
        SortedList.Query wanted = INBOX.query(page).and("r.key.personId = :me", "me", personId);
        query.groupId().ifPresent(groupId -> wanted.and("r.groupId = :group", "group", groupId));
        if (query.openOnly()) {
            wanted.and("r.fulfilledAt is null");
        }
        return Selecting.ids(jpa, wanted);
    }

    /** Whether a directive that was sent to a person is what they look for. */
    public static boolean matches(Directive directive, Directives.Query query, String personId) {
        DirectiveStanding standing = directive.standing();
        return (!query.openOnly() || standing.state() == DirectiveState.ISSUED)
                && query.state().map(standing.state()::equals).orElse(true)
                && (!query.pinnedOnly() || standing.pinned())
                && (!query.authored() || directive.authorId().equals(personId))
                && query.text()
                        .map(text ->
                                VietnameseText.fold(directive.content().title()).contains(VietnameseText.fold(text))
                                        || standing.issuance().number().startsWith(VietnameseText.nfc(text)))
                        .orElse(true);
    }

    /** How many pictures the issued directives about an event hold; {@code exceptId} and what it replaces do not count. */
    public int picturesOf(String groupId, String event, String exceptId) {
        return jpa.txExpr(em -> {
            Long sum = em.createQuery(
                            "select sum(d.pictures) from Directive d where d.groupId = :group"
                                    + " and d.eventFolded = :event and d.state = :issued and d.id <> :except",
                            Long.class)
                    .setParameter("group", groupId)
                    .setParameter("event", VietnameseText.fold(event))
                    .setParameter("issued", DirectiveState.ISSUED)
                    .setParameter("except", exceptId)
                    .getSingleResult();
            return sum == null ? 0 : sum.intValue();
        });
    }

    /** How many pictures a directive holds. */
    public int pictures(String directiveId) {
        return jpa.txExpr(em -> em.find(DirectiveEntity.class, directiveId).pictures);
    }

    /** How many directives of a group are pinned. */
    public int pinned(String groupId) {
        return jpa.txExpr(em -> em.createQuery(
                        "select count(d) from Directive d where d.groupId = :group and d.pinned = :pinned", Long.class)
                .setParameter("group", groupId)
                .setParameter("pinned", true)
                .getSingleResult()
                .intValue());
    }

    /** The issued directives of a group in the order of its chain, a page at a time. */
    public List<Directive> chain(String groupId, int afterYear, int afterNumber, int limit) {
        return jpa.txExpr(em -> read(
                em,
                em.createQuery(
                                "select d from Directive d where d.groupId = :group and d.seriesNumber > 0"
                                        + " and (d.seriesYear > :year or (d.seriesYear = :year and d.seriesNumber > :number))"
                                        + " order by d.seriesYear, d.seriesNumber",
                                DirectiveEntity.class)
                        .setParameter("group", groupId)
                        .setParameter("year", afterYear)
                        .setParameter("number", afterNumber)
                        .setMaxResults(limit)
                        .getResultList()));
    }

    private static void write(DirectiveEntity entity, Directive directive) {
        NewDirective content = directive.content();
        DirectiveStanding standing = directive.standing();
        Issuance issuance = standing.issuance();
        entity.number = issuance.number();
        entity.title = content.title();
        entity.titleFolded = VietnameseText.fold(content.title());
        entity.body = content.text();
        entity.requirement = content.requirement();
        entity.deadline = content.deadline().map(Instant::toEpochMilli).orElse(null);
        entity.event = content.event();
        entity.eventFolded = VietnameseText.fold(content.event());
        entity.authorId = directive.authorId();
        entity.authorName = directive.authorName();
        entity.state = standing.state();
        entity.issuedAt = issuance.at().map(Instant::toEpochMilli).orElse(null);
        entity.replacesId = content.replaces().orElse(null);
        entity.replacedBy = standing.replacedBy().orElse(null);
        entity.withdrawnReason = standing.withdrawnReason();
        entity.pinned = standing.pinned();
        entity.pinReason = standing.pinReason();
        entity.previousHash = issuance.previousHash();
        entity.hash = issuance.hash();
        entity.sealVersion = issuance.sealVersion();
        entity.version = directive.version();
    }

    private static void insertParts(EntityManager em, Directive directive) {
        directive.content().recipients().forEach(personId -> em.persist(new TargetEntity(directive.id(), personId)));
        List<String> units = directive.content().units();
        for (int place = 0; place < units.size(); place++) {
            em.persist(new DirectiveUnitEntity(directive.id(), units.get(place), place));
        }
        directive.content().document().ifPresent(document -> em.persist(new DocumentEntity(directive, document)));
        List<String> files = directive.content().attachmentIds();
        for (int place = 0; place < files.size(); place++) {
            em.persist(new FileEntity(directive.id(), place, files.get(place)));
        }
    }

    private static void deleteParts(EntityManager em, String directiveId) {
        em.createQuery("delete from DirectiveDocument d where d.directiveId = :id")
                .setParameter("id", directiveId)
                .executeUpdate();
        em.createQuery("delete from DirectiveTarget t where t.key.directiveId = :id")
                .setParameter("id", directiveId)
                .executeUpdate();
        em.createQuery("delete from DirectiveUnit u where u.key.directiveId = :id")
                .setParameter("id", directiveId)
                .executeUpdate();
        em.createQuery("delete from DirectiveFile f where f.key.directiveId = :id")
                .setParameter("id", directiveId)
                .executeUpdate();
    }

    /**
     * Directives with what belongs to them, sorted here: a database that is asked for an order prepares to sort, also where
     * there is next to nothing.
     */
    private static List<Directive> read(EntityManager em, List<DirectiveEntity> entities) {
        if (entities.isEmpty()) {
            return List.of();
        }
        List<String> ids = entities.stream().map(entity -> entity.id).toList();
        Map<String, List<String>> targets = Selecting.of(
                        em, TargetEntity.class, "select t from DirectiveTarget t where t.key.directiveId %s", ids)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        target -> target.key.directiveId,
                        Collectors.mapping(target -> target.key.personId, Collectors.toList())));
        Map<String, List<String>> units = Selecting.of(
                        em, DirectiveUnitEntity.class, "select u from DirectiveUnit u where u.key.directiveId %s", ids)
                .getResultList()
                .stream()
                .sorted(Comparator.comparingInt(unit -> unit.place))
                .collect(Collectors.groupingBy(
                        unit -> unit.key.directiveId,
                        Collectors.mapping(unit -> unit.key.unitId, Collectors.toList())));
        Map<String, List<String>> files = Selecting.of(
                        em, FileEntity.class, "select f from DirectiveFile f where f.key.directiveId %s", ids)
                .getResultList()
                .stream()
                .sorted(Comparator.comparingInt(file -> file.key.place))
                .collect(Collectors.groupingBy(
                        file -> file.key.directiveId,
                        Collectors.mapping(file -> file.attachmentId, Collectors.toList())));
        Map<String, MeetingDocument> documents = Selecting.of(
                        em, DocumentEntity.class, "select d from DirectiveDocument d where d.directiveId %s", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(document -> document.directiveId, DocumentEntity::toRecord));
        return entities.stream()
                .map(entity -> toRecord(
                        entity,
                        targets.getOrDefault(entity.id, List.of()),
                        units.getOrDefault(entity.id, List.of()),
                        files.getOrDefault(entity.id, List.of()),
                        Optional.ofNullable(documents.get(entity.id))))
                .toList();
    }

    private static Directive toRecord(
            DirectiveEntity entity,
            List<String> targets,
            List<String> units,
            List<String> files,
            Optional<MeetingDocument> document) {
        NewDirective content = new NewDirective(
                entity.groupId,
                entity.title,
                entity.body,
                entity.requirement,
                Optional.ofNullable(entity.deadline).map(Instant::ofEpochMilli),
                targets,
                units,
                entity.event,
                files,
                Optional.ofNullable(entity.replacesId),
                document);
        Issuance issuance = new Issuance(
                entity.number,
                Optional.ofNullable(entity.issuedAt).map(Instant::ofEpochMilli),
                entity.previousHash,
                entity.hash,
                entity.sealVersion);
        DirectiveStanding standing = new DirectiveStanding(
                entity.state,
                issuance,
                Optional.ofNullable(entity.replacedBy),
                entity.withdrawnReason,
                entity.pinReason);
        return new Directive(entity.id, content, entity.authorId, entity.authorName, standing, entity.version);
    }
}
