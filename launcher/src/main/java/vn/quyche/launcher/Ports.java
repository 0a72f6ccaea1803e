package vn.quyche.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** What listens on this machine. */
final class Ports {

    private static final int CONNECT_MILLIS = 1000;
    private static final int READ_MILLIS = 5000;

    private Ports() {}

    /**
     * What {@code /health/ready} says.
     *
     * @param ready whether the school is ready
     * @param text what it says of itself, empty when nobody answers
     */
    record Health(boolean ready, String text) {}

    /** Whether somebody listens there. */
    static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** The first port from one on that nobody uses. */
    static int free(int from) {
        int port = from;
        while (isOpen(port)) {
            port++;
        }
        return port;
    }

    static Health health(int port) {
        try {
            URL url = new URL("http", "127.0.0.1", port, "/health/ready");
            HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            int status = connection.getResponseCode();
            try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return new Health(status == 200, text.strip());
            }
        } catch (IOException nobody) {
            return new Health(false, "");
        }
    }
}
