package vn.quyche.core.compliance.internal.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.quyche.core.api.compliance.Escalation.To;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.directory.UnitType;

/** Finds who is to be told that somebody is late. */
public final class Superiors {

    /** The units in which people work, and who heads them. */
    private static final Map<UnitType, Post> HEADS = Map.of(
            UnitType.SUBJECT_GROUP, Post.SUBJECT_HEAD,
            UnitType.OFFICE, Post.OFFICE_HEAD,
            UnitType.GUARD_OFFICE, Post.HEAD_OF_GUARDS);

    private final Directory directory;

    public Superiors(Directory directory) {
        this.directory = directory;
    }

    /** The people who are told, ids in order; never the one who is late. */
    public Set<String> of(To to, String personId, LocalDate day) {
        Set<String> found = new TreeSet<>(find(to, personId, day));
        found.remove(personId);
        return found;
    }

    private Collection<String> find(To to, String personId, LocalDate day) {
        if (to instanceof To.Someone someone) {
            return List.of(someone.personId());
        }
        if (to instanceof To.Holders holders) {
            return holders(holders.post(), day);
        }
        return to instanceof To.Leader
                ? firstFound(Stream.of(heads(personId, day), holders(Post.PRINCIPAL, day)), personId)
                : firstFound(
                        Stream.of(Post.OFFICE_HEAD, Post.RECORDS_CLERK, Post.PRINCIPAL)
                                .map(post -> holders(post, day)),
                        personId);
    }

    /** The first of the groups in which somebody else is. */
    private static Collection<String> firstFound(Stream<Collection<String>> groups, String personId) {
        return groups.filter(group -> group.stream().anyMatch(one -> !one.equals(personId)))
                .findFirst()
                .orElse(List.of());
    }

    private Collection<String> heads(String personId, LocalDate day) {
        Set<String> unitIds = directory.find(personId, day).map(Person::unitIds).orElse(Set.of());
        Set<String> heads = new TreeSet<>();
        for (Unit unit : directory.units(day)) {
            if (unitIds.contains(unit.id()) && HEADS.containsKey(unit.type())) {
                heads.addAll(directory.holdersIn(unit.id(), HEADS.get(unit.type()), day));
            }
        }
        // Whoever heads a unit is answerable to the principal for it.
        return heads.contains(personId) ? Set.of() : heads;
    }

    private Collection<String> holders(Post post, LocalDate day) {
        return directory.holders(post, day).stream().map(Person::id).toList();
    }
}
