package vn.quyche.core.persistence.internal.once;

import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.persistence.Once;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;
import vn.quyche.core.persistence.internal.jdbc.SqlFailure;

/**
 * Keys as rows of a table, written in the transaction that creates. A second caller's row waits for the first one's
 * transaction: the database lets it through when that failed, and calls it a duplicate when that committed.
 */
@Component
public final class TableOnce implements Once {

    private static final int MAX_KEY = 100;

    private final Tx tx;
    private final Jdbc jdbc;
    private final Clock clock;

    @Activate
    public TableOnce(
            @Reference Tx tx,
            @Reference(target = "(osgi.jndi.service.name=quyche-persistence)") DataSource source,
            @Reference Clock clock) {
        this.tx = tx;
        this.jdbc = new Jdbc(source);
        this.clock = clock;
    }

    @Override
    public String once(String owner, String key, Supplier<String> create) {
        if (tx.active()) {
            throw new IllegalStateException("Idempotency keys are taken outside of transactions");
        }
        Checks checks = new Checks();
        String plain = checks.text("idempotencyKey", key, 0, MAX_KEY);
        checks.orThrow();
        if (plain.isEmpty()) {
            return create.get();
        }
        try {
            return tx.call(() -> createUnder(owner, plain, create));
        } catch (KeyTaken taken) {
            return resultOf(owner, plain);
        }
    }

    private String createUnder(String owner, String key, Supplier<String> create) {
        try {
            jdbc.update(
                    "insert into q_persistence.once_key (owner, client_key, at_ms) values (?, ?, ?)",
                    owner,
                    key,
                    clock.millis());
        } catch (SqlFailure e) {
            if (e.isDuplicate()) {
                throw new KeyTaken();
            }
            throw e;
        }
        String id = create.get();
        jdbc.update(
                "update q_persistence.once_key set result_id = ? where owner = ? and client_key = ?", id, owner, key);
        return id;
    }

    private String resultOf(String owner, String key) {
        return jdbc.find(
                        row -> row.getString(1),
                        "select result_id from q_persistence.once_key where owner = ? and client_key = ?",
                        owner,
                        key)
                .orElseThrow(() -> new IllegalStateException("The key was purged at this very moment"));
    }

    /** Carries the news out of the transaction, which is of no use after the failed insert. */
    private static final class KeyTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KeyTaken() {
            super("The key was used before", null, false, false);
        }
    }
}
