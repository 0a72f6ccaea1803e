package vn.quyche.core.screening.internal.virus;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import vn.quyche.core.api.Regulated;

/**
 * The ClamAV daemon behind its socket: {@code 127.0.0.1:3310}, or {@code unix:/run/clamav/clamd.ctl}. The content is
 * streamed to it, so that it needs no right to read our files.
 */
@Regulated("BC.4.4")
public final class Clamd implements VirusScanner, AutoCloseable {

    private static final int CHUNK = 64 << 10;
    private static final int LONGEST_ANSWER = 4096;

    private final String address;
    private final Duration timeout;
    private final long largest;
    /** Closes the socket of a scanner that keeps silent. */
    private final ScheduledExecutorService watch;

    /**
     * @param address {@code host:port} or {@code unix:path}; blank for none
     * @param timeout how long one scan may take
     * @param largest the most bytes that the scanner takes (its StreamMaxLength)
     */
    public Clamd(String address, Duration timeout, long largest) {
        this.address = address.strip();
        this.timeout = timeout;
        this.largest = largest;
        this.watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "quyche-clamd-watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public boolean configured() {
        return !address.isEmpty();
    }

    @Override
    public Answer scan(Path file) throws IOException {
        if (!configured() || Files.size(file) > largest) {
            return Answer.NOT_SCANNED;
        }
        String answer = talk(channel -> {
            send(channel, "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            try (InputStream in = Files.newInputStream(file)) {
                byte[] chunk = new byte[CHUNK];
                for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                    ByteBuffer part = ByteBuffer.allocate(Integer.BYTES + read);
                    part.putInt(read).put(chunk, 0, read).flip();
                    send(channel, part);
                }
            }
            send(channel, new byte[Integer.BYTES]);
        });
        if (answer.endsWith(" OK")) {
            return Answer.CLEAN;
        }
        if (answer.endsWith(" FOUND")) {
            return Answer.INFECTED;
        }
        if (answer.contains("size limit exceeded")) {
            return Answer.NOT_SCANNED;
        }
        throw new IOException("clamd did not say whether the file is clean");
    }

    @Override
    public String version() throws IOException {
        return talk(channel -> send(channel, "zVERSION\0".getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    @FunctionalInterface
    private interface Question {
        void ask(SocketChannel channel) throws IOException;
    }

    private String talk(Question question) throws IOException {
        SocketAddress target = target();
        StandardProtocolFamily family = target instanceof UnixDomainSocketAddress
                ? StandardProtocolFamily.UNIX
                : ((InetSocketAddress) target).getAddress() instanceof Inet6Address
                        ? StandardProtocolFamily.INET6
                        : StandardProtocolFamily.INET;
        try (SocketChannel channel = SocketChannel.open(family)) {
            Future<?> alarm = watch.schedule(() -> close(channel), timeout.toMillis(), TimeUnit.MILLISECONDS);
            try {
                channel.connect(target);
                try {
                    question.ask(channel);
                } catch (IOException e) {
                    // It may have hung up because the file is too long, and said so before.
                    return answer(channel);
                }
                return answer(channel);
            } finally {
                alarm.cancel(false);
            }
        }
    }

    private SocketAddress target() throws IOException {
        if (address.startsWith("unix:")) {
            return UnixDomainSocketAddress.of(address.substring("unix:".length()));
        }
        int colon = address.lastIndexOf(':');
        try {
            InetSocketAddress target =
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
            if (target.isUnresolved()) {
                throw new IOException("The host of clamd is not known");
            }
            return target;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("The address of clamd is neither host:port nor unix:path", e);
        }
    }

    private static void send(SocketChannel channel, byte[] bytes) throws IOException {
        send(channel, ByteBuffer.wrap(bytes));
    }

    private static void send(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && channel.read(answer) >= 0) {
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                break;
            }
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It was to be closed, and nobody uses it any more.
            return;
        }
    }
}
