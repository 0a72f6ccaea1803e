package vn.quyche.core.api.messenger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the platforms tell of official groups through their official interfaces. It asks nobody for permission: whoever shows
 * it has checked that the reader may see the group.
 */
@ProviderType
public interface GroupPlatform {

    /** How much is seen of a group; a group without connection is declared by its leader alone. */
    enum Level {
        /** Posts into the group, and sees what is addressed to the bot. */
        BOT,
        /** Members and messages come from the platform. */
        SYNCHRONISED
    }

    /** How a connection fares. */
    enum State {
        WORKING,
        /** Something failed that a person should look at. */
        TROUBLED,
        OFF
    }

    /**
     * Where the group on its platform differs from its rule. Clauses BC.1.2 and BC.4.5.
     *
     * @param personId who; empty for somebody who is not known
     * @param name the name of the person, or the one shown on the platform
     * @param kind what differs
     */
    record Difference(String personId, String name, Kind kind) {

        /** What differs. */
        public enum Kind {
            /** Belongs by the rule, and is not in the group. */
            MISSING,
            /** Is in the group, and does not belong by the rule. */
            SURPLUS,
            /** Is in the group, and nobody has said who it is. */
            UNKNOWN
        }
    }

    /**
     * A group on a platform that is tied to an official group.
     *
     * @param chatId its id here
     * @param connection the name of the connection
     * @param level how much is seen of it
     * @param state how the connection fares
     * @param trouble the key of what is wrong; empty when nothing is
     * @param name its name on the platform
     * @param synchronisedAt when its members were last read; empty for {@link Level#BOT}
     * @param members how many are in it; zero for {@link Level#BOT}
     * @param posts how many posts were seen within the last 30 days
     * @param lastPostAt when the last one was seen
     * @param announces whether directives are announced there
     * @param differences to the rule; empty for {@link Level#BOT}
     * @param link the path of its page
     */
    record Connected(
            String chatId,
            String connection,
            Level level,
            State state,
            String trouble,
            String name,
            Optional<Instant> synchronisedAt,
            int members,
            int posts,
            Optional<Instant> lastPostAt,
            boolean announces,
            List<Difference> differences,
            String link) {

        public Connected {
            differences = List.copyOf(differences);
        }
    }

    /** What is tied to an official group; empty when nothing is. */
    List<Connected> of(String groupId);
}
