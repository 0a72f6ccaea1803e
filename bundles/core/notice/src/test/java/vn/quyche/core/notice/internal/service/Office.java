package vn.quyche.core.notice.internal.service;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.quyche.core.api.audit.AuditLog;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.notice.internal.store.JpaCalendarStore;
import vn.quyche.core.notice.internal.store.JpaDigestStore;
import vn.quyche.core.notice.internal.store.JpaNoticeStore;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** The bundle's services over one database, as one node has them. */
public final class Office implements AuditLog {

    public final TestClock clock;
    public final TestUnit unit;
    public final JpaNoticeStore store;
    public final JpaCalendarStore calendars;
    public final JpaDigestStore digests;
    public final LiveNotices live;
    public final DefaultNotices notices;
    public final List<Entry> audited = new CopyOnWriteArrayList<>();
    private final Ids ids;

    /** A node with a database of its own. */
    public static Office of(TestDatabase db, TestClock clock) {
        return new Office(db, TestUnit.of(db, "notice"), clock, new SequentialIds());
    }

    /** Another node over the same database. */
    public Office otherNode(TestDatabase db) {
        return new Office(db, unit, clock, ids);
    }

    private Office(TestDatabase db, TestUnit unit, TestClock clock, Ids ids) {
        this.clock = clock;
        this.unit = unit;
        this.ids = ids;
        this.store = new JpaNoticeStore(unit.jpa());
        this.calendars = new JpaCalendarStore(unit.jpa());
        this.digests = new JpaDigestStore(unit.jpa());
        this.live = new LiveNotices(store, clock);
        db.onClose(live::close);
        this.notices = new DefaultNotices(store, calendars, live, this, unit.tx(), ids, clock);
    }

    @Override
    public void done(Caller caller, Entry entry) {
        audited.add(entry);
    }

    @Override
    public void refused(Caller caller, Entry entry, String code, String clause) {
        throw new UnsupportedOperationException();
    }
}
