package vn.quyche.core.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Regulated("TB.2")
class NameSkeletonTest {

    private static final String OFFICIAL = "Tổ Toán THHS";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to toan thhs",
                "TỔ TOÁN THHS",
                "TổToánTHHS",
                "Tổ - Toán (THHS)",
                "Tổ\u00a0Toán\u200b THHS",
                "T\u043e To\u0430n THHS",
                "\u0422ổ \u0422oán \u0422\u041d\u041d\u0405",
                "\u03a4ο \u03a4oán T\u0397\u0397S",
                "Ｔｏ Ｔｏａｎ ＴＨＨＳ",
                "T0 T0án THHS",
                "Tổ Toán THH5",
                "T0 T04n THHS"
            })
    void seesThroughDisguises(String name) {
        assertThat(NameSkeleton.of(name)).isEqualTo(NameSkeleton.of(OFFICIAL));
    }

    @ParameterizedTest
    @CsvSource({
        "Lớp 1A, Lớp 14",
        "Lớp 6A4, Lớp 6A5",
        "Khối 1, Khối 2",
        "Tổ Toán THHS, Tổ Văn THHS",
        "Nhóm 10, Nhóm 11",
        "Chi bộ THHS, Chi đoàn THHS"
    })
    void keepsApartWhatIsApart(String one, String other) {
        assertThat(NameSkeleton.of(one)).isNotEqualTo(NameSkeleton.of(other));
    }

    @Test
    void confusesOneWithTheLettersThatLookLikeIt() {
        assertThat(NameSkeleton.of("Tin h0c 1")).isEqualTo(NameSkeleton.of("T1n học l"));
    }

    @Test
    void isEmptyForSignsAlone() {
        assertThat(NameSkeleton.of(" – \u200b… ")).isEmpty();
    }
}
