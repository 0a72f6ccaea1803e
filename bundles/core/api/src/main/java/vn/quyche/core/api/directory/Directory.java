package vn.quyche.core.api.directory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The directory as services read it: who works here on a day, in which posts and units. Fast: answers come from memory.
 * It asks nobody for permission; what a service shows of it is the service's own care.
 */
@ProviderType
public interface Directory {

    /** The school; a placeholder name until it is entered. */
    School school();

    /** Everybody who works at the school on the day, by name. */
    List<Person> staff(LocalDate day);

    /** A person as of the day, also one who has left or not yet come (then without posts and units). */
    Optional<Person> find(String personId, LocalDate day);

    /** The names of people, past and present; unknown ids are missing from the answer. */
    Map<String, String> names(Collection<String> personIds);

    /** Whether the person works at the school on the day. */
    boolean employed(String personId, LocalDate day);

    /** The holders of a post on the day, by name. */
    List<Person> holders(Post post, LocalDate day);

    /** The campuses in use on the day, by name. */
    List<Campus> campuses(LocalDate day);

    /** The authorities above the school on the day, the nearest level first. */
    List<Authority> authorities(LocalDate day);

    /** The units of the school on the day. */
    List<Unit> units(LocalDate day);

    /** A unit, past or present. */
    Optional<Unit> unit(String unitId);

    /** The ids of the people who belong to a unit on the day, sensitive units included; units below it do not count. */
    Set<String> membersOf(String unitId, LocalDate day);

    /**
     * The ids of the people who belong to a unit or to one below it on the day. Sensitive units below one that is not are
     * passed over: nobody shall learn from who is reached that somebody belongs to the party cell or the trade union.
     */
    Set<String> membersWithin(String unitId, LocalDate day);

    /** The ids of the units, sensitive ones included, of which {@link #membersWithin} has the person on the day. */
    Set<String> unitsAround(String personId, LocalDate day);

    /** The ids of the people who hold a post in the unit on the day, for example its head. */
    Set<String> holdersIn(String unitId, Post post, LocalDate day);
}
