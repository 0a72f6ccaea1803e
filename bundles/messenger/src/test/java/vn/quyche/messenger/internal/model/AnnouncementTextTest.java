package vn.quyche.messenger.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnnouncementTextTest {

    @Test
    void saysWhatItIsAboutAndWhereToReadItOnOneLineEach() {
        assertThat(AnnouncementText.issued("07/2026/N01", "Nộp báo cáo\ntháng 9", "https://quyche.example/x"))
                .isEqualTo("Chỉ đạo 07/2026/N01: Nộp báo cáo tháng 9\nĐọc và xác nhận: https://quyche.example/x");
        assertThat(AnnouncementText.issued("07/2026/N01", "", "")).hasLineCount(2);
    }

    @Test
    void staysShortWhateverTheTitle() {
        String text = AnnouncementText.issued("07/2026/N01", "🙂".repeat(1000), "https://quyche.example/x");
        assertThat(text.length()).isLessThan(2000);
        assertThat(text).contains("…");
    }
}
