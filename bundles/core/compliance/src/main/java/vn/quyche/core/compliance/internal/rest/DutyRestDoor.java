package vn.quyche.core.compliance.internal.rest;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.DutySummaries;
import vn.quyche.core.api.compliance.Holidays;
import vn.quyche.core.api.web.RestDoor;
import vn.quyche.core.compliance.internal.service.RecurringRules;

/** Opens the REST door of duties. */
@Component
public final class DutyRestDoor implements RestDoor {

    private final List<Object> resources;

    @Activate
    public DutyRestDoor(
            @Reference Duties duties,
            @Reference DutySummaries summaries,
            @Reference RecurringRules rules,
            @Reference Holidays holidays,
            @Reference Clock clock) {
        resources = List.of(
                new DutyResource(duties),
                new DutySummaryResource(summaries),
                new RuleResource(rules),
                new CalendarResource(holidays, clock));
    }

    @Override
    public String domain() {
        return "duty";
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}
