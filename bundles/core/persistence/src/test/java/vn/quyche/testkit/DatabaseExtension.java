package vn.quyche.testkit;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test on each database. */
final class DatabaseExtension implements TestTemplateInvocationContextProvider {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(DatabaseExtension.class);

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return Stream.of(
                new Run("Derby", List.of(new Database(TestDatabase::derby))),
                new Run("PostgreSQL", List.of(new PostgresInstalled(), new Database(TestDatabase::postgres))));
    }

    private record Run(String database, List<Extension> extensions) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return database;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return extensions;
        }
    }

    private record PostgresInstalled() implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return PostgresServer.installed()
                    ? ConditionEvaluationResult.enabled("PostgreSQL is installed")
                    : ConditionEvaluationResult.disabled("PostgreSQL is not installed: apt-get install postgresql");
        }
    }

    /** Opens the database when it is asked for; JUnit's store closes it after the test. */
    private record Database(Supplier<TestDatabase> open) implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(NAMESPACE).getOrComputeIfAbsent(TestDatabase.class, type -> open.get());
        }
    }
}
