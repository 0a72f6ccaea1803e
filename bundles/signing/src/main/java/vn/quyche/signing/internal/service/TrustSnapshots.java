package vn.quyche.signing.internal.service;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import vn.quyche.signing.api.TrustTrack;
import vn.quyche.signing.internal.engine.EngineTrust;
import vn.quyche.signing.internal.store.JpaTrustStore;

/** What is believed now, kept until the register changes on whichever node. */
@Component(service = TrustSnapshots.class, configurationPid = VerificationConfig.PID)
@Designate(ocd = VerificationConfig.class)
public final class TrustSnapshots {

    private final JpaTrustStore store;
    private final Clock clock;
    private volatile Duration freshness;
    private volatile Kept kept;

    private record Kept(String stamp, EngineTrust trust) {}

    @Activate
    public TrustSnapshots(VerificationConfig config, @Reference JpaTrustStore store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
        this.freshness = Duration.ofDays(config.crl_days());
    }

    @Modified
    void modified(VerificationConfig config) {
        freshness = Duration.ofDays(config.crl_days());
        kept = null;
    }

    /** How old a list of revoked certificates may be. */
    public Duration freshness() {
        return freshness;
    }

    /** What is believed now. */
    public EngineTrust now() {
        String stamp = store.stamp();
        Kept known = kept;
        if (known == null || !known.stamp().equals(stamp)) {
            known = new Kept(stamp, read());
            kept = known;
        }
        return known.trust();
    }

    private EngineTrust read() {
        Map<X509Certificate, TrustTrack> roots = new LinkedHashMap<>();
        List<X509Certificate> authorities = new ArrayList<>();
        List<byte[]> crls = new ArrayList<>();
        for (JpaTrustStore.Stored stored : store.all(clock.instant().minus(freshness))) {
            X509Certificate certificate = certificate(stored.der());
            if (stored.certificate().root()) {
                roots.put(certificate, stored.certificate().track());
            } else {
                authorities.add(certificate);
            }
            stored.crl().ifPresent(crls::add);
        }
        return new EngineTrust(roots, authorities, crls, freshness);
    }

    private static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalStateException("A stored certificate cannot be read", e);
        }
    }
}
