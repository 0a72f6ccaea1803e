package vn.quyche.core.web.internal.module;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the files of the deploy folder on to the folder that Karaf watches, each at once and only when it is whole: a copy
 * over a slow line may take its time, or break off, and what is installed from the file before stays until the new one is
 * complete. Karaf by itself removes the old one first, then reads half a file.
 */
@Component(service = {})
public final class DeployFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);
    private static final long LOOK_MILLIS = 100;
    private static final String UNSEEN = ".";

    private final Path dropped;
    private final Path whole;
    private final Map<String, Stamp> seen = new HashMap<>();
    private final Map<String, Stamp> broken = new HashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "quyche-deploy");
        thread.setDaemon(true);
        return thread;
    });

    /** By what a changed file is known. */
    private record Stamp(long size, long changedMillis) {
        static Stamp of(Path file) throws IOException {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
        }
    }

    @Activate
    public DeployFolder(BundleContext context) throws IOException {
        this(
                Path.of(context.getProperty("karaf.base"), "deploy"),
                Path.of(context.getProperty("karaf.data"), "deploy"));
        looks.scheduleWithFixedDelay(this::safeLook, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Without looks of its own.
     *
     * @param dropped where people put files
     * @param whole what the container watches
     */
    DeployFolder(Path dropped, Path whole) throws IOException {
        this.dropped = Files.createDirectories(dropped);
        this.whole = Files.createDirectories(whole);
    }

    @Deactivate
    public void stop() {
        looks.shutdownNow();
    }

    private void safeLook() {
        try {
            look();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The deploy folder {} cannot be read; it is looked at again", dropped, e);
        }
    }

    /** Takes what is whole and has not changed since the look before; takes away what is gone. */
    void look() throws IOException {
        List<String> names = names(dropped);
        seen.keySet().retainAll(names);
        broken.keySet().retainAll(names);
        for (String name : names) {
            try {
                look(name);
            } catch (NoSuchFileException e) {
                LOG.debug("{} went while it was looked at", name, e);
            }
        }
        for (String name : names(whole)) {
            if (!names.contains(name)) {
                Files.deleteIfExists(whole.resolve(name));
            }
        }
    }

    private void look(String name) throws IOException {
        Path file = dropped.resolve(name);
        Stamp now = Stamp.of(file);
        boolean still = now.equals(seen.put(name, now));
        Path taken = whole.resolve(name);
        if (!still || now.equals(broken.get(name)) || Files.exists(taken) && now.equals(Stamp.of(taken))) {
            return;
        }
        Path copy = whole.resolve(UNSEEN + name);
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        if (now.equals(Stamp.of(copy)) && isWhole(copy.toFile(), name)) {
            broken.remove(name);
            Files.move(copy, taken, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(copy);
        if (broken.put(name, now) == null) {
            LOG.warn(
                    "{} is not whole: nothing of it is installed. It will be when the copy is complete; if it broke off,"
                            + " copy the file again.",
                    name);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(UNSEEN))
                    .toList();
        }
    }

    /** The list of contents is at the end of the file; and somebody may have made room for what is still to come. */
    private static boolean isWhole(File file, String name) {
        if (!name.endsWith(".kar") && !name.endsWith(".jar")) {
            return true;
        }
        try (ZipFile zip = new ZipFile(file)) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    if (in.transferTo(OutputStream.nullOutputStream()) != entry.getSize()) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException broken) {
            return false;
        }
    }
}
