package vn.quyche.itests.kit;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives all tests that ask for a {@link SmallSchool} the same one, started for the first and stopped after the last. */
public final class SharedSchool implements ParameterResolver {

    /** Tests ask every door with every role: more requests than one account or address may send in a minute. */
    private static final String ROOMY = "account.per.minute = 1000000\naddress.per.minute = 1000000\n";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SmallSchool.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedSchool.class))
                .getOrComputeIfAbsent(
                        "school",
                        key -> SmallSchool.in(AssemblyProcess.named("shared")
                                .empty()
                                .configured("vn.quyche.core.web.cfg", ROOMY)
                                .start()));
    }
}
