package vn.quyche.messenger.internal.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Json;
import vn.quyche.core.api.remote.LimitedBody;
import vn.quyche.messenger.internal.service.MessengerSettings;

/**
 * Calls to platforms over HTTP. The whole answer has to be there within the time limit and within a megabyte, redirects are
 * not followed; addresses and bodies hold secrets and stand in no message.
 */
@Component(service = HttpCalls.class)
public final class HttpCalls {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);
    private static final long LONGEST_PAUSE_SECONDS = 3600;
    private static final int LONGEST_ANSWER = 1 << 20;

    private final Duration limit;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "quyche-messenger-http");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client;
    private final ObjectMapper json = new ObjectMapper();

    @Activate
    public HttpCalls(@Reference MessengerSettings settings) {
        this.limit = settings.timeout();
        this.client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build();
    }

    @Deactivate
    void stop() {
        threads.shutdownNow();
    }

    /** Fetches something. */
    JsonNode get(String url, Map<String, String> query, Map<String, String> headers) {
        return send(request(query.isEmpty() ? url : url + "?" + form(query), headers)
                .GET()
                .build());
    }

    /** Posts a body of JSON. */
    JsonNode post(String url, Object body, Map<String, String> headers) {
        return send(request(url, headers)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(Json.of(body)))
                .build());
    }

    /** Posts the fields of a form. */
    JsonNode postForm(String url, Map<String, String> fields, Map<String, String> headers) {
        return send(request(url, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build());
    }

    private HttpRequest.Builder request(String url, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).timeout(limit).header("Accept", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private JsonNode send(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, info -> new LimitedBody(LONGEST_ANSWER));
        try {
            // the limit of the request ends with the headers; this one holds for the body, too
            HttpResponse<byte[]> response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return read(response);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ProviderFailure(ProviderFailure.Kind.UNCERTAIN, "messenger.no-answer", "", Optional.empty(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProviderFailure(ProviderFailure.Kind.UNCERTAIN, "messenger.no-answer", "", Optional.empty(), e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    /** Whether the request can have reached the platform. */
    private static ProviderFailure failure(Throwable cause) {
        boolean notSent = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException
                || cause instanceof SSLHandshakeException;
        return new ProviderFailure(
                notSent ? ProviderFailure.Kind.NOT_SENT : ProviderFailure.Kind.UNCERTAIN,
                notSent ? "messenger.unreachable" : "messenger.no-answer",
                cause.getClass().getSimpleName(),
                Optional.empty(),
                cause);
    }

    private JsonNode read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 429) {
            throw limited(response.headers().firstValue("Retry-After"));
        }
        if (status >= 500) {
            throw new ProviderFailure(ProviderFailure.Kind.UNCERTAIN, "messenger.platform-error", "HTTP " + status);
        }
        if (status == 401 || status == 403) {
            throw new ProviderFailure(ProviderFailure.Kind.TOKEN, "messenger.token-refused", "HTTP " + status);
        }
        try {
            JsonNode body = json.readTree(response.body());
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            // no word of what it said: it may hold what we sent
        } catch (IOException e) {
            throw failure(e);
        }
        // a page of a proxy, or half an answer
        throw new ProviderFailure(
                status < 300 ? ProviderFailure.Kind.UNCERTAIN : ProviderFailure.Kind.REFUSED,
                "messenger.strange-answer",
                "HTTP " + status);
    }

    /** Too many calls. */
    static ProviderFailure limited(Optional<String> seconds) {
        Duration pause = seconds.filter(text -> text.matches("[0-9]{1,6}"))
                .map(Long::parseLong)
                .map(s -> Duration.ofSeconds(Math.min(Math.max(1, s), LONGEST_PAUSE_SECONDS)))
                .orElse(USUAL_PAUSE);
        return new ProviderFailure(
                ProviderFailure.Kind.LIMITED, "messenger.too-many-calls", "", Optional.of(pause), null);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
