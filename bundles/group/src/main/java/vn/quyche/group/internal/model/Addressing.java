package vn.quyche.group.internal.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.error.Refused;
import vn.quyche.group.api.MessagingGroup;
import vn.quyche.group.api.NewDirective;

/**
 * Who of the members of a group receives a directive on a day: the people and units that it names, or all. The author is
 * no recipient, unless named.
 */
@Regulated("BC.2.2")
public final class Addressing {

    private static final int OUTSIDERS_NAMED = 5;

    private final Directory directory;
    private final LocalDate day;

    public Addressing(Directory directory, LocalDate day) {
        this.directory = directory;
        this.day = day;
    }

    /**
     * A unit or campus.
     *
     * @param id its id
     * @param name its name on the day
     * @param personIds who of the members belongs to it or to a unit below it, each once
     */
    public record Part(String id, String name, Set<String> personIds) {}

    /**
     * The recipients by name.
     *
     * @param members the members of the group
     * @throws Refused BC.4.5 {@code group.recipient-outside} for people, {@code group.unit-outside} for units out of the group
     * @throws Invalid {@code group.no-unit}, {@code group.unit-sensitive}
     */
    @Regulated("BC.4.5")
    public List<Person> recipients(
            MessagingGroup group, NewDirective directive, String authorId, List<Person> members) {
        if (!directive.toChosen()) {
            return members.stream()
                    .filter(person -> !person.id().equals(authorId))
                    .toList();
        }
        Set<String> named = new HashSet<>(directive.recipients());
        Set<String> chosen = new HashSet<>();
        parts(group, directive.units(), members).forEach(part -> chosen.addAll(part.personIds()));
        chosen.remove(authorId);
        chosen.addAll(named);
        List<Person> recipients =
                members.stream().filter(person -> chosen.contains(person.id())).toList();
        recipients.forEach(person -> named.remove(person.id()));
        if (!named.isEmpty()) {
            Map<String, String> names = directory.names(named);
            String outsiders = named.stream()
                    .map(id -> names.getOrDefault(id, id))
                    .sorted()
                    .limit(OUTSIDERS_NAMED)
                    .collect(Collectors.joining(", "));
            throw new Refused("BC.4.5", "group.recipient-outside", group.name(), outsiders);
        }
        return recipients;
    }

    /**
     * The units and campuses with the members who belong to them, in the order given.
     *
     * @throws Refused BC.4.5 {@code group.unit-outside} when no member belongs to one
     * @throws Invalid {@code group.no-unit}, {@code group.unit-sensitive}
     */
    public List<Part> parts(MessagingGroup group, Collection<String> unitIds, List<Person> members) {
        List<Part> parts = new ArrayList<>();
        for (String id : unitIds) {
            Part part = campus(id, members)
                    .or(() -> unit(group, id, members))
                    .orElseThrow(() -> new Invalid("units", "group.no-unit", id));
            if (part.personIds().isEmpty()) {
                throw new Refused("BC.4.5", "group.unit-outside", group.name(), part.name());
            }
            parts.add(part);
        }
        return parts;
    }

    private Optional<Part> campus(String id, List<Person> members) {
        return directory.campuses(day).stream()
                .filter(campus -> campus.id().equals(id))
                .map(Campus::name)
                .findFirst()
                .map(name -> new Part(
                        id,
                        name,
                        members.stream()
                                .filter(person -> person.campusIds().contains(id))
                                .map(Person::id)
                                .collect(Collectors.toSet())));
    }

    /** Who belongs to the party cell or the trade union may be learned in their own groups alone. */
    private Optional<Part> unit(MessagingGroup group, String id, List<Person> members) {
        Optional<Unit> found = directory.units(day).stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst();
        if (found.filter(unit -> hidden(group, unit)).isPresent()) {
            throw new Invalid("units", "group.unit-sensitive", found.get().name());
        }
        return found.map(unit -> {
            Set<String> within = directory.membersWithin(id, day);
            return new Part(
                    id,
                    unit.name(),
                    members.stream().map(Person::id).filter(within::contains).collect(Collectors.toSet()));
        });
    }

    private static boolean hidden(MessagingGroup group, Unit unit) {
        return unit.type().sensitive() && !group.rule().unitIds().contains(unit.id());
    }
}
