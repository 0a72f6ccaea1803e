package vn.quyche.signing.internal.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.document.Attachment;
import vn.quyche.core.api.document.DocumentKind;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SigningKey;
import vn.quyche.signing.api.SigningKeys;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.TrustTrack;
import vn.quyche.signing.api.Verification;
import vn.quyche.signing.api.token.HandOver;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.TokenCustody;
import vn.quyche.signing.api.token.Tokens;
import vn.quyche.signing.internal.engine.LocalTsa;
import vn.quyche.signing.internal.engine.TestPdf;
import vn.quyche.signing.internal.engine.TestPki;
import vn.quyche.signing.internal.job.LongTermJob;
import vn.quyche.signing.internal.job.StampJob;
import vn.quyche.signing.internal.key.SignatureSourceTest;
import vn.quyche.signing.internal.store.JpaMadeSignatureStore;
import vn.quyche.signing.internal.store.JpaPreparedSignatureStore;
import vn.quyche.signing.internal.store.JpaRemoteConfirmationStore;
import vn.quyche.signing.internal.store.JpaRemoteServiceStore;
import vn.quyche.signing.internal.store.JpaSignedCopyStore;
import vn.quyche.signing.internal.store.JpaSigningKeyStore;
import vn.quyche.signing.internal.store.JpaStampStore;
import vn.quyche.signing.internal.store.JpaTrustStore;
import vn.quyche.testkit.FakeAttachments;
import vn.quyche.testkit.FakeSecrets;
import vn.quyche.testkit.SequentialIds;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestDatabase;

/** The school of the tokens, which signs: a believed root, numbered documents, keys in files and devices, a time stamp authority. */
public final class SigningFixture implements AutoCloseable {

    public static final String PIN = "mat-khau-thu";
    public static final TestPki PKI = new TestPki();
    /** The vice principal's and the school's, as the register wants them to be called. */
    static final TestPki.Signer VICE = PKI.signer("CN=Lê Quang Vinh,C=VN", PKI.authority, PKI.principal);

    static final TestPki.Signer SCHOOL = PKI.signer("CN=Trường THCS Thử Nghiệm,C=VN", PKI.authority, PKI.principal);

    public final TokenFixture tokens;
    public final LocalTsa tsa;
    public final FakeAttachments attachments;
    final StubDocuments documents;
    final DefaultVerifications verifications;
    final DefaultTrustRegister trust;
    final JpaMadeSignatureStore store;
    final SigningWork work;
    public final DefaultSignaturePictures pictures;
    public final DefaultSignatureStamps seen;
    public final DefaultSigningKeys keys;
    public final DefaultSigningPort port;
    final StampJob stamps;
    final KeyRing ring;
    final SigningEngine engine;
    private final TrustSnapshots snapshots;
    private SigningEngine outsideEngine;
    final RemoteDoors doors;
    final SequentialIds ids = new SequentialIds();
    public final Caller admin = TestCaller.person("p-admin");
    public final Caller vice;
    public final Caller office;

    public SigningFixture(TestDatabase db) {
        this(db, Map.of());
    }

    SigningFixture(TestDatabase db, Map<String, Object> settings) {
        tokens = new TokenFixture(db);
        tokens.clock.set(TestPki.NOW);
        vice = tokens.vice;
        office = tokens.office;
        tsa = new LocalTsa(PKI.tsa(), tokens.clock::instant);
        attachments = new FakeAttachments(tokens.clock);
        documents = new StubDocuments(attachments);
        Map<String, Object> set = new HashMap<>(settings);
        set.putIfAbsent("tsa_urls", tsa.uri().toString());
        set.putIfAbsent("tsa_seconds", 1);
        set.putIfAbsent("device_seconds", 1);
        SigningConfig config = config(SigningConfig.class, set);
        JpaTrustStore trustStore = new JpaTrustStore(tokens.unit.jpa());
        VerificationConfig verifying = config(VerificationConfig.class, Map.of());
        snapshots = new TrustSnapshots(verifying, trustStore, tokens.clock);
        trust = new DefaultTrustRegister(tokens.acts, tokens.access, trustStore, snapshots, ids, tokens.clock);
        verifications = new DefaultVerifications(verifying, snapshots, tokens.clock);
        JpaSigningKeyStore keyStore = new JpaSigningKeyStore(tokens.unit.jpa());
        store = new JpaMadeSignatureStore(tokens.unit.jpa());
        doors = new RemoteDoors(
                config(OutsideConfig.class, set), new JpaRemoteServiceStore(tokens.unit.jpa()), new FakeSecrets());
        ring = new KeyRing(config, keyStore, new FakeSecrets(), tokens.unit.tx(), doors);
        engine = new SigningEngine(config, tokens.clock);
        outsideEngine = engine;
        keys = new DefaultSigningKeys(
                tokens.acts,
                tokens.access,
                keyStore,
                tokens.store,
                tokens.sight,
                ring,
                new FakeSecrets(),
                tokens.clock);
        JpaStampStore stampStore = new JpaStampStore(tokens.unit.jpa());
        pictures = new DefaultSignaturePictures(
                tokens.acts, tokens.access, tokens.sight, tokens.directory, stampStore, attachments, ids, tokens.clock);
        seen = new DefaultSignatureStamps(
                tokens.acts,
                tokens.access,
                tokens.sight,
                tokens.directory,
                engine,
                documents,
                attachments,
                stampStore,
                store,
                tokens.store,
                tokens.clock);
        work = new SigningWork(
                tokens.guard,
                tokens.sight,
                engine,
                snapshots,
                verifications,
                documents,
                attachments,
                seen,
                store,
                tokens.unit.tx(),
                ids,
                tokens.clock);
        port = new DefaultSigningPort(tokens.acts, tokens.access, tokens.sight, ring, work, engine, store);
        stamps = new StampJob(store, engine, verifications, attachments, documents, tokens.unit.tx(), tokens.clock);
        tokens.access.grant(admin, KeyPermissions.CHANGE, TrustPermissions.CHANGE, TrustPermissions.READ);
        tokens.access.grant(vice, "document:sign");
        tokens.access.grant(office, "document:sign");
        trust.add(
                admin,
                TrustFixture.der(PKI.root),
                Optional.of(TrustTrack.OFFICIAL),
                TrustFixture.fingerprint(PKI.root));
        trust.add(
                admin,
                TrustFixture.der(PKI.publicRoot),
                Optional.of(TrustTrack.PUBLIC),
                TrustFixture.fingerprint(PKI.publicRoot));
        trust.add(admin, TrustFixture.der(PKI.authority), Optional.empty(), TrustFixture.fingerprint(PKI.authority));
        trust.add(
                admin,
                TrustFixture.der(PKI.publicAuthority),
                Optional.empty(),
                TrustFixture.fingerprint(PKI.publicAuthority));
        for (TestPki.Signer issuer : List.of(PKI.root, PKI.publicRoot, PKI.authority, PKI.publicAuthority)) {
            trust.loadCrl(admin, TestPki.crl(issuer, TestPki.days(-1), TestPki.days(6), Map.of()));
        }
    }

    /** The job for proofs that last, made anew as after a restart. */
    LongTermJob longTerm() {
        return new LongTermJob(store, engine, longTermWork(), tokens.clock);
    }

    LongTermWork longTermWork() {
        return new LongTermWork(store, engine, snapshots, attachments, documents, tokens.unit.tx(), tokens.clock);
    }

    /** Lists of a day from all authorities. */
    void lists(Instant at) {
        for (TestPki.Signer issuer : List.of(PKI.root, PKI.publicRoot, PKI.authority, PKI.publicAuthority)) {
            trust.loadCrl(admin, TestPki.crl(issuer, at, at.plus(days(7)), Map.of()));
        }
    }

    DefaultSignedCopies copies() {
        return new DefaultSignedCopies(
                tokens.acts,
                tokens.access,
                tokens.sight,
                tokens.directory,
                ring,
                work,
                engine,
                copyRegister(),
                preparations(),
                attachments,
                new JpaSignedCopyStore(tokens.unit.jpa()),
                ids);
    }

    private CopyRegister copyRegister() {
        return new CopyRegister(
                tokens.acts,
                tokens.directory,
                documents,
                attachments,
                new JpaSignedCopyStore(tokens.unit.jpa()),
                tokens.clock);
    }

    /** The parts of two-step signing, made anew each time: nothing of one call is there for the next. */
    Preparations preparations() {
        return new Preparations(
                config(OutsideConfig.class, Map.of()),
                work,
                outsideEngine,
                snapshots,
                seen,
                attachments,
                tokens.guard,
                tokens.sight,
                tokens.store,
                tokens.useStore,
                new JpaPreparedSignatureStore(tokens.unit.jpa()),
                tokens.unit.tx(),
                ids,
                tokens.clock);
    }

    DefaultOutsideSigning outside() {
        return new DefaultOutsideSigning(
                tokens.acts,
                tokens.access,
                tokens.sight,
                engine,
                work,
                preparations(),
                copyRegister(),
                new JpaPreparedSignatureStore(tokens.unit.jpa()));
    }

    DefaultRemoteServices remote() {
        return new DefaultRemoteServices(
                tokens.acts,
                tokens.access,
                doors,
                new JpaRemoteServiceStore(tokens.unit.jpa()),
                new JpaSigningKeyStore(tokens.unit.jpa()),
                tokens.store,
                new FakeSecrets(),
                tokens.clock);
    }

    /** Made anew each time, as after a restart; nobody but the test asks the service. */
    DefaultRemoteConfirmations confirmations() {
        return confirmations(days(1));
    }

    DefaultRemoteConfirmations confirmations(Duration every) {
        return new DefaultRemoteConfirmations(
                tokens.acts,
                tokens.access,
                tokens.sight,
                ring,
                doors,
                outside(),
                preparations(),
                new JpaSigningKeyStore(tokens.unit.jpa()),
                new JpaRemoteConfirmationStore(tokens.unit.jpa()),
                new FakeSecrets(),
                tokens.clock,
                every);
    }

    /** Another engine, as after a restart. */
    void restart() {
        outsideEngine = new SigningEngine(
                config(SigningConfig.class, Map.of("tsa_urls", tsa.uri().toString())), tokens.clock);
    }

    private static <T> T config(Class<T> type, Map<String, Object> settings) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> settings.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    static Map<String, Object> device(Path library) {
        return Map.of("pkcs11_libraries", "softhsm=" + library);
    }

    /** The vice principal's token in his hands, for decisions and notices. */
    public String viceToken() {
        return token("VN-0001", SignatureKind.PERSONAL, TokenFixture.VICE, VICE, TokenFixture.VICE);
    }

    /** The school's token with the head of the office. */
    public String schoolToken() {
        return token("VN-SCHOOL", SignatureKind.ORGANIZATION, "", SCHOOL, TokenFixture.OFFICE);
    }

    String token(String serial, SignatureKind kind, String holder, TestPki.Signer signer, String custodian) {
        try {
            String id = tokens.tokens.register(
                    tokens.clerk,
                    new Tokens.NewToken(
                            serial,
                            kind,
                            "Nhà cung cấp thử",
                            "Ký văn bản của trường",
                            holder,
                            "Két sắt văn phòng",
                            "",
                            signer.certificate().getEncoded()),
                    "");
            String paper = tokens.custody.propose(
                    tokens.clerk,
                    new TokenCustody.NewHandOver(id, HandOver.Kind.ISSUE, custodian, "Tủ phòng", "Giao để ký", ""),
                    "");
            tokens.custody.confirm(TestCaller.person(custodian), paper);
            tokens.tokens.grant(
                    tokens.principal,
                    id,
                    new Tokens.NewScope(
                            List.of("QĐ", "TB", "SY", "TrS", "SL"),
                            tokens.clock.today(),
                            tokens.clock.today().plusDays(30),
                            0,
                            "",
                            "Giấy ủy quyền 03/GUQ"),
                    "");
            return id;
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts the key of a token into a file. */
    public void file(String serial, TestPki.Signer signer, String scheme) {
        try {
            keys.add(
                    admin,
                    new SigningKeys.NewKey(
                            serial,
                            SigningKey.Kind.FILE,
                            "",
                            0,
                            scheme,
                            SignatureSourceTest.p12(signer.key(), signer.chain(), PIN),
                            PIN.toCharArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Says that the key of a token is in a device. */
    void device(String serial, int slot, String scheme) {
        keys.add(admin, new SigningKeys.NewKey(serial, SigningKey.Kind.DEVICE, "softhsm", slot, scheme, null, null));
    }

    /** A numbered decision for the vice principal to sign. */
    public DocumentSigning.Signable decision(String id) {
        return decision(id, TestPdf.plain(1));
    }

    DocumentSigning.Signable decision(String id, byte[] file) {
        Attachment stored = attachments.receive(tokens.clerk, "quyet-dinh-" + id + ".pdf", file);
        return documents.add(id, DocumentKind.DECISION, TokenFixture.VICE, tokens.clock.today(), stored);
    }

    static SigningPort.Request request(
            DocumentSigning.Signable document, String token, SignatureKind kind, SignatureLevel level) {
        return new SigningPort.Request(
                new SigningPort.Document(document.documentId(), document.sha256()), token, kind, level);
    }

    byte[] stored(String fileId) {
        try (InputStream in = attachments.open(attachments.get(fileId))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Verification verify(String fileId) {
        return verifications.verify(admin, "a.pdf", () -> attachments.open(attachments.get(fileId)));
    }

    static Duration days(int days) {
        return Duration.ofDays(days);
    }

    @Override
    public void close() {
        tsa.close();
        verifications.deactivate();
    }
}
