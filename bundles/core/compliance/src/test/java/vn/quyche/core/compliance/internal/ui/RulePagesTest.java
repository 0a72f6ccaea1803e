package vn.quyche.core.compliance.internal.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.api.compliance.spi.DutyRule.Who;
import vn.quyche.core.api.compliance.spi.Schedule;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.NotFound;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.ui.View;
import vn.quyche.core.compliance.internal.service.Desk;
import vn.quyche.testkit.Asked;
import vn.quyche.testkit.KeyMessages;
import vn.quyche.testkit.OnEachDatabase;
import vn.quyche.testkit.TestCaller;
import vn.quyche.testkit.TestClock;
import vn.quyche.testkit.TestDatabase;

class RulePagesTest {

    private static final Caller HEAD = TestCaller.person("principal");
    private static final String CHECK = "mail.check";

    private final TestClock clock = TestClock.at("2026-09-01T08:00:00+07:00");
    private Desk desk;
    private RulePages pages;

    @OnEachDatabase
    void listsExportsAndShowsARule(TestDatabase db) {
        open(db);
        Page<?> page = (Page<?>) model(pages.list(Asked.of(HEAD))).get("page");
        assertThat(page.items()).hasSize(1);
        assertThat(((View.Table) pages.export(Asked.of(HEAD))).rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .contains(
                                "Kiểm tra hộp thư",
                                "post.RECORDS_CLERK",
                                "duty.schedule.school-days[07:30–08:00]",
                                "duty.rule.state.RUNS",
                                "03/09/2026 08:00"));
        assertThat(((View.Table) pages.export(Asked.of(HEAD, "state", "PAUSED"))).rows())
                .isEmpty();
        Map<String, Object> rule = model(pages.detail(Asked.of(HEAD, "id", CHECK)));
        assertThat((List<?>) rule.get("next"))
                .hasSize(10)
                .first()
                .satisfies(
                        next -> assertThat(((RulePages.NextRow) next).people()).isEqualTo("Lê Thị Lan"));
        assertThatThrownBy(() -> pages.detail(Asked.of(HEAD, "id", "mail.none")))
                .isInstanceOf(NotFound.class);
    }

    @OnEachDatabase
    void aScheduleIsPreviewedThenDecided(TestDatabase db) {
        open(db);
        assertThat(model(pages.scheduleForm(Asked.of(HEAD, "id", CHECK))))
                .containsEntry("kind", "DAILY")
                .containsEntry("fields", Map.of("windows", "07:30-08:00", "schoolDays", true));
        assertThat(model(pages.scheduleForm(Asked.of(HEAD, "id", CHECK, "kind", "MONTHLY"))))
                .containsEntry("kind", "MONTHLY")
                .containsEntry("fields", Map.of());

        Map<String, String> form = new HashMap<>(Map.of(
                "id", CHECK, "kind", "YEARLY", "yearDays", "30/6; 15/01", "due", "16:00", "validFrom", "2026-09-02"));
        form.put("preview", "true");
        List<?> preview = (List<?>) model(pages.schedule(new Asked(HEAD, form))).get("preview");
        assertThat(((RulePages.NextRow) preview.get(0)).next().day()).isEqualTo(LocalDate.of(2027, 1, 15));
        assertThat(desk.rules.get(HEAD, CHECK).schedules()).isEmpty();

        form.remove("preview");
        form.put("decision", "QĐ 12/QĐ-THTN");
        assertThat(((View.Redirect) pages.schedule(new Asked(HEAD, form))).messageKey())
                .isEqualTo("duty.rule.schedule-changed");
        assertThat(desk.rules.get(HEAD, CHECK).schedules().get(0).value()).isEqualTo("yearly on 01-15, 06-30 at 16:00");
    }

    @OnEachDatabase
    void everyKindOfScheduleIsEnteredAndWrongFieldsAreNamed(TestDatabase db) {
        open(db);
        Map<String, String> good = Map.of(
                "kind=DAILY&windows=07:00 – 07:30; 13:30-14:00&schoolDays=true",
                "daily 07:00-07:30, 13:30-14:00 on school days",
                "kind=EVERY_DAYS&days=15&first=2026-09-05&due=09:00",
                "every 15 days from 2026-09-05 at 09:00",
                "kind=MONTHLY&day=31&due=16:00",
                "monthly on 31 at 16:00",
                "kind=MONTH_END&due=16:00",
                "monthly on last school day at 16:00",
                "kind=IN_MONTH&month=5&due=16:00",
                "yearly in 05 at 16:00");
        good.forEach((fields, text) -> {
            Schedule schedule = ScheduleForm.read(asked(fields));
            assertThat(schedule.text()).isEqualTo(text);
            assertThat(ScheduleForm.kind(schedule).name())
                    .isEqualTo(fields.substring("kind=".length(), fields.indexOf('&')));
            assertThat(ScheduleForm.fields(schedule)).isNotEmpty();
        });
        Map<String, String> wrong = Map.of(
                "kind=SOMETIMES", "kind",
                "kind=DAILY&windows=08:00-07:00", "windows",
                "kind=DAILY&windows=", "windows",
                "kind=MONTHLY&day=32&due=16:00", "day",
                "kind=MONTHLY&day=1&due=25:00", "due",
                "kind=MONTH_END&due=", "due",
                "kind=YEARLY&yearDays=31/02&due=16:00", "yearDays",
                "kind=YEARLY&yearDays=&due=16:00", "yearDays",
                "kind=EVERY_DAYS&days=0&first=2026-09-05&due=09:00", "days",
                "kind=EVERY_DAYS&days=3&due=09:00", "first");
        wrong.forEach((fields, field) -> assertThatThrownBy(() -> ScheduleForm.read(asked(fields)))
                .as(fields)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        error -> assertThat(error.fields()).extracting("field").containsExactly(field)));
    }

    @OnEachDatabase
    void restsGoesOnAndEnds(TestDatabase db) {
        open(db);
        assertThat(model(pages.pauseForm(Asked.of(HEAD, "id", CHECK)))).containsEntry("action", "pause");
        pages.pause(Asked.of(HEAD, "id", CHECK, "validFrom", "2026-09-02", "lastDay", "", "reason", "Sửa máy"));
        pages.resume(Asked.of(HEAD, "id", CHECK, "validFrom", "2026-09-04", "reason", "Xong"));
        View ended = pages.end(Asked.of(HEAD, "id", CHECK, "validFrom", "2026-10-01", "reason", "Quy chế mới"));

        assertThat(((View.Redirect) ended).messageKey()).isEqualTo("duty.rule.ended");
        assertThat(desk.rules.get(HEAD, CHECK).changes()).hasSize(3);
        assertThatThrownBy(() -> pages.end(Asked.of(HEAD, "id", CHECK, "reason", "x")))
                .isInstanceOf(Invalid.class);
    }

    private void open(TestDatabase db) {
        desk = Desk.of(db, clock);
        desk.access.grant(HEAD, "duty:read", "regulation:edit");
        desk.directory.person("clerk", "Lê Thị Lan", Post.RECORDS_CLERK);
        desk.dutySources.add(() -> List.of(new DutyRule(
                CHECK,
                CHECK,
                "TA.3",
                "Kiểm tra hộp thư",
                new Who.Holders(Post.RECORDS_CLERK),
                Schedule.parse("daily 07:30-08:00 on school days"),
                "/mail",
                List.of(),
                Optional.empty())));
        pages = new RulePages(desk.rules, desk.directory, new KeyMessages(), clock);
    }

    private static Asked asked(String fields) {
        Map<String, String> form = new HashMap<>();
        for (String one : fields.split("&")) {
            form.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        return new Asked(HEAD, form);
    }

    private static Map<String, Object> model(View view) {
        return ((View.Template) view).model();
    }
}
