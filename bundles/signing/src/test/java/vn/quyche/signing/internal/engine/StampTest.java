package vn.quyche.signing.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Regulated;
import vn.quyche.signing.api.VerificationFinding;
import vn.quyche.signing.api.VerificationVerdict;
import vn.quyche.signing.api.VerifiedSignature;
import vn.quyche.signing.internal.key.KeyTrouble;
import vn.quyche.signing.internal.model.SignatureScheme;

/** What is seen of signatures: where the decree wants it, in the order that it wants, and valid to the end. */
class StampTest {

    private static final String SIGNER = "Lê Quang Vinh";
    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);
    private static final TestPki PKI = new TestPki();
    private static final EngineVerifier VERIFIER =
            new EngineVerifier(new EngineGate(2, Duration.ofSeconds(30)), EngineLimits.standard());
    private static final EngineGate GATE = new EngineGate(2, Duration.ofSeconds(30));
    private static final EngineSigner ENGINE = new EngineSigner(GATE, EngineLimits.standard());
    private static final EnginePages PAGES = new EnginePages(GATE, EngineLimits.standard());

    @AfterAll
    static void close() {
        VERIFIER.close();
    }

    private static byte[] signed(byte[] file, TestPki.Signer signer, Stamp stamp) throws Exception {
        return ENGINE.sign(
                        file,
                        new EngineSigner.How(
                                signer.chain().subList(0, 2),
                                SignatureScheme.RSA_PKCS1,
                                TestPki.NOW,
                                "Ký văn bản",
                                Optional.of(stamp)),
                        data -> {
                            try {
                                return SignatureScheme.RSA_PKCS1.sign(data, signer.key(), Optional.empty());
                            } catch (GeneralSecurityException e) {
                                throw new KeyTrouble(KeyTrouble.Kind.NOT_THERE, e);
                            }
                        },
                        Optional.empty())
                .file();
    }

    private static void valid(byte[] file, int signatures) {
        EngineOutcome outcome = VERIFIER.verify(file, PKI.trust(), TestPki.NOW);
        assertThat(outcome.findings()).extracting(VerificationFinding::code).isEmpty();
        assertThat(outcome.signatures())
                .hasSize(signatures)
                .allSatisfy((VerifiedSignature one) ->
                        assertThat(one.verdict()).as(one.findings().toString()).isEqualTo(VerificationVerdict.VALID));
    }

    private static byte[] inTheOrderOfTheDecree(byte[] file) throws Exception {
        Paper paper = PAGES.read(file, SIGNER);
        byte[] one =
                signed(file, PKI.principal, StampShapes.signature(paper, DecreePaper.signature(), 40 * Stamp.MM, 2));
        Paper after = PAGES.read(one, SIGNER);
        byte[] two = signed(
                one,
                PKI.seal,
                StampShapes.number(after, "24/QĐ-TN", DAY, "Thử Nghiệm", false)
                        .orElseThrow()
                        .with(StampShapes.text(after, List.of("Trường THCS Thử Nghiệm", "2026-02-05T10:05:06+07:00"))));
        byte[] three = signed(two, PKI.seal, StampShapes.seal(after, DecreePaper.seal(), 36 * Stamp.MM, 1));
        assertThat(Arrays.copyOf(three, one.length)).isEqualTo(one);
        return three;
    }

    @Test
    @Regulated("TA.10.1")
    void signatureNumberAndSealStandWhereTheDecreeWantsThemAndAllStayValid() throws Exception {
        for (int rotation : new int[] {0, 90, 180, 270}) {
            byte[] file = DecreePaper.decision(SIGNER, 2, rotation);
            byte[] sealed = inTheOrderOfTheDecree(file);
            valid(sealed, 3);
        }
    }

    @Test
    @Regulated("TA.10.1")
    void findsTheRoomThatTheTextLeaves() {
        Paper paper = PAGES.read(DecreePaper.decision(SIGNER, 2, 0), SIGNER);
        assertThat(paper.numbered()).isFalse();
        assertThat(paper.dated()).isFalse();
        assertThat(paper.day()).hasSize(3);
        Stamp signature = StampShapes.signature(paper, DecreePaper.signature(), 40 * Stamp.MM, 2);
        assertThat(signature.page()).isEqualTo(2);
        // between the post, 558 points from above, and the name, 642 points from above
        assertThat(signature.box().y()).isGreaterThan(558);
        assertThat(signature.box().y() + signature.box().height()).isLessThan(632);
        double name = 380 + StampFonts.width(SIGNER, 13, false) / 2;
        assertThat(signature.box().x() + signature.box().width() / 2).isCloseTo(name, within(1.0));
        Stamp number =
                StampShapes.number(paper, "24/QĐ-TN", DAY, "Thử Nghiệm", false).orElseThrow();
        assertThat(number.pieces().stream().map(piece -> ((Stamp.Line) piece).text()))
                .containsExactly("24", "05", "02", "2026");
    }

    @Test
    @Regulated("TA.10.1")
    void aScanGetsTheWholeLinesWhereTheFormHasThem() throws Exception {
        byte[] scan = DecreePaper.scan();
        Paper paper = PAGES.read(scan, SIGNER);
        Stamp number =
                StampShapes.number(paper, "24/QĐ-TN", DAY, "Thử Nghiệm", false).orElseThrow();
        assertThat(number.pieces().stream().map(piece -> ((Stamp.Line) piece).text()))
                .containsExactly("Số: 24/QĐ-TN", "Thử Nghiệm, ngày 05 tháng 02 năm 2026");
        valid(inTheOrderOfTheDecree(scan), 3);
    }

    @Test
    @Regulated("TA.10.1")
    void theSealCoversTheLeftThirdOfTheSignature() throws Exception {
        byte[] file = DecreePaper.decision(SIGNER, 1, 0);
        Paper paper = PAGES.read(file, SIGNER);
        Stamp signature = StampShapes.signature(paper, DecreePaper.signature(), 40 * Stamp.MM, 2);
        Paper after = PAGES.read(signed(file, PKI.principal, signature), SIGNER);
        Stamp seal = StampShapes.seal(after, DecreePaper.seal(), 36 * Stamp.MM, 1);
        assertThat(seal.box().width()).isCloseTo(36 * Stamp.MM, within(0.1));
        assertThat(seal.box().x() + seal.box().width())
                .isCloseTo(signature.box().x() + signature.box().width() / 3, within(1.0));
    }

    @Test
    void aPictureOfAPageIsBearableHoweverLargeThePage() throws Exception {
        byte[] poster = TestPdf.made(document -> document.addPage(new org.apache.pdfbox.pdmodel.PDPage(
                new org.apache.pdfbox.pdmodel.common.PDRectangle(14_400, 14_400))));
        java.awt.image.BufferedImage shown =
                javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(PAGES.page(poster, 1, List.of())));
        assertThat(shown.getWidth()).isLessThanOrEqualTo(1_600);
    }
}
