package vn.quyche.signing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.signing.internal.service.TrustFixture.PKI;
import static vn.quyche.signing.internal.service.TrustFixture.der;
import static vn.quyche.signing.internal.service.TrustFixture.fingerprint;

import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.signing.api.TrustCertificate;
import vn.quyche.signing.api.TrustCrl;
import vn.quyche.signing.api.TrustRegister;
import vn.quyche.signing.api.TrustTrack;
import vn.quyche.signing.internal.engine.TestPki;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;

class DefaultTrustRegisterTest {

    private static final TrustRegister.Query ALL = new TrustRegister.Query(Optional.empty(), Optional.empty());

    @OnEachDatabase
    void addsARootOnlyWithTheFingerprintThatWasPublished(TestDatabase db) {
        TrustFixture school = new TrustFixture(db);
        String published = fingerprint(PKI.root).toUpperCase().replaceAll("(..)(?=.)", "$1:");
        assertThat(school.register.inspect(school.admin, der(PKI.root)).fingerprint())
                .isEqualTo(fingerprint(PKI.root));
        assertInvalid(
                "trust.wrong-fingerprint",
                () -> school.register.add(
                        school.admin, der(PKI.root), Optional.of(TrustTrack.OFFICIAL), fingerprint(PKI.seal)));
        assertInvalid(
                "trust.wrong-fingerprint",
                () -> school.register.add(school.admin, der(PKI.root), Optional.of(TrustTrack.OFFICIAL), ""));
        assertInvalid(
                "core.required", () -> school.register.add(school.admin, der(PKI.root), Optional.empty(), published));
        String id = school.register.add(school.admin, der(PKI.root), Optional.of(TrustTrack.OFFICIAL), published);
        TrustCertificate added = school.register.get(school.reader, id);
        assertThat(added.root()).isTrue();
        assertThat(added.track()).isEqualTo(TrustTrack.OFFICIAL);
        assertThatThrownBy(() ->
                        school.register.add(school.admin, der(PKI.root), Optional.of(TrustTrack.PUBLIC), published))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() ->
                        school.register.add(school.reader, der(PKI.publicRoot), Optional.of(TrustTrack.PUBLIC), "x"))
                .isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void believesAnAuthorityOnlyBelowOneThatIsBelieved(TestDatabase db) {
        TrustFixture school = new TrustFixture(db);
        assertInvalid(
                "trust.unknown-issuer",
                () -> school.register.add(
                        school.admin, der(PKI.authority), Optional.of(TrustTrack.PUBLIC), fingerprint(PKI.authority)));
        school.believe();
        Page<TrustCertificate> all = school.register.list(school.reader, ALL, PageRequest.first(1));
        assertThat(all.items()).hasSize(1);
        Page<TrustCertificate> rest = school.register.list(school.reader, ALL, new PageRequest(1, all.next()));
        assertThat(rest.items()).hasSize(1);
        assertThat(rest.next()).isEmpty();
        assertThat(school.register
                        .list(
                                school.reader,
                                new TrustRegister.Query(Optional.of(TrustTrack.OFFICIAL), Optional.of("ca CÔNG vụ")),
                                PageRequest.first(10))
                        .items())
                .extracting(TrustCertificate::root)
                .containsExactly(false);
    }

    @OnEachDatabase
    void refusesWhatIsNoAuthority(TestDatabase db) {
        TrustFixture school = new TrustFixture(db);
        assertInvalid(
                "trust.no-authority",
                () -> school.register.add(
                        school.admin,
                        der(PKI.selfSigned()),
                        Optional.of(TrustTrack.PUBLIC),
                        fingerprint(PKI.selfSigned())));
        assertInvalid("trust.no-certificate", () -> school.register.inspect(school.admin, new byte[0]));
        assertInvalid("trust.no-certificate", () -> school.register.inspect(school.admin, new byte[200_000]));
        assertInvalid("trust.no-certificate", () -> school.register.inspect(school.admin, "x".getBytes()));
    }

    @OnEachDatabase
    void takesOnlyNewerListsOfAuthoritiesThatAreBelieved(TestDatabase db) {
        TrustFixture school = new TrustFixture(db);
        byte[] first = TestPki.crl(PKI.authority, TestPki.days(-2), TestPki.days(6), Map.of());
        assertInvalid("trust.crl-of-unknown", () -> school.register.loadCrl(school.admin, first));
        school.believe();
        assertInvalid("trust.crl-older", () -> school.register.loadCrl(school.admin, first));
        assertInvalid(
                "trust.crl-future",
                () -> school.register.loadCrl(
                        school.admin, TestPki.crl(PKI.authority, TestPki.days(2), TestPki.days(6), Map.of())));
        assertInvalid("trust.no-crl", () -> school.register.loadCrl(school.admin, der(PKI.root)));
        TrustCrl loaded = school.register.loadCrl(
                school.admin,
                TestPki.crl(
                        PKI.authority,
                        TestPki.NOW,
                        TestPki.days(6),
                        Map.of(PKI.principal.certificate(), TestPki.days(-3))));
        assertThat(loaded.entries()).isEqualTo(1);
        assertThat(loaded.fresh()).isTrue();
        assertThatThrownBy(() -> school.register.loadCrl(school.reader, first)).isInstanceOf(Forbidden.class);
    }

    @OnEachDatabase
    void removesAnAuthorityWithItsListForAReason(TestDatabase db) {
        TrustFixture school = new TrustFixture(db);
        school.believe();
        String id = school.register
                .list(school.reader, ALL, PageRequest.first(1))
                .items()
                .get(0)
                .id();
        assertThatThrownBy(() -> school.register.remove(school.admin, id, "")).isInstanceOf(Invalid.class);
        school.register.remove(school.admin, id, "Tổ chức ngừng hoạt động");
        assertThatThrownBy(() -> school.register.get(school.reader, id)).isInstanceOf(NotFound.class);
        assertThat(school.store.all(TestPki.NOW)).hasSize(1);
    }

    private static void assertInvalid(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Invalid.class).hasMessageContaining(code);
    }
}
