package vn.quyche.core.compliance.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.print.Printer;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.compliance.internal.model.EvidenceFile;
import vn.quyche.core.compliance.internal.model.EvidenceFile.State;
import vn.quyche.core.compliance.internal.model.EvidenceFileQuery;
import vn.quyche.core.compliance.internal.service.EvidenceFiles.Progress;
import vn.quyche.core.compliance.internal.store.JpaEvidenceFileStore;
import vn.quyche.testkit.FakeAttachments;
import vn.quyche.testkit.FakePrinter;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.Pages;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class EvidenceFilesTest {

    private static final Caller HEAD = TestCaller.person("head");
    private static final DaySpan OCTOBER = new DaySpan(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 30));

    private final TestClock clock = TestClock.at("2026-10-30T08:00:00+07:00");
    private final FakePrinter papers = new FakePrinter();
    private FakeAttachments attachments;

    @OnEachDatabase
    void theFileHoldsTheReportTheTablesAndTheHashOfEach(TestDatabase db) throws Exception {
        StandingDesk desk = desk(db);
        EvidenceFiles files = files(desk, papers);
        String id = files.start(HEAD, "once", "TA", OCTOBER);
        assertThat(files.start(HEAD, "once", "TA", OCTOBER)).isEqualTo(id);
        Progress ready = ended(files, id);

        assertThat(ready.file().state()).isEqualTo(State.READY);
        Map<String, byte[]> entries = unpacked(files, id);
        assertThat(entries.keySet())
                .containsExactly("minh-chung/TA.12a.csv", "dieu-khoan.csv", "bao-cao.pdf", "manifest.json");
        JsonNode manifest = new JsonMapper().readTree(entries.get("manifest.json"));
        assertThat(manifest.path("format").asText()).isEqualTo("quyche-evidence/1");
        assertThat(manifest.path("files")).hasSize(3);
        for (JsonNode file : manifest.path("files")) {
            byte[] content = entries.get(file.path("path").asText());
            assertThat(file.path("bytes").asLong()).isEqualTo(content.length);
            assertThat(file.path("sha256").asText()).isEqualTo(sha256(content));
        }
        assertThat(new String(entries.get("minh-chung/TA.12a.csv"), StandardCharsets.UTF_8))
                .startsWith("\ufeff\"Thời điểm\"")
                .contains("\"'=Việc, \"\"nguy hiểm\"\"")
                .contains("compliance.evidence.DONE", "compliance.evidence.MISSED");
        assertThat(papers.printed()).hasSize(1);
        assertThat(papers.printed().get(0).parts()).hasSize(2);
        assertThat(files.list(HEAD, EvidenceFileQuery.ALL, PageRequest.first()).items())
                .hasSize(1);
        files.close();
    }

    @OnEachDatabase
    void isStoppedAndLeavesNothing(TestDatabase db) throws Exception {
        StandingDesk desk = desk(db);
        CountDownLatch printing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        EvidenceFiles files = files(desk, (document, format, out) -> {
            printing.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        String id = files.start(HEAD, "", "TA", OCTOBER);
        printing.await();
        assertThat(files.get(HEAD, id).file().state()).isEqualTo(State.RUNNING);
        assertThat(files.get(HEAD, id).total()).isPositive();
        assertThatThrownBy(() -> files.open(HEAD, id)).isInstanceOf(Conflict.class);
        files.cancel(HEAD, id);
        go.countDown();

        assertThat(ended(files, id).file().state()).isEqualTo(State.CANCELLED);
        assertThat(attachments.of(EvidenceFiles.SUBJECT, id)).isEmpty();
        assertThatThrownBy(() -> files.cancel(HEAD, id)).isInstanceOf(Conflict.class);
        files.close();
    }

    @OnEachDatabase
    void theListPagesFiltersAndSorts(TestDatabase db) {
        JpaEvidenceFileStore store = new JpaEvidenceFileStore(desk(db).desk.unit.jpa());
        store.insert(file("1", "TA", State.READY, LocalDate.of(2026, 9, 30)));
        store.insert(file("2", "TB", State.FAILED, LocalDate.of(2026, 12, 31)));
        store.insert(file("3", "TA", State.READY, LocalDate.of(2026, 6, 30)));
        EvidenceFileQuery all = EvidenceFileQuery.ALL;

        assertThat(ids(store, all, "-asked")).containsExactly("3", "2", "1");
        assertThat(store.list(all, PageRequest.first()).items().get(0).id()).isEqualTo("3");
        assertThat(ids(store, all, "asked")).containsExactly("1", "2", "3");
        assertThat(ids(store, all, "period")).containsExactly("3", "1", "2");
        assertThat(ids(store, all, "-period")).containsExactly("2", "1", "3");
        assertThat(ids(store, new EvidenceFileQuery(Optional.of(State.READY), Optional.of("TA")), "asked"))
                .containsExactly("1", "3");
        Pages.refusesNonsense("period", page -> store.list(all, page));
        assertThatThrownBy(() -> store.list(all, new PageRequest(10, Optional.of("no cursor"))))
                .isInstanceOf(Invalid.class);
    }

    private static List<String> ids(JpaEvidenceFileStore store, EvidenceFileQuery query, String sort) {
        return Pages.read(sort, page -> store.list(query, page)).stream()
                .map(EvidenceFile::id)
                .toList();
    }

    private EvidenceFile file(String id, String regulation, State state, LocalDate to) {
        return new EvidenceFile(
                id,
                regulation,
                "Quy chế",
                new DaySpan(to.minusDays(29), to),
                state,
                "",
                "acc",
                "Trần Quang Minh",
                clock.instant(),
                Optional.of(clock.instant()),
                "",
                "",
                0,
                "");
    }

    @OnEachDatabase
    void saysWhatWentWrong(TestDatabase db) throws Exception {
        StandingDesk desk = desk(db);
        EvidenceFiles files = files(desk, (document, format, out) -> {
            throw new IOException("the disk is full");
        });
        String id = files.start(HEAD, "", "TA", OCTOBER);
        assertThat(ended(files, id).file())
                .satisfies(file -> assertThat(file.state()).isEqualTo(State.FAILED))
                .satisfies(file -> assertThat(file.error()).isEqualTo("compliance.evidence-failed"));
        Caller teacher = TestCaller.person("teacher");
        desk.desk.access.grant(teacher, "regulation:standing");
        assertThatThrownBy(() -> files.start(teacher, "", "TA", OCTOBER)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> files.list(teacher, EvidenceFileQuery.ALL, PageRequest.first()))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> files.start(HEAD, "", "none", OCTOBER)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> files.get(HEAD, "none")).isInstanceOf(NotFound.class);
        files.close();
    }

    private StandingDesk desk(TestDatabase db) {
        StandingDesk desk = new StandingDesk(Desk.of(db, clock));
        desk.desk.access.grant(HEAD, "regulation:standing", "regulation:evidence", "regulation:read");
        desk.lay("done", "TA.12a", Duration.ofMinutes(1));
        desk.lay("=Việc, \"nguy hiểm\"", "TA.12a", Duration.ofMinutes(2));
        desk.desk.duties.done("done", "receipt");
        clock.advance(Duration.ofMinutes(5));
        desk.job.run();
        return desk;
    }

    private EvidenceFiles files(StandingDesk desk, Printer printer) {
        attachments = new FakeAttachments(clock);
        return new EvidenceFiles(
                new JpaEvidenceFileStore(desk.desk.unit.jpa()),
                desk.standings,
                new EvidenceWriter(
                        desk.standings, desk.desk.adopted, printer, desk.desk.directory, new KeyMessages(), clock),
                attachments,
                desk.desk.acts,
                desk.desk.access,
                new SequentialIds(),
                clock);
    }

    private static Progress ended(EvidenceFiles files, String id) throws InterruptedException {
        Progress progress = files.get(HEAD, id);
        for (int i = 0; i < 3_000 && progress.file().state() == State.RUNNING; i++) {
            Thread.sleep(20);
            progress = files.get(HEAD, id);
        }
        return progress;
    }

    private static Map<String, byte[]> unpacked(EvidenceFiles files, String id) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        byte[] all;
        try (InputStream in = files.read(files.open(HEAD, id))) {
            all = in.readAllBytes();
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(all), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
