package vn.quyche.launcher;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The administrator's shell: Karaf's client, in this process, so that the terminal is its alone.
 *
 * @param os the system
 * @param karaf where the client is
 * @param port where the shell of the school listens
 */
record AdminShell(Os os, KarafCommand karaf, int port) {

    /** Does not return: the client ends the process. */
    void open(List<String> words) throws IOException {
        for (String property : karaf.properties()) {
            String[] pair = property.split("=", 2);
            System.setProperty(pair[0], pair[1]);
        }
        List<String> all = new ArrayList<>(List.of("-h", "127.0.0.1", "-a", "" + port));
        os.variable("QUYCHE_ACCOUNT").ifPresent(account -> all.addAll(List.of("-u", account)));
        all.addAll(words);
        List<URL> jars = new ArrayList<>();
        for (Path jar : karaf.clientJars()) {
            jars.add(jar.toUri().toURL());
        }
        ClassLoader client = new URLClassLoader(jars.toArray(URL[]::new));
        Thread.currentThread().setContextClassLoader(client);
        try {
            client.loadClass("org.apache.karaf.client.Main")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) all.toArray(String[]::new));
        } catch (InvocationTargetException e) {
            throw new IOException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IOException("the distribution has no shell client", e);
        }
    }
}
