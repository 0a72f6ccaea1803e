package vn.quyche.core.compliance.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Escalation;
import vn.quyche.core.api.compliance.spi.DutyRule;

class PackReaderTest {

    private static final String CLAUSE =
            "{'id':'BC.6.8','kind':'limit','summary':'Tối đa 10 ảnh','mechanism':'Từ chối ảnh thứ 11','citation':'Điều 6 khoản 8'}";
    private static final String PARAMETER = "{'key':'group.max-images','clause':'BC.6.8','type':'int','default':10,"
            + "'unit':'ảnh','title':'Số ảnh tối đa','min':1,'max':50}";

    @Test
    void readsClausesAndParameters() {
        Pack pack = read("{'clauses':[" + CLAUSE + "],'parameters':[" + PARAMETER + "]}");

        assertThat(pack.problems()).isEmpty();
        assertThat(pack.clauses())
                .containsExactly(new Clause(
                        "BC.6.8", "group", Clause.Kind.LIMIT, "Tối đa 10 ảnh", "Từ chối ảnh thứ 11", "Điều 6 khoản 8"));
        assertThat(pack.parameters()).singleElement().satisfies(rule -> {
            assertThat(rule.defaultValue()).isEqualTo("10");
            assertThat(rule.accepts("50")).isTrue();
            assertThat(rule.accepts("51")).isFalse();
            assertThat(rule.accepts("0")).isFalse();
            assertThat(rule.accepts("mười")).isFalse();
        });
    }

    @Test
    void leavesOutAnEntryThatStandsTwiceAndSaysSo() {
        Pack pack = read("{'clauses':[" + CLAUSE + "," + CLAUSE + "]}");

        assertThat(pack.clauses()).hasSize(1);
        assertThat(pack.problems()).containsExactly("clause BC.6.8 stands twice");
    }

    @Test
    void leavesOutWrongEntriesAndKeepsTheOthers() {
        String unknownType = PARAMETER.replace("'int'", "'float'").replace("max-images", "other");
        String badDefault = PARAMETER.replace("10", "99").replace("max-images", "third");
        String foreign = PARAMETER.replace("group.max-images", "mail.size");
        Pack pack = read("{'clauses':[" + CLAUSE.replace("limit", "wish") + "," + CLAUSE.replace("BC.6.8", "6.8")
                + "],'parameters':[" + unknownType + "," + badDefault + "," + foreign + "," + PARAMETER + "]}");

        assertThat(pack.clauses()).isEmpty();
        assertThat(pack.parameters()).extracting(ParameterRule::key).containsExactly("group.max-images");
        assertThat(pack.problems())
                .containsExactly(
                        "clause BC.6.8 has the unknown kind wish",
                        "clause 6.8 has no id of the catalogue",
                        "parameter group.other has the unknown type float",
                        "parameter group.third has a default that does not fit its type or limits",
                        "parameter mail.size must be called group.<name>");
    }

    @Test
    void namesFieldsThatItDoesNotKnow() {
        Pack pack = read("{'clauses':[" + CLAUSE.replace("'citation'", "'cite'") + "],'parametres':[]}");

        assertThat(pack.problems())
                .containsExactly("the pack has unknown fields [parametres]", "clause BC.6.8 has unknown fields [cite]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{'clauses':{}}", "{} {}", "{'clauses':[],'clauses':[]}", "\u0000"})
    void saysWhatIsWrongWithWhatIsNoPack(String json) {
        Pack pack = read(json);

        assertThat(pack.problems()).hasSize(1);
        assertThat(pack.clauses()).isEmpty();
    }

    @Test
    void refusesAPackThatIsTooLarge() {
        assertThat(PackReader.read("group", new byte[PackReader.MAX_BYTES + 1]).problems())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT4H", "P1D"})
    void acceptsDurations(String value) {
        assertThat(ParameterType.DURATION.accepts(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4h", "", "PT-4H", "-PT4H", "P1Y"})
    void refusesWhatIsNoDuration(String value) {
        assertThat(ParameterType.DURATION.accepts(value)).isFalse();
    }

    @Test
    void limitsDurationsAndListsOfNumbers() {
        String wait = PARAMETER
                .replace("max-images", "wait")
                .replace("'int'", "'duration'")
                .replace("'default':10", "'default':'PT4H'")
                .replace("'min':1,'max':50", "'min':'PT1H','max':'P2D'");
        String alerts = PARAMETER
                .replace("max-images", "alerts")
                .replace("'int'", "'numbers'")
                .replace("'default':10", "'default':'9, 3'");
        String wrong = wait.replace("wait", "wrong").replace("'PT1H'", "1");
        Pack pack = read("{'parameters':[" + wait + "," + alerts + "," + wrong + "]}");

        assertThat(pack.problems()).containsExactly("parameter group.wrong has a limit that is no such value");
        ParameterRule duration = pack.parameters().get(0);
        assertThat(List.of("PT1H", "PT48H", "P2D")).allMatch(duration::accepts);
        assertThat(List.of("PT59M", "P3D", "PT0S", "1")).noneMatch(duration::accepts);
        ParameterRule numbers = pack.parameters().get(1);
        assertThat(List.of("1", "50,1", "9, 3")).allMatch(numbers::accepts);
        assertThat(List.of("", "9,", "0", "51", "9;3", "9, ba")).noneMatch(numbers::accepts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/09", "29/02", "01/12"})
    void acceptsDays(String value) {
        assertThat(ParameterType.DAY.accepts(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"45/99", "30/02", "31/04", "1/9", "30-09", "30/09/2026", ""})
    void refusesWhatIsNoDay(String value) {
        assertThat(ParameterType.DAY.accepts(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "6:00", "06:00:30", "sáu giờ", ""})
    void refusesWhatIsNoTime(String value) {
        assertThat(ParameterType.TIME.accepts(value)).isFalse();
    }

    @Test
    void theOwnPackIsRight() throws IOException {
        Pack pack =
                PackReader.read("compliance", Files.readAllBytes(Path.of("src/main/resources/regulation/pack.json")));

        assertThat(pack.problems()).isEmpty();
        assertThat(pack.parameters()).isNotEmpty();
    }

    private static Pack read(String json) {
        return PackReader.read("group", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsDutiesThatComeAgainAndLeavesOutThoseThatItCannotRead() {
        String right = """
                {"id": "camera.review", "clause": "TC.5.2", "title": "Kiểm tra hình ảnh", "post": "HEAD_OF_GUARDS",
                 "schedule": "every 15 days from 2026-09-05 at 09:00", "link": "/camera/reviews",
                 "remind": ["P1D", "PT2H"], "escalate": ["leader", "office after P1D"]}""";
        Pack pack = PackReader.read(
                "camera",
                ("{\"duties\": [" + right + ", "
                                + right.replace("camera.review", "camera.other").replace("every 15", "every 0") + ", "
                                + right.replace("camera.review", "mail.other") + ", "
                                + right.replace("camera.review", "camera.third").replace("leader", "nobody") + ", "
                                + right.replace("camera.review", "camera.fourth")
                                        .replace("PT2H", "2 hours") + "]}")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(pack.duties()).extracting(DutyRule::id).containsExactly("camera.review");
        DutyRule rule = pack.duties().get(0);
        assertThat(rule.kind()).isEqualTo("camera.review");
        assertThat(rule.schedule().text()).isEqualTo("every 15 days from 2026-09-05 at 09:00");
        assertThat(rule.escalations()).extracting(Escalation::text).containsExactly("leader", "office after PT24H");
        assertThat(pack.problems()).hasSize(4);
    }
}
