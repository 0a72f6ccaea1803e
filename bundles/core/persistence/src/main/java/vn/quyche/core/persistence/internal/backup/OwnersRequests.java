package vn.quyche.core.persistence.internal.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.error.QuycheException;
import vn.quyche.core.api.persistence.Backups;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.launcher.backup.BackupRequest;
import vn.quyche.launcher.backup.BackupRequest.State;

/**
 * Does what {@code ./quyche backup} asks for by a file in the data folder. Whoever may write there owns the school: no
 * account is asked for, and the audit names the machine's owner.
 */
@Component(service = OwnersRequests.class, immediate = true)
public final class OwnersRequests {

    private static final Logger LOG = LoggerFactory.getLogger(OwnersRequests.class);
    private static final long LOOK_MILLIS = 500;
    private static final long MEGABYTE = 1 << 20;
    /** The launcher speaks English. */
    private static final Locale LOCALE = Locale.ENGLISH;

    private final BackupRequest request;
    private final Backups backups;
    private final Messages messages;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "quyche-requests"));

    @Activate
    public OwnersRequests(BundleContext context, @Reference Backups backups, @Reference Messages messages) {
        this(Path.of(context.getProperty("quyche.data")), backups, messages);
    }

    OwnersRequests(Path data, Backups backups, Messages messages) {
        this.request = new BackupRequest(data);
        this.backups = backups;
        this.messages = messages;
        thread.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            Optional<Path> file = request.take();
            if (file.isPresent()) {
                write(file.get());
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("A request of the machine's owner could not be answered", e);
        }
    }

    private void write(Path file) throws IOException {
        Thread waiting = Thread.currentThread();
        request.answer(State.WORKING, messages.text(LOCALE, "persistence.backup-files", 0, 0));
        try {
            backups.write(owner(), file.toString(), (step, files, bytes) -> {
                if (request.isTakenBack()) {
                    waiting.interrupt();
                } else {
                    answer(messages.text(LOCALE, step, files, bytes / MEGABYTE));
                }
            });
            request.answer(State.DONE, file.toString());
        } catch (QuycheException e) {
            request.answer(State.FAILED, messages.text(LOCALE, e) + " " + messages.next(LOCALE, e));
        } finally {
            // Taken back after the last word: the next request is not meant.
            Thread.interrupted();
        }
    }

    private void answer(String text) {
        try {
            request.answer(State.WORKING, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Caller owner() {
        Caller system = Caller.system(UUID.randomUUID().toString());
        return new Caller(
                system.accountId(),
                Optional.empty(),
                "quyche backup",
                Door.SYSTEM,
                "",
                system.correlationId(),
                LOCALE,
                Optional.empty());
    }
}
