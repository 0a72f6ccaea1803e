package vn.quyche.core.document.internal.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.store.AlreadyClosedException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.document.Books.Direction;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.document.internal.search.DocumentIndex.Found;
import vn.quyche.core.document.internal.store.JpaIncomingStore;
import vn.quyche.core.document.internal.store.JpaOutgoingStore;
import vn.quyche.core.document.internal.store.Stamp;

/**
 * Keeps the index in {@code ${quyche.data}/search} in step with the database, on every node by itself (decision 26).
 *
 * <p>When it is opened, the versions of all documents are compared with those in it; from then on it follows what is changed.
 * Thus nothing is lost by a crash, whatever it cut off, and an index that is missing or broken is just an empty one. It is
 * opened by the first search, or half a minute after the start.
 */
@Component(service = SearchIndex.class, immediate = true)
public final class SearchIndex {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    private static final String CURSOR = "document.search";
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_END = Duration.ofSeconds(20);
    /** No transaction takes that long: what was changed before and committed later is read again. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(5);

    private static final int ROWS = 5_000;
    private static final int AT_ONCE = 100;
    private static final int BETWEEN_COMMITS = 2_000;

    private final JpaOutgoingStore outgoing;
    private final JpaIncomingStore incoming;
    private final DocumentTexts texts;
    private final Path folder;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    /** What the thread has indexed of late, so that what is read again is not written again. */
    private final Map<String, Long> recent = new HashMap<>();

    private final Object opening = new Object();
    private volatile DocumentIndex index;
    private volatile boolean complete;
    private volatile boolean ending;
    private Stamp position = Stamp.FIRST;

    @Activate
    public SearchIndex(
            BundleContext context,
            @Reference JpaOutgoingStore outgoing,
            @Reference JpaIncomingStore incoming,
            @Reference DocumentTexts texts,
            @Reference Clock clock) {
        this(Path.of(context.getProperty("quyche.data"), "search"), outgoing, incoming, texts, clock);
        thread.scheduleWithFixedDelay(this::round, FIRST.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One that follows only when it is told to. */
    public SearchIndex(
            Path folder, JpaOutgoingStore outgoing, JpaIncomingStore incoming, DocumentTexts texts, Clock clock) {
        this.folder = folder;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.texts = texts;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread own = new Thread(work, "quyche-document-search");
            own.setDaemon(true);
            return own;
        });
    }

    @Deactivate
    public void close() throws InterruptedException {
        ending = true;
        thread.shutdown();
        if (!thread.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("The index is being written; what is not in it yet follows after the next start");
        }
        shut();
    }

    /** Whether every document is in it. */
    public boolean complete() {
        return complete;
    }

    /** Hits, the best first. */
    public List<Hit> search(Wanted wanted, Optional<String> after, int limit) {
        Optional<Found> behind = after.map(SearchIndex::found);
        try {
            DocumentIndex now = index;
            if (now == null) {
                now = open();
                thread.execute(this::round);
            }
            return now.search(wanted, behind, limit).stream()
                    .map(found -> new Hit(found.id(), cursor(found)))
                    .toList();
        } catch (IOException e) {
            broken(e);
            throw new Unavailable("document.search-rebuilt", e);
        } catch (AlreadyClosedException | RejectedExecutionException e) {
            // It is being built anew, or the platform stops.
            throw new Unavailable("document.search-rebuilt", e);
        }
    }

    /**
     * A document that was found.
     *
     * @param id its id
     * @param cursor where a page behind it begins
     */
    public record Hit(String id, String cursor) {}

    /** Refuses what is no cursor of hits. */
    public static void check(Optional<String> after) {
        after.ifPresent(SearchIndex::found);
    }

    /** Builds the index anew, in the background; what is indexed can be found meanwhile. */
    public void rebuild() {
        complete = false;
        thread.execute(() -> {
            empty();
            round();
        });
    }

    /** Brings the index up to date; for tests and for the thread. */
    public void follow() throws IOException {
        open();
        if (!complete) {
            compare();
            complete = !ending;
        } else {
            catchUp();
        }
    }

    private void round() {
        try {
            follow();
        } catch (IOException | AlreadyClosedException | LinkageError e) {
            broken(e);
        } catch (RuntimeException e) {
            // The database or a file cannot be read now: the index is as good as it was.
            LOG.warn("Documents could not be indexed now; tried again in {} s: {}", PAUSE.toSeconds(), e.toString());
            LOG.debug("Why documents could not be indexed", e);
        }
    }

    private void broken(Throwable error) {
        LOG.warn("The index of documents failed and is built anew", error);
        if (!thread.isShutdown()) {
            complete = false;
            thread.execute(this::empty);
        }
    }

    private DocumentIndex open() throws IOException {
        synchronized (opening) {
            if (index != null) {
                return index;
            }
            Files.createDirectories(folder);
            try {
                index = new DocumentIndex(folder);
            } catch (IOException | RuntimeException e) {
                LOG.warn("The index of documents cannot be opened and is built anew", e);
                delete();
                index = new DocumentIndex(folder);
            }
            return index;
        }
    }

    private void shut() {
        synchronized (opening) {
            if (index != null) {
                try {
                    index.close();
                } catch (IOException | RuntimeException e) {
                    LOG.warn("The index of documents did not close; it is compared at the next start", e);
                }
                index = null;
            }
        }
    }

    private void empty() {
        shut();
        complete = false;
        try {
            delete();
        } catch (IOException e) {
            LOG.warn("The index of documents cannot be removed", e);
        }
    }

    private void delete() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.createDirectories(folder);
    }

    /** Compares all versions, and writes what differs. */
    private void compare() throws IOException {
        Stamp now = Stamp.at(clock.millis());
        Map<String, Long> known = index.versions();
        for (Direction direction : Direction.values()) {
            List<String> differing = new ArrayList<>();
            String after = "";
            for (List<Stamp> page = stamps(direction, after); !page.isEmpty(); page = stamps(direction, after)) {
                for (Stamp stamp : page) {
                    Long version = known.remove(stamp.id());
                    if (version == null || version != stamp.version()) {
                        differing.add(stamp.id());
                    }
                }
                after = page.get(page.size() - 1).id();
            }
            write(direction, differing);
        }
        for (String gone : known.keySet()) {
            index.remove(gone);
        }
        index.commit();
        recent.clear();
        position = now;
    }

    /** Writes what was changed since. */
    private void catchUp() throws IOException {
        long now = clock.millis();
        // The clock may have been set back meanwhile.
        long since = Math.min(position.changedAt(), now) - LONGEST_TRANSACTION.toMillis();
        for (Direction direction : Direction.values()) {
            Stamp after = Stamp.at(since);
            for (List<Stamp> page = changed(direction, after); !page.isEmpty(); page = changed(direction, after)) {
                write(direction, news(page));
                after = page.get(page.size() - 1);
            }
        }
        position = Stamp.at(now);
        if (recent.size() > BETWEEN_COMMITS * AT_ONCE) {
            recent.clear();
        }
    }

    private List<String> news(List<Stamp> page) {
        List<String> ids = new ArrayList<>();
        for (Stamp stamp : page) {
            if (!Long.valueOf(stamp.version()).equals(recent.get(stamp.id()))) {
                ids.add(stamp.id());
            }
        }
        return ids;
    }

    private void write(Direction direction, List<String> ids) throws IOException {
        int written = 0;
        for (int i = 0; i < ids.size() && !ending; i += AT_ONCE) {
            List<IndexedDocument> documents = texts.of(direction, ids.subList(i, Math.min(ids.size(), i + AT_ONCE)));
            for (IndexedDocument document : documents) {
                index.put(document);
                recent.put(document.id(), document.version());
            }
            written += documents.size();
            if (written % BETWEEN_COMMITS == 0) {
                index.commit();
            }
        }
        if (written > 0) {
            index.commit();
        }
    }

    private List<Stamp> stamps(Direction direction, String after) {
        return direction == Direction.OUTGOING ? outgoing.stamps(after, ROWS) : incoming.stamps(after, ROWS);
    }

    private List<Stamp> changed(Direction direction, Stamp after) {
        return direction == Direction.OUTGOING ? outgoing.changed(after, ROWS) : incoming.changed(after, ROWS);
    }

    private static String cursor(Found found) {
        return Cursor.of(CURSOR, Float.floatToIntBits(found.score()), found.id());
    }

    private static Found found(String cursor) {
        Cursor keys = Cursor.parse(CURSOR, 2, cursor);
        return new Found(keys.text(1), Float.intBitsToFloat((int) keys.number(0)));
    }
}
