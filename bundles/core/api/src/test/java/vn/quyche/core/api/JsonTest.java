package vn.quyche.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {

    private record Row(
            String name, int count, Optional<String> phone, LocalDate day, List<String> tags, String password) {}

    @Test
    void writesARecordInTheOrderOfItsFields() {
        Row row = new Row("Lê Thị Ánh", 3, Optional.of("0912"), LocalDate.of(2026, 9, 5), List.of("a", "b"), null);
        assertThat(Json.of(row))
                .isEqualTo(
                        "{\"name\":\"Lê Thị Ánh\",\"count\":3,\"phone\":\"0912\",\"day\":\"2026-09-05\",\"tags\":[\"a\",\"b\"]}");
    }

    @Test
    void leavesOutWhatIsEmpty() {
        assertThat(Json.of(new Row(null, 0, Optional.empty(), null, List.of(), null)))
                .isEqualTo("{\"count\":0,\"tags\":[]}");
    }

    @Test
    void hidesTheValuesOfNamesThatMustNotBeWritten() {
        String json = Json.of(new Row("x", 1, Optional.empty(), null, List.of(), "mật khẩu"), "password"::equals);
        assertThat(json).contains("\"password\":\"***\"").doesNotContain("mật khẩu");
    }

    @Test
    void escapesQuotesControlsAndLoneSurrogates() {
        assertThat(Json.of("\"\\\n\u0000\ud800x😀")).isEqualTo("\"\\\"\\\\\\n\\u0000\\ud800x😀\"");
    }

    @Test
    void writesNumbersThatJsonDoesNotKnowAsText() {
        assertThat(Json.of(Arrays.asList(1.5, Double.NaN, null, true))).isEqualTo("[1.5,\"NaN\",null,true]");
    }

    @Test
    void tellsAnArrayOfBytesByItsLengthOnly() {
        assertThat(Json.of(new byte[3])).isEqualTo("\"byte[3]\"");
    }

    @Test
    void keepsTheOrderOfAMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("z", 1);
        map.put("a", new String[] {"x", null});
        assertThat(Json.of(map)).isEqualTo("{\"z\":1,\"a\":[\"x\",null]}");
    }

    @Test
    void refusesWhatContainsItself() {
        Map<String, Object> map = new HashMap<>();
        map.put("self", map);
        assertThatThrownBy(() -> Json.of(map)).isInstanceOf(IllegalArgumentException.class);
    }
}
