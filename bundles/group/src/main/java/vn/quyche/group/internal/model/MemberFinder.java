package vn.quyche.group.internal.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.PhoneNumber;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.Person;
import vn.quyche.group.api.members.PlatformAccount;
import vn.quyche.group.api.members.Recognised;

/**
 * Finds who is meant by a line of a list: by phone, by the account that people gave, by the full name, by a part of it that nobody
 * else has. Where two may be meant, or the number is another's than the name, nobody is taken: people settle it by hand.
 */
@Regulated("BC.1.2")
public final class MemberFinder {

    /** More are not offered: who shares a given name with so many is looked for by name. */
    static final int MAX_CANDIDATES = 20;

    private final List<Person> staff;
    private final Set<String> belonging;
    private final Map<String, Set<Person>> byPhone = new HashMap<>();
    private final Map<String, Set<Person>> byAccount = new HashMap<>();
    private final Map<List<String>, Set<Person>> byName = new HashMap<>();
    private final Map<Person, List<String>> words = new HashMap<>();
    private final Map<String, Set<String>> phonesOf = new HashMap<>();

    /**
     * A finder.
     *
     * @param staff everybody who works at the school, by name
     * @param belonging the ids of those who belong to the group by its rule; they are offered first
     * @param accounts the accounts on the platform
     */
    public MemberFinder(List<Person> staff, Set<String> belonging, Collection<PlatformAccount> accounts) {
        this.staff = staff;
        this.belonging = belonging;
        Map<String, Person> byId = staff.stream().collect(Collectors.toMap(Person::id, person -> person));
        for (Person person : staff) {
            List<String> name = DisplayName.words(person.fullName());
            words.put(person, name);
            put(byName, sorted(name), person);
            phone(person, person.phone());
        }
        for (PlatformAccount account : accounts) {
            Person person = byId.get(account.personId());
            if (person != null) {
                phone(person, account.account());
                put(byAccount, String.join(" ", DisplayName.words(account.account())), person);
            }
        }
    }

    /**
     * Who is meant.
     *
     * @param by how they were recognised; {@code NOT} for nobody
     * @param personId the person
     * @param candidates who it may be when nobody can say for sure; empty for somebody from outside
     */
    public record Found(Recognised by, Optional<String> personId, List<String> candidates) {

        private static Found one(Recognised by, Person person) {
            return new Found(by, Optional.of(person.id()), List.of());
        }

        private static Found nobody() {
            return new Found(Recognised.NOT, Optional.empty(), List.of());
        }

        /** Whether people have to settle it. */
        public boolean unclear() {
            return personId.isEmpty() && !candidates.isEmpty();
        }
    }

    /** Finds who is meant by a line. */
    public Found find(DeclaredRow row) {
        Set<Person> called = byPhone.getOrDefault(row.phone(), Set.of());
        Set<Person> named = named(row.name());
        if (called.size() == 1) {
            Person person = called.iterator().next();
            return named.isEmpty() || named.contains(person)
                    ? Found.one(Recognised.PHONE, person)
                    : unclear(union(called, named));
        }
        if (called.size() > 1) {
            Set<Person> both = new LinkedHashSet<>(called);
            both.retainAll(named.isEmpty() ? partly(row.name()) : named);
            return both.size() == 1
                    ? Found.one(Recognised.PHONE, both.iterator().next())
                    : unclear(called);
        }
        return byNameOf(row, named);
    }

    private Found byNameOf(DeclaredRow row, Set<Person> named) {
        Set<Person> holders = byAccount.getOrDefault(String.join(" ", DisplayName.words(row.name())), Set.of());
        if (holders.size() == 1 && named.stream().allMatch(holders::contains)) {
            return Found.one(Recognised.ACCOUNT, holders.iterator().next());
        }
        if (!named.isEmpty()) {
            return sure(Recognised.NAME, row, named);
        }
        Set<Person> partly = partly(row.name());
        boolean oneWord = DisplayName.readings(row.name()).stream().allMatch(reading -> reading.size() == 1);
        return partly.isEmpty() ? Found.nobody() : oneWord ? unclear(partly) : sure(Recognised.NAME_PART, row, partly);
    }

    /** One person whose number is not known to be another one. */
    private Found sure(Recognised by, DeclaredRow row, Set<Person> found) {
        Set<Person> left = found.size() > 1 ? sameTones(row.name(), found) : found;
        if (left.size() != 1) {
            return unclear(found);
        }
        Person person = left.iterator().next();
        Set<String> known = phonesOf.getOrDefault(person.id(), Set.of());
        boolean otherNumber =
                PhoneNumber.normalise(row.phone()).isPresent() && !known.isEmpty() && !known.contains(row.phone());
        return otherNumber ? unclear(found) : Found.one(by, person);
    }

    private Found unclear(Collection<Person> people) {
        List<String> candidates = new ArrayList<>();
        people.stream()
                .filter(person -> belonging.contains(person.id()))
                .forEach(person -> candidates.add(person.id()));
        people.stream()
                .filter(person -> !belonging.contains(person.id()))
                .forEach(person -> candidates.add(person.id()));
        return new Found(
                Recognised.NOT,
                Optional.empty(),
                candidates.stream().limit(MAX_CANDIDATES).toList());
    }

    /** People with the whole name, its words in any order. */
    private Set<Person> named(String name) {
        for (List<String> reading : DisplayName.readings(name)) {
            Set<Person> found = reading.size() > 1 ? byName.getOrDefault(sorted(reading), Set.of()) : Set.of();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    /** People whose name ends with the words, or has them in their order and ends with the last. */
    private Set<Person> partly(String name) {
        for (List<String> reading : DisplayName.readings(name)) {
            Set<Person> found = staff.stream()
                    .filter(person -> within(reading, words.get(person)))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    private static boolean within(List<String> part, List<String> whole) {
        if (part.isEmpty() || whole.isEmpty() || !part.get(part.size() - 1).equals(whole.get(whole.size() - 1))) {
            return false;
        }
        int place = 0;
        for (String word : whole) {
            if (place < part.size() && word.equals(part.get(place))) {
                place++;
            }
        }
        return place == part.size();
    }

    private static Set<Person> sameTones(String name, Set<Person> people) {
        String toned = DisplayName.toned(name);
        return people.stream()
                .filter(person -> DisplayName.toned(person.fullName()).equals(toned))
                .collect(Collectors.toSet());
    }

    private void phone(Person person, String text) {
        PhoneNumber.normalise(text).ifPresent(phone -> {
            put(byPhone, phone, person);
            phonesOf.computeIfAbsent(person.id(), id -> new HashSet<>()).add(phone);
        });
    }

    private static Set<Person> union(Set<Person> one, Set<Person> other) {
        Set<Person> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }

    private static List<String> sorted(List<String> words) {
        return words.stream().sorted().toList();
    }

    private static <K> void put(Map<K, Set<Person>> map, K key, Person person) {
        map.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(person);
    }
}
