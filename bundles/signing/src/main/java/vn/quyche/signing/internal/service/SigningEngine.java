package vn.quyche.signing.internal.service;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import vn.quyche.signing.internal.engine.TimeStampClient;

/** The engine as it is configured: what signs, and whom to ask for the time. */
@Component(service = SigningEngine.class, configurationPid = SigningConfig.PID)
public final class SigningEngine {

    private static final Logger LOG = LoggerFactory.getLogger(SigningEngine.class);
    private static final Duration WAIT = Duration.ofSeconds(60);

    private final EngineSigner signer;
    private final EnginePages pages;
    private final TimeStampClient stamper;

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
