package vn.quyche.signing.internal.engine;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.core.api.remote.RemoteHttp;

/**
 * Asks time-stamping authorities (RFC 3161), one after the other until one answers well. An answer is taken only when it is to
 * our question (hash and nonce), is signed by a certificate for time stamps, and tells about the time that our clock tells.
 */
public final class TimeStampClient implements EngineSigner.Stamper {

    private static final Logger LOG = LoggerFactory.getLogger(TimeStampClient.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int NONCE_BITS = 64;

    private final List<URI> authorities;
    private final Duration clocksDiffer;
    private final Duration time;
    private final RemoteHttp http;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param authorities where to ask, in this order
     * @param time how long one may take to answer
     * @param clocksDiffer how far its time may be from ours
     */
    public TimeStampClient(List<URI> authorities, Duration time, Duration clocksDiffer, Clock clock) {
        this.authorities = List.copyOf(authorities);
        this.clocksDiffer = clocksDiffer;
        this.time = time;
        this.http = new RemoteHttp(CONNECT, time);
        this.clock = clock;
    }

    /** Whether there is anybody to ask. */
    public boolean available() {
        return !authorities.isEmpty();
    }

    @Override
    public byte[] stamp(byte[] sha256) throws StampTrouble {
        StampTrouble last = new StampTrouble("signing.stamp-none", "", null);
        for (URI authority : authorities) {
            try {
                return ask(authority, sha256);
            } catch (StampTrouble e) {
                LOG.warn("No time stamp from {}: {}", authority.getHost(), e.getMessage());
                last = e;
            }
        }
        throw last;
    }

    private byte[] ask(URI authority, byte[] sha256) throws StampTrouble {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request =
                    generator.generate(TSPAlgorithms.SHA256, sha256, new BigInteger(NONCE_BITS, random));
            RemoteHttp.Answer answer = RemoteHttp.requireOk(http.send(HttpRequest.newBuilder(authority)
                    .timeout(time)
                    .header("Content-Type", "application/timestamp-query")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
                    .build()));
            TimeStampResponse response = new TimeStampResponse(answer.body());
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new StampTrouble("signing.stamp-refused", String.valueOf(response.getStatusString()), null);
            }
            Instant told = token.getTimeStampInfo().getGenTime().toInstant();
            if (Duration.between(told, clock.instant()).abs().compareTo(clocksDiffer) > 0) {
                throw new StampTrouble("signing.stamp-other-time", told.toString(), null);
            }
            validate(token);
            return token.getEncoded();
        } catch (RemoteFailure e) {
            throw new StampTrouble("signing.stamp-unreachable", String.valueOf(e.getMessage()), e);
        } catch (TSPException | OperatorException | GeneralSecurityException | IOException e) {
            throw new StampTrouble("signing.stamp-wrong", String.valueOf(e.getMessage()), e);
        }
    }

    /** Signed by a certificate for time stamps that is in it. */
    private static void validate(TimeStampToken token)
            throws StampTrouble, TSPException, OperatorException, GeneralSecurityException {
        Store<X509CertificateHolder> inside = token.getCertificates();
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> by = inside.getMatches(token.getSID());
        if (by.size() != 1) {
            throw new StampTrouble("signing.stamp-wrong", "no certificate", null);
        }
        token.validate(
                new JcaSimpleSignerInfoVerifierBuilder().build(by.iterator().next()));
    }
}
