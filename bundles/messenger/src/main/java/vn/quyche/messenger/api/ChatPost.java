package vn.quyche.messenger.api;

import java.time.Instant;

/**
 * A post that was seen in a chat.
 *
 * @param id its id
 * @param externalId its id on the platform
 * @param senderId who posted it, as the platform knows them
 * @param senderName the name shown there
 * @param kind text, image, file …, as the platform says
 * @param own whether the school's account posted it
 * @param text what is addressed to the bot; empty for all other posts, of which only the hash is kept
 * @param sha256 hex SHA-256 of the text, so that a copy can be compared
 * @param flagged the clause against which the text speaks; then it is not kept
 * @param at when it was posted
 */
public record ChatPost(
        String id,
        String externalId,
        String senderId,
        String senderName,
        String kind,
        boolean own,
        String text,
        String sha256,
        String flagged,
        Instant at) {}
