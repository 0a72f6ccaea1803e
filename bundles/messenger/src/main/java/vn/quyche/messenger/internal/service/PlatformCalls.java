package vn.quyche.messenger.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.ConnectionKind;
import vn.quyche.messenger.internal.provider.ProviderFailure;
import vn.quyche.messenger.internal.provider.ViberChannel;
import vn.quyche.messenger.internal.provider.ZaloBot;
import vn.quyche.messenger.internal.provider.ZaloOa;
import vn.quyche.messenger.internal.store.JpaConnectionStore;

/** Calls the platform that a connection speaks to, and remembers how it went. Outside of transactions only. */
@Component(service = PlatformCalls.class)
public final class PlatformCalls {

    private static final Duration SILENT = Duration.ofMinutes(1);

    private final ZaloBot bot;
    private final ZaloOa oa;
    private final ViberChannel viber;
    private final TokenKeeper tokens;
    private final Vault vault;
    private final JpaConnectionStore connections;
    private final MessengerSettings settings;
    private final Clock clock;

    @Activate
    public PlatformCalls(
            @Reference ZaloBot bot,
            @Reference ZaloOa oa,
            @Reference ViberChannel viber,
            @Reference TokenKeeper tokens,
            @Reference Vault vault,
            @Reference JpaConnectionStore connections,
            @Reference MessengerSettings settings,
            @Reference Clock clock) {
        this.bot = bot;
        this.oa = oa;
        this.viber = viber;
        this.tokens = tokens;
        this.vault = vault;
        this.connections = connections;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks the platform for the name of the account, and tells it where to send events. */
    public String greet(Connection connection) {
        String hook = settings.baseUrl().isEmpty() ? "" : settings.baseUrl() + connection.hookPath();
        return noted(connection, () -> switch (connection.kind()) {
            case ZALO_BOT -> {
                Vault.Keys keys = vault.keys(connection.id());
                String name = bot.name(keys.token());
                if (!hook.isEmpty() && !connection.polled()) {
                    bot.setWebhook(keys.token(), hook, keys.hookSecret());
                }
                yield name;
            }
            // where an official account sends its events is said on the platform's own pages
            case ZALO_OA -> tokens.with(connection, oa::name);
            case VIBER_CHANNEL -> {
                String token = vault.keys(connection.id()).token();
                String name = viber.name(token);
                if (!hook.isEmpty()) {
                    viber.setWebhook(token, hook);
                }
                yield name;
            }
        });
    }

    /**
     * Tells the platform that the school listens no longer; it would go on sending what people write. What an official account
     * sends is switched off on the platform's own pages.
     */
    public void farewell(Connection connection) {
        String token = vault.keys(connection.id()).token();
        switch (connection.kind()) {
            case ZALO_BOT -> bot.deleteWebhook(token);
            case VIBER_CHANNEL -> viber.deleteWebhook(token);
            case ZALO_OA -> {
                // nothing to call
            }
        }
    }

    /** Posts a text into a chat; gives the id of the message. */
    public String post(Connection connection, Chat chat, String text) {
        return noted(connection, () -> switch (connection.kind()) {
            case ZALO_BOT -> bot.post(vault.keys(connection.id()).token(), chat.externalId(), text);
            case ZALO_OA -> tokens.with(connection, token -> oa.post(token, chat.externalId(), text));
            case VIBER_CHANNEL -> viber.post(vault.keys(connection.id()).token(), connection.accountId(), text);
        });
    }

    /** Something that only an official account can do. */
    public <T> T asAccount(Connection connection, java.util.function.Function<String, T> call) {
        if (connection.kind() != ConnectionKind.ZALO_OA) {
            throw new IllegalArgumentException(connection.kind().name());
        }
        return noted(connection, () -> tokens.with(connection, call));
    }

    /** Makes a call and remembers how it went. */
    public <T> T noted(Connection connection, Supplier<T> call) {
        try {
            T answer = opened(call);
            connections.worked(connection.id(), clock.instant());
            return answer;
        } catch (ProviderFailure failure) {
            Instant now = clock.instant();
            connections.failed(connection.id(), now, failure.code(), failure.detail());
            if (failure.kind() == ProviderFailure.Kind.LIMITED) {
                connections.pause(connection.id(), now.plus(failure.pause().orElse(SILENT)));
            } else if (failure.kind() == ProviderFailure.Kind.UNCERTAIN
                    || failure.kind() == ProviderFailure.Kind.NOT_SENT) {
                // a platform that hangs must not hold up everything else that the school does in the background
                connections.pause(connection.id(), now.plus(Duration.ofSeconds(30)));
            }
            throw failure;
        }
    }

    /** A secret that cannot be opened is mended by a person, like a token that is refused. */
    private static <T> T opened(Supplier<T> call) {
        try {
            return call.get();
        } catch (Unavailable closed) {
            throw new ProviderFailure(ProviderFailure.Kind.TOKEN, closed.code(), "", Optional.empty(), closed);
        }
    }

    /** What a person is told when the platform did not do what they asked. */
    public static Unavailable told(ProviderFailure failure) {
        return new Unavailable(failure.code(), failure, failure.detail());
    }
}
