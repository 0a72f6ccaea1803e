package vn.quyche.signing.internal.engine;

import static vn.quyche.signing.internal.engine.TestCase.PKI;
import static vn.quyche.signing.internal.engine.TestCase.invalid;
import static vn.quyche.signing.internal.engine.TestCase.open;
import static vn.quyche.signing.internal.engine.TestCase.valid;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.internal.key.KeyTrouble;
import vn.quyche.signing.internal.model.SignatureScheme;

/** Files at levels LT and LTA as we make them, and what others may do to them. */
final class LongTermFiles {

    private static final EngineSigner SIGNER =
            new EngineSigner(new EngineGate(2, Duration.ofSeconds(30)), EngineLimits.standard());
    private static final TestPki.Signer TSA = PKI.tsa();
    /** Has the name of an authority that is believed, and another key. */
    private static final TestPki.Signer STRANGER = stranger();

    /** Of that stranger. */
    private static final TestPki.Signer STRANGE_TSA = strangeTsa();

    private static final COSName DSS = COSName.getPDFName("DSS");

    private LongTermFiles() {}

    static List<TestCase> cases() {
        List<TestCase> cases = new ArrayList<>();
        cases.add(valid("level LT of ours", 1, LongTermFiles::lt));
        cases.add(valid("level LT of ours, no list but those inside", 1, LongTermFiles::lt)
                .with(PKI.trust(List.of())));
        cases.add(valid("level LTA of ours", 1, LongTermFiles::lta));
        cases.add(valid("level LTA of ours, renewed", 1, () -> extended(lta(), LongTerm.LTA, TestPki.NOW)));
        cases.add(valid("level LTA of ours, then sealed", 2, () -> TestPdf.signed(lta(), PKI.seal)));
        changes().forEach((name, change) -> {
            cases.add(invalid("level LT, then changed: " + name, "", () -> TestPdf.updated(lt(), change)));
            cases.add(invalid("level LTA, then changed: " + name, "", () -> TestPdf.updated(lta(), change)));
            cases.add(invalid("level LT, changed together with a time stamp: " + name, "", () -> {
                TestPdf.How how = timestamp(PKI.tsa());
                how.also = change;
                return TestPdf.signed(lt(), PKI.principal, how);
            }));
        });
        cases.add(valid(
                "level LT, its proofs taken away: level T again", 1, () -> TestPdf.updated(lt(), withoutProofs())));
        cases.add(invalid("level LTA, its proofs taken away", "", () -> TestPdf.updated(lta(), withoutProofs())));
        cases.addAll(timestamps());
        cases.addAll(ended());
        cases.addAll(revoked());
        return cases;
    }

    private static TestPki.Signer stranger() {
        KeyPair key = TestPki.rsa(2048);
        X509Certificate certificate = TestPki.certificate(
                "CN=CA cong vu thu nghiem,C=VN",
                null,
                key,
                key,
                TestPki.days(-1800),
                TestPki.days(1800),
                true,
                KeyUsage.keyCertSign | KeyUsage.cRLSign,
                null,
                "SHA256withRSA");
        return new TestPki.Signer(key.getPrivate(), List.of(certificate));
    }

    private static TestPki.Signer strangeTsa() {
        KeyPair key = TestPki.rsa(2048);
        X509Certificate certificate = TestPki.certificate(
                "CN=Dich vu cap dau thoi gian thu nghiem,C=VN",
                STRANGER.certificate(),
                key,
                STRANGER.pair(),
                TestPki.days(-365),
                TestPki.days(700),
                false,
                KeyUsage.digitalSignature,
                KeyPurposeId.id_kp_timeStamping,
                "SHA256withRSA");
        return new TestPki.Signer(key.getPrivate(), List.of(certificate, STRANGER.certificate()));
    }

    /** What no later proof may bring along. */
    private static Map<String, TestPdf.Change> changes() {
        Map<String, TestPdf.Change> changes = new LinkedHashMap<>();
        changes.put("proofs and a page", document -> {
            COSDictionary dss = dss(document);
            dss.setNeedToBeUpdated(true);
            document.addPage(new PDPage());
            document.getPages().getCOSObject().setNeedToBeUpdated(true);
        });
        changes.put("text under the proofs", document -> {
            dss(document).setNeedToBeUpdated(true);
            TestPdf.write(document, document.getPage(0), "Dieu 9. Phu cap 9.000.000 dong", 400);
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
        });
        changes.put("a further key of the proofs", document -> {
            COSDictionary dss = dss(document);
            dss.setItem("JS", new COSString("app.alert(1)"));
            dss.setNeedToBeUpdated(true);
        });
        changes.put("an action among the proofs", document -> {
            COSDictionary action = new COSDictionary();
            action.setName("S", "Launch");
            COSArray certificates = new COSArray();
            certificates.add(action);
            dss(document).setItem("Certs", certificates);
            dss(document).setNeedToBeUpdated(true);
        });
        changes.put("proofs that are a stream", document -> {
            document.getDocumentCatalog().getCOSObject().setItem(DSS, new COSStream());
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        });
        for (String name : List.of("Names", "OCProperties", "PageLabels", "ViewerPreferences", "Perms", "Metadata")) {
            changes.put("the catalog's " + name, document -> {
                COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
                catalog.setItem(COSName.getPDFName(name), new COSDictionary());
                catalog.setNeedToBeUpdated(true);
            });
        }
        return changes;
    }

    private static TestPdf.Change withoutProofs() {
        return document -> {
            document.getDocumentCatalog().getCOSObject().removeItem(DSS);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        };
    }

    private static COSDictionary dss(PDDocument document) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setNeedToBeUpdated(true);
        return catalog.getCOSDictionary(DSS);
    }

    private static List<TestCase> timestamps() {
        return List.of(
                valid(
                        "a time stamp over the document, nothing to be seen",
                        1,
                        () -> TestPdf.signed(lt(), PKI.principal, timestamp(PKI.tsa()))),
                invalid(
                        "a time stamp over the document that is seen",
                        "verify.visible-timestamp",
                        () -> TestPdf.signed(
                                lt(), PKI.principal, timestamp(PKI.tsa()).stamp(100, 600, 200, 100))),
                invalid(
                        "a time stamp of a stranger that is seen",
                        "verify.visible-timestamp",
                        () -> TestPdf.signed(
                                TestPdf.signed(TestPdf.plain(1), PKI.principal),
                                PKI.principal,
                                timestamp(STRANGE_TSA).stamp(100, 600, 200, 100))),
                new TestCase(
                        "a time stamp of a stranger, nothing to be seen",
                        () -> TestPdf.signed(lt(), PKI.principal, timestamp(STRANGE_TSA)),
                        PKI.trust(),
                        VerificationVerdict.VALID,
                        "verify.timestamp-unproven",
                        1));
    }

    /** The certificate of the signer ended a month ago. */
    private static List<TestCase> ended() {
        TestPki.Signer signer = signer(TestPki.days(-400), TestPki.days(-30));
        Instant then = TestPki.days(-50);
        return List.of(
                valid("ended, level LTA from before", 1, () -> {
                    byte[] lt = extended(signed(signer, TSA, then), LongTerm.LT, TestPki.days(-44));
                    return extended(lt, LongTerm.LTA, TestPki.days(-43));
                }),
                open("ended, level T", "verify.expired", () -> signed(signer, TSA, then)),
                open(
                        "ended, level B",
                        "verify.expired",
                        () -> TestPdf.signed(
                                TestPdf.plain(1), signer, TestPdf.how().at(then))),
                open(
                        "ended, level B and the time stamp of a stranger",
                        "",
                        () -> TestPdf.signed(
                                TestPdf.signed(
                                        TestPdf.plain(1), signer, TestPdf.how().at(then)),
                                PKI.principal,
                                timestamp(STRANGE_TSA, then))),
                open("ended, level LTA of strangers' time stamps", "", () -> {
                    byte[] t = signed(signer, STRANGE_TSA, then);
                    return TestPdf.signed(t, PKI.principal, timestamp(STRANGE_TSA, TestPki.days(-43)));
                }),
                open(
                        "ended, its proofs brought afterwards",
                        "",
                        () -> extendedWith(signed(signer, TSA, then), LongTerm.LT, PKI.trust(), TestPki.NOW)));
    }

    private static List<TestCase> revoked() {
        TestPki.Signer signer = signer(TestPki.days(-300), TestPki.days(300));
        Instant stamped = TestPki.days(-50);
        EngineTrust before = PKI.trust(Map.of(signer.certificate(), TestPki.days(-60)));
        EngineTrust after = PKI.trust(Map.of(signer.certificate(), TestPki.days(-20)));
        return List.of(
                valid("level LTA, revoked after its time stamp", 1, () -> archived(signer, stamped))
                        .with(after),
                invalid("level LTA, revoked before its time stamp", "verify.revoked", () -> archived(signer, stamped))
                        .with(before),
                open("level LT with the list of another authority", "verify.no-revocation", () -> {
                            byte[] t = signed(signer, TSA, stamped);
                            return withCrl(t, TestPki.crl(STRANGER, TestPki.days(-44), TestPki.days(30), Map.of()));
                        })
                        .with(PKI.trust(List.of(
                                TestPki.crl(PKI.root, TestPki.days(-1), TestPki.days(6), Map.of()),
                                TestPki.crl(PKI.publicRoot, TestPki.days(-1), TestPki.days(6), Map.of()),
                                TestPki.crl(PKI.publicAuthority, TestPki.days(-1), TestPki.days(6), Map.of())))));
    }

    private static byte[] archived(TestPki.Signer signer, Instant stamped) {
        byte[] lt = extended(signed(signer, TSA, stamped), LongTerm.LT, TestPki.days(-44));
        return extended(lt, LongTerm.LTA, TestPki.days(-43));
    }

    private static TestPki.Signer signer(Instant from, Instant to) {
        return PKI.signer(
                "CN=Hieu truong cu,C=VN",
                PKI.authority,
                TestPki.sharedKey(),
                from,
                to,
                KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
                "SHA256withRSA");
    }

    private static byte[] lt() {
        return extended(signed(PKI.principal, TSA, TestPki.days(-4)), LongTerm.LT, TestPki.days(-2));
    }

    private static byte[] lta() {
        return extended(lt(), LongTerm.LTA, TestPki.days(-1));
    }

    /** Lists of a day, from all four authorities, to the next week. */
    static EngineTrust lists(Instant at) {
        Instant next = at.plus(Duration.ofDays(7));
        return PKI.trust(List.of(
                TestPki.crl(PKI.root, at, next, Map.of()),
                TestPki.crl(PKI.publicRoot, at, next, Map.of()),
                TestPki.crl(PKI.authority, at, next, Map.of()),
                TestPki.crl(PKI.publicAuthority, at, next, Map.of())));
    }

    private static byte[] extended(byte[] file, LongTerm to, Instant at) {
        return extendedWith(file, to, lists(at), at);
    }

    private static byte[] extendedWith(byte[] file, LongTerm to, EngineTrust trust, Instant at) {
        try (LocalTsa tsa = new LocalTsa(TSA, () -> at)) {
            return SIGNER.extend(file, to, trust, client(tsa, at));
        } catch (StampTrouble | EngineSigner.Unfit e) {
            throw new IllegalStateException(e);
        }
    }

    static TimeStampClient client(LocalTsa tsa, Instant at) {
        return new TimeStampClient(
                List.of(tsa.uri()), Duration.ofSeconds(20), Duration.ofMinutes(10), Clock.fixed(at, ZoneOffset.UTC));
    }

    private static byte[] signed(TestPki.Signer signer, TestPki.Signer by, Instant at) {
        try (LocalTsa tsa = new LocalTsa(by, () -> at)) {
            EngineSigner.How how = new EngineSigner.How(
                    signer.chain().subList(0, 2), SignatureScheme.RSA_PKCS1, at, "Ky van ban", Optional.empty());
            return SIGNER.sign(TestPdf.plain(1), how, key(signer), Optional.of(client(tsa, at)))
                    .file();
        } catch (KeyTrouble | EngineSigner.Unfit e) {
            throw new IllegalStateException(e);
        }
    }

    private static EngineSigner.Key key(TestPki.Signer signer) {
        return data -> {
            try {
                return SignatureScheme.RSA_PKCS1.sign(data, signer.key(), Optional.empty());
            } catch (GeneralSecurityException e) {
                throw new KeyTrouble(KeyTrouble.Kind.NOT_THERE, e);
            }
        };
    }

    /** Proofs with a list in them that nobody asked for. */
    private static byte[] withCrl(byte[] file, byte[] crl) {
        return TestPdf.updated(file, document -> {
            COSStream stream = document.getDocument().createCOSStream();
            try (java.io.OutputStream out = stream.createOutputStream()) {
                out.write(crl);
            }
            COSArray crls = new COSArray();
            crls.add(stream);
            COSDictionary dss = new COSDictionary();
            dss.setItem("CRLs", crls);
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            catalog.setItem(DSS, dss);
            catalog.setNeedToBeUpdated(true);
        });
    }

    private static TestPdf.How timestamp(TestPki.Signer by) {
        return timestamp(by, TestPki.NOW);
    }

    private static TestPdf.How timestamp(TestPki.Signer by, Instant at) {
        TestPdf.How how = TestPdf.how();
        how.timestamp = content -> {
            try (LocalTsa tsa = new LocalTsa(by, () -> at)) {
                return client(tsa, at)
                        .stamp(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (StampTrouble | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
        return how;
    }
}
