package vn.quyche.core.directory.internal.service;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.error.Forbidden;
import vn.quyche.core.api.security.Access;
import vn.quyche.core.api.security.Caller;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.directory.internal.model.Snapshot;

/** What a caller may see of people; made once per call. */
final class Sight {

    private static final Set<Post> SENSITIVE_POSTS = Set.of(Post.PARTY_SECRETARY, Post.UNION_CHAIR);

    private final Optional<String> self;
    private final boolean personalOfAll;
    private final Set<String> personalUnits = new HashSet<>();
    private final boolean sensitiveOfAll;
    private final Snapshot snapshot;
    private final LocalDate today;

    private Sight(Access access, Caller caller, Snapshot snapshot, LocalDate today) {
        this.self = caller.personId();
        this.snapshot = snapshot;
        this.today = today;
        this.personalOfAll = access.allows(caller, DirectoryPermissions.READ_PERSONAL, Scope.school());
        this.sensitiveOfAll = access.allows(caller, DirectoryPermissions.READ_SENSITIVE, Scope.school());
        if (!personalOfAll) {
            access.unitsFor(caller, DirectoryPermissions.READ_PERSONAL)
                    .forEach(unit -> personalUnits.addAll(snapshot.withBelow(unit, today)));
        }
    }

    /** @throws Forbidden when the caller may not read the directory at all */
    static Sight of(Access access, Caller caller, Snapshot snapshot, LocalDate today) {
        if (!access.allowsSomewhere(caller, DirectoryPermissions.READ)) {
            throw new Forbidden("core.forbidden", DirectoryPermissions.READ);
        }
        return new Sight(access, caller, snapshot, today);
    }

    /** Whether date of birth, phone and so on are shown. */
    boolean personal(String personId) {
        return personalOfAll
                || isSelf(personId)
                || snapshot.find(personId, today)
                        .map(Person::unitIds)
                        .filter(units -> units.stream().anyMatch(personalUnits::contains))
                        .isPresent();
    }

    /** Whether memberships in the Party and the trade union are shown. */
    boolean sensitive(String personId) {
        return sensitiveOfAll || isSelf(personId);
    }

    /** Whether a post tells of a sensitive membership, by itself or by its unit. */
    boolean tells(Post post, Optional<String> unitId) {
        return SENSITIVE_POSTS.contains(post)
                || unitId.filter(this::sensitiveUnit).isPresent();
    }

    boolean sensitiveUnit(String unitId) {
        return snapshot.storedUnit(unitId)
                .filter(unit -> unit.data().type().sensitive())
                .isPresent();
    }

    private boolean isSelf(String personId) {
        return self.filter(personId::equals).isPresent();
    }
}
