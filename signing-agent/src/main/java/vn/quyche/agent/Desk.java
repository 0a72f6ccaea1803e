package vn.quyche.agent;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Signs what a page asks for, once its owner has seen it and entered the PIN: one PIN for all of it, also where a signature has
 * several parts, one request at a time, each PIN counted before it is tried.
 */
public final class Desk {

    /** How many documents one request has at most, as on the server. */
    public static final int MOST = 1_000;

    /** How many parts a signature has at most: as many places as it may show at. */
    static final int MOST_PARTS = 4;

    private static final Duration WAIT = Duration.ofMinutes(2);
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DATA = 4_096;

    private final Settings settings;
    private final Prompt prompt;
    private final Supplier<List<Store>> stores;
    private final Duration wait;
    private final Semaphore place = new Semaphore(1);
    private final ScheduledExecutorService ends = Executors.newSingleThreadScheduledExecutor(Desk::thread);
    private final AtomicReference<OpenKey> open = new AtomicReference<>();

    public Desk(Settings settings, Prompt prompt) {
        this(settings, prompt, settings::stores, WAIT);
    }

    /** @param wait how long the next part is waited for */
    Desk(Settings settings, Prompt prompt, Supplier<List<Store>> stores, Duration wait) {
        this.settings = settings;
        this.prompt = prompt;
        this.stores = stores;
        this.wait = wait;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "agent-desk");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A document to sign.
     *
     * @param id what the page calls it
     * @param title what is shown
     * @param data what is signed: the signed attributes of a signature
     */
    public record Document(String id, String title, byte[] data) {}

    /** A signed one. */
    public record Signed(String id, byte[] value) {}

    /**
     * What came of a request.
     *
     * @param signed what was signed, in order
     * @param trouble why the rest was not; empty when all was
     * @param next what the key is called that waits for the next part; empty after the last, and when there was trouble
     */
    public record Result(List<Signed> signed, Optional<Trouble> trouble, Optional<String> next) {}

    /**
     * Signs documents with the key of a certificate.
     *
     * @param fingerprint SHA-256 of the certificate, hexadecimal
     * @param scheme how, as the server says it
     * @param parts how many parts the signatures have; with more than one the key stays open for {@link #next}
     */
    public Result sign(String origin, String fingerprint, String scheme, List<Document> documents, int parts)
            throws Trouble {
        List<Prompt.Line> lines = checked(scheme, documents);
        if (parts < 1 || parts > MOST_PARTS) {
            throw new Trouble(Trouble.Kind.BAD_REQUEST);
        }
        take();
        OpenKey key;
        try {
            Keys keys = open(new Asked(origin, lines, parts), fingerprint);
            key = new OpenKey(origin, scheme, keys, certificate(keys, fingerprint), ids(documents), parts);
        } catch (Trouble | RuntimeException e) {
            place.release();
            throw e;
        }
        return part(key, documents);
    }

    /**
     * Signs the next part of what was shown.
     *
     * @param asked what the key was called after the part before
     * @param documents those that go on; none ends it
     */
    public Result next(String origin, String asked, List<Document> documents) throws Trouble {
        OpenKey key = open.get();
        if (key == null || !key.isOf(origin, asked) || !open.compareAndSet(key, null)) {
            throw new Trouble(Trouble.Kind.TOO_LATE);
        }
        key.goesOn();
        Set<String> ids = ids(documents);
        boolean good = ids.size() == documents.size()
                && key.holds(ids)
                && documents.stream()
                        .allMatch(one -> SignedAttributes.digest(one.data()).isPresent());
        if (documents.isEmpty() || !good) {
            end(key);
            if (!good) {
                throw new Trouble(Trouble.Kind.NOT_SIGNABLE);
            }
            return new Result(List.of(), Optional.empty(), Optional.empty());
        }
        return part(key, documents);
    }

    private Result part(OpenKey key, List<Document> documents) {
        Optional<OpenKey> goesOn = Optional.empty();
        try {
            Result result = key.sign(documents);
            goesOn = result.trouble().isEmpty() ? key.next(ids(documents)) : Optional.empty();
            return new Result(result.signed(), result.trouble(), goesOn.map(OpenKey::id));
        } finally {
            goesOn.ifPresentOrElse(this::await, () -> end(key));
        }
    }

    /** A page that does not come back leaves no key open. */
    private void await(OpenKey key) {
        open.set(key);
        key.endsWith(ends.schedule(
                () -> {
                    if (open.compareAndSet(key, null)) {
                        end(key);
                    }
                },
                wait.toMillis(),
                TimeUnit.MILLISECONDS));
    }

    private void end(OpenKey key) {
        try {
            key.close();
        } finally {
            place.release();
        }
    }

    private static Set<String> ids(List<Document> documents) {
        return documents.stream().map(Document::id).collect(Collectors.toSet());
    }

    private static X509Certificate certificate(Keys keys, String fingerprint) throws Trouble {
        Optional<X509Certificate> found = keys.certificates().stream()
                .filter(one -> fingerprint(one).equals(fingerprint))
                .findFirst();
        if (found.isEmpty()) {
            String names = names(keys.certificates());
            keys.close();
            throw new Trouble(Trouble.Kind.OTHER_KEY, names);
        }
        return found.get();
    }

    /** The certificates of a store, after its PIN. */
    public List<X509Certificate> certificates(String origin) throws Trouble {
        take();
        try (Keys keys = open(new Asked(origin, List.of(), 1), "")) {
            return keys.certificates();
        } finally {
            place.release();
        }
    }

    private static List<Prompt.Line> checked(String scheme, List<Document> documents) throws Trouble {
        boolean known =
                Arrays.stream(Scheme.values()).anyMatch(one -> one.name().equals(scheme));
        if (!known || documents.isEmpty() || documents.size() > MOST) {
            throw new Trouble(Trouble.Kind.BAD_REQUEST);
        }
        List<Prompt.Line> lines = new ArrayList<>();
        for (Document document : documents) {
            String title = document.title().strip();
            if (title.isEmpty() || title.length() > LONGEST_TITLE || document.data().length > LONGEST_DATA) {
                throw new Trouble(Trouble.Kind.BAD_REQUEST);
            }
            String hash = SignedAttributes.digest(document.data())
                    .orElseThrow(() -> new Trouble(Trouble.Kind.NOT_SIGNABLE, title));
            lines.add(new Prompt.Line(title.replaceAll("\\p{Cntrl}", " "), hash));
        }
        return lines;
    }

    /** What a page asked for, as it is shown. */
    private record Asked(String origin, List<Prompt.Line> lines, int parts) {}

    private Keys open(Asked asked, String fingerprint) throws Trouble {
        List<Store> found = likeliest(fingerprint);
        if (found.isEmpty()) {
            throw new Trouble(Trouble.Kind.NO_STORE);
        }
        List<String> names = found.stream().map(Store::name).toList();
        List<Integer> left = names.stream()
                .map(name -> Settings.MOST_WRONG_PINS - settings.wrongPins(name))
                .toList();
        if (left.stream().allMatch(tries -> tries <= 0)) {
            throw new Trouble(Trouble.Kind.PIN_TRIES, names.get(0));
        }
        Prompt.Answer answer = prompt.pin(
                        new Prompt.Question(asked.origin(), asked.lines(), asked.parts(), names, left))
                .orElseThrow(() -> new Trouble(Trouble.Kind.DECLINED));
        try {
            return opened(found.get(names.indexOf(answer.store())), answer.pin());
        } finally {
            Arrays.fill(answer.pin(), '\0');
        }
    }

    private Keys opened(Store store, char[] pin) throws Trouble {
        if (!settings.countTry(store.name())) {
            throw new Trouble(Trouble.Kind.PIN_TRIES, store.name());
        }
        int before = settings.wrongPins(store.name()) - 1;
        try {
            Keys keys = store.open(pin);
            settings.wrongPins(store.name(), 0);
            settings.seen(
                    store.name(),
                    keys.certificates().stream().map(Desk::fingerprint).toList());
            return keys;
        } catch (Trouble e) {
            if (e.kind() != Trouble.Kind.WRONG_PIN) {
                settings.wrongPins(store.name(), before);
            }
            throw e;
        }
    }

    /** Where the certificate was seen last comes first. */
    private List<Store> likeliest(String fingerprint) {
        return stores.get().stream()
                .sorted(Comparator.comparing(
                        store -> !settings.seen(store.name()).contains(fingerprint)))
                .toList();
    }

    /** A token knows one sign-in for the whole program, and a person one question at a time. */
    private void take() throws Trouble {
        if (!place.tryAcquire()) {
            throw new Trouble(Trouble.Kind.BUSY);
        }
    }

    /** SHA-256 of a certificate, hexadecimal. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return Tokens.hash(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String names(Collection<X509Certificate> certificates) {
        return String.join(
                "; ",
                certificates.stream()
                        .map(one -> one.getSubjectX500Principal().getName())
                        .toList());
    }

    /** A request of a page, decoded; anything else than text in Base64 is refused. */
    static byte[] base64(Object value) throws Trouble {
        try {
            return Base64.getDecoder().decode(String.valueOf(value));
        } catch (IllegalArgumentException e) {
            throw new Trouble(Trouble.Kind.BAD_REQUEST, "", e);
        }
    }
}
