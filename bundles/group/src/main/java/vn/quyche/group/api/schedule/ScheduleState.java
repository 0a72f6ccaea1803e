package vn.quyche.group.api.schedule;

/** Where a planned issue stands; once issued, the plan is gone. */
public enum ScheduleState {
    WAITING,
    /** Something refused the directive at its moment; it is a draft as before. */
    FAILED
}
