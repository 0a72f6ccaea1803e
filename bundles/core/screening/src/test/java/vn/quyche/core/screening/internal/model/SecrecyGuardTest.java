package vn.quyche.core.screening.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.Regulated;

@Regulated({"BC.3.2", "BC.4.1", "TA.4b"})
class SecrecyGuardTest {

    private final SecrecyGuard guard = new SecrecyGuard();
    private final FileNameGuard names = new FileNameGuard(guard);

    @Test
    void findsEveryMarkingOfTheLabelledTextsAndHardlyAnythingElse() throws IOException {
        List<Labelled> set = Labelled.read("/secrecy/texts.tsv");
        assertThat(set).hasSizeGreaterThan(300);
        measure(set, text -> guard.find(text).isPresent(), UnaryOperator.identity());
    }

    @Test
    void findsEveryMarkingOfTheLabelledFileNames() throws IOException {
        measure(Labelled.read("/secrecy/names.tsv"), name -> names.find(name).isPresent(), UnaryOperator.identity());
    }

    @Test
    void readsDecomposedTextAlike() throws IOException {
        measure(
                Labelled.read("/secrecy/texts.tsv"),
                text -> guard.find(text).isPresent(),
                text -> Normalizer.isNormalized(text, Normalizer.Form.NFC) && !oldFont(text)
                        ? Normalizer.normalize(text, Normalizer.Form.NFD)
                        : text);
    }

    @Test
    void readsTextWithUnseenCharactersAlike() throws IOException {
        measure(
                Labelled.read("/secrecy/texts.tsv"),
                text -> guard.find(text).isPresent(),
                text -> oldFont(text) ? text : text.replaceAll("(?<=\\p{L})(?=\\p{L})", "\u200b"));
    }

    @Test
    void findsTheMarkingWhereverItStandsInALongText() throws IOException {
        String prose = "Nhà trường đề nghị các tổ đổi mật khẩu thư điện tử và bảo mật tài khoản.\n".repeat(200);
        for (Labelled line : Labelled.read("/secrecy/texts.tsv")) {
            if (line.refuse()) {
                assertThat(guard.find(prose + "\n" + line.text() + "\n\n" + prose))
                        .as(line.text())
                        .isPresent();
            }
        }
    }

    @Test
    void survivesHostileText() {
        assertThat(guard.find("\ud800")).isEmpty();
        assertThat(guard.find("\udc00mật khẩu\ud800")).isEmpty();
        assertThat(guard.find("\ud800 MẬT \udc00")).isPresent();
        assertThat(guard.find("\u0000")).isEmpty();
        assertThat(guard.find("mật ".repeat(200_000))).isEmpty();
        assertThat(guard.find("(".repeat(100_000) + "mật khẩu")).isEmpty();
        assertThat(guard.find("m a t ".repeat(50_000) + "x")).isEmpty();
        assertThat(guard.find("M\n".repeat(100_000))).isEmpty();
        assertThat(guard.find("12/".repeat(50_000) + "mật khẩu M)")).isEmpty();
        assertThat(guard.find("mật khẩu " + "A-".repeat(50_000) + "(M)")).isEmpty();
    }

    @Test
    void saysByWhatItWasRecognised() {
        assertThat(guard.find("TUYỆT MẬT")).contains(Sign.STAMP);
        assertThat(guard.find("Độ mật: Tối mật")).contains(Sign.ATTRIBUTE);
        assertThat(guard.find("Gửi các tổ công văn mật của cấp trên")).contains(Sign.PHRASE);
        assertThat(guard.find("Họp giao ban MẬT lúc 8 giờ")).contains(Sign.EMPHASIS);
        assertThat(guard.find("Tối mật – Phương án sơ tán")).contains(Sign.EDGE);
        assertThat(guard.find("Gửi kèm bản M.Ậ.T của cấp trên")).contains(Sign.SPACED);
        assertThat(guard.find("12/QĐ-UBND(M)")).contains(Sign.NUMBER);
        assertThat(guard.find("BÍ MẬT NHÀ NƯỚC")).contains(Sign.STATE_SECRET);
    }

    private static boolean oldFont(String text) {
        return text.matches("(?siu).*m(ë|aä)t.*");
    }

    private static void measure(List<Labelled> set, Predicate<String> found, UnaryOperator<String> written) {
        List<String> missed = set.stream()
                .filter(line -> line.refuse() && !found.test(written.apply(line.text())))
                .map(Labelled::text)
                .toList();
        List<String> wrong = set.stream()
                .filter(line -> !line.refuse() && found.test(written.apply(line.text())))
                .map(Labelled::text)
                .toList();
        long right = set.stream().filter(Labelled::refuse).count() - missed.size();
        assertThat(missed).as("markings that were missed").isEmpty();
        assertThat((double) right / (right + wrong.size()))
                .as("precision; wrongly refused: %s", wrong)
                .isGreaterThanOrEqualTo(0.98);
    }
}
