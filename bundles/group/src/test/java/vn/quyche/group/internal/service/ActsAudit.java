package vn.quyche.group.internal.service;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.api.audit.AuditTrail;
import vn.quyche.core.api.security.Caller;
import vn.quyche.testkit.TestActs;

/** The history of things, as {@link TestActs} remembers it; each line has a seal made up from its place. */
final class ActsAudit implements AuditTrail {

    private final TestActs acts;
    private final Clock clock;

    ActsAudit(TestActs acts, Clock clock) {
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public Page<AuditLine> history(String subjectType, String subjectId, PageRequest page) {
        List<AuditLine> lines = new ArrayList<>();
        List<TestActs.Done> done = acts.done();
        for (int number = 0; number < done.size(); number++) {
            if (done.get(number).subjectId().equals(subjectId)) {
                lines.add(line(number, done.get(number), subjectType));
            }
        }
        Collections.reverse(lines);
        return new Page<>(lines, Optional.empty());
    }

    private AuditLine line(int number, TestActs.Done done, String subjectType) {
        Caller caller = done.caller();
        return new AuditLine(
                "line-" + number,
                Optional.of((long) number),
                clock.instant(),
                caller.accountId(),
                caller.personId(),
                caller.name(),
                caller.door().name(),
                "",
                "",
                done.action(),
                subjectType,
                done.subjectId(),
                AuditLine.Outcome.DONE,
                "",
                "",
                "",
                "",
                done.note(),
                "%064x".formatted(number));
    }

    @Override
    public AuditLine get(Caller caller, String lineId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<AuditLine> list(Caller caller, Query query, PageRequest page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Verification verify(Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LastVerification> lastVerification(Caller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Export prepareExport(Caller caller, Query query) {
        throw new UnsupportedOperationException();
    }
}
