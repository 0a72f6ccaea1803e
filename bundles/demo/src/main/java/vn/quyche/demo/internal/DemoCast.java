package vn.quyche.demo.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.quyche.core.api.security.Caller;

/**
 * Who acts at the invented school, and where.
 *
 * @param groups the groups
 * @param people everybody in the order of their posts, see {@link DemoStaff}
 */
record DemoCast(DemoGroups.Ids groups, List<Caller> people) {

    private static final int VICE = 1;
    private static final int CLERK = 3;
    private static final int IT_OFFICER = 4;
    private static final int UNION_CHAIR = 6;
    private static final int PIONEER_LEADER = 8;
    private static final int MATHS_HEAD = 12;
    private static final int HOMEROOM_TEACHER = 13;

    DemoCast {
        people = List.copyOf(people);
    }

    Caller principal() {
        return people.get(0);
    }

    Caller vice() {
        return people.get(VICE);
    }

    Caller clerk() {
        return people.get(CLERK);
    }

    Caller itOfficer() {
        return people.get(IT_OFFICER);
    }

    Caller unionChair() {
        return people.get(UNION_CHAIR);
    }

    Caller pioneerLeader() {
        return people.get(PIONEER_LEADER);
    }

    Caller mathsHead() {
        return people.get(MATHS_HEAD);
    }

    /** A teacher of the group of homeroom teachers. */
    Caller homeroomTeacher() {
        return people.get(HOMEROOM_TEACHER);
    }

    /** The account of a person. */
    Caller of(String personId) {
        return people.stream()
                .filter(caller -> id(caller).equals(personId))
                .findFirst()
                .orElseThrow();
    }

    /** Everybody but those at these places. */
    Set<String> allBut(Set<Integer> absent) {
        return IntStream.range(0, people.size())
                .filter(place -> !absent.contains(place))
                .mapToObj(place -> id(people.get(place)))
                .collect(Collectors.toSet());
    }

    /** Those at these places but one. */
    Set<String> only(Set<Integer> places, int absent) {
        return places.stream()
                .filter(place -> place != absent)
                .map(place -> id(people.get(place)))
                .collect(Collectors.toSet());
    }

    static String id(Caller caller) {
        return caller.personId().orElseThrow();
    }
}
