package vn.quyche.agent;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Signs what a page asks for, once its owner has seen it and entered the PIN: one PIN for all of it, one request at a time, each
 * PIN counted before it is tried.
 */
public final class Desk {

    /** How many documents one request has at most, as on the server. */
    public static final int MOST = 1_000;

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DATA = 4_096;

    private final Settings settings;
    private final Prompt prompt;
    private final Supplier<List<Store>> stores;
    private final Semaphore place = new Semaphore(1);

    public Desk(Settings settings, Prompt prompt) {
        this(settings, prompt, settings::stores);
    }

    Desk(Settings settings, Prompt prompt, Supplier<List<Store>> stores) {
        this.settings = settings;
        this.prompt = prompt;
        this.stores = stores;
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
     */
    public record Result(List<Signed> signed, Optional<Trouble> trouble) {}

    /**
     * Signs documents with the key of a certificate.
     *
     * @param fingerprint SHA-256 of the certificate, hexadecimal
     * @param scheme how, as the server says it
     */
    public Result sign(String origin, String fingerprint, String scheme, List<Document> documents) throws Trouble {
        List<Prompt.Line> lines = checked(scheme, documents);
        return alone(() -> {
            try (Keys keys = open(origin, fingerprint, lines)) {
                X509Certificate certificate = keys.certificates().stream()
                        .filter(one -> fingerprint(one).equals(fingerprint))
                        .findFirst()
                        .orElseThrow(() -> new Trouble(Trouble.Kind.OTHER_KEY, names(keys.certificates())));
                return signed(keys, certificate, scheme, documents);
            }
        });
    }

    /** A token that is pulled out in the middle does not take away what was signed before. */
    private static Result signed(Keys keys, X509Certificate certificate, String scheme, List<Document> documents) {
        List<Signed> signed = new ArrayList<>();
        for (Document document : documents) {
            try {
                signed.add(new Signed(document.id(), keys.sign(certificate, document.data(), scheme)));
            } catch (Trouble e) {
                return new Result(signed, Optional.of(e));
            }
        }
        return new Result(signed, Optional.empty());
    }

    /** The certificates of a store, after its PIN. */
    public List<X509Certificate> certificates(String origin) throws Trouble {
        return alone(() -> {
            try (Keys keys = open(origin, "", List.of())) {
                return keys.certificates();
            }
        });
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

    private Keys open(String origin, String fingerprint, List<Prompt.Line> lines) throws Trouble {
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
        Prompt.Answer answer = prompt.pin(new Prompt.Question(origin, lines, names, left))
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

    /** What is done while nothing else is. */
    private interface Work<T> {
        T run() throws Trouble;
    }

    /** A token knows one sign-in for the whole program, and a person one question at a time. */
    private <T> T alone(Work<T> work) throws Trouble {
        if (!place.tryAcquire()) {
            throw new Trouble(Trouble.Kind.BUSY);
        }
        try {
            return work.run();
        } finally {
            place.release();
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
