package vn.quyche.group.internal.service;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Refused;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.members.PostingPolicy;
import vn.quyche.group.internal.store.JpaPostingStore;

/** Whether somebody may post in a group: by what holds in the group that day, and not while the right is withdrawn. */
@Component(service = PostingGuard.class)
public final class PostingGuard {

    private final JpaPostingStore posting;
    private final GroupSight sight;

    @Activate
    public PostingGuard(@Reference JpaPostingStore posting, @Reference GroupSight sight) {
        this.posting = posting;
        this.sight = sight;
    }

    /** Who may post in a group on a day. */
    PostingPolicy policy(String groupId, LocalDate day) {
        return posting.policy(groupId, day);
    }

    /** Whether somebody may post in a group today. */
    boolean allows(MessagingGroup group, String personId) {
        return refusal(group, personId).isEmpty();
    }

    /** @throws Refused MT.12.1 with what stands against it */
    @Regulated("MT.12.1")
    void require(MessagingGroup group, String personId) {
        refusal(group, personId).ifPresent(refused -> {
            throw refused;
        });
    }

    @Regulated("MT.12.1")
    private Optional<Refused> refusal(MessagingGroup group, String personId) {
        LocalDate today = sight.today();
        PostingPolicy policy = posting.policy(group.id(), today);
        boolean allowed = switch (policy) {
            case NAMED -> sight.roles().mayPost(group, personId);
            case LEADERS -> sight.roles().mayPostForLeader(group, personId);
            case EVERYONE ->
                sight.roles().mayPost(group, personId)
                        || sight.membership().ids(group.rule()).contains(personId);
            case READ_ONLY -> false;
        };
        if (!allowed) {
            String code = policy == PostingPolicy.NAMED ? "group.not-a-poster" : "group.not-a-poster." + policy;
            return Optional.of(new Refused("MT.12.1", code, group.name()));
        }
        return posting.withdrawn(group.id(), personId, today)
                .map(until -> new Refused("MT.12.1", "group.posting-withdrawn", group.name(), VietnamTime.day(until)));
    }
}
