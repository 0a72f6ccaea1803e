package vn.quyche.core.document.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.document.DocumentSearch;

class WordsTest {

    @Test
    void areRunsOfLettersAndDigits() {
        assertThat(Words.of("Kế hoạch số 05/KH-THTN, ngày 07/10/2026; 100%"))
                .containsExactly("kế", "hoạch", "số", "5", "kh", "thtn", "ngày", "7", "10", "2026", "100");
        assertThat(Words.of(Normalizer.normalize("Đường Nguyễn", Normalizer.Form.NFD)))
                .containsExactly("đường", "nguyễn");
        assertThat(Words.of("a".repeat(130))).extracting(String::length).containsExactly(60, 60, 10);
        assertThat(new Words().fold("đường")).isEqualTo("duong");
    }

    @Test
    void whatIsAskedKeepsTogetherWhatHasNoSpace() {
        assertThat(Words.asked("  24/QĐ-THTA  năm học "))
                .containsExactly(List.of("24", "qđ", "thta"), List.of("năm"), List.of("học"));
        assertThat(Words.asked("a ".repeat(500))).hasSize(DocumentSearch.MOST_WORDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"", "(", "* ? ~ ^ : \\ /", "]{}[", "\u0000\u0007", "\uD83D", "'; --"})
    void signsAloneAreNoWords(String text) {
        assertThat(Words.asked(text).stream().flatMap(List::stream).filter(word -> word.matches(".*[a-z].*")))
                .isEmpty();
    }
}
