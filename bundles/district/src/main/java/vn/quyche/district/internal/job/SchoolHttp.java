package vn.quyche.district.internal.job;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import vn.quyche.district.internal.model.FetchFailure;

/**
 * Calls the schools' machines: no redirects (the token goes to the address that was registered and to no other), a limit for
 * the whole answer in time and in bytes, and each failure under the name of its cause.
 */
final class SchoolHttp {

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client;
    private final Duration wholeAnswer;

    SchoolHttp(Duration connect, Duration wholeAnswer) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.wholeAnswer = wholeAnswer;
    }

    /** Sends a request. @throws FetchFailure when no answer comes, whatever the answer says */
    Answer send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request, info -> new Limited(MOST_BYTES));
        try {
            HttpResponse<byte[]> response = sent.get(wholeAnswer.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException slow) {
            sent.cancel(true);
            throw FetchFailure.passing(FetchFailure.TIMEOUT, wholeAnswer.toSeconds() + " s", slow);
        } catch (InterruptedException stopped) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw FetchFailure.passing(FetchFailure.TIMEOUT, "", stopped);
        } catch (ExecutionException failed) {
            throw named(failed.getCause());
        }
    }

    /**
     * Lets an answer with the list pass.
     *
     * @param following whether it is a page after the first
     */
    static Answer requireList(Answer answer, boolean following) {
        int status = answer.status();
        if (status == OK) {
            return answer;
        }
        String detail = "HTTP " + status;
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw FetchFailure.lasting(FetchFailure.DENIED, detail);
        }
        if (status == BAD_REQUEST && following) {
            throw FetchFailure.passing(FetchFailure.LOST_PLACE, detail, null);
        }
        if (status == TOO_MANY || status >= SERVER_ERROR) {
            throw FetchFailure.passing(FetchFailure.SERVER_ERROR, detail, null);
        }
        throw FetchFailure.lasting(FetchFailure.BAD_ANSWER, detail);
    }

    private static FetchFailure named(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof TooLarge) {
                return FetchFailure.lasting(FetchFailure.TOO_LONG, MOST_BYTES + " B", failed);
            }
            if (cause instanceof SSLHandshakeException) {
                return FetchFailure.lasting(FetchFailure.CERTIFICATE, cause.getMessage(), failed);
            }
        }
        if (failed instanceof SSLException) {
            return FetchFailure.lasting(FetchFailure.CERTIFICATE, failed.getMessage(), failed);
        }
        if (failed instanceof HttpTimeoutException) {
            return FetchFailure.passing(FetchFailure.TIMEOUT, failed.getMessage(), failed);
        }
        if (failed instanceof ConnectException
                || failed instanceof UnknownHostException
                || failed instanceof UnresolvedAddressException) {
            return FetchFailure.passing(
                    FetchFailure.UNREACHABLE, failed.getClass().getSimpleName(), failed);
        }
        return FetchFailure.passing(FetchFailure.UNREACHABLE, failed.toString(), failed);
    }

    /** More came than a list can be. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** A body up to a size. */
    private static final class Limited implements HttpResponse.BodySubscriber<byte[]> {

        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final int most;
        private Flow.Subscription subscription;

        Limited(int most) {
            this.most = most;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            for (ByteBuffer part : parts) {
                if (bytes.size() + part.remaining() > most) {
                    subscription.cancel();
                    body.completeExceptionally(new TooLarge());
                    return;
                }
                byte[] copy = new byte[part.remaining()];
                part.get(copy);
                bytes.writeBytes(copy);
            }
        }

        @Override
        public void onError(Throwable failed) {
            body.completeExceptionally(failed);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
