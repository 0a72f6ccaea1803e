package vn.quyche.messenger.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A post on its way to a platform.
 *
 * @param id its id
 * @param connectionId through which connection
 * @param chatId to which chat
 * @param purpose why
 * @param subjectId the directive that it announces; empty for others
 * @param text what it says
 * @param state where it stands
 * @param attempts how often it was sent
 * @param nextAt when it is tried next
 * @param error the key of the last error; empty for none
 * @param detail what the platform said
 * @param externalId its id on the platform
 * @param createdAt when it was asked for
 * @param sentAt when the platform took it
 */
public record Delivery(
        String id,
        String connectionId,
        String chatId,
        Purpose purpose,
        String subjectId,
        String text,
        State state,
        int attempts,
        Instant nextAt,
        String error,
        String detail,
        String externalId,
        Instant createdAt,
        Optional<Instant> sentAt) {

    /** The same for somebody who may not read it. */
    public Delivery withoutText() {
        return new Delivery(
                id,
                connectionId,
                chatId,
                purpose,
                subjectId,
                "",
                state,
                attempts,
                nextAt,
                error,
                detail,
                externalId,
                createdAt,
                sentAt);
    }

    /** Why something is posted. */
    public enum Purpose {
        DIRECTIVE,
        WITHDRAWAL,
        MESSAGE
    }

    /** Where a post stands. */
    public enum State {
        WAITING,
        SENT,
        /** Given up; a person may send it again. */
        DEAD,
        /** A person gave it up. */
        DISCARDED
    }
}
