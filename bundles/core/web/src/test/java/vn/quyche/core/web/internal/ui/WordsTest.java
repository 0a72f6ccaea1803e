package vn.quyche.core.web.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.Refused;

class WordsTest {

    /** 08:00 on a Monday in Vietnam. */
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");

    private final BundleTexts texts = new BundleTexts(UiFixture::clause);

    WordsTest() {
        texts.add(
                1,
                UiFixture.properties("/i18n/messages.properties"),
                UiFixture.properties("/i18n/messages_en.properties"));
        texts.add(
                2,
                UiFixture.properties("/sample/i18n/messages.properties"),
                UiFixture.properties("/sample/i18n/messages_en.properties"));
    }

    private Words words(String language) {
        return new Words(rendering(language));
    }

    private Rendering rendering(String language) {
        return new Rendering(
                texts,
                new UiFixture.Neighbours(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Locale.forLanguageTag(language),
                Optional.empty(),
                "/",
                Map.of(),
                "",
                permission -> false,
                false,
                Map.of(),
                Map.of());
    }

    @Test
    void saysValuesOfRegulationsAsPeopleDo() {
        Words words = words("vi");
        assertThat(words.plain("PT4H")).isEqualTo("4 giờ");
        assertThat(words.plain("P2D")).isEqualTo("2 ngày");
        assertThat(words.plain("PT90M")).isEqualTo("90 phút");
        assertThat(words.plain("true")).isEqualTo("Có");
        assertThat(words.plain("Phòng")).isEqualTo("Phòng");
        assertThat(words.plain("21:00")).isEqualTo("21:00");
    }

    @Test
    void callsDevicesByTheirNames() {
        String chrome =
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36";
        assertThat(Devices.words(rendering("vi"), chrome)).isEqualTo("Chrome trên Android");
        assertThat(Devices.words(
                        rendering("vi"), "Mozilla/5.0 (Windows NT 10.0; rv:131.0) Gecko/20100101 Firefox/131.0"))
                .isEqualTo("Firefox trên Windows");
        assertThat(Devices.words(rendering("vi"), "curl/8.5")).isEqualTo("Chương trình khác");
    }

    @Test
    void tellsARefusalWithoutItsParticulars() {
        assertThat(texts.outline(Locale.forLanguageTag("vi"), "core.too-many.next"))
                .contains("…")
                .doesNotContain("{");
        assertThat(texts.outline(Locale.forLanguageTag("vi"), "no.such-key")).isEqualTo("no.such-key");
    }

    @Test
    void saysHowADeadlineStands() {
        Words words = words("vi");
        assertThat(words.deadline(NOW.minus(Duration.ofDays(2)), null))
                .isEqualTo(new Words.Deadline("late", "quá hạn 2 ngày"));
        assertThat(words.deadline(NOW.plus(Duration.ofHours(3)), null))
                .isEqualTo(new Words.Deadline("soon", "còn 3 giờ"));
        assertThat(words.deadline(NOW.plus(Duration.ofDays(5)), null))
                .isEqualTo(new Words.Deadline("open", "còn 5 ngày"));
        assertThat(words.deadline(NOW.plus(Duration.ofDays(60)), null))
                .isEqualTo(new Words.Deadline("open", "22/01/2027"));
        assertThat(words.deadline(NOW, NOW.minus(Duration.ofHours(1)))).isEqualTo(new Words.Deadline("ok", "đúng hạn"));
        assertThat(words.deadline(NOW, NOW.plus(Duration.ofDays(1))))
                .isEqualTo(new Words.Deadline("late", "xong trễ 1 ngày"));
        assertThat(words("en").deadline(NOW.minus(Duration.ofDays(1)), null).text())
                .isEqualTo("1 day overdue");
    }

    @Test
    void saysTimesAsPeopleDo() {
        Words words = words("vi");
        assertThat(words.relative(NOW.minus(Duration.ofMinutes(3)))).isEqualTo("3 phút trước");
        assertThat(words.relative(NOW.minus(Duration.ofSeconds(20)))).isEqualTo("vừa xong");
        assertThat(words.relative(NOW.plus(Duration.ofHours(30)))).isEqualTo("còn 1 ngày");
        assertThat(words.relative(NOW.minus(Duration.ofDays(90)))).isEqualTo("25/08/2026");
        assertThat(words.relative(LocalDate.of(2026, 11, 22))).isEqualTo("hôm qua");
        assertThat(Words.moment(NOW)).isEqualTo("23/11/2026 08:00");
    }

    @Test
    void writesNumbersTheVietnameseWay() {
        assertThat(words("vi").number(1250)).isEqualTo("1.250");
        assertThat(words("vi").money(30000)).isEqualTo("30.000 đồng");
        assertThat(words("vi").bytes(1_258_291)).isEqualTo("1,2 MB");
        assertThat(words("vi").bytes(0)).isEqualTo("0 B");
    }

    @Test
    void takesInitialsOfFirstAndLastWord() {
        assertThat(Words.initials("Đỗ Thị Ánh")).isEqualTo("ĐÁ");
        assertThat(Words.initials("system")).isEqualTo("S");
        assertThat(Words.initials("")).isEmpty();
    }

    @Test
    void saysWhyWithTheSchoolsOwnNumbering() {
        Refused refused = new Refused("BC.6.8", "sample.too-many", 11, 10);
        assertThat(texts.text(UiFixture.vietnamese(), refused))
                .isEqualTo("Chưa gửi được: có 11 ảnh. Quy chế cho tối đa 10 ảnh cho một sự kiện (Điều 6 khoản 8).");
        assertThat(texts.next(UiFixture.vietnamese(), refused)).isEqualTo("Bỏ bớt ảnh hoặc chuyển thành tài liệu.");
        assertThat(texts.text(UiFixture.vietnamese(), new Refused("XX.1", "sample.closed")))
                .isEqualTo("Chỉ đạo này đã kết thúc nên không thu hồi được.");
        assertThat(texts.text(UiFixture.vietnamese(), new Invalid("title", "core.too-long", 200, 1250)))
                .isEqualTo("Dài quá: tối đa 200 ký tự, đang có 1.250.");
        assertThat(texts.text(UiFixture.vietnamese(), "no.such-key")).isEqualTo("no.such-key");
    }

    @Test
    void forgetsTheTextsOfABundleThatLeft() {
        assertThat(texts.has("sample.closed")).isTrue();
        texts.remove(2);
        assertThat(texts.has("sample.closed")).isFalse();
        assertThat(texts.has("core.save")).isTrue();
    }

    @Test
    void fallsBackToVietnameseWhenEnglishIsMissing() {
        var vietnamese = new java.util.Properties();
        vietnamese.setProperty("only.here", "Chỉ có ở đây, ngày {0}");
        texts.add(3, vietnamese, new java.util.Properties());
        assertThat(texts.text(Locale.ENGLISH, "only.here", LocalDate.of(2026, 11, 23)))
                .isEqualTo("Chỉ có ở đây, ngày 23/11/2026");
        assertThat(texts.text(Locale.ENGLISH, "only.here", List.of("a", "b"))).endsWith("a, b");
    }
}
