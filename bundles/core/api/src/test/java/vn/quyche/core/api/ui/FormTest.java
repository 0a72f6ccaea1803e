package vn.quyche.core.api.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Invalid;

class FormTest {

    private enum Size {
        SMALL,
        LARGE
    }

    @ParameterizedTest
    @ValueSource(strings = {"2028-02-29", "29/02/2028", "29/2/2028", " 2028-02-29\n"})
    void readsADay(String text) {
        assertThat(Form.day(form(text), "f")).contains(LocalDate.of(2028, 2, 29));
        assertThat(Form.requiredDay(form(text), "f")).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/02/2026",
                "2026-02-31",
                "2027-02-29",
                "32/1/2026",
                "1/13/2026",
                "2026",
                "hôm nay",
                "ho\u0302m nay",
                "0000-01-01",
                "-2026-01-01",
                "+999999999-12-31",
                "99999-01-01",
                "1/1/26",
                "2026-1-1",
                "２０２６-01-01",
                "2026-01-01T07:00",
                "2026-01-01; drop table",
                "\u0000",
                "<b>"
            })
    void refusesWhatIsNoDay(String text) {
        assertBad(() -> Form.day(form(text), "f"), "core.bad-date");
        Checks checks = new Checks();
        assertThat(Form.day(checks, "f", text)).isEmpty();
        assertBad(checks::orThrow, "core.bad-date");
    }

    @Test
    void readsATimeOfVietnam() {
        assertThat(Form.time(form("2026-09-05T07:30"), "f")).contains(Instant.parse("2026-09-05T00:30:00Z"));
        assertThat(Form.time(form("5/9/2026 7:30"), "f")).contains(Instant.parse("2026-09-05T00:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-05",
                "2026-09-05T24:00",
                "2026-09-05T07:60",
                "2026-09-31T07:30",
                "+12026-09-05T07:30",
                "7:30"
            })
    void refusesWhatIsNoTime(String text) {
        assertBad(() -> Form.time(form(text), "f"), "core.bad-time");
    }

    @Test
    void readsANumber() {
        assertThat(Form.number(form(" 12 "), "f", 1, 12)).contains(12);
        assertThat(Form.number(form("-3"), "f", -3, 3)).contains(-3);
        assertThat(Form.number(form("007"), "f", 0, 12)).contains(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "13",
                "-1",
                "1.5",
                "1,5",
                "1e1",
                "0x1",
                "năm",
                "na\u0306m",
                "２",
                "2147483648",
                "9999999999999999999",
                "1 2"
            })
    void refusesWhatIsNoNumberWithinTheBounds(String text) {
        assertBad(() -> Form.number(form(text), "f", 1, 12), "core.bad-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void takesBlankForNothing(String text) {
        assertThat(Form.day(form(text), "f")).isEmpty();
        assertThat(Form.day(new Checks(), "f", text)).isEmpty();
        assertThat(Form.time(form(text), "f")).isEmpty();
        assertThat(Form.number(form(text), "f", 1, 2)).isEmpty();
        assertThat(Form.text(form(text), "f")).isEmpty();
        assertBad(() -> Form.requiredDay(form(text), "f"), "core.required");
    }

    @Test
    void refusesTextsThatAreFarTooLong() {
        String huge = "1".repeat(1_000_000);

        assertBad(() -> Form.day(form(huge), "f"), "core.bad-date");
        assertBad(() -> Form.time(form(huge), "f"), "core.bad-time");
        assertBad(() -> Form.number(form(huge), "f", 1, 2), "core.bad-number");
    }

    @Test
    void readsTheVersionThatTheFormWasMadeFrom() {
        assertThat(Form.version(request(Map.of("version", List.of("17"))))).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.0", "x", "99999999999999999999", " 1"})
    void takesABadVersionForAChangedThing(String text) {
        assertThatThrownBy(() -> Form.version(request(Map.of("version", List.of(text)))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        bad -> assertThat(bad.fields())
                                .containsExactly(new FieldError("version", "core.changed-meanwhile", List.of())));
    }

    @Test
    void readsChoices() {
        assertThat(Form.constant(Size.class, "LARGE")).contains(Size.LARGE);
        assertThat(Form.constant(Size.class, "large")).isEmpty();
        assertThat(Form.constant(Size.class, "")).isEmpty();
        assertThat(Form.texts(request(Map.of("f", List.of("a", "", " ", "b"))), "f"))
                .containsExactly("a", "b");
    }

    private static UiRequest form(String value) {
        return request(Map.of("f", List.of(value)));
    }

    private static UiRequest request(Map<String, List<String>> fields) {
        return (UiRequest) Proxy.newProxyInstance(
                FormTest.class.getClassLoader(), new Class<?>[] {UiRequest.class}, (proxy, method, args) -> {
                    List<String> values = fields.getOrDefault((String) args[0], List.of());
                    return method.getName().equals("formAll") ? values : String.join("", values);
                });
    }

    private static void assertBad(ThrowingCallable read, String code) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        bad -> assertThat(bad.fields()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo("f");
                            assertThat(error.code()).isEqualTo(code);
                        }));
    }
}
