package vn.quyche.signing.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static vn.quyche.signing.internal.service.SigningFixture.request;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.document.DocumentSigning;
import vn.quyche.core.api.error.Conflict;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.error.Refused;
import vn.quyche.core.api.security.Caller;
import vn.quyche.signing.api.MadeSignature;
import vn.quyche.signing.api.OutsideSigning;
import vn.quyche.signing.api.PreparedSignature;
import vn.quyche.signing.api.SignatureLevel;
import vn.quyche.signing.api.SignaturePicture;
import vn.quyche.signing.api.SignaturePictures;
import vn.quyche.signing.api.SignatureStamps;
import vn.quyche.signing.api.SignatureStamps.Origin;
import vn.quyche.signing.api.SigningPort;
import vn.quyche.signing.api.StampPart;
import vn.quyche.signing.api.StampPlace;
import vn.quyche.signing.api.Verification;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.token.SignatureKind;
import vn.quyche.signing.api.token.TokenUse;
import vn.quyche.signing.internal.engine.DecreePaper;
import vn.quyche.signing.internal.engine.TestPki;
import vn.quyche.signing.internal.model.SignatureScheme;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestActs;
import vn.quyche.testkit.TestDatabase;

/** Pictures in their register, places of signatures on documents, and documents that were signed with them. */
class SignatureStampsTest {

    private static final String SIGNER = "Lê Quang Vinh";
    private static final SignatureKind PERSONAL = SignatureKind.PERSONAL;
    private static final SignatureKind SEAL = SignatureKind.ORGANIZATION;

    private static SignaturePicture signature(SigningFixture f) {
        return f.pictures.add(
                f.tokens.clerk,
                new SignaturePictures.NewPicture(
                        SignaturePicture.Kind.SIGNATURE,
                        TokenFixture.VICE,
                        40,
                        "Phó hiệu trưởng đồng ý ngày 05/10",
                        DecreePaper.signature()));
    }

    private static SignaturePicture seal(SigningFixture f) {
        return f.pictures.add(
                f.tokens.clerk,
                new SignaturePictures.NewPicture(
                        SignaturePicture.Kind.SEAL, "", 36, "Hiệu trưởng đồng ý ngày 05/10", DecreePaper.seal()));
    }

    private static SigningPort.Document bytes(DocumentSigning.Signable document) {
        return new SigningPort.Document(document.documentId(), document.sha256());
    }

    private static Map<StampPart, SignatureStamps.Part> parts(SignatureStamps.Seen seen) {
        return seen.parts().stream().collect(Collectors.toMap(SignatureStamps.Part::part, Function.identity()));
    }

    private static MadeSignature sign(
            SigningFixture f, Caller caller, DocumentSigning.Signable document, String token, SignatureKind kind) {
        return f.port.sign(caller, request(document, token, kind, SignatureLevel.T), SigningFixture.PIN.toCharArray());
    }

    @OnEachDatabase
    @Regulated({"TA.10.1", "MT.11.3"})
    void whatIsSignedShowsSignatureNumberAndSealAndIsValid(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db, Map.of("software_seal", true))) {
            String token = f.viceToken();
            f.file("VN-0001", SigningFixture.VICE, "");
            String school = f.schoolToken();
            f.file("VN-SCHOOL", SigningFixture.SCHOOL, "RSA_PSS");
            signature(f);
            seal(f);
            byte[] draft = DecreePaper.decision(SIGNER, 2, 0);
            DocumentSigning.Signable document = f.decision("24", draft);

            Map<StampPart, SignatureStamps.Part> seen = parts(f.seen.seen(f.vice, bytes(document), PERSONAL));
            assertThat(seen.keySet()).containsExactly(StampPart.SIGNATURE);
            assertThat(seen.get(StampPart.SIGNATURE).origin()).isEqualTo(Origin.FOUND);
            assertThat(seen.get(StampPart.SIGNATURE).place().page()).isEqualTo(2);
            MadeSignature signed = sign(f, f.vice, document, token, PERSONAL);
            DocumentSigning.Signable next = f.documents.state("24");

            seen = parts(f.seen.seen(f.office, bytes(next), SEAL));
            assertThat(seen.get(StampPart.NUMBER).origin()).isEqualTo(Origin.FOUND);
            // the seal says whose signature it is; the text is for when there is none
            assertThat(seen.get(StampPart.TEXT).place().shown()).isFalse();
            assertThat(seen.get(StampPart.SEAL).place().width()).isEqualTo(36);
            MadeSignature sealed = sign(f, f.office, next, school, SEAL);

            byte[] file = f.stored(sealed.fileId());
            assertThat(file).startsWith(draft);
            assertThat(file).startsWith(f.stored(signed.fileId()));
            Verification verification = f.verify(sealed.fileId());
            assertThat(verification.verdict()).isEqualTo(VerificationVerdict.VALID);
            assertThat(verification.signatures())
                    .hasSize(3)
                    .allSatisfy(one -> assertThat(one.verdict()).isEqualTo(VerificationVerdict.VALID));
            // number and seal are set once
            assertThat(f.seen.seen(f.office, bytes(f.documents.state("24")), SEAL)
                            .parts())
                    .isEmpty();
        }
    }

    /** Signatures whose value comes from a token elsewhere are seen like others, also at several places: a value for each. */
    @OnEachDatabase
    @Regulated({"TA.10.1", "MT.11.3"})
    void aKeyElsewhereSignsWhatIsSeenPlaceByPlace(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            String school = f.schoolToken();
            signature(f);
            seal(f);
            DocumentSigning.Signable document = f.decision("24", DecreePaper.decision(SIGNER, 1, 0));

            PreparedSignature prepared = f.outside().prepare(f.vice, order(document, token, PERSONAL));
            byte[] value = SignatureScheme.valueOf(prepared.scheme())
                    .sign(Base64.getDecoder().decode(prepared.data()), SigningFixture.VICE.key(), Optional.empty());
            MadeSignature made = f.outside().finish(f.vice, prepared.id(), value);
            assertThat(f.verify(made.fileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
            try (PDDocument signed = Loader.loadPDF(f.stored(made.fileId()))) {
                assertThat(signed.getSignatureFields()
                                .get(0)
                                .getWidgets()
                                .get(0)
                                .getRectangle()
                                .getWidth())
                        .isGreaterThan(50);
            }

            DocumentSigning.Signable next = f.documents.state("24");
            PreparedSignature first = f.outside().prepare(f.office, order(next, school, SEAL));
            assertThat(first.parts()).isEqualTo(2);
            byte[] number = value(first, SigningFixture.SCHOOL);
            conflict("signing.not-last-part", () -> f.outside().finish(f.office, first.id(), number));
            f.restart();
            PreparedSignature second = f.outside().next(f.office, first.id(), number);
            assertThat(second.part()).isEqualTo(2);
            assertThat(second.data()).isNotEqualTo(first.data());
            conflict(
                    "signing.last-part",
                    () -> f.outside().next(f.office, first.id(), value(second, SigningFixture.SCHOOL)));
            f.restart();
            MadeSignature sealed = f.outside().finish(f.office, first.id(), value(second, SigningFixture.SCHOOL));
            assertThat(sealed.signedAt()).isEqualTo(first.signedAt());
            assertThat(f.verify(sealed.fileId()).verdict()).isEqualTo(VerificationVerdict.VALID);
            assertThat(f.verify(sealed.fileId()).signatures()).hasSize(3);
            assertThat(f.outside().get(f.office, first.id()).state()).isEqualTo(PreparedSignature.State.SIGNED);
            // as a token at the server makes it: number and day, then the seal
            try (PDDocument signed = Loader.loadPDF(f.stored(sealed.fileId()))) {
                assertThat(signed.getSignatureFields())
                        .filteredOn(field ->
                                field.getWidgets().get(0).getRectangle().getWidth() > 20)
                        .hasSize(3);
            }
        }
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.3", "TA.10.1"})
    void aWrongValueOfAnyPartEndsAllOfIt(TestDatabase db) throws Exception {
        try (SigningFixture f = new SigningFixture(db)) {
            String token = f.viceToken();
            String school = f.schoolToken();
            seal(f);
            f.file("VN-0001", SigningFixture.VICE, "");
            for (int wrong = 1; wrong <= 3; wrong++) {
                String id = "2" + wrong;
                DocumentSigning.Signable document = f.decision(id, DecreePaper.decision(SIGNER, 1, 0));
                f.port.sign(
                        f.vice,
                        SigningFixture.request(document, token, PERSONAL, SignatureLevel.B),
                        SigningFixture.PIN.toCharArray());
                PreparedSignature first = f.outside().prepare(f.office, order(f.documents.state(id), school, SEAL));
                if (wrong == 1) {
                    refused("signing.wrong-value", () -> f.outside().next(f.office, first.id(), new byte[] {1}));
                } else if (wrong == 2) {
                    PreparedSignature second =
                            f.outside().next(f.office, first.id(), value(first, SigningFixture.SCHOOL));
                    refused(
                            "signing.wrong-value",
                            () -> f.outside().finish(f.office, second.id(), value(first, SigningFixture.SCHOOL)));
                } else {
                    PreparedSignature second =
                            f.outside().next(f.office, first.id(), value(first, SigningFixture.SCHOOL));
                    // the places were changed between the parts
                    f.seen.place(
                            f.office,
                            bytes(f.documents.state(id)),
                            SEAL,
                            Map.of(StampPart.NUMBER, StampPlace.hidden()),
                            false);
                    refused(
                            "signing.preparation-outdated",
                            () -> f.outside().finish(f.office, second.id(), value(second, SigningFixture.SCHOOL)));
                }
                assertThat(f.outside().get(f.office, first.id()).state()).isEqualTo(PreparedSignature.State.REFUSED);
                assertThat(f.tokens.useStore.find(first.useId()).orElseThrow().outcome())
                        .isEqualTo(TokenUse.Outcome.FAILED);
                assertThat(f.documents.state(id).sha256()).isNotEqualTo(document.sha256());
            }
        }
    }

    private static byte[] value(PreparedSignature prepared, TestPki.Signer signer) throws Exception {
        return SignatureScheme.valueOf(prepared.scheme())
                .sign(Base64.getDecoder().decode(prepared.data()), signer.key(), Optional.empty());
    }

    private static void conflict(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static OutsideSigning.NewPreparation order(
            DocumentSigning.Signable document, String token, SignatureKind kind) {
        return new OutsideSigning.NewPreparation(bytes(document), token, kind, SignatureLevel.B, "");
    }

    @OnEachDatabase
    @Regulated("TA.10.1")
    void placesAreThoseOfTheDocumentThenOfItsKindThenOfTheText(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            f.viceToken();
            signature(f);
            DocumentSigning.Signable first = f.decision("24", DecreePaper.decision(SIGNER, 3, 0));
            DocumentSigning.Signable second = f.decision("25", DecreePaper.decision(SIGNER, 1, 0));
            StampPlace place = new StampPlace(true, 3, 100.5, 200, 50);
            SignatureStamps.Seen seen =
                    f.seen.place(f.vice, bytes(first), PERSONAL, Map.of(StampPart.SIGNATURE, place), true);
            assertThat(seen.remembered()).isTrue();
            assertThat(parts(seen).get(StampPart.SIGNATURE))
                    .satisfies(part -> assertThat(part.place()).isEqualTo(place))
                    .satisfies(part -> assertThat(part.origin()).isEqualTo(Origin.DOCUMENT));
            // the last page of a shorter document
            SignatureStamps.Part other =
                    parts(f.seen.seen(f.vice, bytes(second), PERSONAL)).get(StampPart.SIGNATURE);
            assertThat(other.origin()).isEqualTo(Origin.KIND);
            assertThat(other.place().page()).isEqualTo(1);
            assertThat(other.place().x()).isCloseTo(100.5, within(0.1));

            f.seen.place(f.vice, bytes(first), PERSONAL, Map.of(StampPart.SIGNATURE, StampPlace.hidden()), false);
            assertThat(parts(f.seen.seen(f.vice, bytes(second), PERSONAL))
                            .get(StampPart.SIGNATURE)
                            .origin())
                    .isEqualTo(Origin.FOUND);
            assertThat(parts(f.seen.seen(f.vice, bytes(first), PERSONAL))
                            .get(StampPart.SIGNATURE)
                            .place()
                            .shown())
                    .isFalse();
        }
    }

    @OnEachDatabase
    @Regulated("TA.10.1")
    void refusesPlacesThatAreNotOnThePageAndWhoIsNotToSee(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            f.viceToken();
            signature(f);
            DocumentSigning.Signable document = f.decision("24", DecreePaper.decision(SIGNER, 1, 0));
            for (StampPlace wrong : List.of(
                    new StampPlace(true, 2, 10, 10, 40),
                    new StampPlace(true, 0, 10, 10, 40),
                    new StampPlace(true, 1, -1, 10, 40),
                    new StampPlace(true, 1, 190, 10, 40),
                    new StampPlace(true, 1, 10, 290, 40),
                    new StampPlace(true, 1, 10, 10, 4),
                    new StampPlace(true, 1, 10, 10, 400),
                    new StampPlace(true, 1, Double.NaN, 10, 40))) {
                assertThatThrownBy(() -> f.seen.place(
                                f.vice, bytes(document), PERSONAL, Map.of(StampPart.SIGNATURE, wrong), false))
                        .as(wrong.toString())
                        .isInstanceOf(Invalid.class);
            }
            assertThatThrownBy(() -> f.seen.place(
                            f.vice,
                            bytes(document),
                            PERSONAL,
                            Map.of(StampPart.SEAL, new StampPlace(true, 1, 10, 10, 36)),
                            false))
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            e -> assertThat(e.fields())
                                    .extracting(FieldError::field)
                                    .containsExactly("SEAL.page"));
            assertThatThrownBy(() -> f.seen.seen(f.tokens.teacher, bytes(document), PERSONAL))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> f.seen.seen(f.vice, new SigningPort.Document("24", "ab".repeat(32)), PERSONAL))
                    .isInstanceOf(Refused.class);
            // somebody else's signature is shown to nobody but who signs with it
            assertThat(f.seen.seen(f.office, bytes(document), PERSONAL).parts()).isEmpty();
            assertThat(f.seen.page(f.vice, bytes(document), PERSONAL, 1, true)).startsWith(0x89, 'P', 'N', 'G');
            assertThat(f.seen.page(f.vice, bytes(document), PERSONAL, 1, true))
                    .isNotEqualTo(f.seen.page(f.vice, bytes(document), PERSONAL, 1, false));
            assertThat(f.seen.part(f.vice, bytes(document), PERSONAL, StampPart.SIGNATURE))
                    .startsWith(0x89, 'P', 'N', 'G');
            assertThatThrownBy(() -> f.seen.page(f.vice, bytes(document), PERSONAL, 2, false))
                    .isInstanceOf(NotFound.class);
        }
    }

    @OnEachDatabase
    @Regulated({"MT.11.1", "MT.11.2", "MT.11.5"})
    void picturesAreKeptWithTheirHistoryAndSeenByFew(TestDatabase db) {
        try (SigningFixture f = new SigningFixture(db)) {
            SignaturePicture first = signature(f);
            SignaturePicture second = signature(f);
            SignaturePicture seal = seal(f);
            SignaturePictures.Query all = new SignaturePictures.Query(Optional.empty(), Optional.empty());
            assertThat(f.pictures.list(f.tokens.clerk, all, PageRequest.first()).items())
                    .extracting(SignaturePicture::id)
                    .containsExactly(seal.id(), second.id(), first.id());
            assertThat(f.pictures.get(f.tokens.clerk, first.id()).endedAt()).isPresent();
            assertThat(f.pictures
                            .list(
                                    f.tokens.clerk,
                                    new SignaturePictures.Query(
                                            Optional.of(SignaturePicture.Kind.SIGNATURE), Optional.of(true)),
                                    PageRequest.first())
                            .items())
                    .extracting(SignaturePicture::personName)
                    .containsExactly(SIGNER);
            // without margins, at its real size
            assertThat(seal.wide()).isBetween(470, 490);
            assertThat(f.pictures.png(f.vice, second.id())).startsWith(0x89, 'P', 'N', 'G');
            assertThatThrownBy(() -> f.pictures.png(f.tokens.teacher, second.id()))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> f.pictures.png(f.vice, seal.id()))
                    .isInstanceOfAny(NotFound.class, Forbidden.class);
            assertThatThrownBy(() -> f.pictures.add(
                            f.vice,
                            new SignaturePictures.NewPicture(
                                    SignaturePicture.Kind.SEAL, "", 36, "Tự thêm", DecreePaper.seal())))
                    .isInstanceOf(Forbidden.class);
            assertThat(f.tokens.acts.refused())
                    .extracting(TestActs.RefusedAct::action)
                    .contains("signing.add-picture");
            assertThatThrownBy(() -> f.pictures.list(f.vice, all, new PageRequest(2, Optional.of("hỏng;"))))
                    .isInstanceOf(Invalid.class);
            assertThat(f.pictures
                            .end(f.tokens.clerk, second.id(), "Chuyển công tác")
                            .endReason())
                    .isEqualTo("Chuyển công tác");
            assertThatThrownBy(() -> f.pictures.end(f.tokens.clerk, second.id(), "Lần nữa"))
                    .isInstanceOf(Conflict.class);
            DocumentSigning.Signable document = f.decision("24", DecreePaper.scan());
            assertThat(f.seen.seen(f.vice, bytes(document), PERSONAL).parts()).isEmpty();
        }
    }
}
