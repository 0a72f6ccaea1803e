package vn.quyche.core.web.internal.ui;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.servlet.AsyncContext;
import vn.quyche.core.api.notice.spi.LiveFeed;

/** One open page that listens. Writes are one at a time; a write that fails closes the line. */
final class EventLine {

    private final String accountId;
    private final BooleanSupplier sessionRuns;
    private final AsyncContext async;
    private final Consumer<EventLine> whenClosed;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile LiveFeed.Subscription subscription;

    EventLine(String accountId, BooleanSupplier sessionRuns, AsyncContext async, Consumer<EventLine> whenClosed) {
        this.accountId = accountId;
        this.sessionRuns = sessionRuns;
        this.async = async;
        this.whenClosed = whenClosed;
    }

    String accountId() {
        return accountId;
    }

    /** Says hello, and how soon to come back after a break. */
    void open() {
        write("retry: 3000\n\n");
    }

    void closeWith(LiveFeed.Subscription live) {
        subscription = live;
        if (closed.get()) {
            live.close();
        }
    }

    void send(String event, String id, String data) {
        write((id.isEmpty() ? "" : "id: " + id + "\n") + "event: " + event + "\ndata: " + data.replace('\n', ' ')
                + "\n\n");
    }

    void beat() {
        if (sessionRuns.getAsBoolean()) {
            write(": \n\n");
        } else {
            close();
        }
    }

    private void write(String text) {
        if (closed.get()) {
            return;
        }
        try {
            synchronized (async) {
                OutputStream out = async.getResponse().getOutputStream();
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException | IllegalStateException gone) {
            close();
        }
    }

    void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        whenClosed.accept(this);
        LiveFeed.Subscription live = subscription;
        if (live != null) {
            live.close();
        }
        try {
            async.complete();
        } catch (IllegalStateException gone) {
            // the container closed it before us
            return;
        }
    }

    /** A title and a link as JSON. */
    static String json(String title, String link) {
        return "{\"title\":" + quote(title) + ",\"link\":" + quote(UiPath.local(link)) + "}";
    }

    private static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '\u2028' || c == '\u2029') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
