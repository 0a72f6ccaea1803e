package vn.quyche.messenger.internal.job;

import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.internal.provider.ProviderFailure;
import vn.quyche.messenger.internal.provider.ZaloBot;
import vn.quyche.messenger.internal.service.Intake;
import vn.quyche.messenger.internal.service.Mending;
import vn.quyche.messenger.internal.service.PlatformCalls;
import vn.quyche.messenger.internal.service.Synchronising;
import vn.quyche.messenger.internal.service.TokenKeeper;
import vn.quyche.messenger.internal.service.Vault;
import vn.quyche.messenger.internal.store.JpaConnectionStore;

/** Refreshes tokens before they end, reads members, fetches what bots were told where no webhook can come, tidies up. */
@Component(service = Job.class)
public final class UpkeepJob implements Job {

    /** Access lasts 25 hours: refreshed in time for a person to mend what fails. */
    private static final Duration AHEAD = Duration.ofHours(4);

    private static final int MOST_UPDATES = 20;

    private final JpaConnectionStore connections;
    private final TokenKeeper tokens;
    private final Synchronising synchronising;
    private final PlatformCalls platform;
    private final ZaloBot bot;
    private final Vault vault;
    private final Intake intake;
    private final Mending mending;
    private final Clock clock;

    @Activate
    public UpkeepJob(
            @Reference JpaConnectionStore connections,
            @Reference TokenKeeper tokens,
            @Reference Synchronising synchronising,
            @Reference PlatformCalls platform,
            @Reference ZaloBot bot,
            @Reference Vault vault,
            @Reference Intake intake,
            @Reference Mending mending,
            @Reference Clock clock) {
        this.connections = connections;
        this.tokens = tokens;
        this.synchronising = synchronising;
        this.platform = platform;
        this.bot = bot;
        this.vault = vault;
        this.intake = intake;
        this.mending = mending;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "messenger.upkeep";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        tokens.settleStuck();
        for (String id : connections.endingBefore(clock.instant().plus(AHEAD))) {
            connections.find(id).filter(this::callable).ifPresent(this::refresh);
        }
        for (String id : connections.polled()) {
            connections.find(id).filter(this::callable).ifPresent(this::fetch);
        }
        synchronising.run();
        intake.noteRefused();
        intake.forget();
        mending.run();
    }

    private boolean callable(Connection connection) {
        return connection
                .health()
                .pausedUntil()
                .map(until -> !until.isAfter(clock.instant()))
                .orElse(true);
    }

    private void refresh(Connection connection) {
        try {
            platform.noted(connection, () -> {
                tokens.refreshAhead(connection);
                return connection;
            });
        } catch (ProviderFailure failure) {
            // said at the connection
        }
    }

    private void fetch(Connection connection) {
        try {
            for (int i = 0; i < MOST_UPDATES; i++) {
                var updates = platform.noted(
                        connection,
                        () -> bot.updates(vault.keys(connection.id()).token()));
                updates.forEach(update -> intake.fetched(connection, update));
                if (updates.isEmpty()) {
                    return;
                }
            }
        } catch (ProviderFailure failure) {
            // said at the connection
        }
    }
}
