package vn.quyche.core.compliance.internal.service;

import java.util.List;
import java.util.Optional;
import vn.quyche.core.api.compliance.Clause.Kind;
import vn.quyche.core.api.compliance.Parameter;
import vn.quyche.core.compliance.internal.model.Judgement;
import vn.quyche.core.compliance.internal.model.Tally;
import vn.quyche.core.compliance.internal.model.Trend;

/**
 * How a clause of an article stands in a period.
 *
 * @param regulation the regulation: its id, or the code of its pack while the school has not adopted it
 * @param article the article, named as its regulation numbers it
 * @param chapter its chapter, may be empty
 * @param articleTitle its title
 * @param clause the clause; empty for an article that names none
 * @param summary what it asks for
 * @param bundle the bundle that carries it out; empty when nobody knows one
 * @param kind how it is carried out; empty when nobody knows
 * @param installed whether a running bundle carries it out
 * @param mechanism what the platform does for it
 * @param parameters its parameters with their values at the end of the period
 * @param tally what happened
 * @param judgement the verdict
 * @param trend compared with the time before
 */
public record StandingLine(
        String regulation,
        String article,
        String chapter,
        String articleTitle,
        String clause,
        String summary,
        String bundle,
        Optional<Kind> kind,
        boolean installed,
        String mechanism,
        List<Parameter> parameters,
        Tally tally,
        Judgement judgement,
        Trend trend) {}
