package vn.quyche.core.compliance.internal.model;

import java.util.List;
import vn.quyche.core.api.compliance.Clause;

/**
 * What a bundle declares in its {@code regulation/pack.json}.
 *
 * @param domain the bundle
 * @param clauses the clauses that it carries out
 * @param parameters the parameters that its guards and duties use
 * @param problems what is wrong with the pack, one line each; entries that are wrong are left out
 */
public record Pack(String domain, List<Clause> clauses, List<ParameterRule> parameters, List<String> problems) {

    public Pack {
        clauses = List.copyOf(clauses);
        parameters = List.copyOf(parameters);
        problems = List.copyOf(problems);
    }
}
