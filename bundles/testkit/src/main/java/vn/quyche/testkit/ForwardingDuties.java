package vn.quyche.testkit;

import java.util.Collection;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.compliance.Duties;
import vn.quyche.core.api.compliance.Duty;
import vn.quyche.core.api.compliance.NewDuty;
import vn.quyche.core.api.security.Caller;

/** Duties that hand everything on, for tests that look at a part of it or let it fail. */
public abstract class ForwardingDuties implements Duties {

    private final Duties duties;

    protected ForwardingDuties(Duties duties) {
        this.duties = duties;
    }

    @Override
    public void assign(Collection<NewDuty> wanted) {
        duties.assign(wanted);
    }

    @Override
    public void done(String key, String evidence) {
        duties.done(key, evidence);
    }

    @Override
    public void withdraw(String subjectType, String subjectId, String reason) {
        duties.withdraw(subjectType, subjectId, reason);
    }

    @Override
    public void withdraw(String key, String reason) {
        duties.withdraw(key, reason);
    }

    @Override
    public void passOn(String key, String newKey, String personId, String reason) {
        duties.passOn(key, newKey, personId, reason);
    }

    @Override
    public void tellInstead(String subjectType, String subjectId, String personId, String insteadId) {
        duties.tellInstead(subjectType, subjectId, personId, insteadId);
    }

    @Override
    public Page<Duty> list(Caller caller, Query query, PageRequest page) {
        return duties.list(caller, query, page);
    }

    @Override
    public Duty get(Caller caller, String dutyId) {
        return duties.get(caller, dutyId);
    }

    @Override
    public Duty excuse(Caller caller, String dutyId, String reason) {
        return duties.excuse(caller, dutyId, reason);
    }

    @Override
    public Excused excuseAll(Caller caller, Collection<String> dutyIds, String reason) {
        return duties.excuseAll(caller, dutyIds, reason);
    }

    @Override
    public Excused excuseAll(Caller caller, Query query, String reason) {
        return duties.excuseAll(caller, query, reason);
    }

    @Override
    public Count count(String personId) {
        return duties.count(personId);
    }
}
