package vn.quyche.core.notice.internal.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps which daily mails were sent. */
@Component(service = JpaDigestStore.class)
public final class JpaDigestStore {

    private final JpaTemplate jpa;

    @Activate
    public JpaDigestStore(@Reference(target = "(osgi.unit.name=notice)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** What became of a mail. */
    public enum State {
        /** Handed to the server now; stays so when the node dies meanwhile: rather no mail than a second one. */
        SENDING,
        SENT,
        /** Refused or not reached; may be tried again. */
        FAILED
    }

    /** The people whose mail of a day was tried. */
    public Map<String, State> of(LocalDate day) {
        return jpa.txExpr(em -> {
            Map<String, State> states = new HashMap<>();
            em.createQuery("select d from DigestEntity d where d.day = :day", DigestEntity.class)
                    .setParameter("day", day)
                    .getResultList()
                    .forEach(digest -> states.put(digest.personId, State.valueOf(digest.state)));
            return states;
        });
    }

    /** Writes down where a mail stands; each start of sending counts as an attempt. */
    public void put(String personId, LocalDate day, State state, Instant at) {
        jpa.tx(em -> {
            DigestEntity digest = em.find(DigestEntity.class, new DigestEntity.Key(personId, day));
            if (digest == null) {
                digest = new DigestEntity();
                digest.personId = personId;
                digest.day = day;
            }
            digest.state = state.name();
            digest.attempts += state == State.SENDING ? 1 : 0;
            digest.changedAt = at.toEpochMilli();
            em.persist(digest);
        });
    }
}
