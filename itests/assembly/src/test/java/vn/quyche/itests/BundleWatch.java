package vn.quyche.itests;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import vn.quyche.itests.kit.AssemblyProcess;

/**
 * A bundle that a test puts into the school: from then on it writes down what happens to any bundle. A refresh cannot hide
 * from it: it stops, unresolves, resolves and starts.
 */
public final class BundleWatch implements BundleActivator, SynchronousBundleListener {

    private static final String NAME = "vn.quyche.itests.watch";
    private static final String FILE = "bundle-events.txt";
    private static final Map<Integer, String> EVENTS = Map.of(
            BundleEvent.INSTALLED, "installed",
            BundleEvent.RESOLVED, "resolved",
            BundleEvent.STARTED, "started",
            BundleEvent.STOPPED, "stopped",
            BundleEvent.UPDATED, "updated",
            BundleEvent.UNRESOLVED, "unresolved",
            BundleEvent.UNINSTALLED, "uninstalled");

    private final Object lock = new Object();
    private Path file;

    @Override
    public void start(BundleContext context) throws IOException {
        file = Path.of(context.getProperty("quyche.data"), FILE);
        Files.writeString(file, "");
        context.addBundleListener(this);
    }

    @Override
    public void stop(BundleContext context) {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        String what = EVENTS.get(event.getType());
        String who = event.getBundle().getSymbolicName();
        if (what == null || NAME.equals(who)) {
            return;
        }
        synchronized (lock) {
            try {
                Files.writeString(file, who + " " + what + "\n", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The folder of a school's data that holds what was seen; the file is there when the watch has begun. */
    static Path file(AssemblyProcess school) {
        return school.data().resolve(FILE);
    }

    /** What happened to which bundle so far. */
    static List<String> seen(AssemblyProcess school) throws IOException {
        return Files.readAllLines(file(school));
    }

    /** Puts the watch into a school's deploy folder. */
    static Path deploy(AssemblyProcess school) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        String own = BundleWatch.class.getName().replace('.', '/') + ".class";
        try (var in = BundleWatch.class.getResourceAsStream("/" + own)) {
            entries.put(own, in.readAllBytes());
        }
        Path jar = school.deploy().resolve("watch.jar");
        jar(
                jar,
                Map.of(
                        "Bundle-ManifestVersion", "2",
                        "Bundle-SymbolicName", NAME,
                        "Bundle-Version", "1.0.0",
                        "Bundle-Activator", BundleWatch.class.getName(),
                        "Import-Package", "org.osgi.framework"),
                entries);
        return jar;
    }

    /** Writes a jar beside its place and moves it there, as the container never sees half a file then. */
    static void jar(Path file, Map<String, String> headers, Map<String, byte[]> entries) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(main::putValue);
        Path incoming = Files.createTempFile(Path.of("target").toAbsolutePath(), "incoming", ".jar");
        try (OutputStream out = Files.newOutputStream(incoming);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        Files.move(incoming, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
