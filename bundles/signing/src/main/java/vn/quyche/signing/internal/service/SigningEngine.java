package vn.quyche.signing.internal.service;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.quyche.signing.internal.engine.EngineGate;
import vn.quyche.signing.internal.engine.EngineLimits;
import vn.quyche.signing.internal.engine.EnginePages;
import vn.quyche.signing.internal.engine.EngineSigner;
import vn.quyche.signing.internal.engine.EngineVerifier;
import vn.quyche.signing.internal.engine.LongTerm;
import vn.quyche.signing.internal.engine.TimeStampClient;

/** The engine as it is configured: what signs, and whom to ask for the time. */
@Component(service = SigningEngine.class, configurationPid = SigningConfig.PID)
public final class SigningEngine {

    private static final Logger LOG = LoggerFactory.getLogger(SigningEngine.class);
    private static final Duration WAIT = Duration.ofSeconds(60);

    private final EngineSigner signer;
    private final EnginePages pages;
    private final TimeStampClient stamper;
    private final EngineVerifier verifier;
    private final Optional<LongTerm> wanted;
    private final Duration renewBefore;

    @Activate
    public SigningEngine(SigningConfig config, @Reference Clock clock) {
        EngineLimits standard = EngineLimits.standard();
        EngineLimits limits = new EngineLimits(
                (long) config.max_megabytes() << 20,
                standard.pages(),
                standard.signatures(),
                standard.time(),
                standard.entries(),
                standard.expandedBytes());
        EngineGate gate = new EngineGate(config.at_once(), WAIT);
        signer = new EngineSigner(gate, limits);
        pages = new EnginePages(gate, limits);
        verifier = new EngineVerifier(gate, limits);
        wanted = wanted(config.level_wanted());
        renewBefore = Duration.ofDays(config.level_renew_days());
        stamper = new TimeStampClient(
                addresses(config.tsa_urls()),
                Duration.ofSeconds(config.tsa_seconds()),
                Duration.ofMinutes(config.tsa_clock_minutes()),
                clock);
    }

    @Deactivate
    void deactivate() {
        signer.close();
    }

    /** What signs. */
    public EngineSigner signer() {
        return signer;
    }

    /** What shows pages. */
    public EnginePages pages() {
        return pages;
    }

    /** Whom to ask for the time. */
    public TimeStampClient stamper() {
        return stamper;
    }

    /** What judges files that were extended. */
    public EngineVerifier verifier() {
        return verifier;
    }

    /** What signed files are extended to; empty when they stay as they are. */
    public Optional<LongTerm> wanted() {
        return wanted;
    }

    /** How long before its end a time stamp over everything is renewed. */
    public Duration renewBefore() {
        return renewBefore;
    }

    private static Optional<LongTerm> wanted(String text) {
        return switch (text.trim().toUpperCase(Locale.ROOT)) {
            case "LT" -> Optional.of(LongTerm.LT);
            case "LTA" -> Optional.of(LongTerm.LTA);
            case "T", "" -> Optional.empty();
            default -> {
                LOG.error("level.wanted of {} is T, LT or LTA, not {}", SigningConfig.PID, text);
                yield Optional.empty();
            }
        };
    }

    private static List<URI> addresses(String text) {
        List<URI> addresses = new ArrayList<>();
        for (String part : text.split("[,\\s]+")) {
            if (part.isBlank()) {
                continue;
            }
            try {
                URI address = URI.create(part);
                String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
                if (address.getHost() == null || !List.of("http", "https").contains(scheme)) {
                    throw new IllegalArgumentException("no http address");
                }
                addresses.add(address);
            } catch (IllegalArgumentException e) {
                LOG.error("{} of {} is no address of a time-stamping authority", part, SigningConfig.PID);
            }
        }
        return addresses;
    }
}
