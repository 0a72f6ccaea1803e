package vn.quyche.core.api.notice;

import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/** Sends notices and shows them to their readers. */
@ProviderType
public interface Notices {

    /** Stores notices in the running transaction (or one of its own) and shows them live after the commit. */
    void send(Collection<NewNotice> notices);

    /** The caller's own notices, newest first. */
    Page<Notice> list(Caller caller, boolean unreadOnly, PageRequest page);

    /**
     * One of the caller's own notices.
     *
     * @throws vn.quyche.core.api.error.NotFound {@code notice.not-found}, also when it is another's
     */
    Notice get(Caller caller, String noticeId);

    /** How many of the caller's notices are unread. */
    int unread(Caller caller);

    /** Marks one of the caller's notices as read; again does nothing. */
    void read(Caller caller, String noticeId);

    /** Marks all of the caller's notices as read. */
    void readAll(Caller caller);

    /** The secret address part of the caller's calendar feed of duties; made when there is none. */
    String calendarKey(Caller caller);

    /** Makes a new calendar address; the old one stops working. */
    String renewCalendarKey(Caller caller);
}
