package vn.quyche.core.compliance.internal.service;

import java.util.Collection;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.testkit.ForwardingDuties;

/** Duties of a node whose power is cut after some calls that lay duties. */
final class Half extends ForwardingDuties {

    private final int[] left;

    Half(Duties duties, int[] left) {
        super(duties);
        this.left = left;
    }

    @Override
    public void assign(Collection<NewDuty> wanted) {
        if (--left[0] < 0) {
            throw new IllegalStateException("power cut");
        }
        super.assign(wanted);
    }
}
