package vn.quyche.core.web.internal.module;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Enumeration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.felix.fileinstall.ArtifactTransformer;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps files in the deploy folder that are not whole yet from everybody else who would take them: a copy over a slow line,
 * or one that broke off. Karaf unpacks what it gets of an archive and fails in the middle, again and again.
 *
 * <p>It is asked first. A transformation without a result means that the file is left alone until it changes.
 */
@Component(service = ArtifactTransformer.class, property = "service.ranking:Integer=1000")
public final class HalfFiles implements ArtifactTransformer {

    private static final Logger LOG = LoggerFactory.getLogger(HalfFiles.class);

    private final Set<File> told = ConcurrentHashMap.newKeySet();

    @Override
    public boolean canHandle(File file) {
        String name = file.getName();
        if (!file.isFile() || !name.endsWith(".kar") && !name.endsWith(".jar")) {
            return false;
        }
        boolean whole = isWhole(file);
        if (whole) {
            told.remove(file);
        }
        return !whole;
    }

    @Override
    public File transform(File file, File folder) {
        if (told.add(file)) {
            LOG.warn(
                    "{} is not whole: nothing of it is installed. It will be when the copy is complete; if it broke off,"
                            + " copy the file again.",
                    file.getName());
        }
        return null;
    }

    /** The list of contents is at the end of the file; and somebody may have made room for what is still to come. */
    private static boolean isWhole(File file) {
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
