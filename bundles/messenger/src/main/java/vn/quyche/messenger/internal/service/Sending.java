package vn.quyche.messenger.internal.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.messenger.api.Chat;
import vn.quyche.messenger.api.Connection;
import vn.quyche.messenger.api.Delivery;
import vn.quyche.messenger.internal.model.Retries;
import vn.quyche.messenger.internal.provider.ProviderFailure;
import vn.quyche.messenger.internal.store.JpaChatStore;
import vn.quyche.messenger.internal.store.JpaConnectionStore;
import vn.quyche.messenger.internal.store.JpaDeliveryStore;

/**
 * Sends what waits. Each post is taken by one node, sent, and its end stored. What a platform may have taken without saying so
 * is sent again: a text may stand twice in a chat, but none is lost; it bears its number.
 */
@Component(service = Sending.class)
public final class Sending {

    /** Whoever takes a post and dies leaves it to others after this. */
    private static final Duration LEFT_AFTER = Duration.ofMinutes(3);
    /** How often a run comes. */
    public static final Duration EVERY = Duration.ofSeconds(5);

    private final JpaDeliveryStore deliveries;
    private final JpaConnectionStore connections;
    private final JpaChatStore chats;
    private final PlatformCalls platform;
    private final MessengerSettings settings;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public Sending(
            @Reference JpaDeliveryStore deliveries,
            @Reference JpaConnectionStore connections,
            @Reference JpaChatStore chats,
            @Reference PlatformCalls platform,
            @Reference MessengerSettings settings,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.deliveries = deliveries;
        this.connections = connections;
        this.chats = chats;
        this.platform = platform;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Lets a text be posted, in the running transaction.
     *
     * @param onceKey the same for the same thing, so that it is posted once
     * @return the id of the delivery; empty when it was asked for already
     */
    public Optional<String> ask(Chat chat, Delivery.Purpose purpose, String subjectId, String text, String onceKey) {
        Instant now = clock.instant();
        Delivery delivery = new Delivery(
                ids.next(),
                chat.connectionId(),
                chat.id(),
                purpose,
                subjectId,
                text,
                Delivery.State.WAITING,
                0,
                now,
                "",
                "",
                "",
                now,
                Optional.empty());
        return deliveries.insert(delivery, onceKey) ? Optional.of(delivery.id()) : Optional.empty();
    }

    /**
     * What waits to be posted is no longer true, in the running transaction.
     *
     * @return whether nobody can have seen it
     */
    public boolean takeBack(String onceKey) {
        return deliveries.giveUp(onceKey);
    }

    /** Sends what is due, as much as platforms take in the time between two runs. */
    public void run() {
        int most = Math.max(1, (int) (settings.postsPerMinute() * EVERY.toSeconds() / 60));
        for (String connectionId : deliveries.connectionsDue(clock.instant())) {
            connections.find(connectionId).filter(this::callable).ifPresent(connection -> send(connection, most));
        }
    }

    private boolean callable(Connection connection) {
        return connection.on()
                && connection
                        .health()
                        .pausedUntil()
                        .map(until -> !until.isAfter(clock.instant()))
                        .orElse(true);
    }

    private void send(Connection connection, int most) {
        for (JpaDeliveryStore.Due due : deliveries.due(connection.id(), clock.instant(), most)) {
            if (deliveries.take(due, clock.instant().plus(LEFT_AFTER)) && !send(connection, due.delivery())) {
                return;
            }
        }
    }

    /** @return whether the next one may follow at once */
    private boolean send(Connection connection, Delivery delivery) {
        if (late(delivery)) {
            deliveries.failed(delivery.id(), Optional.empty(), true, "messenger.too-late", "");
            return true;
        }
        Optional<Chat> chat = chats.find(delivery.chatId()).filter(Chat::active);
        if (chat.isEmpty()) {
            deliveries.failed(delivery.id(), Optional.empty(), true, "messenger.chat-gone", "");
            return true;
        }
        try {
            String message = platform.post(connection, chat.get(), delivery.text());
            deliveries.sent(delivery.id(), message, clock.instant());
            return true;
        } catch (ProviderFailure failure) {
            failed(delivery, failure);
            return failure.kind() == ProviderFailure.Kind.REFUSED;
        }
    }

    private boolean late(Delivery delivery) {
        return delivery.createdAt().plus(Retries.TOO_LATE).isBefore(clock.instant());
    }

    private void failed(Delivery delivery, ProviderFailure failure) {
        Instant now = clock.instant();
        boolean late = late(delivery);
        switch (failure.kind()) {
            case REFUSED -> deliveries.failed(delivery.id(), Optional.empty(), true, failure.code(), failure.detail());
            case LIMITED ->
                deliveries.failed(
                        delivery.id(),
                        late ? Optional.empty() : failure.pause().map(now::plus),
                        false,
                        failure.code(),
                        failure.detail());
            case TOKEN ->
                deliveries.failed(
                        delivery.id(),
                        late ? Optional.empty() : Optional.of(now.plus(Retries.MENDING)),
                        false,
                        failure.code(),
                        failure.detail());
            case NOT_SENT, UNCERTAIN ->
                deliveries.failed(
                        delivery.id(),
                        Retries.sending(delivery.attempts() + 1, now),
                        true,
                        failure.code(),
                        failure.detail());
        }
    }
}
