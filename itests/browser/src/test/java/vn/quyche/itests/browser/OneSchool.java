package vn.quyche.itests.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all tests the same school and the same browser; skips each of them by name where there is no browser. */
final class OneSchool implements ParameterResolver, ExecutionCondition {

    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(OneSchool.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            return ConditionEvaluationResult.enabled("asked for each test");
        }
        return Chromium.missing()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("a browser is there"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == DemoSchool.class || type == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store = context.getRoot().getStore(SHARED);
        DemoSchool school = store.getOrComputeIfAbsent("school", key -> new DemoSchool(), DemoSchool.class);
        return parameter.getParameter().getType() == DemoSchool.class
                ? school
                : store.getOrComputeIfAbsent("browser", key -> new Chromium(school.process.uri("/")), Chromium.class);
    }
}
