package vn.quyche.signing.internal.service;

import java.lang.reflect.Proxy;
import java.security.cert.CertificateEncodingException;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Door;
import vn.quyche.signing.api.TrustTrack;
import vn.quyche.signing.internal.engine.TestPki;
import vn.quyche.signing.internal.model.AuthorityCertificate;
import vn.quyche.signing.internal.store.JpaTrustStore;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestAccess;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.TestUnit;

/** A school with a real store of what is believed: an administrator, somebody who reads, a visitor. */
final class TrustFixture {

    static final TestPki PKI = new TestPki();

    final TestClock clock = TestClock.at(TestPki.NOW.toString());
    final TestAccess access = TestAccess.nothing();
    final TestActs acts;
    final JpaTrustStore store;
    final TrustSnapshots snapshots;
    final DefaultTrustRegister register;
    final DefaultVerifications verifications;
    final Caller admin = TestCaller.person("p-admin");
    final Caller reader = TestCaller.person("p-reader");
    final Caller visitor = Caller.visitor(Door.UI, "192.0.2.1", "c", java.util.Locale.forLanguageTag("vi"));

    TrustFixture(TestDatabase db) {
        TestUnit unit = TestUnit.of(db, "signing");
        acts = new TestActs(access, unit.tx());
        store = new JpaTrustStore(unit.jpa());
        snapshots = new TrustSnapshots(config(), store, clock);
        register = new DefaultTrustRegister(acts, access, store, snapshots, new SequentialIds(), clock);
        verifications = new DefaultVerifications(config(), snapshots, clock);
        access.grant(admin, TrustPermissions.READ, TrustPermissions.CHANGE);
        access.grant(reader, TrustPermissions.READ);
    }

    static VerificationConfig config() {
        return (VerificationConfig) Proxy.newProxyInstance(
                VerificationConfig.class.getClassLoader(),
                new Class<?>[] {VerificationConfig.class},
                (proxy, method, args) -> method.getDefaultValue());
    }

    static byte[] der(TestPki.Signer signer) {
        try {
            return signer.certificate().getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String fingerprint(TestPki.Signer signer) {
        return new AuthorityCertificate(signer.certificate()).fingerprint();
    }

    /** Root and authority of the official track with fresh lists. */
    void believe() {
        register.add(admin, der(PKI.root), Optional.of(TrustTrack.OFFICIAL), fingerprint(PKI.root));
        register.add(admin, der(PKI.authority), Optional.empty(), fingerprint(PKI.authority));
        register.loadCrl(admin, TestPki.crl(PKI.root, TestPki.days(-1), TestPki.days(30), Map.of()));
        register.loadCrl(admin, TestPki.crl(PKI.authority, TestPki.days(-1), TestPki.days(6), Map.of()));
    }
}
