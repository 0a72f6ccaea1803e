package vn.quyche.core.audit.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.audit.AuditLine;
import vn.quyche.core.api.audit.AuditLine.Outcome;
import vn.quyche.core.api.audit.AuditLog.Entry;
import vn.quyche.core.api.audit.AuditTrail.Query;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.security.Caller;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestDatabase;

class DefaultAuditLogTest {

    private static final Caller LAN = TestCaller.person("lan");

    @TempDir
    Path folder;

    @OnEachDatabase
    void writesWhoDidWhatToWhat(TestDatabase db) {
        Log log = new Log(db, folder);
        log.log.refused(
                LAN,
                new Entry("group.issue-directive", "group.directive", "d1", null, null, ""),
                "group.too-many",
                "BC.6.8");
        AuditLine line =
                log.trail.list(LAN, Query.all(), PageRequest.first()).items().get(0);
        assertThat(line.at()).isEqualTo(log.clock.instant());
        assertThat(line.accountId()).isEqualTo("account-lan");
        assertThat(line.personId()).contains("lan");
        assertThat(line.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(line.code()).isEqualTo("group.too-many");
        assertThat(line.clause()).isEqualTo("BC.6.8");
        assertThat(line.number()).isEmpty();
        assertThat(log.trail.get(LAN, line.id())).isEqualTo(line);
    }

    @OnEachDatabase
    void takesHostileText(TestDatabase db) {
        Log log = new Log(db, folder);
        String hostile = "\u0000\ud800'; drop table q_audit.audit_line; --" + "ữ".repeat(40_000);
        log.log.done(LAN, new Entry("group.x", hostile, hostile, Map.of("a", hostile), List.of(hostile), hostile));
        log.sealer.run();
        assertThat(log.verifier.run().findings()).isEmpty();
        AuditLine line =
                log.trail.list(LAN, Query.all(), PageRequest.first()).items().get(0);
        assertThat(line.after()).startsWith("{\"length\":40052,\"sha256\":\"").contains("drop table");
    }

    @OnEachDatabase
    void keepsSecretsOut(TestDatabase db) {
        Log log = new Log(db, folder);
        record Form(String userName, String newPassword, String apiToken, String secretary, Map<String, String> more) {}
        Form form = new Form("lan", "Hoa-sen-2026", "qt_abc", "Cô Mai", Map.of("clientSecret", "xyz"));
        log.log.done(LAN, new Entry("x.y", "t", "s", form, null, ""));
        AuditLine line =
                log.trail.list(LAN, Query.all(), PageRequest.first()).items().get(0);
        assertThat(line.before())
                .isEqualTo(
                        "{\"userName\":\"lan\",\"newPassword\":\"***\",\"apiToken\":\"***\",\"secretary\":\"Cô Mai\","
                                + "\"more\":{\"clientSecret\":\"***\"}}");
    }

    @OnEachDatabase
    void goesWithTheTransactionThatRollsBack(TestDatabase db) {
        Log log = new Log(db, folder);
        assertThatThrownBy(() -> log.unit.tx().run(() -> {
                    log.done(LAN, "group.x", "s");
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(log.number("select count(*) from q_audit.audit_line")).isZero();
    }

    @OnEachDatabase
    void numbersLinesWithoutGapInTheOrderOfTheirIds(TestDatabase db) {
        Log log = new Log(db, folder).write(2345);
        log.sealer.run();
        log.write(10);
        log.sealer.run();
        assertThat(log.number("select count(*) from q_audit.audit_line where seal_no between 1 and 2355"))
                .isEqualTo(2355);
        assertThat(log.store.sealed(0, 2355, 3000))
                .extracting(line -> line.line().id())
                .isSorted();
        assertThat(log.number("select count(*) from q_audit.chain_checkpoint")).isEqualTo(2);
        assertThat(log.verifier.run().findings()).isEmpty();
    }

    @OnEachDatabase
    @Timeout(60)
    void sealsALineThatWasCommittedLateBehindLaterOnes(TestDatabase db) throws Exception {
        Log log = new Log(db, folder);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService late = Executors.newSingleThreadExecutor();
        try {
            var running = late.submit(() -> log.unit.tx().run(() -> {
                log.done(LAN, "group.late", "late");
                written.countDown();
                await(commit);
            }));
            written.await();
            log.done(LAN, "group.early", "early");
            if (db.isPostgres()) {
                log.sealer.run();
                assertThat(log.store.head().number()).isEqualTo(1);
            }
            commit.countDown();
            running.get();
            log.sealer.run();
            assertThat(log.store.head().number()).isEqualTo(2);
            assertThat(log.verifier.run().findings()).isEmpty();
        } finally {
            commit.countDown();
            late.shutdown();
        }
    }

    @OnEachDatabase
    @Timeout(60)
    void sealsOnceWhenTwoNodesSealAtATime(TestDatabase db) throws Exception {
        Log log = new Log(db, folder).write(3000);
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        for (int i = 0; i < 3; i++) {
            nodes.submit(() -> log.sealer.run());
        }
        nodes.shutdown();
        assertThat(nodes.awaitTermination(50, TimeUnit.SECONDS)).isTrue();
        log.sealer.run();
        assertThat(log.store.head().number()).isEqualTo(3000);
        assertThat(log.verifier.run()).isEqualTo(new Verifier.Result(3000, 0, List.of()));
    }

    @OnEachDatabase
    void pagesNewestFirstByKey(TestDatabase db) {
        Log log = new Log(db, folder).write(25);
        Set<String> seen = new HashSet<>();
        Page<AuditLine> page = log.trail.list(LAN, Query.all(), PageRequest.first(10));
        assertThat(page.items().get(0).id()).isEqualTo(SequentialIds.id(25));
        while (true) {
            page.items().forEach(line -> assertThat(seen.add(line.id())).isTrue());
            if (page.next().isEmpty()) {
                break;
            }
            page = log.trail.list(LAN, Query.all(), new PageRequest(10, page.next()));
        }
        assertThat(seen).hasSize(25);
    }

    @OnEachDatabase
    void isSortedByTheNewestFirstAndByNothingElse(TestDatabase db) {
        Log log = new Log(db, folder).write(5);

        assertThat(Pages.read("-time", page -> log.trail.list(LAN, Query.all(), page)))
                .hasSize(5)
                .isSortedAccordingTo((a, b) -> b.id().compareTo(a.id()));
        for (String word : List.of("time", "person", "-action")) {
            assertThatThrownBy(() ->
                            log.trail.list(LAN, Query.all(), PageRequest.first().sorted(word)))
                    .isInstanceOfSatisfying(
                            Invalid.class, e -> assertThat(e.args()).containsExactly("-time"));
        }
    }

    @OnEachDatabase
    void filtersByThePartOfAnAction(TestDatabase db) {
        Log log = new Log(db, folder);
        for (String action : List.of(
                "group.read.all",
                "group.read-one",
                "group.ready",
                "groupread.one",
                "group.read.one",
                "group.read.all")) {
            log.done(LAN, action, "d1");
        }
        Optional<String> none = Optional.empty();
        Query part = query(none, Optional.of("group.read."), none, Optional.empty());
        assertThat(actions(log, part)).containsExactly("group.read.all", "group.read.one", "group.read.all");
        Page<AuditLine> first = log.trail.list(LAN, part, PageRequest.first(2));
        assertThat(first.items()).hasSize(2);
        assertThat(log.trail.list(LAN, part, new PageRequest(2, first.next())).items())
                .hasSize(1);
        assertThat(actions(log, query(none, Optional.of("group.write."), none, Optional.empty())))
                .isEmpty();
    }

    @OnEachDatabase
    void filters(TestDatabase db) {
        Log log = new Log(db, folder);
        log.done(LAN, "group.issue-directive", "d1");
        log.done(TestCaller.person("minh"), "group.archive", "d1");
        log.done(TestCaller.person("minh"), "groups.other", "d2");
        log.log.refused(LAN, new Entry("mail.send", "mail.message", "m1", null, null, ""), "mail.no", "");
        Optional<String> none = Optional.empty();
        assertThat(actions(log, query(Optional.of("minh"), none, none, Optional.empty())))
                .containsExactly("groups.other", "group.archive");
        assertThat(actions(log, query(none, Optional.of("group."), none, Optional.empty())))
                .containsExactly("group.archive", "group.issue-directive");
        assertThat(actions(log, query(none, Optional.of("group.archive"), none, Optional.empty())))
                .containsExactly("group.archive");
        assertThat(actions(log, query(none, none, Optional.of("d1"), Optional.empty())))
                .containsExactly("group.archive", "group.issue-directive");
        assertThat(actions(log, query(none, none, none, Optional.of(Outcome.REFUSED))))
                .containsExactly("mail.send");
        assertThat(log.trail
                        .history("group.directive", "d1", PageRequest.first())
                        .items())
                .hasSize(2);
    }

    @OnEachDatabase
    void refusesATimeRangeThatRunsBackwards(TestDatabase db) {
        Log log = new Log(db, folder);
        Query query = new Query(
                Optional.of(log.clock.instant()),
                Optional.of(log.clock.instant().minusSeconds(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> log.trail.list(LAN, query, PageRequest.first()))
                .isInstanceOf(Invalid.class);
    }

    @OnEachDatabase
    void exportsInChainOrderWithAClosingLine(TestDatabase db) {
        Log log = new Log(db, folder).write(1203);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        log.trail.export(LAN, Query.all(), out);
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\n");
        assertThat(lines).hasSize(1204);
        assertThat(lines[0]).startsWith("{\"id\":\"" + SequentialIds.id(1) + "\",\"number\":1,");
        assertThat(lines[1203])
                .isEqualTo("{\"count\":1203,\"lastHash\":\"" + log.store.head().hash() + "\"}");
        assertThat(log.acts.lastDone().action()).isEqualTo("audit.export");
    }

    @OnEachDatabase
    void refusesWhoLacksThePermission(TestDatabase db) {
        Log log = new Log(db, folder);
        TestAccess nobody = TestAccess.nothing();
        DefaultAuditTrail trail = new DefaultAuditTrail(
                nobody, new TestActs(nobody, log.unit.tx()), log.store, log.sealer, log.verifications);
        assertThatThrownBy(() -> trail.list(LAN, Query.all(), PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> trail.get(LAN, "x")).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> trail.verify(LAN)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> trail.lastVerification(LAN)).isInstanceOf(Forbidden.class);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> trail.export(LAN, Query.all(), out)).isInstanceOf(Forbidden.class);
        assertThat(out.size()).isZero();
    }

    @OnEachDatabase
    void remembersTheLastVerification(TestDatabase db) {
        Log log = new Log(db, folder).write(5);
        log.trail.verify(LAN);
        log.sql("update q_audit.audit_line set note = 'khác' where seal_no = 2");
        log.clock.advance(Duration.ofDays(1));
        log.trail.verify(LAN);
        assertThat(log.trail.lastVerification(LAN)).hasValueSatisfying(last -> {
            assertThat(last.at()).isEqualTo(log.clock.instant());
            assertThat(last.lines()).isEqualTo(5);
            assertThat(last.faults()).isEqualTo(1);
            assertThat(last.firstFault()).isEqualTo("audit.fault.altered[2]");
        });
    }

    @OnEachDatabase
    void notesTheEndOfTheChainInTheFileOnceAMinute(TestDatabase db) throws Exception {
        Log log = new Log(db, folder);
        for (int i = 0; i < 5; i++) {
            log.write(1);
            log.sealer.run();
            log.clock.advance(Duration.ofSeconds(1));
        }
        log.clock.advance(Duration.ofMinutes(1));
        log.sealer.run();
        assertThat(Files.readAllLines(folder.resolve("audit/checkpoints.log")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("5 " + log.store.head().hash());
    }

    private static Query query(
            Optional<String> person, Optional<String> action, Optional<String> subjectId, Optional<Outcome> outcome) {
        return new Query(Optional.empty(), Optional.empty(), person, action, Optional.empty(), subjectId, outcome);
    }

    private static List<String> actions(Log log, Query query) {
        return log.trail.list(LAN, query, PageRequest.first()).items().stream()
                .map(AuditLine::action)
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
