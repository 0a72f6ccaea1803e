package vn.quyche.core.compliance.internal.ui;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Holidays;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.ui.HomeCard;
import vn.quyche.core.api.ui.Messages;
import vn.quyche.core.api.ui.NavEntry;
import vn.quyche.core.api.ui.UiModule;
import vn.quyche.core.api.ui.UiPage;
import vn.quyche.core.compliance.internal.service.CompliancePermissions;
import vn.quyche.core.compliance.internal.service.RecurringRules;

/** What the bundle shows of duties and of the calendar that they follow. */
@Component(service = UiModule.class)
public final class DutyUi implements UiModule {

    private final DutyPages duties;
    private final RulePages rules;
    private final HolidayPages holidays;

    @Activate
    public DutyUi(
            @Reference Duties duties,
            @Reference RecurringRules rules,
            @Reference Holidays holidays,
            @Reference Directory directory,
            @Reference Messages messages,
            @Reference Clock clock) {
        this.duties = new DutyPages(duties, directory, messages, clock);
        this.rules = new RulePages(rules, directory, messages, clock);
        this.holidays = new HolidayPages(holidays, messages, clock);
    }

    @Override
    public String id() {
        return "duty";
    }

    @Override
    public List<NavEntry> nav() {
        return List.of(
                new NavEntry(NavEntry.Section.MY_WORK, 10, "/duty/duties", "duty.nav.mine", "list-task", ""),
                new NavEntry(
                        NavEntry.Section.MY_WORK,
                        20,
                        "/duty/all",
                        "duty.nav.all",
                        "clipboard-check",
                        CompliancePermissions.DUTY_READ),
                new NavEntry(
                        NavEntry.Section.SCHOOL,
                        78,
                        "/duty/rules",
                        "duty.nav.rules",
                        "arrow-repeat",
                        CompliancePermissions.DUTY_READ),
                new NavEntry(
                        NavEntry.Section.SCHOOL,
                        80,
                        "/duty/holidays",
                        "duty.nav.holidays",
                        "calendar-event",
                        CompliancePermissions.DUTY_CALENDAR));
    }

    @Override
    public List<UiPage> pages() {
        return List.of(
                UiPage.of("/duty/duties", "", duties::mine),
                UiPage.of("/duty/duties.csv", "", duties::exportMine),
                UiPage.of("/duty/month", "", duties::month),
                UiPage.of("/duty/all", CompliancePermissions.DUTY_READ, duties::all),
                UiPage.of("/duty/all.csv", CompliancePermissions.DUTY_READ, duties::exportAll),
                UiPage.form(
                        "/duty/all/excuse",
                        CompliancePermissions.DUTY_EXCUSE,
                        duties::excuseManyForm,
                        duties::excuseMany),
                UiPage.of("/duty/duties/{id}", "", duties::detail),
                UiPage.form(
                        "/duty/duties/{id}/excuse",
                        CompliancePermissions.DUTY_EXCUSE,
                        duties::excuseForm,
                        duties::excuse),
                UiPage.of("/duty/rules", CompliancePermissions.DUTY_READ, rules::list),
                UiPage.of("/duty/rules.csv", CompliancePermissions.DUTY_READ, rules::export),
                UiPage.of("/duty/rules/{id}", CompliancePermissions.DUTY_READ, rules::detail),
                UiPage.form(
                        "/duty/rules/{id}/schedule",
                        CompliancePermissions.REGULATION_EDIT,
                        rules::scheduleForm,
                        rules::schedule),
                UiPage.form(
                        "/duty/rules/{id}/pause",
                        CompliancePermissions.REGULATION_EDIT,
                        rules::pauseForm,
                        rules::pause),
                UiPage.form(
                        "/duty/rules/{id}/resume",
                        CompliancePermissions.REGULATION_EDIT,
                        rules::resumeForm,
                        rules::resume),
                UiPage.form("/duty/rules/{id}/end", CompliancePermissions.REGULATION_EDIT, rules::endForm, rules::end),
                UiPage.form("/duty/holidays", CompliancePermissions.DUTY_CALENDAR, holidays::list, holidays::add),
                UiPage.form(
                        "/duty/holidays/confirm",
                        CompliancePermissions.DUTY_CALENDAR,
                        holidays::confirmForm,
                        holidays::confirm),
                UiPage.form(
                        "/duty/holidays/working-day",
                        CompliancePermissions.DUTY_CALENDAR,
                        holidays::workingDayForm,
                        holidays::addWorkingDay),
                UiPage.of("/duty/holidays.csv", CompliancePermissions.DUTY_CALENDAR, holidays::export),
                UiPage.action(
                        "/duty/holidays/{day}/remove",
                        CompliancePermissions.DUTY_CALENDAR,
                        holidays::list,
                        holidays::remove));
    }

    @Override
    public List<HomeCard> cards() {
        return List.of(new HomeCard("now", 10, "", duties::card));
    }
}
