package vn.quyche.core.compliance.internal.model;

import java.util.List;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.spi.DutyRule;

/**
 * What a bundle declares in its {@code regulation/pack.json}.
 *
 * @param domain the bundle
 * @param clauses the clauses that it carries out
 * @param parameters the parameters that its guards and duties use
 * @param duties the duties that come again
 * @param problems what is wrong with the pack, one line each; entries that are wrong are left out
 */
public record Pack(
        String domain,
        List<Clause> clauses,
        List<ParameterRule> parameters,
        List<DutyRule> duties,
        List<String> problems) {

    public Pack {
        clauses = List.copyOf(clauses);
        parameters = List.copyOf(parameters);
        duties = List.copyOf(duties);
        problems = List.copyOf(problems);
    }
}
