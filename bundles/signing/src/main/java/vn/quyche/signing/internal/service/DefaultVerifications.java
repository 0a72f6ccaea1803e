package vn.quyche.signing.internal.service;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.Verification;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.api.Verifications;
import vn.quyche.signing.api.VerifiedSignature;
import vn.quyche.signing.internal.engine.EngineGate;
import vn.quyche.signing.internal.engine.EngineLimits;
import vn.quyche.signing.internal.engine.EngineOutcome;
import vn.quyche.signing.internal.engine.EngineVerifier;
import vn.quyche.signing.internal.model.Fingerprint;

/** Verifies files; only a few stand in memory at once, whoever asks. */
@Component(configurationPid = VerificationConfig.PID)
public final class DefaultVerifications implements Verifications {

    private static final int IN_MEMORY = 4;
    private static final int LONGEST_NAME = 200;
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final EngineVerifier engine;
    private final TrustSnapshots trust;
    private final Clock clock;
    private final Semaphore inMemory;

    @Activate
    public DefaultVerifications(VerificationConfig config, @Reference TrustSnapshots trust, @Reference Clock clock) {
        EngineLimits standard = EngineLimits.standard();
        this.engine = new EngineVerifier(
                new EngineGate(config.at_once(), WAIT),
                new EngineLimits(
                        (long) config.max_megabytes() << 20,
                        config.max_pages(),
                        standard.signatures(),
                        Duration.ofSeconds(config.max_seconds()),
                        standard.entries(),
                        standard.expandedBytes()));
        this.trust = trust;
        this.clock = clock;
        this.inMemory = new Semaphore(config.at_once() + IN_MEMORY, true);
    }

    @Deactivate
    void deactivate() {
        engine.close();
    }

    @Override
    public long largestFile() {
        return engine.limits().bytes();
    }

    @Override
    public Verification verify(Caller caller, String fileName, Content content) {
        return withFile(content, file -> {
            boolean tooLarge = file.length > largestFile();
            EngineOutcome outcome = engine.verify(file, trust.now(), clock.instant());
            List<VerificationFinding> all = new ArrayList<>(outcome.findings());
            outcome.signatures().stream().map(VerifiedSignature::findings).forEach(all::addAll);
            return new Verification(
                    name(fileName),
                    file.length,
                    tooLarge ? "" : Fingerprint.of(file),
                    clock.instant(),
                    VerificationFinding.worst(all),
                    outcome.findings(),
                    outcome.signatures());
        });
    }

    @Override
    public byte[] signedRevision(Caller caller, Content content, int number) {
        return withFile(
                content, file -> engine.revision(file, number).orElseThrow(() -> new NotFound("verify.no-revision")));
    }

    /** What is done with a file. */
    @FunctionalInterface
    private interface Use<T> {
        T of(byte[] file);
    }

    private <T> T withFile(Content content, Use<T> use) {
        try {
            if (!inMemory.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("verify.busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("verify.busy");
        }
        try (InputStream in = content.open()) {
            byte[] file = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, largestFile() + 1));
            if (file.length == 0) {
                throw new Invalid("file", "verify.empty");
            }
            return use.of(file);
        } catch (IOException e) {
            throw new Invalid("file", "verify.not-received");
        } finally {
            inMemory.release();
        }
    }

    /** The name as it may be shown: one line, not too long. */
    private static String name(String fileName) {
        String name = Optional.ofNullable(fileName)
                .map(VietnameseText::line)
                .map(line -> line.replaceAll("\\p{Cntrl}", ""))
                .orElse("");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }
}
