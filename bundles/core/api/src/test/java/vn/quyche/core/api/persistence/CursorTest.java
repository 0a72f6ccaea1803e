package vn.quyche.core.api.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.error.Invalid;

class CursorTest {

    @Test
    void givesBackWhatItWasMadeOf() {
        Cursor cursor =
                Cursor.parse("some.list", 3, Cursor.of("some.list", TimeUnit.DAYS, -7L, "Đặng Thị Ánh\u00a0!%"));

        assertThat(cursor.constant(0, TimeUnit.class)).isEqualTo(TimeUnit.DAYS);
        assertThat(cursor.number(1)).isEqualTo(-7);
        assertThat(cursor.text(2)).isEqualTo("Đặng Thị Ánh\u00a0!%");
        assertThat(Cursor.of("some.list", "Đặng")).matches("[0-9A-Za-z_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "%00",
                "abc",
                "~",
                "====",
                "Đặng",
                "'; drop table",
                "AAAA",
                "_-_-",
                "01J0000000000000000000000A"
            })
    void refusesWhatIsNoCursor(String text) {
        assertBad(() -> Cursor.parse("some.list", 1, text));
    }

    @Test
    void refusesTheCursorOfAnotherList() {
        assertBad(() -> Cursor.parse("some.list", 1, Cursor.of("other.list", "a")));
        assertBad(() -> Cursor.parse("some.list", 2, Cursor.of("some.list", "a")));
        assertBad(() -> Cursor.parse("some.list", 1, Cursor.of("some.list", "a", "b")));
    }

    @Test
    void refusesHugeAndBrokenOnes() {
        assertBad(() -> Cursor.parse("some.list", 1, Cursor.of("some.list", "a".repeat(2_000))));
        assertBad(() -> Cursor.parse("some.list", 1, "A".repeat(1_000_000)));
        assertBad(() -> Cursor.parse("some.list", 1, Cursor.of("some.list", "a\u0000b")));
        assertBad(() -> Cursor.parse("some.list", 1, encoded(new byte[] {(byte) 0xc3, (byte) 0x28})));
    }

    @Test
    void refusesKeysOfAnotherKind() {
        String text = Cursor.of("some.list", "99999999999999999999", "SUNDAY");
        Cursor cursor = Cursor.parse("some.list", 2, text);

        assertBad(() -> cursor.number(0));
        assertBad(() -> cursor.number(1));
        assertBad(() -> cursor.constant(1, TimeUnit.class));
    }

    @Test
    void knowsAnIdFromACursor() {
        assertThat(new PageRequest(50, Optional.of("01J0000000000000000000000A")).afterId())
                .contains("01J0000000000000000000000A");
        assertBad(() -> new PageRequest(50, Optional.of(Cursor.of("some.list", "a", "b", "c"))).afterId());
        assertBad(() -> new PageRequest(50, Optional.of("a\u0000")).afterId());
        assertBad(() -> new PageRequest(50, Optional.of("")).afterId());
    }

    private static String encoded(byte[] rest) {
        byte[] head = "some.list\u001f".getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, all, head.length, rest.length);
        return "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    private static void assertBad(org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
        assertThatThrownBy(read).isInstanceOfSatisfying(Invalid.class, bad -> {
            assertThat(bad.fields()).hasSize(1);
            assertThat(bad.fields().get(0).field()).isEqualTo("after");
            assertThat(bad.fields().get(0).code()).isEqualTo("core.bad-cursor");
        });
    }
}
