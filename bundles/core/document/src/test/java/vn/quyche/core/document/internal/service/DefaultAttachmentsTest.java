package vn.quyche.core.document.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.document.internal.job.ContentSweep;
import vn.quyche.core.document.internal.store.FileBlobStore;
import vn.quyche.core.document.internal.store.JpaAttachmentStore;
import vn.quyche.testkit.FakeScreening;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

class DefaultAttachmentsTest {

    private static final long LIMIT = 1 << 20;

    @TempDir
    Path data;

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");
    private final FakeScreening screening = new FakeScreening();
    private final Caller clerk = TestCaller.person("p-clerk");
    private final Caller teacher = TestCaller.person("p-teacher");
    private TestAccess access = TestAccess.everything();
    private TestActs acts;
    private JpaAttachmentStore store;
    private FileBlobStore files;

    @OnEachDatabase
    void receivesAttachesAndReadsAFile(TestDatabase db) throws IOException {
        DefaultAttachments attachments = attachments(db);

        Attachment received = receive(attachments, "C:\\Users\\ha\\Kế hoạch.txt", "nội dung");
        attachments.attach(clerk, List.of(received.id()), "group.directive", "d1");

        assertThat(received.fileName()).isEqualTo("Kế hoạch.txt");
        assertThat(attachments.of("group.directive", "d1"))
                .extracting(Attachment::id)
                .containsExactly(received.id());
        try (InputStream in = attachments.open(received)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("nội dung");
        }
        assertThat(acts.lastDone().action()).isEqualTo("document.receive-file");
    }

    @OnEachDatabase
    @Regulated({"BC.3.2", "BC.4.1", "BC.4.4"})
    void keepsNothingOfAFileThatScreeningRefuses(TestDatabase db) throws IOException {
        DefaultAttachments attachments = attachments(db);
        screening.refuse("mat.txt", "BC.3.2", "screening.secrecy-marking");

        assertThatThrownBy(() -> receive(attachments, "mat.txt", "nội dung mật"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.clause()).contains("BC.3.2"));

        assertThat(storedFiles()).isEmpty();
        assertThat(store.count()).isZero();
        assertThat(acts.refused()).extracting(act -> act.action()).containsExactly("document.receive-file");
    }

    @OnEachDatabase
    void refusesEmptyLargeAndNamelessFiles(TestDatabase db) throws IOException {
        DefaultAttachments attachments = attachments(db);

        assertThatThrownBy(() -> receive(attachments, "a.txt", ""))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("document.empty");
        assertThatThrownBy(() -> receive(attachments, "a.txt", "x".repeat((int) LIMIT + 1)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("document.too-large");
        assertThatThrownBy(() -> receive(attachments, " \u0007/..", "x"))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("document.no-file-name");
        assertThat(receive(attachments, "ệ".repeat(400) + ".docx", "x").fileName())
                .hasSize(255)
                .endsWith(".docx");
        assertThat(storedFiles()).hasSize(1);
    }

    @OnEachDatabase
    void readsNothingFromWhoMayNotUpload(TestDatabase db) throws IOException {
        access = TestAccess.nothing().grantOwn(clerk, DocumentPermissions.UPLOAD);
        DefaultAttachments attachments = attachments(db);

        assertThatThrownBy(() -> attachments.receive(
                        teacher,
                        "a.txt",
                        () -> {
                            throw new IOException("was opened");
                        },
                        LIMIT))
                .isInstanceOf(Forbidden.class);
        assertThat(acts.refused()).hasSize(1);
        assertThat(receive(attachments, "a.txt", "x").uploadedBy()).isEqualTo(clerk.accountId());
    }

    @OnEachDatabase
    void givesAFileThatTwoWantAtOnceToOne(TestDatabase db) throws Exception {
        DefaultAttachments attachments = attachments(db);
        Attachment received = receive(attachments, "a.txt", "x");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> both = Stream.of("1", "2")
                    .<Callable<Boolean>>map(owner -> () -> {
                        try {
                            attachments.attach(clerk, List.of(received.id()), "t", owner);
                            return true;
                        } catch (Conflict e) {
                            return false;
                        }
                    })
                    .toList();
            int given = 0;
            for (Future<Boolean> one : threads.invokeAll(both)) {
                given += one.get() ? 1 : 0;
            }
            assertThat(given).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(store.stats()).isEqualTo(new JpaAttachmentStore.Stats(1, 1, 1));
    }

    @OnEachDatabase
    void givesAFileOnlyOnceAndOnlyToWhoBroughtIt(TestDatabase db) {
        DefaultAttachments attachments = attachments(db);
        Attachment received = receive(attachments, "a.txt", "x");

        assertThatThrownBy(() -> attachments.attach(teacher, List.of(received.id()), "t", "1"))
                .isInstanceOf(Forbidden.class);
        attachments.attach(clerk, List.of(received.id()), "t", "1");
        assertThatThrownBy(() -> attachments.attach(clerk, List.of(received.id()), "t", "2"))
                .isInstanceOf(Conflict.class);
        attachments.detach(clerk, List.of(received.id()));
        attachments.attach(clerk, List.of(received.id()), "t", "2");

        assertThat(attachments.of("t", "2")).hasSize(1);
        assertThatThrownBy(() -> attachments.attach(clerk, List.of("none"), "t", "3"))
                .isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    void sweepsWhatNobodyTookWithinADay(TestDatabase db) throws IOException {
        DefaultAttachments attachments = attachments(db);
        Attachment used = receive(attachments, "a.txt", "dùng");
        receive(attachments, "b.txt", "không dùng");
        attachments.attach(clerk, List.of(used.id()), "t", "1");
        ContentSweep sweep = new ContentSweep(files, store, clock);

        sweepAll(sweep);
        assertThat(storedFiles()).hasSize(2);
        clock.advance(Duration.ofHours(25));
        sweepAll(sweep);

        assertThat(storedFiles())
                .extracting(path -> path.getFileName().toString())
                .containsExactly(used.sha256());
    }

    @OnEachDatabase
    void namesContentsThatWereAltered(TestDatabase db) throws IOException {
        DefaultAttachments attachments = attachments(db);
        receive(attachments, "a.txt", "một");
        Attachment second = receive(attachments, "b.txt", "hai");
        ContentCheck check = new ContentCheck(files, store, TestAccess.everything());
        assertThat(check.run(clerk)).isEqualTo(new ContentCheck.Result(2, List.of()));

        Files.writeString(
                storedFiles().stream()
                        .filter(path -> path.endsWith(second.sha256()))
                        .findFirst()
                        .orElseThrow(),
                "khác");

        assertThat(check.run(clerk)).isEqualTo(new ContentCheck.Result(2, List.of(second.sha256())));
        assertThatThrownBy(() -> new ContentCheck(files, store, TestAccess.nothing()).run(clerk))
                .isInstanceOf(Forbidden.class);
    }

    private void sweepAll(ContentSweep sweep) {
        for (int run = 0; run < 256; run++) {
            sweep.run();
            clock.advance(sweep.every());
        }
    }

    private DefaultAttachments attachments(TestDatabase db) {
        TestUnit unit = TestUnit.of(db, "document");
        acts = new TestActs(access, unit.tx());
        store = new JpaAttachmentStore(unit.jpa());
        files = new FileBlobStore(data.resolve(Long.toString(System.nanoTime())), clock);
        return new DefaultAttachments(acts, access, screening, files, store, new SequentialIds(), clock);
    }

    private Attachment receive(DefaultAttachments attachments, String fileName, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return attachments.receive(clerk, fileName, () -> new ByteArrayInputStream(bytes), LIMIT);
    }

    private List<Path> storedFiles() throws IOException {
        try (Stream<Path> all = Files.walk(files.root())) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
