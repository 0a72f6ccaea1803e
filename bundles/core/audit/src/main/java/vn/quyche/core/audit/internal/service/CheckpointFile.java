package vn.quyche.core.audit.internal.service;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.audit.internal.model.Checkpoint;
import vn.quyche.core.audit.internal.store.AuditStore;

/**
 * Checkpoints outside of the database, in {@code audit/checkpoints.log} of the data folder: whoever rewrites the table or
 * cuts its end must also find this file, on every node and in every backup of it. Lines: number, hash, time.
 */
@Component(service = CheckpointFile.class)
public final class CheckpointFile {

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64}) \\S+");
    /** Between checkpoints every thousand lines, the end of the chain is noted this often. */
    private static final Duration END_EVERY = Duration.ofMinutes(1);

    private final Path file;
    private Instant lastWritten = Instant.EPOCH;
    private Checkpoint waiting;

    @Activate
    public CheckpointFile(BundleContext context) {
        this(Path.of(Optional.ofNullable(context.getProperty("quyche.data"))
                .orElseGet(() -> context.getProperty("karaf.data"))));
    }

    /** @param dataFolder where the school's data lies */
    public CheckpointFile(Path dataFolder) {
        this.file = dataFolder.resolve("audit").resolve("checkpoints.log");
    }

    /** Writes the checkpoints that were passed; of the end of the chain, the last one given, only one a minute. */
    public synchronized void passed(List<Checkpoint> checkpoints, Instant now) {
        List<Checkpoint> due = checkpoints.stream()
                .filter(checkpoint -> checkpoint.number() % AuditStore.CHECKPOINT_EVERY == 0)
                .distinct()
                .toList();
        write(due, now);
        if (!checkpoints.isEmpty()) {
            Checkpoint end = checkpoints.get(checkpoints.size() - 1);
            waiting = due.contains(end) ? null : end;
        }
        endIfDue(now);
    }

    /** Writes the end of the chain when a minute has passed since the last checkpoint; called every second. */
    public synchronized void endIfDue(Instant now) {
        if (waiting != null && !now.isBefore(lastWritten.plus(END_EVERY))) {
            write(List.of(waiting), now);
            waiting = null;
        }
    }

    private void write(List<Checkpoint> checkpoints, Instant now) {
        if (checkpoints.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    checkpoints.stream()
                            .map(checkpoint -> checkpoint.number() + " " + checkpoint.hash() + " " + now)
                            .toList(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DSYNC);
            lastWritten = now;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /** Opens the checkpoints as they stand now; later ones are not seen. Close it. */
    public Reading read() {
        try {
            return Files.exists(file) ? new Reading(file) : new Reading();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The checkpoints of the file in its order; what is no checkpoint is passed over. */
    public static final class Reading implements AutoCloseable {

        private final Stream<String> lines;

        private Reading() {
            lines = Stream.empty();
        }

        private Reading(Path file) throws IOException {
            InputStream in = new UpTo(Files.newInputStream(file), Files.size(file));
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
            lines = reader.lines().onClose(() -> closeQuietly(reader));
        }

        /** Call once. */
        public Iterator<Checkpoint> checkpoints() {
            return lines.map(LINE::matcher)
                    .filter(Matcher::matches)
                    .map(match -> new Checkpoint(Long.parseLong(match.group(1)), match.group(2)))
                    .iterator();
        }

        @Override
        public void close() {
            lines.close();
        }

        private static void closeQuietly(BufferedReader reader) {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The first bytes of a stream. */
    private static final class UpTo extends FilterInputStream {

        private long left;

        UpTo(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            return left-- <= 0 ? -1 : super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
