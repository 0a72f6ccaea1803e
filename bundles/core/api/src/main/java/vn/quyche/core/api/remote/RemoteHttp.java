package vn.quyche.core.api.remote;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls other systems: no redirects (the token goes to the address that was registered and to no other), a limit for
 * the whole answer in time and in bytes, and each failure under the name of its cause.
 */
public final class RemoteHttp {

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /**
     * What the other system answered.
     *
     * @param status the HTTP status
     * @param body the body, at most 4 MB
     */
    public record Answer(int status, byte[] body) {}

    private final HttpClient client;
    private final Duration wholeAnswer;

    /**
     * A client.
     *
     * @param connect how long a connection may take
     * @param wholeAnswer how long an answer may take, to its last byte
     */
    public RemoteHttp(Duration connect, Duration wholeAnswer) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.wholeAnswer = wholeAnswer;
    }

    /** Sends a request. @throws RemoteFailure when no answer comes, whatever the answer says */
    public Answer send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request, info -> new LimitedBody(MOST_BYTES));
        try {
            HttpResponse<byte[]> response = sent.get(wholeAnswer.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException slow) {
            sent.cancel(true);
            throw RemoteFailure.passing(RemoteFailure.TIMEOUT, wholeAnswer.toSeconds() + " s", slow);
        } catch (InterruptedException stopped) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw RemoteFailure.passing(RemoteFailure.TIMEOUT, "", stopped);
        } catch (ExecutionException failed) {
            throw named(failed.getCause());
        }
    }

    /** Lets an answer pass that is what was asked for. @throws RemoteFailure for any status but 200 */
    public static Answer requireOk(Answer answer) {
        int status = answer.status();
        if (status == OK) {
            return answer;
        }
        String detail = "HTTP " + status;
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw RemoteFailure.lasting(RemoteFailure.DENIED, detail);
        }
        if (status == TOO_MANY || status >= SERVER_ERROR) {
            throw RemoteFailure.passing(RemoteFailure.SERVER_ERROR, detail, null);
        }
        throw RemoteFailure.lasting(RemoteFailure.BAD_ANSWER, detail);
    }

    private static RemoteFailure named(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof LimitedBody.TooLarge) {
                return RemoteFailure.lasting(RemoteFailure.TOO_LONG, MOST_BYTES + " B", failed);
            }
            if (isTls(cause)) {
                return RemoteFailure.lasting(RemoteFailure.CERTIFICATE, cause.getMessage(), failed);
            }
        }
        if (failed instanceof HttpTimeoutException) {
            return RemoteFailure.passing(RemoteFailure.TIMEOUT, failed.getMessage(), failed);
        }
        if (failed instanceof ConnectException
                || failed instanceof UnknownHostException
                || failed instanceof UnresolvedAddressException) {
            return RemoteFailure.passing(
                    RemoteFailure.UNREACHABLE, failed.getClass().getSimpleName(), failed);
        }
        return RemoteFailure.passing(RemoteFailure.UNREACHABLE, failed.toString(), failed);
    }

    /** Told by its name: this bundle imports no package but its own. */
    private static boolean isTls(Throwable cause) {
        for (Class<?> type = cause.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getPackageName().equals("javax.net.ssl")) {
                return true;
            }
        }
        return false;
    }
}
