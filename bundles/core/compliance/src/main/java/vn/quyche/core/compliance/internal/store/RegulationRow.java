package vn.quyche.core.compliance.internal.store;

import java.util.Optional;

/**
 * A regulation of the school over all its editions.
 *
 * @param id its id
 * @param origin the code of the pack that it came from, its own id when it came from none: one regulation per origin
 * @param title its title in the latest edition
 * @param shortTitle how citations name it
 * @param draftId the edition that is being drafted; one at a time
 * @param version counts changes of draft and decision
 */
public record RegulationRow(
        String id, String origin, String title, String shortTitle, Optional<String> draftId, long version) {}
