package vn.quyche.group.internal.ui;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import vn.quyche.core.api.security.Caller;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.Attestation;
import vn.quyche.group.api.members.Declarations;
import vn.quyche.group.api.members.Vacancies;

/** What lists and the page of a group flag: an overdue list of members, nobody who answers for the group. */
final class GroupFlags {

    private final Declarations declarations;
    private final Vacancies vacancies;

    GroupFlags(Declarations declarations, Vacancies vacancies) {
        this.declarations = declarations;
        this.vacancies = vacancies;
    }

    /** What a list shows: attestations by group, and the ids of groups with a vacancy. */
    Map<String, Object> ofAll(Caller caller, Collection<MessagingGroup> groups) {
        Map<String, Attestation> attestations = declarations.attestations(caller, groups);
        Set<String> vacant = vacancies.among(caller, groups);
        return Map.of("attestations", attestations, "vacant", vacant);
    }

    /** What the page of a group shows. */
    void put(Caller caller, String groupId, Map<String, Object> model) {
        declarations.attestation(caller, groupId).ifPresent(attestation -> model.put("attestation", attestation));
        model.put("vacancies", vacancies.of(caller, groupId));
    }
}
