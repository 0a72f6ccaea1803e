package vn.quyche.core.compliance.internal.service;

import vn.quyche.core.api.compliance.spi.DutyRule;
import vn.quyche.core.compliance.internal.model.ParameterRule;
import vn.quyche.core.compliance.internal.model.ParameterType;

/** The schedule of a recurring rule as a parameter that the school decides. */
final class ScheduleParameter {

    private static final String SUFFIX = ".schedule";

    private ScheduleParameter() {}

    /** The key of the parameter of a rule. */
    static String key(String ruleId) {
        return ruleId + SUFFIX;
    }

    /** The parameter of a rule. */
    static ParameterRule of(DutyRule rule) {
        return new ParameterRule(
                key(rule.id()),
                rule.clause(),
                ParameterType.SCHEDULE,
                rule.schedule().text(),
                "",
                "Lịch: " + rule.title(),
                "",
                "");
    }
}
