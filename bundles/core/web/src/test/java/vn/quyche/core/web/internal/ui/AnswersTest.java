package vn.quyche.core.web.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void aFileKeepsItsNameInBothSpellings() {
        assertThat(Answers.disposition(false, "Sổ công văn.csv"))
                .isEqualTo(
                        "attachment; filename=\"S_ c_ng v_n.csv\"; filename*=UTF-8''S%E1%BB%95%20c%C3%B4ng%20v%C4%83n.csv");
    }

    @Test
    void aNameThatNoHeaderHoldsIsCutBeforeItsEnding() {
        String header = Answers.disposition(true, "ệ".repeat(2_000) + ".pdf");
        assertThat(header).hasSizeLessThan(4_000).startsWith("inline; ").endsWith("%E1%BB%87.pdf");
        assertThat(Answers.disposition(true, "😀".repeat(400))).doesNotContain("%3F");
    }
}
