package vn.quyche.core.compliance.internal.job;

import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.notice.Notice;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.security.Caller;

/** Notices of which a test needs only the sending. */
abstract class NoticesStub implements Notices {

    @Override
    public Page<Notice> list(Caller caller, boolean unreadOnly, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Notice get(Caller caller, String noticeId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int unread(Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void read(Caller caller, String noticeId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void readAll(Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String calendarKey(Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String renewCalendarKey(Caller caller) {
        throw new UnsupportedOperationException();
    }
}
