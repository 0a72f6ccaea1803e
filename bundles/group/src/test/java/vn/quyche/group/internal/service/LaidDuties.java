package vn.quyche.group.internal.service;

import java.util.Collection;
import java.util.List;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.testkit.ForwardingDuties;

/** Duties that remember how they were laid, steps of lateness included. */
final class LaidDuties extends ForwardingDuties {

    private final List<NewDuty> laid;

    LaidDuties(Duties duties, List<NewDuty> laid) {
        super(duties);
        this.laid = laid;
    }

    @Override
    public void assign(Collection<NewDuty> assigned) {
        laid.addAll(assigned);
        super.assign(assigned);
    }
}
