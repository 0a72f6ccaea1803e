package vn.quyche.core.compliance.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Parameter;
import vn.quyche.core.api.compliance.ParameterValues.Value;
import vn.quyche.core.api.compliance.QuietHours;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.web.HealthCheck;
import vn.quyche.core.compliance.internal.job.RememberClausesJob;
import vn.quyche.core.compliance.internal.model.Pack;
import vn.quyche.core.compliance.internal.model.PackReader;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class RegulationsTest {

    private static final Caller PRINCIPAL = TestCaller.person("principal");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);
    private static final String FROM = "compliance.quiet-from";

    private final TestClock clock = TestClock.at("2026-10-05T08:00:00+07:00");

    @OnEachDatabase
    @Regulated("BC.7.4")
    void thePastIsJudgedByTheRulesOfItsDay(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(PRINCIPAL, "regulation:edit", "regulation:read");
        assertThat(desk.regulations.text(FROM, TODAY)).isEqualTo("21:00");

        desk.values.set(PRINCIPAL, FROM, "20:00", TODAY.plusDays(10), "12/QĐ-THTA ngày 05/10/2026");
        desk.values.set(PRINCIPAL, FROM, "22:00", TODAY.plusDays(20), "13/QĐ-THTA ngày 05/10/2026");

        assertThat(desk.regulations.text(FROM, TODAY)).isEqualTo("21:00");
        assertThat(desk.regulations.text(FROM, TODAY.plusDays(9))).isEqualTo("21:00");
        assertThat(desk.regulations.text(FROM, TODAY.plusDays(10))).isEqualTo("20:00");
        assertThat(desk.regulations.text(FROM, TODAY.plusDays(19))).isEqualTo("20:00");
        assertThat(desk.regulations.text(FROM, TODAY.plusYears(1))).isEqualTo("22:00");
        assertThat(desk.values.history(PRINCIPAL, FROM))
                .extracting(Value::value, Value::decision, Value::enteredBy)
                .containsExactly(
                        tuple("22:00", "13/QĐ-THTA ngày 05/10/2026", "principal"),
                        tuple("20:00", "12/QĐ-THTA ngày 05/10/2026", "principal"));
        assertThat(desk.acts.done()).extracting(act -> act.action()).containsOnly("compliance.set-parameter");
        assertThat(desk.restarted().regulations.text(FROM, TODAY.plusDays(15))).isEqualTo("20:00");
    }

    @OnEachDatabase
    void aSecondValueForTheSameDayReplacesTheFirst(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(PRINCIPAL, "regulation:edit", "regulation:read");
        Value first = desk.values.set(PRINCIPAL, FROM, "20:00", TODAY, "12/QĐ-THTA");
        Value second = desk.values.set(PRINCIPAL, FROM, "20:30", TODAY, "12/QĐ-THTA");

        assertThat(desk.regulations.text(FROM, TODAY)).isEqualTo("20:30");
        assertThat(desk.values.history(PRINCIPAL, FROM)).hasSize(1);
        assertThat(desk.acts.lastDone().before()).isEqualTo(first);
        assertThat(desk.acts.lastDone().after()).isEqualTo(second);
    }

    @OnEachDatabase
    void refusesValuesThatMakeNoSense(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        Caller teacher = TestCaller.person("teacher");
        desk.access.grant(PRINCIPAL, "regulation:edit");

        assertThatThrownBy(() -> desk.values.set(teacher, FROM, "20:00", TODAY, "12/QĐ"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.values.history(teacher, FROM)).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> desk.values.set(PRINCIPAL, "no.such", "1", TODAY, "12/QĐ"))
                .isInstanceOf(NotFound.class);
        for (String value : List.of("", "25:00", "tám giờ", "20:00:00", "\ud800", "x".repeat(3000))) {
            assertThatThrownBy(() -> desk.values.set(PRINCIPAL, FROM, value, TODAY, "12/QĐ"))
                    .isInstanceOf(Invalid.class);
        }
        assertThatThrownBy(() -> desk.values.set(PRINCIPAL, FROM, null, TODAY, "12/QĐ"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.values.set(PRINCIPAL, FROM, "20:00", TODAY.minusDays(1), "12/QĐ"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.values.set(PRINCIPAL, FROM, "20:00", LocalDate.MAX, "12/QĐ"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.values.set(PRINCIPAL, FROM, "20:00", null, "12/QĐ"))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.values.set(PRINCIPAL, FROM, "20:00", TODAY, ""))
                .isInstanceOf(Invalid.class);
        assertThat(desk.regulations.text(FROM, TODAY)).isEqualTo("21:00");
    }

    @OnEachDatabase
    @Regulated("BC.7.4")
    void aValueOutsideOfTheLimitsIsRefusedWithThemAndTheClause(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        desk.access.grant(PRINCIPAL, "regulation:edit", "regulation:read");
        for (String value : List.of("0", "10000", "-1", "61")) {
            assertThatThrownBy(
                            () -> desk.values.set(PRINCIPAL, "compliance.acknowledge-days", value, TODAY, "12/QĐ-THTA"))
                    .as(value)
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            refused -> assertThat(refused.fields())
                                    .singleElement()
                                    .satisfies(error -> {
                                        assertThat(error.field()).isEqualTo("value");
                                        assertThat(error.code()).isEqualTo("compliance.out-of-limits-of");
                                        assertThat(error.args()).startsWith("1", "60", "ngày làm việc");
                                        assertThat(error.args().get(3).toString())
                                                .startsWith("Điều");
                                    }));
        }
        for (String value : List.of("mười", "1.5", "99999999999", "")) {
            assertThatThrownBy(
                            () -> desk.values.set(PRINCIPAL, "compliance.acknowledge-days", value, TODAY, "12/QĐ-THTA"))
                    .as(value)
                    .isInstanceOfSatisfying(
                            Invalid.class,
                            refused -> assertThat(refused.fields())
                                    .extracting(error -> error.code())
                                    .containsExactly("compliance.bad-value.int"));
        }
        assertThatThrownBy(() -> desk.values.set(PRINCIPAL, "compliance.second-term-from", "45/99", TODAY, "12/QĐ"))
                .isInstanceOf(Invalid.class);
        assertThat(desk.values
                        .set(PRINCIPAL, "compliance.second-term-from", "12/01", TODAY, "12/QĐ")
                        .value())
                .isEqualTo("12/01");
        assertThat(desk.values
                        .set(PRINCIPAL, "compliance.acknowledge-days", "60", TODAY, "12/QĐ")
                        .value())
                .isEqualTo("60");
        assertThat(desk.regulations.parameters(TODAY))
                .filteredOn(one -> one.key().equals("compliance.acknowledge-days"))
                .singleElement()
                .satisfies(one -> assertThat(one.max()).isEqualTo("60"));
    }

    @OnEachDatabase
    void answersByType(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        PackRegulations regulations = regulations(
                desk,
                pack(
                        "mail",
                        "'parameters':[" + parameter("mail.size", "int", "10") + ","
                                + parameter("mail.wait", "duration", "PT4H") + ","
                                + parameter("mail.strict", "bool", "true")
                                + "," + parameter("mail.domain", "text", "thta.edu.vn") + "]"));

        assertThat(regulations.intValue("mail.size", TODAY)).isEqualTo(10);
        assertThat(regulations.duration("mail.wait", TODAY)).isEqualTo(Duration.ofHours(4));
        assertThat(regulations.flag("mail.strict", TODAY)).isTrue();
        assertThat(regulations.text("mail.domain", TODAY)).isEqualTo("thta.edu.vn");
        assertThat(regulations.parameters(TODAY))
                .extracting(Parameter::key)
                .containsExactly("mail.domain", "mail.size", "mail.strict", "mail.wait");
        assertThatThrownBy(() -> regulations.text("mail.other", TODAY)).isInstanceOf(IllegalArgumentException.class);
    }

    @OnEachDatabase
    void twoPacksThatDeclareTheSameAreAFaultAndTheOthersGoOn(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        Pack group = pack("group", "'clauses':[" + clause("BC.6.8") + "," + clause("BC.6.3") + "]");
        Pack mail = pack("mail", "'clauses':[" + clause("BC.6.8") + "," + clause("TA.3") + "]");
        Pack broken = PackReader.read("portal", "no json".getBytes(StandardCharsets.UTF_8));
        PackRegulations regulations = regulations(desk, mail, broken, group);

        assertThat(regulations.clauses())
                .extracting(Clause::id, Clause::domain)
                .containsExactly(tuple("BC.6.3", "group"), tuple("BC.6.8", "group"), tuple("TA.3", "mail"));
        assertThat(regulations.check().status()).isEqualTo(HealthCheck.Status.WARN);
        assertThat(regulations.check().detail()).contains("2 lỗi");
        assertThat(desk.regulations.check().status()).isEqualTo(HealthCheck.Status.OK);
    }

    @OnEachDatabase
    void aClauseWhoseBundleWentAwayIsShownAsMissing(TestDatabase db) {
        Desk desk = Desk.of(db, clock);
        Pack group = pack("group", "'clauses':[" + clause("BC.6.10") + "," + clause("BC.6.8") + "]");
        Pack mail = pack("mail", "'clauses':[" + clause("TA.3") + "]");
        new RememberClausesJob(desk.regulationStore, regulations(desk, group, mail), desk.unit.tx()).run();

        PackRegulations without = regulations(desk, mail);
        RememberClausesJob job = new RememberClausesJob(desk.regulationStore, without, desk.unit.tx());
        job.run();
        job.run();

        assertThat(without.clause("BC.6.8")).isEmpty();
        assertThat(without.absentClauses()).extracting(Clause::id).containsExactly("BC.6.8", "BC.6.10");
        assertThat(regulations(desk, group, mail).absentClauses()).isEmpty();
    }

    @OnEachDatabase
    void knowsTheQuietHours(TestDatabase db) {
        Desk desk = Desk.of(db, clock);

        assertThat(desk.regulations.quietHours(Instant.now(clock)))
                .isEqualTo(new QuietHours(LocalTime.of(21, 0), LocalTime.of(6, 0)));
    }

    private PackRegulations regulations(Desk desk, Pack... packs) {
        return new PackRegulations(List.of(packs), desk.regulationStore, clock);
    }

    private static Pack pack(String domain, String body) {
        return PackReader.read(domain, ("{" + body + "}").replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String clause(String id) {
        return "{'id':'" + id + "','kind':'guard','summary':'s','mechanism':'m','citation':''}";
    }

    private static String parameter(String key, String type, String value) {
        return "{'key':'" + key + "','type':'" + type + "','default':'" + value + "','title':'t'}";
    }
}
