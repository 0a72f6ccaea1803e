package vn.quyche.core.security.internal.service;

import java.time.Clock;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.security.internal.model.Backoff;
import vn.quyche.core.security.internal.store.AccountStore;
import vn.quyche.core.security.internal.store.SessionStore;

/** Removes what ran out; nothing that counted is lost. */
@Component(service = CleanUp.class)
public final class CleanUp {

    private final SessionStore sessions;
    private final AccountStore accounts;
    private final SecuritySettings settings;
    private final Clock clock;

    @Activate
    public CleanUp(
            @Reference SessionStore sessions,
            @Reference AccountStore accounts,
            @Reference SecuritySettings settings,
            @Reference Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /** Cleans up now. */
    public void run() {
        Instant now = clock.instant();
        sessions.removeEnded(now, now.minus(settings.idle()));
        accounts.removeOldFailures(now, Backoff.USER_NAME.memory());
    }
}
