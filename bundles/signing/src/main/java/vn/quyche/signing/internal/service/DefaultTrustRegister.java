package vn.quyche.signing.internal.service;

import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.act.Act;
import vn.quyche.core.api.act.Acts;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.persistence.Ids;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.signing.api.TrustCertificate;
import vn.quyche.signing.api.TrustCrl;
import vn.quyche.signing.api.TrustRegister;
import vn.quyche.signing.api.TrustTrack;
import vn.quyche.signing.internal.model.AuthorityCertificate;
import vn.quyche.signing.internal.model.RevocationList;
import vn.quyche.signing.internal.store.JpaTrustStore;

/** The register of what is believed. */
@Component
public final class DefaultTrustRegister implements TrustRegister {

    private static final String CERTIFICATE = "signing.trust-certificate";
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final Acts acts;
    private final Access access;
    private final JpaTrustStore store;
    private final TrustSnapshots snapshots;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public DefaultTrustRegister(
            @Reference Acts acts,
            @Reference Access access,
            @Reference JpaTrustStore store,
            @Reference TrustSnapshots snapshots,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.acts = acts;
        this.access = access;
        this.store = store;
        this.snapshots = snapshots;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Page<TrustCertificate> list(Caller caller, Query query, PageRequest page) {
        access.require(caller, TrustPermissions.READ, Scope.school());
        List<TrustCertificate> found = store.list(query, freshSince(), page.after(), page.size() + 1);
        return Page.of(found, page.size(), JpaTrustStore::cursor);
    }

    @Override
    public TrustCertificate get(Caller caller, String id) {
        access.require(caller, TrustPermissions.READ, Scope.school());
        return store.find(id, freshSince()).orElseThrow(() -> new NotFound("trust.not-found"));
    }

    @Override
    public TrustCertificate inspect(Caller caller, byte[] file) {
        access.require(caller, TrustPermissions.CHANGE, Scope.school());
        AuthorityCertificate certificate = read(file);
        return shown(certificate, "", Optional.empty(), placed(certificate, Optional.empty()));
    }

    @Override
    public String add(Caller caller, byte[] file, Optional<TrustTrack> track, String fingerprint) {
        Act act = Act.create(CERTIFICATE, "signing.add-trust", TrustPermissions.CHANGE, Scope.school());
        return acts.perform(caller, act, log -> {
            AuthorityCertificate certificate = read(file);
            if (!certificate.hasFingerprint(fingerprint)) {
                throw new Invalid("fingerprint", "trust.wrong-fingerprint");
            }
            if (store.known(certificate.fingerprint())) {
                throw new Conflict("trust.known");
            }
            TrustTrack place = placed(certificate, track);
            if (place == null) {
                throw new Invalid("track", "core.required");
            }
            String id = ids.next();
            log.subject(id);
            TrustCertificate added = shown(certificate, id, Optional.of(caller.name()), place);
            store.insert(added, der(certificate));
            log.changed(null, added);
            return id;
        });
    }

    @Override
    public void remove(Caller caller, String id, String reason) {
        Act act = Act.on(CERTIFICATE, id, "signing.remove-trust", TrustPermissions.CHANGE, Scope.school());
        acts.perform(caller, act, log -> {
            Checks checks = new Checks();
            String why = checks.text("reason", reason, 5, 500);
            checks.orThrow();
            TrustCertificate known = store.find(id, freshSince()).orElseThrow(() -> new NotFound("trust.not-found"));
            store.delete(id);
            log.changed(known, null);
            log.note(why);
            return id;
        });
    }

    @Override
    public TrustCrl loadCrl(Caller caller, byte[] file) {
        access.require(caller, TrustPermissions.CHANGE, Scope.school());
        RevocationList list = RevocationList.read(file).orElseThrow(() -> new Invalid("file", "trust.no-crl"));
        TrustCertificate authority = store.all(freshSince()).stream()
                .filter(stored -> AuthorityCertificate.read(stored.der())
                        .filter(list::madeBy)
                        .isPresent())
                .map(JpaTrustStore.Stored::certificate)
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "file",
                        "trust.crl-of-unknown",
                        AuthorityCertificate.name(list.crl().getIssuerX500Principal())));
        Act act = Act.on(CERTIFICATE, authority.id(), "signing.load-crl", TrustPermissions.CHANGE, Scope.school());
        return acts.perform(caller, act, log -> {
            store.lock(authority.id());
            TrustCertificate now =
                    store.find(authority.id(), freshSince()).orElseThrow(() -> new NotFound("trust.not-found"));
            if (!list.complete()) {
                throw new Invalid("file", "trust.crl-partial");
            }
            if (list.thisUpdate().isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
                throw new Invalid("file", "trust.crl-future");
            }
            if (now.crl()
                    .filter(crl -> !crl.thisUpdate().isBefore(list.thisUpdate()))
                    .isPresent()) {
                throw new Invalid("file", "trust.crl-older");
            }
            store.replaceCrl(
                    now.id(), list.thisUpdate(), list.nextUpdate(), list.entries(), clock.instant(), der(list));
            TrustCrl loaded = store.find(now.id(), freshSince())
                    .flatMap(TrustCertificate::crl)
                    .orElseThrow();
            log.changed(now.crl().orElse(null), loaded);
            return loaded;
        });
    }

    private AuthorityCertificate read(byte[] file) {
        AuthorityCertificate certificate =
                AuthorityCertificate.read(file).orElseThrow(() -> new Invalid("file", "trust.no-certificate"));
        certificate.fault(clock.instant()).ifPresent(code -> {
            throw new Invalid("file", code);
        });
        return certificate;
    }

    /** The store for a certificate: as said for a root, else where its issuer stands. */
    private TrustTrack placed(AuthorityCertificate certificate, Optional<TrustTrack> said) {
        if (certificate.isRoot()) {
            return said.orElse(null);
        }
        return store.all(freshSince()).stream()
                .filter(stored -> AuthorityCertificate.read(stored.der())
                        .filter(issuer -> issuer.issued(certificate))
                        .isPresent())
                .map(stored -> stored.certificate().track())
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "file",
                        "trust.unknown-issuer",
                        AuthorityCertificate.name(certificate.certificate().getIssuerX500Principal())));
    }

    private TrustCertificate shown(AuthorityCertificate certificate, String id, Optional<String> by, TrustTrack track) {
        var x509 = certificate.certificate();
        Instant now = clock.instant();
        return new TrustCertificate(
                id,
                track,
                certificate.isRoot(),
                AuthorityCertificate.name(x509.getSubjectX500Principal()),
                AuthorityCertificate.name(x509.getIssuerX500Principal()),
                x509.getSerialNumber().toString(16),
                certificate.fingerprint(),
                x509.getNotBefore().toInstant(),
                x509.getNotAfter().toInstant(),
                by.map(name -> now),
                by.orElse(""),
                Optional.empty());
    }

    private Instant freshSince() {
        return clock.instant().minus(snapshots.freshness());
    }

    private static byte[] der(AuthorityCertificate certificate) {
        try {
            return certificate.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] der(RevocationList list) {
        try {
            return list.crl().getEncoded();
        } catch (CRLException e) {
            throw new IllegalStateException(e);
        }
    }
}
