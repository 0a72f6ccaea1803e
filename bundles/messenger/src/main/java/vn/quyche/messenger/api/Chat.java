package vn.quyche.messenger.api;

import java.time.Instant;
import java.util.Optional;

/**
 * A group or channel on a platform.
 *
 * @param id its id here
 * @param connectionId the connection through which it is seen
 * @param externalId its id on the platform
 * @param name its name there
 * @param groupId the official group to which it is tied; empty for none
 * @param announces whether directives of that group are announced in it
 * @param active whether it still exists on the platform
 * @param link the address by which it is joined
 * @param members how many are in it; zero where the platform does not tell
 * @param endsAt when the platform dissolves it
 * @param synchronisedAt when its members were last read
 * @param syncError the key of why they could not be read; empty when they could
 * @param createdAt when it was first seen
 * @param version grows with each change by a person
 */
public record Chat(
        String id,
        String connectionId,
        String externalId,
        String name,
        String groupId,
        boolean announces,
        boolean active,
        String link,
        int members,
        Optional<Instant> endsAt,
        Optional<Instant> synchronisedAt,
        String syncError,
        Instant createdAt,
        long version) {}
