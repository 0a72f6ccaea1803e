package vn.quyche.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.quyche.launcher.backup.BackupRequest.Answer;
import vn.quyche.launcher.backup.BackupRequest.State;

class BackupWriterTest {

    private static final Instant NOON = Instant.parse("2026-05-05T05:00:00Z");

    @TempDir
    private Path folder;

    private Path data;
    private Path file;

    @BeforeEach
    void makeFiles() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        file = folder.resolve("b.zip");
        Files.writeString(data.resolve("a"), "1");
        Files.writeString(data.resolve("b"), "22");
    }

    @Test
    void listsWhatItWroteAndTakesEachFileOnce() throws Exception {
        try (BackupWriter writer = new BackupWriter(file, Progress.NONE)) {
            writer.add(Progress.Step.FILES, data, List.of("a", "gone"));
            writer.add(Progress.Step.FILES, data, List.of("a", "b"));
            writer.finish(NOON, "1.0.0", "derby");
        }
        try (BackupFile written = BackupFile.open(file)) {
            Manifest manifest = written.manifest();
            assertThat(manifest.entries()).extracting(Manifest.Entry::name).containsExactly("a", "b");
            assertThat(manifest.bytes()).isEqualTo(3);
            assertThat(manifest.made()).isEqualTo(NOON);
            written.verify(Progress.NONE);
        }
    }

    @Test
    void leavesNothingWhenItIsCancelledAndTheOlderOneInItsPlace() throws Exception {
        Files.writeString(file, "older");
        Progress cancelling = new Progress() {
            private boolean cancelled;

            @Override
            public void at(Step step, long files, long bytes) {
                cancelled = step == Step.VERIFY;
            }

            @Override
            public boolean cancelled() {
                return cancelled;
            }
        };
        assertThatThrownBy(() -> {
                    try (BackupWriter writer = new BackupWriter(file, cancelling)) {
                        writer.add(Progress.Step.FILES, data, List.of("a", "b"));
                        writer.finish(NOON, "1.0.0", "derby");
                    }
                })
                .isInstanceOf(BackupCancelled.class);
        assertThat(file).hasContent("older");
        assertThat(folder.resolve("b.zip.part")).doesNotExist();
    }

    @Test
    void knowsWhatIsNewerAndReadsOnlyWhatItKnows() throws Exception {
        Manifest manifest = new Manifest(NOON, "1.2.0-SNAPSHOT", "derby", List.of());
        assertThat(Manifest.parse(manifest.text())).isEqualTo(manifest);
        assertThat(manifest.isNewerThan("1.1.9")).isTrue();
        assertThat(manifest.isNewerThan("1.2.0.SNAPSHOT")).isFalse();
        assertThat(manifest.isNewerThan("1.10.0")).isFalse();
        assertThatThrownBy(() -> Manifest.parse(manifest.text().replace("format 1", "format 2")))
                .isInstanceOf(NoBackup.class)
                .hasMessageContaining("newer");
        assertThatThrownBy(() -> Manifest.parse(manifest.text().replace("files 0", "files 1")))
                .hasMessageContaining("damaged");
    }

    @Test
    void doesNotWriteOutsideOfItsFolder() throws Exception {
        Files.writeString(folder.resolve("outside"), "x");
        try (BackupWriter writer = new BackupWriter(file, Progress.NONE)) {
            writer.add(Progress.Step.FILES, data, List.of("../outside"));
            writer.finish(NOON, "1.0.0", "derby");
        }
        Path target = Files.createDirectories(folder.resolve("target/deep"));
        try (BackupFile written = BackupFile.open(file)) {
            assertThatThrownBy(() -> written.unpack(target, Progress.NONE)).isInstanceOf(NoBackup.class);
        }
        assertThat(folder.resolve("target/outside")).doesNotExist();
    }

    @Test
    void carriesARequestToTheSchoolAndItsAnswerBack() throws IOException {
        BackupRequest asking = new BackupRequest(data);
        BackupRequest school = new BackupRequest(data);
        assertThat(school.take()).isEmpty();
        asking.ask(file);
        assertThat(asking.answer()).isEmpty();
        assertThat(school.take()).contains(file.toAbsolutePath());
        assertThat(school.take()).isEmpty();
        school.answer(State.WORKING, "two\nlines");
        assertThat(asking.answer()).contains(new Answer(State.WORKING, "two lines"));
        assertThat(school.isTakenBack()).isFalse();
        asking.end();
        assertThat(school.isTakenBack()).isTrue();
        school.answer(State.DONE, "too late");
        assertThat(asking.answer()).isEqualTo(Optional.empty());
    }
}
