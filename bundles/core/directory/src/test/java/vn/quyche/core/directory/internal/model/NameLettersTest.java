package vn.quyche.core.directory.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Invalid;

class NameLettersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn An",
                "Trần Thị Mỹ Duyên",
                "Đặng Hoà Bình",
                "Y Blắk Niê",
                "H’Hen Êban",
                "K'Brơi",
                "Lê-Nguyễn Thuý Uyên",
                "Phùng Khoa Ngoạn",
                "Quách Thị Oanh",
                "Lương Huê",
                "Nguyễn Đình Quý",
                "Tạ Đức Toàn",
                "Vương Thị Xoè"
            })
    void letsVietnameseNamesPass(String name) {
        assertThat(errors(name)).isEmpty();
        assertThat(errors(Normalizer.normalize(name, Normalizer.Form.NFD))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NguyÔn V¨n An",
                "TrÇn ThÞ Hoa",
                "Lª Minh TuÊn",
                "§Æng H\u00adng",
                "Ph¹m Quúnh",
                "Hoµng Mü",
                "Nguyeãn Vaên An",
                "Traàn Thò Leä",
                "Leâ Höông",
                "Ñaëng Quoác Baûo",
                "Phaïm Ñöùc"
            })
    void knowsTheOldFonts(String name) {
        assertThat(errors(name)).extracting(FieldError::code).contains("directory.old-encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Vаn An", // Cyrillic а
                "Τrần Văn Bình", // Greek Tau
                "Lê Тhị Hà", // Cyrillic Т
                "Ｎguyễn An", // full width
                "\ud835\udc0dguyễn An", // mathematical
                "Ðặng Thu" // eth
            })
    void refusesLettersThatOnlyLookLatin(String name) {
        assertThat(errors(name)).extracting(FieldError::code).contains("directory.look-alike-letter");
    }

    @Test
    void saysWhichLetterAndWhere() {
        FieldError error = errors("Vаn").get(0);

        assertThat(error.args()).containsExactly("а (U+0430)", 2, "CYRILLIC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Văn 4n", "An\u200bh", "An😀", "An<b>", "=An"})
    void refusesWhatIsNoLetter(String name) {
        assertThat(errors(name)).extracting(FieldError::code).contains("directory.bad-name-character");
    }

    @Test
    void refusesLoneSurrogatesAndMissingNames() {
        assertThat(errors("An\ud83d")).extracting(FieldError::code).contains("core.bad-characters");
        assertThat(errors("")).extracting(FieldError::code).contains("core.required");
        assertThat(errors("A".repeat(101))).extracting(FieldError::code).contains("core.too-long");
    }

    private static List<FieldError> errors(String given) {
        Checks checks = new Checks();
        People.Data data = new People.Data("", "", given, Optional.empty(), Optional.empty(), "", "", "");
        PersonRules.check(checks, data, LocalDate.of(2026, 10, 5));
        try {
            checks.orThrow();
            return List.of();
        } catch (Invalid e) {
            return e.fields();
        }
    }
}
