package vn.quyche.core.api.notice.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.notice.Notice;

/**
 * Tells of a person's notices as they come, from whichever node. Implemented by {@code core.notice}, read by the event
 * stream of {@code core.web}, which owns the connection and its heartbeat.
 */
@ProviderType
public interface LiveFeed {

    /** Where notices go. */
    @ConsumerType
    @FunctionalInterface
    interface Sink {

        /**
         * Takes a notice; quick, and never at the same time as another call for the same subscription. A sink that throws
         * is closed.
         *
         * @param notice the notice; its id is the id of the event
         * @param unread how many notices of the person are unread now
         */
        void push(Notice notice, int unread);
    }

    /** A running subscription; closing it twice does nothing. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Starts to tell.
     *
     * @param personId whose notices
     * @param lastEventId the last id that the client saw: what came since, and is unread, is told first. A notice whose
     *     transaction was slow may come after one with a greater id, hence the seconds before {@code lastEventId} are told
     *     again: the page leaves out ids that it has shown. An id that is none counts as empty
     * @param sink where to
     */
    Subscription subscribe(String personId, Optional<String> lastEventId, Sink sink);
}
