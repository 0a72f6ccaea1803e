package vn.quyche.group.internal.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.DutySummaries;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.notice.Notices;
import vn.quyche.core.api.persistence.spi.Job;
import vn.quyche.core.compliance.internal.job.RemindJob;
import vn.quyche.core.compliance.internal.model.PackReader;
import vn.quyche.core.compliance.internal.service.DefaultDuties;
import vn.quyche.core.compliance.internal.service.DefaultDutySummaries;
import vn.quyche.core.compliance.internal.service.PackRegulations;
import vn.quyche.core.compliance.internal.store.JpaDutyStore;
import vn.quyche.core.compliance.internal.store.JpaDutySummaryStore;
import vn.quyche.core.compliance.internal.store.JpaRegulationStore;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestEvents;
import vn.quyche.testkit.TestUnit;

/** The duty engine as it runs in a school, over the database of a test: what it does is kept and sent as it would be there. */
public final class DutyEngine {

    public final Duties duties;
    public final DutySummaries summaries;
    final Job reminding;

    /** Opens the engine beside the unit of the test. */
    public DutyEngine(TestDatabase db, TestAccess access, Directory directory, Notices notices, Clock clock) {
        TestUnit unit = TestUnit.of(db, "compliance");
        JpaDutyStore store = new JpaDutyStore(unit.jpa());
        PackRegulations regulations = new PackRegulations(
                List.of(PackReader.read("compliance", pack())), new JpaRegulationStore(unit.jpa()), clock);
        duties = new DefaultDuties(
                store, regulations, new TestActs(access, unit.tx()), access, unit.tx(), new SequentialIds(), clock);
        summaries = new DefaultDutySummaries(access, new JpaDutySummaryStore(unit.jpa()), directory, clock);
        reminding = new RemindJob(store, regulations, notices, new TestEvents(), directory, unit.tx(), clock);
    }

    /** Every duty there is, by due time. */
    List<Duty> all() {
        Duties.Query everything = new Duties.Query(
                Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
        return Page.every(page -> duties.list(TestCaller.system(), everything, page))
                .toList();
    }

    /** Of the bundle of the engine: the one under test has a pack, too. */
    private static byte[] pack() {
        String engine = PackReader.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        try {
            for (URL pack : Collections.list(PackReader.class.getClassLoader().getResources("regulation/pack.json"))) {
                if (pack.toString().contains(engine)) {
                    try (InputStream in = pack.openStream()) {
                        return in.readAllBytes();
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("no pack in " + engine);
    }
}
