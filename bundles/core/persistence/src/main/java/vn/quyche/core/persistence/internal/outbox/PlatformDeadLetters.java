package vn.quyche.core.persistence.internal.outbox;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Sort;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.event.DeadLetter;
import vn.quyche.core.api.event.DeadLetters;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.persistence.Tx;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.persistence.internal.PlatformPermissions;
import vn.quyche.core.persistence.internal.jdbc.Jdbc;

/** Shows dead letters to whoever runs the platform, and tries them again. */
@Component
public final class PlatformDeadLetters implements DeadLetters {

    private final Acts acts;
    private final Access access;
    private final Tx tx;
    private final OutboxStore store;
    private final OutboxBell bell;

    @Activate
    public PlatformDeadLetters(
            @Reference Acts acts,
            @Reference Access access,
            @Reference Tx tx,
            @Reference(target = "(osgi.jndi.service.name=quyche-persistence)") DataSource source,
            @Reference Ids ids,
            @Reference Clock clock,
            @Reference OutboxBell bell) {
        this.acts = acts;
        this.access = access;
        this.tx = tx;
        this.store = new OutboxStore(new Jdbc(source), ids, clock);
        this.bell = bell;
    }

    @Override
    public Page<DeadLetter> list(Caller caller, PageRequest page) {
        access.require(caller, PlatformPermissions.OPERATE, Scope.school());
        Sort sort = Sort.of(page.sort(), "-time", List.of("time"));
        return Page.of(store.dead(page.afterId(), sort.descending(), page.size() + 1), page.size(), DeadLetter::id);
    }

    @Override
    public void replay(Caller caller, String deadLetterId) {
        Act act = Act.on(
                "platform.dead-letter",
                deadLetterId,
                "platform.replay-dead-letter",
                PlatformPermissions.OPERATE,
                Scope.school());
        acts.perform(caller, act, log -> {
            if (!store.revive(deadLetterId)) {
                throw new NotFound("persistence.no-dead-letter", deadLetterId);
            }
            tx.afterCommit(bell::ring);
            return deadLetterId;
        });
    }
}
