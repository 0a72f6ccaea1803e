package vn.quyche.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What is set up on this PC, in one file that only its user reads. Neither keys nor PINs are in it. */
public final class Settings {

    /** The port that the pages of the school ask at, unless another is set on both sides. */
    public static final int PORT = 37_643;

    /** After so many wrong PINs in a row none is tried until it is allowed here: tokens lock after a few more. */
    public static final int MOST_WRONG_PINS = 2;

    private static final String STORE = "store.";
    private static final String PAIRING = "pairing.";
    private static final String WRONG = ".wrong";
    private static final String SEEN = ".certificates";

    private final Path folder;

    public Settings(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it all lies. */
    public Path folder() {
        return folder;
    }

    private Path file() {
        return folder.resolve("agent.properties");
    }

    private Properties read() {
        Properties properties = new Properties();
        if (Files.exists(file())) {
            try (InputStream in = Files.newInputStream(file())) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    /** Whole or not at all: a file that broke off would forget wrong PINs. */
    private synchronized void change(Consumer<Properties> change) {
        Properties properties = read();
        change.accept(properties);
        Path next = folder.resolve("agent.properties.next");
        try {
            try (OutputStream out = Files.newOutputStream(next)) {
                properties.store(out, null);
            }
            Files.move(next, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized Optional<String> value(String key) {
        return Optional.ofNullable(read().getProperty(key));
    }

    void value(String key, String value) {
        change(properties -> properties.setProperty(key, value));
    }

    /** The port to listen on. */
    public int port() {
        return value("port").map(Integer::parseInt).orElse(PORT);
    }

    // ---- stores

    /** Adds a token. */
    public void addDevice(String name, Path library, int slot) {
        change(properties -> {
            drop(properties, STORE + name + ".");
            properties.setProperty(STORE + name + ".library", library.toString());
            properties.setProperty(STORE + name + ".slot", String.valueOf(slot));
        });
    }

    /** Adds a key file. */
    public void addFile(String name, Path file) {
        change(properties -> {
            drop(properties, STORE + name + ".");
            properties.setProperty(STORE + name + ".file", file.toString());
        });
    }

    /** Takes a store away; the key stays where it is. */
    public void removeStore(String name) {
        change(properties -> drop(properties, STORE + name + "."));
    }

    /** Wrong PINs are not forgotten by taking a token away and adding it again. */
    private static void drop(Properties properties, String prefix) {
        properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix) && !key.endsWith(WRONG))
                .forEach(properties::remove);
    }

    /** The stores of this PC, by name. */
    public synchronized List<Store> stores() {
        Properties properties = read();
        Set<String> names = new TreeSet<>();
        for (String key : properties.stringPropertyNames()) {
            int last = key.lastIndexOf('.');
            boolean store = key.startsWith(STORE) && (key.endsWith(".library") || key.endsWith(".file"));
            if (store && last > STORE.length()) {
                names.add(key.substring(STORE.length(), last));
            }
        }
        List<Store> stores = new ArrayList<>();
        for (String name : names) {
            String library = properties.getProperty(STORE + name + ".library");
            stores.add(
                    library == null
                            ? new Store.KeyFile(name, Path.of(properties.getProperty(STORE + name + ".file")))
                            : new Store.Device(
                                    name,
                                    Path.of(library),
                                    Integer.parseInt(properties.getProperty(STORE + name + ".slot", "0"))));
        }
        return stores;
    }

    /** The fingerprints of certificates that were in a store when it was opened last. */
    List<String> seen(String store) {
        return value(STORE + store + SEEN).map(text -> List.of(text.split(","))).orElse(List.of());
    }

    void seen(String store, List<String> fingerprints) {
        value(STORE + store + SEEN, String.join(",", fingerprints));
    }

    // ---- wrong PINs

    /** Counts a PIN before it is tried, so that no crash forgets it; gives whether it may be tried. */
    synchronized boolean countTry(String store) {
        int wrong = wrongPins(store);
        if (wrong >= MOST_WRONG_PINS) {
            return false;
        }
        wrongPins(store, wrong + 1);
        return true;
    }

    /** Wrong PINs in a row. */
    public int wrongPins(String store) {
        return value(STORE + store + WRONG).map(Integer::parseInt).orElse(0);
    }

    void wrongPins(String store, int count) {
        value(STORE + store + WRONG, String.valueOf(count));
    }

    /** Allows one more PIN. */
    public void allowTry(String store) {
        wrongPins(store, Math.min(wrongPins(store), MOST_WRONG_PINS - 1));
    }

    // ---- schools

    /** The origins that are paired, with the hash of the token of each. */
    public synchronized Map<String, String> pairings() {
        Properties properties = read();
        Map<String, String> pairings = new LinkedHashMap<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            if (key.startsWith(PAIRING)) {
                pairings.put(key.substring(PAIRING.length()), properties.getProperty(key));
            }
        }
        return pairings;
    }

    void pair(String origin, String tokenHash) {
        value(PAIRING + origin, tokenHash);
    }

    /** Lets a page sign no more. */
    public void unpair(String origin) {
        change(properties -> properties.remove(PAIRING + origin));
    }
}
