package vn.quyche.group.internal.service;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.compliance.MonthSpan;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.group.api.inspection.InspectedGroup;
import vn.quyche.group.internal.store.JpaInspectedStore;

/** What the superior authority sees of the inspections: the counts of signed reports. */
@Component(service = InspectedGroups.class)
public final class InspectedGroups {

    private final Access access;
    private final JpaInspectedStore store;

    @Activate
    public InspectedGroups(@Reference Access access, @Reference JpaInspectedStore store) {
        this.access = access;
        this.store = store;
    }

    /**
     * The signed reports whose period ends in some months, the last period first. Takes {@code group:collect}.
     *
     * @param from the first month, {@code 2026-11}
     * @param to the last month
     * @throws vn.quyche.core.api.error.Invalid as {@link MonthSpan#of} does
     */
    @Regulated("BC.7.2")
    public Page<InspectedGroup> collect(Caller caller, String from, String to, PageRequest page) {
        access.require(caller, GroupPermissions.COLLECT, Scope.school());
        return store.list(MonthSpan.of(from, to).days(), page);
    }
}
