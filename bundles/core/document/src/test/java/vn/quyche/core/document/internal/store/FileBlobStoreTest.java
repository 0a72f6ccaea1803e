package vn.quyche.core.document.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.core.api.document.Blob;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.testkit.TestClock;

class FileBlobStoreTest {

    private static final long LIMIT = 1 << 20;

    @TempDir
    Path data;

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");

    @Test
    void storesTheSameContentOnce() throws IOException {
        FileBlobStore store = new FileBlobStore(data, clock);

        Blob first = store.put(bytes("Kế hoạch"), LIMIT);
        Blob second = store.put(bytes("Kế hoạch"), LIMIT);

        assertThat(second).isEqualTo(first);
        assertThat(files()).hasSize(1);
        try (InputStream in = store.open(first.sha256())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("Kế hoạch");
        }
    }

    @Test
    void storesOneContentThatManyBringAtOnce() throws Exception {
        FileBlobStore store = new FileBlobStore(data, clock);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Blob>> calls = IntStream.range(0, 16)
                    .<Callable<Blob>>mapToObj(i -> () -> store.put(bytes("cùng một tệp"), LIMIT))
                    .toList();
            for (Future<Blob> call : threads.invokeAll(calls)) {
                assertThat(call.get().size()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void refusesWhatIsTooLargeWithoutKeepingAnyOfIt() throws IOException {
        FileBlobStore store = new FileBlobStore(data, clock);

        assertThatThrownBy(() -> store.put(endless(), LIMIT))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("document.too-large");
        assertThat(files()).isEmpty();
    }

    @Test
    void takesNothingWhenTheDiskIsNearlyFull() throws IOException {
        FileBlobStore store = new FileBlobStore(data, clock, Long.MAX_VALUE);

        assertThatThrownBy(() -> store.put(bytes("x"), LIMIT))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("document.disk-full");
        assertThat(files()).isEmpty();
    }

    @Test
    void doesNotSweepWhatWasKeptAgainMeanwhile() throws IOException {
        FileBlobStore store = new FileBlobStore(data, clock);
        Blob blob = store.put(bytes("x"), LIMIT);
        clock.advance(Duration.ofDays(2));
        Instant dayAgo = clock.instant().minus(Duration.ofDays(1));
        store.put(bytes("x"), LIMIT);

        store.remove(blob.sha256(), dayAgo);
        assertThat(files()).hasSize(1);
        clock.advance(Duration.ofDays(2));
        store.remove(blob.sha256(), clock.instant().minus(Duration.ofDays(1)));

        assertThat(files()).isEmpty();
    }

    @Test
    void mendsAContentOfWhichAPartIsMissing() throws IOException {
        FileBlobStore store = new FileBlobStore(data, clock);
        Blob blob = store.put(bytes("nguyên bản"), LIMIT);
        Files.writeString(files().get(0), "ngu");

        store.put(bytes("nguyên bản"), LIMIT);

        try (InputStream in = store.open(blob.sha256())) {
            assertThat(in.readAllBytes()).hasSize((int) blob.size());
        }
    }

    @Test
    void keepsNothingOfAnUploadThatBreaksOff() throws IOException {
        FileBlobStore store = new FileBlobStore(data, clock);

        assertThatThrownBy(() -> store.put(broken(), LIMIT)).isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void failsAtTheEndOfAnAlteredContent() throws IOException {
        FileBlobStore store = new FileBlobStore(data, clock);
        Blob blob = store.put(bytes("nguyên bản"), LIMIT);
        Files.writeString(files().get(0), "bị sửa");

        assertThatThrownBy(() -> {
                    try (InputStream in = store.open(blob.sha256())) {
                        in.transferTo(OutputStream.nullOutputStream());
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining(blob.sha256());
    }

    @Test
    void doesNotTakeAPathForAHash() {
        FileBlobStore store = new FileBlobStore(data, clock);

        for (String wrong : List.of("", "../../etc/passwd", "A".repeat(64), "0".repeat(64))) {
            assertThatThrownBy(() -> store.open(wrong)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void sweepsWhatCutOffUploadsLeftButNotARunningOne() throws IOException {
        FileBlobStore store = new FileBlobStore(data, clock);
        FileBlobStore.Staged staged = store.stage(bytes("đang gửi"), LIMIT);
        Files.setLastModifiedTime(staged.file(), java.nio.file.attribute.FileTime.from(clock.instant()));

        store.sweepIncoming();
        assertThat(staged.file()).exists();
        clock.advance(Duration.ofHours(7));
        store.sweepIncoming();

        assertThat(staged.file()).doesNotExist();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream endless() {
        return new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
    }

    private static InputStream broken() {
        return new InputStream() {
            private int left = 1000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("connection reset");
                }
                return 'x';
            }
        };
    }
}
