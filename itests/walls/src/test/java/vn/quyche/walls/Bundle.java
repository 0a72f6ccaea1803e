package vn.quyche.walls;

import aQute.bnd.header.OSGiHeader;
import aQute.bnd.header.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** A built jar and what its manifest says. */
record Bundle(Path jar, Manifest manifest) {

    static Bundle of(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return new Bundle(jar, file.getManifest() == null ? new Manifest() : file.getManifest());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
    }

    boolean isBundle() {
        return header("Bundle-SymbolicName") != null;
    }

    String symbolicName() {
        return parameters("Bundle-SymbolicName").keySet().iterator().next();
    }

    /** {@code group} for vn.quyche.group. */
    String domain() {
        return header("Quyche-Domain");
    }

    boolean isCore() {
        return symbolicName().startsWith("vn.quyche.core.");
    }

    /** Where its code lives: the symbolic name is also its root package. */
    String rootPackage() {
        return symbolicName();
    }

    Set<String> exports() {
        return parameters("Export-Package").keySet();
    }

    Set<String> imports() {
        return parameters("Import-Package").keySet();
    }

    String header(String name) {
        return manifest.getMainAttributes().getValue(name);
    }

    Parameters parameters(String name) {
        return OSGiHeader.parseHeader(header(name));
    }

    /** One entry of the jar, or null. */
    byte[] entry(String name) {
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getEntry(name) == null) {
                return null;
            }
            try (InputStream in = file.getInputStream(file.getEntry(name))) {
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
    }

    @Override
    public String toString() {
        return isBundle() ? symbolicName() : jar.getFileName().toString();
    }
}
