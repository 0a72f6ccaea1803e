package vn.quyche.core.compliance.internal.service;

import java.util.List;
import vn.quyche.core.api.compliance.DaySpan;
import vn.quyche.core.compliance.internal.model.RegulationArticle;

/**
 * A regulation that is judged: the school's own, or a pack that it has not adopted.
 *
 * @param id its id, or the code of the pack
 * @param title its title
 * @param adopted whether it is the school's own
 * @param held what held when, in the order of time
 */
record JudgedRegulation(String id, String title, boolean adopted, List<Held> held) {

    /** The articles that held on some days. */
    record Held(DaySpan days, List<RegulationArticle> articles) {

        boolean has(String clause) {
            return articles.stream()
                    .anyMatch(article -> article.clauses().stream()
                            .anyMatch(place -> place.clause().equals(clause)));
        }
    }

    /** The articles that held last. */
    List<RegulationArticle> articles() {
        return held.get(held.size() - 1).articles();
    }
}
