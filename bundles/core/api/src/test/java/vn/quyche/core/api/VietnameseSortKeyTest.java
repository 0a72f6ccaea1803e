package vn.quyche.core.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class VietnameseSortKeyTest {

    @Test
    void ranksLettersFirstAndTonesSecond() {
        assertThat(VietnameseText.sortKey("A1 z")).isEqualTo("A1$a!0000");
        assertThat(VietnameseText.sortKey("Đỗ")).isEqualTo("GT!03");
        assertThat(VietnameseText.sortKey("do")).isEqualTo("FS!00");
        assertThat(VietnameseText.sortKey("  Lê   Ất ")).isEqualTo("PI$CZ!00040");
        assertThat(VietnameseText.sortKey("")).isEqualTo("!");
    }

    @Test
    void sortsByTheAlphabetNotByTheCode() {
        List<String> sorted = List.of("an", "àn", "ăn", "ân", "dung", "đào", "ên", "giang", "ông", "ơn", "út", "ưng");
        assertThat(sorted.stream()
                        .sorted(Comparator.comparing(VietnameseText::sortKey))
                        .toList())
                .containsExactlyElementsOf(sorted);
    }
}
