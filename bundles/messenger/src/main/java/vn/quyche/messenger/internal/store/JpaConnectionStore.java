package vn.quyche.messenger.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.Query;
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
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.api.Connections;
import vn.quyche.messenger.api.NewConnection;
import vn.quyche.messenger.api.TokenState;

/** Keeps connections and their secrets, which are sealed before they come here. */
@Component(service = JpaConnectionStore.class)
public final class JpaConnectionStore {

    private static final SortedList LIST = SortedList.of(
                    "messenger.connections", "MessengerConnection c", "c.id", "name")
            .by("name", "c.nameFolded", String.class)
            .by("worked", "coalesce(c.lastOkAt, 0)", Long.class)
            .by("failed", "coalesce(c.lastErrorAt, 0)", Long.class);
    private static final String ON = "ON";
    private static final String OFF = "OFF";
    private static final int MOST_TOLD = 500;

    private final JpaTemplate jpa;

    /** Sealed secrets. */
    public record Sealed(String token, String appSecret, String hookSecret) {}

    /**
     * The tokens of an official account.
     *
     * @param generation grows with each new pair
     * @param since when the state began
     */
    public record Pair(
            TokenState state,
            long generation,
            Instant since,
            String accessSealed,
            String refreshSealed,
            Optional<Instant> accessUntil) {}

    @Activate
    public JpaConnectionStore(@Reference(target = "(osgi.unit.name=messenger)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Stores a new connection. */
    public void insert(String id, NewConnection entered, Sealed sealed, Instant now) {
        jpa.tx(em -> {
            ConnectionEntity entity = new ConnectionEntity();
            entity.id = id;
            entity.kind = entered.kind();
            entity.state = ON;
            entity.accessSealed = "";
            entity.refreshSealed = "";
            entity.tokenState = TokenState.NONE;
            entity.lastError = "";
            entity.lastDetail = "";
            entity.createdAt = now.toEpochMilli();
            write(entity, entered, sealed);
            em.persist(entity);
        });
    }

    /** Stores what a person changed; the version must be the one that was seen and locked. */
    public void update(String id, NewConnection entered, Sealed sealed) {
        jpa.tx(em -> {
            ConnectionEntity entity = em.find(ConnectionEntity.class, id);
            write(entity, entered, sealed);
            entity.version++;
        });
    }

    /** Uses a connection, or no longer; a pause and an old error end with it. */
    public void turn(String id, boolean on) {
        jpa.tx(em -> {
            ConnectionEntity entity = em.find(ConnectionEntity.class, id);
            entity.state = on ? ON : OFF;
            entity.pausedUntil = 0;
            entity.lookedAt = 0;
            entity.lastError = "";
            entity.lastDetail = "";
            entity.refused = 0;
            entity.version++;
        });
    }

    /** One connection. */
    public Optional<Connection> find(String id) {
        return jpa.txExpr(
                em -> Optional.ofNullable(em.find(ConnectionEntity.class, id)).map(JpaConnectionStore::toRecord));
    }

    /** One connection, locked until the transaction ends. */
    public Optional<Connection> lock(String id) {
        return jpa.txExpr(em -> {
            em.createNativeQuery("update q_messenger.platform_connection set version = version where id = ?")
                    .setParameter(1, id)
                    .executeUpdate();
            return Optional.ofNullable(em.find(ConnectionEntity.class, id)).map(JpaConnectionStore::toRecord);
        });
    }

    /** The sealed secrets of a connection that exists. */
    public Sealed sealed(String id) {
        return jpa.txExpr(em -> {
            ConnectionEntity entity = em.find(ConnectionEntity.class, id);
            return new Sealed(entity.tokenSealed, entity.appSecretSealed, entity.hookSecretSealed);
        });
    }

    /** Connections; a school has a handful. */
    public Page<Connection> list(Connections.Query query, PageRequest page) {
        SortedList.Query select = LIST.query(page);
        query.text()
                .ifPresent(text -> select.and(
                        "c.nameFolded like :text escape '!'", "text", Like.containing(VietnameseText.fold(text))));
        query.kind().ifPresent(kind -> select.and("c.kind = :kind", "kind", kind));
        query.on().ifPresent(on -> select.and("c.state = :state", "state", on ? ON : OFF));
        return Selecting.page(jpa, select, ConnectionEntity.class).map(JpaConnectionStore::toRecord);
    }

    /** The tokens of an official account. */
    public Pair pair(String id) {
        return jpa.txExpr(em -> {
            ConnectionEntity entity = em.find(ConnectionEntity.class, id);
            return new Pair(
                    entity.tokenState,
                    entity.tokenGeneration,
                    Instant.ofEpochMilli(entity.tokenSince),
                    entity.accessSealed,
                    entity.refreshSealed,
                    instant(entity.accessUntil));
        });
    }

    /**
     * Takes the refresh token of a generation into use, for one caller alone whatever the number of nodes.
     *
     * @return whether it is this caller's to send
     */
    public boolean takeRefreshToken(String id, long generation, Instant now) {
        return move(id, generation, TokenState.OK, TokenState.IN_USE, now);
    }

    /** Says what became of the refresh token of a generation; nothing happens when a newer one is there. */
    public boolean move(String id, long generation, TokenState from, TokenState to, Instant now) {
        return jpa.txExpr(
                em -> em.createNativeQuery("update q_messenger.platform_connection set token_state = ?, token_since = ?"
                                        + " where id = ? and token_generation = ? and token_state = ?")
                                .setParameter(1, to.name())
                                .setParameter(2, now.toEpochMilli())
                                .setParameter(3, id)
                                .setParameter(4, generation)
                                .setParameter(5, from.name())
                                .executeUpdate()
                        == 1);
    }

    /**
     * Stores a new pair in the place of a generation.
     *
     * @return whether that generation was still there
     */
    public boolean renew(String id, long generation, Pair next, Instant refreshUntil) {
        return jpa.txExpr(em -> {
            Query update = em.createNativeQuery(
                    "update q_messenger.platform_connection set access_sealed = ?, refresh_sealed = ?,"
                            + " access_until = ?, refresh_until = ?, token_state = ?, token_since = ?, token_generation = ?"
                            + " where id = ? and token_generation = ?");
            return update.setParameter(1, next.accessSealed())
                            .setParameter(2, next.refreshSealed())
                            .setParameter(3, next.accessUntil().orElseThrow().toEpochMilli())
                            .setParameter(4, refreshUntil.toEpochMilli())
                            .setParameter(5, next.state().name())
                            .setParameter(6, next.since().toEpochMilli())
                            .setParameter(7, generation + 1)
                            .setParameter(8, id)
                            .setParameter(9, generation)
                            .executeUpdate()
                    == 1;
        });
    }

    /** Official accounts in use whose access ends before an instant. */
    public List<String> endingBefore(Instant until) {
        return ids(
                "select c.id from MessengerConnection c where c.kind = :kind and c.state = :on"
                        + " and c.accessUntil < :until and c.tokenState = :ok order by c.id",
                Map.of("kind", ConnectionKind.ZALO_OA, "on", ON, "until", until.toEpochMilli(), "ok", TokenState.OK));
    }

    /** Accounts whose refresh token has been in use since before an instant: whoever used it is gone. */
    public List<String> stuckSince(Instant before) {
        return ids(
                "select c.id from MessengerConnection c where c.tokenState = :inUse and c.tokenSince < :before"
                        + " order by c.id",
                Map.of("inUse", TokenState.IN_USE, "before", before.toEpochMilli()));
    }

    /** Bots in use whose events are fetched. */
    public List<String> polled() {
        return ids(
                "select c.id from MessengerConnection c where c.kind = :kind and c.state = :on and c.polled = :yes"
                        + " order by c.id",
                Map.of("kind", ConnectionKind.ZALO_BOT, "on", ON, "yes", true));
    }

    /** Official accounts in use whose groups were not looked for since an instant. */
    public List<String> notLookedAtSince(Instant before) {
        return ids(
                "select c.id from MessengerConnection c where c.kind = :kind and c.state = :on"
                        + " and c.lookedAt < :before and c.tokenState <> :none order by c.id",
                Map.of(
                        "kind",
                        ConnectionKind.ZALO_OA,
                        "on",
                        ON,
                        "before",
                        before.toEpochMilli(),
                        "none",
                        TokenState.NONE));
    }

    /** The groups of an account were looked for. */
    public void lookedAt(String id, Instant at) {
        native1("update q_messenger.platform_connection set looked_at = ? where id = ?", at.toEpochMilli(), id);
    }

    /** A call went well. */
    public void worked(String id, Instant at) {
        jpa.tx(em -> em.createNativeQuery("update q_messenger.platform_connection set last_ok_at = ?, last_error = '',"
                        + " last_detail = '' where id = ?")
                .setParameter(1, at.toEpochMilli())
                .setParameter(2, id)
                .executeUpdate());
    }

    /** A call failed. */
    public void failed(String id, Instant at, String error, String detail) {
        jpa.tx(em -> em.createNativeQuery(
                        "update q_messenger.platform_connection set last_error_at = ?, last_error = ?,"
                                + " last_detail = ? where id = ?")
                .setParameter(1, at.toEpochMilli())
                .setParameter(2, error)
                .setParameter(3, detail)
                .setParameter(4, id)
                .executeUpdate());
    }

    /** The platform wants no calls until an instant. */
    public void pause(String id, Instant until) {
        native1("update q_messenger.platform_connection set paused_until = ? where id = ?", until.toEpochMilli(), id);
    }

    /** An event came. */
    public void heard(String id, Instant at) {
        native1(
                "update q_messenger.platform_connection set last_hook_at = ?, refused_count = 0 where id = ?",
                at.toEpochMilli(),
                id);
    }

    /** Events were refused. */
    public void refused(String id, int count, Instant at) {
        jpa.tx(em -> em.createNativeQuery("update q_messenger.platform_connection"
                        + " set refused_count = refused_count + ?, refused_at = ? where id = ?")
                .setParameter(1, count)
                .setParameter(2, at.toEpochMilli())
                .setParameter(3, id)
                .executeUpdate());
    }

    /**
     * A connection, and what somebody was told of it.
     *
     * @param code what was wrong; empty for nothing
     * @param at when it was told
     */
    public record Told(Connection connection, String code, Instant at) {}

    /** All connections that are used, and those of which somebody was told something; a school has a handful. */
    public List<Told> told() {
        return jpa.txExpr(em -> em
                .createQuery(
                        "select c from MessengerConnection c where c.state = :on or c.told <> :nothing order by c.id",
                        ConnectionEntity.class)
                .setParameter("on", ON)
                .setParameter("nothing", "")
                .setMaxResults(MOST_TOLD)
                .getResultList()
                .stream()
                .map(entity -> new Told(toRecord(entity), entity.told, Instant.ofEpochMilli(entity.toldAt)))
                .toList());
    }

    /** @return whether this call noted it: of two nodes that try, one does */
    public boolean tell(String id, String before, String code, Instant at) {
        return jpa.txExpr(em -> em.createNativeQuery("update q_messenger.platform_connection set told = ?, told_at = ?"
                                + " where id = ? and told = ?")
                        .setParameter(1, code)
                        .setParameter(2, at.toEpochMilli())
                        .setParameter(3, id)
                        .setParameter(4, before)
                        .executeUpdate()
                == 1);
    }

    private void native1(String sql, long value, String id) {
        jpa.tx(em -> em.createNativeQuery(sql)
                .setParameter(1, value)
                .setParameter(2, id)
                .executeUpdate());
    }

    private List<String> ids(String jpql, Map<String, Object> parameters) {
        return jpa.txExpr((EntityManager em) -> {
            TypedQuery<String> select = em.createQuery(jpql, String.class);
            parameters.forEach(select::setParameter);
            return select.setMaxResults(100).getResultList();
        });
    }

    private static void write(ConnectionEntity entity, NewConnection entered, Sealed sealed) {
        entity.name = entered.name();
        entity.nameFolded = VietnameseText.fold(entered.name());
        entity.appId = entered.appId();
        entity.accountId = entered.accountId();
        entity.polled = entered.polled();
        entity.tokenSealed = sealed.token();
        entity.appSecretSealed = sealed.appSecret();
        entity.hookSecretSealed = sealed.hookSecret();
    }

    private static Connection toRecord(ConnectionEntity entity) {
        return new Connection(
                entity.id,
                entity.kind,
                entity.name,
                entity.state.equals(ON),
                entity.appId,
                entity.accountId,
                entity.polled,
                "/hook/messenger/" + entity.id,
                new Connection.Tokens(entity.tokenState, instant(entity.accessUntil), instant(entity.refreshUntil)),
                new Connection.Health(
                        instant(entity.lastOkAt),
                        instant(entity.lastErrorAt),
                        entity.lastError,
                        entity.lastDetail,
                        instant(entity.lastHookAt),
                        instant(entity.pausedUntil == 0 ? null : entity.pausedUntil),
                        entity.refused,
                        instant(entity.refusedAt)),
                Instant.ofEpochMilli(entity.createdAt),
                entity.version);
    }

    private static Optional<Instant> instant(Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }
}
