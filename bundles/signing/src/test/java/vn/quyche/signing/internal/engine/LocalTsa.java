package vn.quyche.signing.internal.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamping authority on this machine that does as it is told. */
public final class LocalTsa implements AutoCloseable {

    /** How it answers. */
    public enum Mood {
        WELL,
        DOWN,
        SLOW,
        WRONG_NONCE,
        WRONG_TIME,
        WRONG_HASH,
        RUBBISH,
        REFUSING
    }

    public volatile Mood mood = Mood.WELL;
    public final AtomicInteger asked = new AtomicInteger();
    private final TestPki.Signer signer;
    private final Supplier<Instant> time;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger serial = new AtomicInteger(1);

    public LocalTsa(TestPki.Signer signer, Supplier<Instant> time) {
        this.signer = signer;
        this.time = time;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] question = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            byte[] answer = new byte[] {1, 2, 3};
            switch (mood) {
                case DOWN -> {
                    exchange.sendResponseHeaders(503, -1);
                    return;
                }
                case SLOW -> Thread.sleep(Duration.ofSeconds(5).toMillis());
                case RUBBISH -> {}
                default -> answer = stamp(new TimeStampRequest(question));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private byte[] stamp(TimeStampRequest asked) throws Exception {
        TimeStampRequest request = asked;
        if (mood == Mood.WRONG_NONCE || mood == Mood.WRONG_HASH) {
            TimeStampRequestGenerator other = new TimeStampRequestGenerator();
            other.setCertReq(true);
            byte[] hash = asked.getMessageImprintDigest().clone();
            if (mood == Mood.WRONG_HASH) {
                hash[0] ^= 1;
            }
            request = other.generate(
                    TSPAlgorithms.SHA256,
                    hash,
                    mood == Mood.WRONG_NONCE ? asked.getNonce().add(BigInteger.ONE) : asked.getNonce());
        }
        DigestCalculator sha256 = new JcaDigestCalculatorProviderBuilder()
                .build()
                .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                        org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256));
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", signer.key(), signer.certificate()),
                sha256,
                new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"));
        tokens.addCertificates(new JcaCertStore(signer.chain()));
        TimeStampResponseGenerator responses = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
        Instant now = time.get();
        if (mood == Mood.WRONG_TIME) {
            now = now.plus(Duration.ofDays(1));
        }
        TimeStampResponse response = mood == Mood.REFUSING
                ? responses.generateFailResponse(2, 2, "no")
                : responses.generateGrantedResponse(
                        request, BigInteger.valueOf(serial.getAndIncrement()), Date.from(now));
        return response.getEncoded();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
