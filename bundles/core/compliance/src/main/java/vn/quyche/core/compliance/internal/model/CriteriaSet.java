package vn.quyche.core.compliance.internal.model;

import java.util.List;
import java.util.Optional;

/**
 * Criteria by which somebody outside rates the school, tied to clauses so that the same evidence serves.
 *
 * @param code its code
 * @param title its title
 * @param act the act that sets them
 * @param note where the texts come from, and what is not certain about them
 * @param checked whether somebody compared the texts with the act
 * @param groups their groups
 * @param criteria the criteria in order
 */
public record CriteriaSet(
        String code,
        String title,
        String act,
        String note,
        boolean checked,
        List<Group> groups,
        List<Criterion> criteria) {

    public CriteriaSet {
        groups = List.copyOf(groups);
        criteria = List.copyOf(criteria);
    }

    /**
     * A group.
     *
     * @param points the most points that it gives
     */
    public record Group(String id, String title, int points) {}

    /**
     * A criterion.
     *
     * @param id its number
     * @param group its group
     * @param text what it is about
     * @param points the most points; empty when it gives none or they are not known
     * @param mandatory whether nothing counts without it
     * @param clauses the clauses whose evidence serves; none when the school proves it otherwise
     */
    public record Criterion(
            String id, String group, String text, Optional<Integer> points, boolean mandatory, List<String> clauses) {

        public Criterion {
            clauses = List.copyOf(clauses);
        }
    }
}
