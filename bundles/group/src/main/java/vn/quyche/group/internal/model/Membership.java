package vn.quyche.group.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.group.api.MemberDifference;
import vn.quyche.group.api.MemberDifference.Kind;
import vn.quyche.group.api.MemberRule;

/** Who belongs to a group on a day, by its rule. */
@Regulated("BC.1.2")
public final class Membership {

    private final Directory directory;
    private final LocalDate day;

    public Membership(Directory directory, LocalDate day) {
        this.directory = directory;
        this.day = day;
    }

    /** The people who belong, by name. */
    public List<Person> people(MemberRule rule) {
        Set<String> inUnits = rule.unitIds().stream()
                .flatMap(unit -> directory.membersWithin(unit, day).stream())
                .collect(Collectors.toSet());
        return directory.staff(day).stream()
                .filter(person -> belongs(person, rule, inUnits))
                .toList();
    }

    /** The ids of the people who belong. */
    public Set<String> ids(MemberRule rule) {
        return people(rule).stream().map(Person::id).collect(Collectors.toSet());
    }

    /**
     * Where the people confirmed to be in the group differ from the rule.
     *
     * @param confirmed the ids of those confirmed to be in the group
     */
    public List<MemberDifference> differences(MemberRule rule, Set<String> confirmed) {
        List<MemberDifference> differences = new ArrayList<>();
        Set<String> byRule = new HashSet<>();
        for (Person person : people(rule)) {
            byRule.add(person.id());
            if (!confirmed.contains(person.id())) {
                differences.add(new MemberDifference(person.id(), person.fullName(), Kind.MISSING));
            }
        }
        Set<String> surplus = new HashSet<>(confirmed);
        surplus.removeAll(byRule);
        directory.names(surplus).forEach((id, name) -> differences.add(new MemberDifference(id, name, Kind.SURPLUS)));
        return differences;
    }

    private static boolean belongs(Person person, MemberRule rule, Set<String> inUnits) {
        boolean named = rule.allStaff()
                || inUnits.contains(person.id())
                || person.posts().stream().anyMatch(rule.posts()::contains);
        boolean here = rule.campusIds().isEmpty() || person.campusIds().stream().anyMatch(rule.campusIds()::contains);
        return named && here;
    }
}
