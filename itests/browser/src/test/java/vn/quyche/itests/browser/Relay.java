package vn.quyche.itests.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to the school that can break: everything passes, until it is cut. */
final class Relay implements AutoCloseable {

    private final int to;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean broken;

    Relay(int to) {
        this.to = to;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** The address of a path of the school by this line. */
    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + path);
    }

    /** Breaks every connection, and every one that is tried until it is {@link #mend mended}. */
    void cut() {
        broken = true;
        open.forEach(Relay::drop);
    }

    void mend() {
        broken = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket here = door.accept();
                if (broken) {
                    drop(here);
                    continue;
                }
                Socket there = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(here);
                open.add(there);
                start(() -> pump(here, there));
                start(() -> pump(there, here));
            } catch (IOException closed) {
                // the test is over, or the school is gone: the browser will see
                continue;
            }
        }
    }

    private void pump(Socket from, Socket into) {
        try {
            from.getInputStream().transferTo(into.getOutputStream());
        } catch (IOException cut) {
            // one side hung up: so does the other
        } finally {
            drop(from);
            drop(into);
            open.remove(from);
            open.remove(into);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
