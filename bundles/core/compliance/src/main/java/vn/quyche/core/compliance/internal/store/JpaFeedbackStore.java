package vn.quyche.core.compliance.internal.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.TypedQuery;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.persistence.Like;
import vn.quyche.core.api.persistence.SortedList;
import vn.quyche.core.compliance.internal.model.Feedback;
import vn.quyche.core.compliance.internal.model.FeedbackAnswer;
import vn.quyche.core.compliance.internal.model.FeedbackQuery;

/** Keeps opinions on regulations and the answers to them. */
@Component(service = JpaFeedbackStore.class)
public final class JpaFeedbackStore {

    private static final SortedList LIST = SortedList.of("compliance.feedback", "FeedbackEntity f", "f.id", "-given")
            .by("given", "f.givenAt", Long.class)
            .by("due", "f.dueAt", Long.class)
            .by("place", "f.placeKey", String.class)
            .by("author", "f.authorKey", String.class);

    private final JpaTemplate jpa;

    @Activate
    public JpaFeedbackStore(@Reference(target = "(osgi.unit.name=compliance)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new opinion. */
    public void insert(Feedback feedback, String authorName) {
        jpa.tx(em -> em.persist(FeedbackEntity.of(feedback, authorName)));
    }

    /** Stores an answer. */
    public void insert(FeedbackAnswer answer) {
        jpa.tx(em -> em.persist(FeedbackAnswerEntity.of(answer)));
    }

    /** An opinion. */
    public Optional<Feedback> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(FeedbackEntity.class, id)).map(FeedbackEntity::toFeedback));
    }

    /** An answer. */
    public Optional<FeedbackAnswer> answer(String id) {
        return jpa.txExpr(em ->
                Optional.ofNullable(em.find(FeedbackAnswerEntity.class, id)).map(FeedbackAnswerEntity::toAnswer));
    }

    /** Some answers by id. */
    public Map<String, FeedbackAnswer> answers(Collection<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jpa.txExpr(em -> em
                        .createQuery(
                                "select a from FeedbackAnswerEntity a where a.id in :ids", FeedbackAnswerEntity.class)
                        .setParameter("ids", ids)
                        .getResultList()
                        .stream()
                        .map(FeedbackAnswerEntity::toAnswer)
                        .collect(Collectors.toMap(FeedbackAnswer::id, Function.identity())));
    }

    /** The opinions that share an answer, oldest first. */
    public List<Feedback> answeredBy(String answerId) {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select f from FeedbackEntity f where f.answerId = :id order by f.id", FeedbackEntity.class)
                .setParameter("id", answerId)
                .getResultList()
                .stream()
                .map(FeedbackEntity::toFeedback)
                .toList());
    }

    /** Opinions, newest first unless sorted otherwise; of one author only, or of all. */
    public Page<Feedback> list(FeedbackQuery query, Optional<String> author, PageRequest page) {
        SortedList.Query wanted = LIST.query(page);
        author.ifPresent(person -> wanted.and("f.authorId = :author", "author", person));
        query.regulationId().ifPresent(id -> wanted.and("f.regulationId = :regulation", "regulation", id));
        query.articleKey().ifPresent(article -> wanted.and("f.articleKey = :article", "article", article));
        query.state().ifPresent(state -> wanted.and("f.state = :state", "state", state.name()));
        query.text()
                .map(VietnameseText::fold)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> wanted.and("f.searchText like :text escape '!'", "text", Like.containing(text)));
        return jpa.txExpr(em -> {
            TypedQuery<Object[]> rows = em.createQuery(wanted.jpql(), Object[].class);
            wanted.values().forEach(rows::setParameter);
            return wanted.page(rows.setMaxResults(wanted.limit()).getResultList(), FeedbackEntity.class)
                    .map(FeedbackEntity::toFeedback);
        });
    }

    /** Gives an open opinion its answer; false when it has one already. */
    public boolean settle(String id, Feedback.State outcome, String answerId) {
        return jpa.txExpr(em -> em.createQuery("update FeedbackEntity f set f.state = :state, f.answerId = :answer"
                                + " where f.id = :id and f.state = 'OPEN'")
                        .setParameter("state", outcome.name())
                        .setParameter("answer", answerId)
                        .setParameter("id", id)
                        .executeUpdate()
                == 1);
    }

    /** Names the edition that takes up what an answer accepted; false when one is named already. */
    public boolean takenUp(String answerId, String editionId) {
        return jpa.txExpr(em -> em.createQuery("update FeedbackAnswerEntity a set a.editionId = :edition"
                                + " where a.id = :id and a.editionId is null")
                        .setParameter("edition", editionId)
                        .setParameter("id", answerId)
                        .executeUpdate()
                == 1);
    }
}
