package vn.quyche.signing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.quyche.signing.internal.service.SigningFixture.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.error.Unavailable;
import vn.quyche.core.api.persistence.Cursor;
import vn.quyche.core.api.remote.RemoteFailure;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.RemoteServices;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningKey;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.internal.key.KeyTrouble;
import vn.quyche.signing.internal.model.SignatureScheme;
import vn.quyche.signing.internal.remote.CscClient;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestDatabase;
import vn.quyche.testkit.signing.StubCsc;

/** Keys with a remote signing service, which is a real server on this machine and refuses what real ones refuse. */
class RemoteServicesTest {

    private static final SignatureKind PERSONAL = SignatureKind.PERSONAL;
    private static final String PIN = "135790";
    private static final RemoteServices.Query EVERY = new RemoteServices.Query(Optional.empty(), Optional.empty());

    private static StubCsc stub() {
        StubCsc stub = StubCsc.start();
        stub.key("k-vice", SigningFixture.VICE.key(), SigningFixture.VICE.certificate(), PIN, "", 3);
        stub.key("k-khac", SigningFixture.PKI.principal.key(), SigningFixture.PKI.principal.certificate(), PIN, "", 1);
        return stub;
    }

    private static Map<String, Object> services(StubCsc stub) {
        return Map.of(
                "remote_services",
                "mot=" + stub.address(1) + ", hai=" + stub.address(2) + ",xa=http://ky.example/csc,a=file:///x",
                "remote_seconds",
                1);
    }

    private static RemoteServices.NewAccess access(String name, int version, String secret) {
        return new RemoteServices.NewAccess(name, version, StubCsc.USER, secret.toCharArray());
    }

    private static void refused(String clause, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.clause()).contains(clause);
        });
    }

    private static MadeSignature sign(SigningFixture f, DocumentSigning.Signable document, String token, String pin) {
        return f.port.sign(f.vice, request(document, token, PERSONAL, SignatureLevel.B), pin.toCharArray());
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.2"})
    void signsWithAKeyOfEachVersionThatIsInTheRegister(TestDatabase db) throws Exception {
        try (StubCsc stub = stub();
                SigningFixture f = new SigningFixture(db, services(stub))) {
            String token = f.viceToken();
            RemoteServices remote = f.remote();
            // plain http elsewhere and other schemes are no services
            assertThat(names(f, "", "", 10)).containsExactly("hai", "mot");
            int number = 1;
            for (RemoteServices.NewAccess access :
                    List.of(access("mot", 1, StubCsc.SECRET), access("hai", 2, StubCsc.SECRET))) {
                assertThat(remote.enter(f.admin, access).entered()).isTrue();
                assertThat(access.secret()).containsOnly('\0');
                assertThat(remote.credentials(f.admin, access.name()))
                        .extracting(RemoteServices.Credential::serial)
                        .containsExactly("VN-0001", "");
                refused("MT.11.1", "token.not-registered", () -> remote.addKey(f.admin, access.name(), "k-khac"));
                SigningKey key = remote.addKey(f.admin, access.name(), "k-vice");
                assertThat(key.kind()).isEqualTo(SigningKey.Kind.REMOTE);
                DocumentSigning.Signable document =
                        f.decision("2" + number, vn.quyche.signing.internal.engine.TestPdf.plain(number++));
                MadeSignature made = sign(f, document, token, PIN);
                assertThat(f.verify(made.fileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
                assertThat(f.keys.find(f.vice, token).orElseThrow().wrongPins()).isZero();
            }
            assertThat(String.valueOf(f.tokens.acts.lastDone().after())).doesNotContain(StubCsc.SECRET);
            assertThatThrownBy(() -> remote.list(f.vice, EVERY, PageRequest.first()))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> remote.credentials(f.vice, "mot")).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> remote.enter(f.vice, access("mot", 1, "x")))
                    .isInstanceOf(Forbidden.class);
            remote.remove(f.admin, "hai", "Hết hợp đồng");
            assertThatThrownBy(() -> remote.credentials(f.admin, "hai")).isInstanceOf(NotFound.class);
            DocumentSigning.Signable after = f.decision("29", vn.quyche.signing.internal.engine.TestPdf.plain(5));
            assertThatThrownBy(() -> sign(f, after, token, PIN))
                    .isInstanceOfSatisfying(
                            Unavailable.class, e -> assertThat(e.code()).isEqualTo("signing.no-remote"));
        }
    }

    @OnEachDatabase
    @Regulated("MT.11.1")
    void signsAsTheServiceSaysThatTheKeyCan(TestDatabase db) throws Exception {
        try (StubCsc stub = stub();
                SigningFixture f = new SigningFixture(db, services(stub))) {
            String token = f.viceToken();
            stub.pss("k-vice");
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            KeyPair keys = generator.generateKeyPair();
            X509Certificate curved = SigningFixture.PKI
                    .signer("CN=Khóa EC,C=VN", SigningFixture.PKI.authority, keys)
                    .certificate();
            stub.key("k-ec", keys.getPrivate(), curved, PIN, "", 2);
            int number = 1;
            for (RemoteServices.NewAccess access :
                    List.of(access("mot", 1, StubCsc.SECRET), access("hai", 2, StubCsc.SECRET))) {
                f.remote().enter(f.admin, access);
                assertThat(f.remote().addKey(f.admin, access.name(), "k-vice").scheme())
                        .isEqualTo("RSA_PSS");
                DocumentSigning.Signable document =
                        f.decision("2" + number, vn.quyche.signing.internal.engine.TestPdf.plain(number++));
                MadeSignature made = sign(f, document, token, PIN);
                assertThat(f.verify(made.fileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
                assertThat(f.verify(made.fileId()).signatures().get(0).algorithm())
                        .contains("PSS");
                CscClient client = f.doors.client(access.name());
                CscClient.Credential ec = client.credential("k-ec");
                assertThat(ec.scheme()).contains(SignatureScheme.ECDSA);
                byte[] data = "Văn bản".getBytes(StandardCharsets.UTF_8);
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(data);
                assertThat(client.sign(ec, PIN.toCharArray(), "", List.of(hash, hash), SignatureScheme.ECDSA))
                        .hasSize(2)
                        .allMatch(value -> SignatureScheme.ECDSA.verifies(data, curved.getPublicKey(), value));
            }
        }
    }

    @OnEachDatabase
    @Regulated("MT.11.2")
    void neverTriesAThirdPinAndCountsNoneThatWasNotTried(TestDatabase db) throws Exception {
        try (StubCsc stub = stub();
                SigningFixture f = new SigningFixture(db, services(stub))) {
            String token = f.viceToken();
            f.remote().enter(f.admin, access("mot", 1, StubCsc.SECRET));
            f.remote().addKey(f.admin, "mot", "k-vice");
            DocumentSigning.Signable document = f.decision("24");
            for (StubCsc.Fault fault : List.of(StubCsc.Fault.ERROR, StubCsc.Fault.RUBBISH, StubCsc.Fault.HANG)) {
                stub.fault = fault;
                assertThatThrownBy(() -> sign(f, document, token, PIN))
                        .as(fault.name())
                        .isInstanceOfSatisfying(
                                Unavailable.class, e -> assertThat(e.code()).isEqualTo("signing.key-not-there"));
            }
            stub.fault = StubCsc.Fault.NONE;
            assertThat(f.keys.find(f.vice, token).orElseThrow().wrongPins()).isZero();
            for (int i = 0; i < 2; i++) {
                refused("MT.11.2", "signing.wrong-pin", () -> sign(f, document, token, "sai"));
            }
            int calls = stub.calls().size();
            refused("MT.11.2", "signing.pin-tries", () -> sign(f, document, token, PIN));
            assertThat(stub.calls()).hasSize(calls);
            f.keys.allowTry(f.tokens.clerk, token, "Đã xem lại mã PIN");
            sign(f, document, token, PIN);
            assertThat(f.keys.find(f.vice, token).orElseThrow().wrongPins()).isZero();
        }
    }

    @OnEachDatabase
    @Regulated("MT.11.1")
    void theSealOfASchoolIsNotWithAServiceUnlessItMay(TestDatabase db) throws Exception {
        try (StubCsc stub = stub();
                SigningFixture f = new SigningFixture(db, services(stub))) {
            stub.key("k-dau", SigningFixture.SCHOOL.key(), SigningFixture.SCHOOL.certificate(), PIN, "", 1);
            String seal = f.schoolToken();
            f.remote().enter(f.admin, access("hai", 2, StubCsc.SECRET));
            f.remote().addKey(f.admin, "hai", "k-dau");
            refused(
                    "MT.11.1",
                    "signing.no-remote-seal",
                    () -> f.ring.open(f.tokens.store.find(seal).orElseThrow().token(), PIN.toCharArray()));
            for (Map.Entry<RemoteServices.NewAccess, String> wrong : Map.of(
                            access("mot", 1, "sai"), "secret",
                            access("mot", 3, "x"), "version",
                            access("xa", 1, "x"), "name",
                            access("mot", 1, ""), "secret")
                    .entrySet()) {
                assertThatThrownBy(() -> f.remote().enter(f.admin, wrong.getKey()))
                        .isInstanceOfSatisfying(
                                Invalid.class,
                                e -> assertThat(e.fields())
                                        .extracting(field -> field.field())
                                        .containsExactly(wrong.getValue()));
            }
            stub.fault = StubCsc.Fault.ERROR;
            assertThatThrownBy(() -> f.remote().enter(f.admin, access("mot", 1, StubCsc.SECRET)))
                    .isInstanceOfSatisfying(
                            Unavailable.class, e -> assertThat(e.code()).isEqualTo("signing.remote-away"));
        }
    }

    @OnEachDatabase
    void servicesComeByAColumnPageByPageEachOnce(TestDatabase db) throws Exception {
        try (StubCsc stub = stub();
                SigningFixture f = new SigningFixture(
                        db,
                        Map.of(
                                "remote_services",
                                "mot=" + stub.address(1) + ",Bốn=https://a.example/csc,ba=https://c.example/csc,"
                                        + "hai=https://b.example/csc"))) {
            f.remote().enter(f.admin, access("mot", 1, StubCsc.SECRET));

            assertThat(names(f, "name", "", 1)).containsExactly("ba", "Bốn", "hai", "mot");
            assertThat(names(f, "-name", "", 1)).containsExactly("mot", "hai", "Bốn", "ba");
            assertThat(names(f, "address", "example", 1)).containsExactly("Bốn", "hai", "ba");
            assertThat(names(f, "-address", "EXAMPLE", 2)).containsExactly("ba", "hai", "Bốn");
            assertThat(names(f, "user", "", 1)).containsExactly("Bốn", "ba", "hai", "mot");
            assertThat(names(f, "-user", "", 1)).containsExactly("mot", "hai", "ba", "Bốn");
            assertThat(names(f, "", "bon", 1)).containsExactly("Bốn");
            assertThat(names(f, "", StubCsc.USER, 1)).containsExactly("mot");
            assertThat(f.remote()
                            .list(
                                    f.admin,
                                    new RemoteServices.Query(Optional.empty(), Optional.of(false)),
                                    PageRequest.first())
                            .items())
                    .extracting(RemoteServices.Service::name)
                    .containsExactly("ba", "Bốn", "hai");
            for (PageRequest hostile : List.of(
                    PageRequest.first().sorted("secret"),
                    new PageRequest(1, Optional.of("mot")),
                    new PageRequest(1, Optional.of(Cursor.of("signing.remote-services.-name", "hai"))))) {
                assertThatThrownBy(() -> f.remote().list(f.admin, EVERY, hostile))
                        .as(hostile.toString())
                        .isInstanceOf(Invalid.class);
            }
            assertThat(f.remote().get(f.admin, "hai").entered()).isFalse();
            assertThatThrownBy(() -> f.remote().get(f.admin, "năm")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> f.remote().get(f.vice, "mot")).isInstanceOf(Forbidden.class);
        }
    }

    /** All names in the order of the list, page by page. */
    private static List<String> names(SigningFixture f, String sort, String text, int size) {
        List<String> names = new ArrayList<>();
        Optional<String> after = Optional.empty();
        RemoteServices.Query query =
                new RemoteServices.Query(Optional.of(text).filter(part -> !part.isEmpty()), Optional.empty());
        do {
            Page<RemoteServices.Service> page =
                    f.remote().list(f.admin, query, new PageRequest(size, after, Optional.of(sort)));
            page.items().forEach(one -> names.add(one.name()));
            after = page.next();
        } while (after.isPresent());
        return names;
    }

    @Test
    void theClientSignsSeveralHashesAndComesInAgain() throws Exception {
        try (StubCsc stub = stub()) {
            stub.key("k-otp", SigningFixture.VICE.key(), SigningFixture.VICE.certificate(), PIN, "998877", 2);
            for (int version : List.of(1, 2)) {
                CscClient client = new CscClient(
                        new CscClient.Access(URI.create(stub.address(version)), version, StubCsc.USER, StubCsc.SECRET),
                        Duration.ofSeconds(2));
                assertThat(client.name()).isEqualTo("Dịch vụ ký thử");
                assertThat(client.credentials()).containsExactly("k-vice", "k-khac", "k-otp");
                CscClient.Credential key = client.credential("k-vice");
                assertThat(key.most()).isEqualTo(3);
                List<byte[]> data = List.of(new byte[] {1}, new byte[] {2}, new byte[] {3});
                List<byte[]> hashes = new ArrayList<>();
                for (byte[] one : data) {
                    hashes.add(MessageDigest.getInstance("SHA-256").digest(one));
                }
                // the access token runs out: got anew, once
                stub.expireTokens();
                List<byte[]> values = client.sign(key, PIN.toCharArray(), "", hashes, SignatureScheme.RSA_PKCS1);
                for (int i = 0; i < 3; i++) {
                    assertThat(SignatureScheme.RSA_PKCS1.verifies(
                                    data.get(i), key.certificate().getPublicKey(), values.get(i)))
                            .isTrue();
                }
                hashes.add(hashes.get(0));
                assertThatThrownBy(() -> client.sign(key, PIN.toCharArray(), "", hashes, SignatureScheme.RSA_PKCS1))
                        .isInstanceOf(RemoteFailure.class);
                CscClient.Credential otp = client.credential("k-otp");
                assertThat(otp.otp()).isTrue();
                List<byte[]> one = hashes.subList(0, 1);
                assertThatThrownBy(() -> client.sign(otp, PIN.toCharArray(), "1", one, SignatureScheme.RSA_PKCS1))
                        .isInstanceOfSatisfying(
                                KeyTrouble.class, e -> assertThat(e.kind()).isEqualTo(KeyTrouble.Kind.WRONG_PIN));
                assertThat(client.sign(otp, PIN.toCharArray(), "998877", one, SignatureScheme.RSA_PKCS1))
                        .hasSize(1);
                try (var session = new vn.quyche.signing.internal.remote.RemoteSource(client, "k-otp")
                        .open((PIN + " 998877").toCharArray())) {
                    assertThat(session.sign(otp.certificate(), data.get(0), SignatureScheme.RSA_PKCS1))
                            .isNotEmpty();
                }
                assertThatThrownBy(() -> client.sign(key, PIN.toCharArray(), "", one, SignatureScheme.RSA_PSS))
                        .isInstanceOf(RemoteFailure.class);
            }
        }
    }
}
