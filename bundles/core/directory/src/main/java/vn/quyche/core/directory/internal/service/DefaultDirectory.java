package vn.quyche.core.directory.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Authority;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.security.spi.UnitTree;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.model.Span;
import vn.quyche.core.directory.internal.model.StoredUnit;

/** Answers from memory. */
@Component(service = {Directory.class, UnitTree.class})
public class DefaultDirectory implements Directory, UnitTree {

    private final CurrentDirectory current;
    private final Clock clock;

    @Activate
    public DefaultDirectory(@Reference CurrentDirectory current, @Reference Clock clock) {
        this.current = current;
        this.clock = clock;
    }

    @Override
    public School school() {
        return current.get().school().school();
    }

    @Override
    public List<Person> staff(LocalDate day) {
        return current.get().staff(day);
    }

    @Override
    public Optional<Person> find(String personId, LocalDate day) {
        return current.get().find(personId, day);
    }

    @Override
    public Map<String, String> names(Collection<String> personIds) {
        Snapshot snapshot = current.get();
        Map<String, String> names = new HashMap<>();
        for (String personId : personIds) {
            snapshot.file(personId).ifPresent(file -> names.put(personId, file.fullName()));
        }
        return names;
    }

    @Override
    public boolean employed(String personId, LocalDate day) {
        return current.get().file(personId).filter(file -> file.employed(day)).isPresent();
    }

    @Override
    public List<Person> holders(Post post, LocalDate day) {
        return current.get().holders(post, day);
    }

    @Override
    public List<Campus> campuses(LocalDate day) {
        return current.get().campuses().stream()
                .filter(campus -> new Span(campus.validFrom(), campus.validTo()).covers(day))
                .toList();
    }

    @Override
    public List<Authority> authorities(LocalDate day) {
        return current.get().authorities().stream()
                .filter(authority -> new Span(authority.validFrom(), authority.validTo()).covers(day))
                .toList();
    }

    @Override
    public List<Unit> units(LocalDate day) {
        return current.get().unitsOn(day).stream().map(StoredUnit::asUnit).toList();
    }

    @Override
    public Optional<Unit> unit(String unitId) {
        return current.get().storedUnit(unitId).map(StoredUnit::asUnit);
    }

    @Override
    public Set<String> membersOf(String unitId, LocalDate day) {
        return current.get().membersOf(unitId, day);
    }

    @Override
    public Set<String> membersWithin(String unitId, LocalDate day) {
        return current.get().membersWithin(unitId, day);
    }

    @Override
    public Set<String> unitsAround(String personId, LocalDate day) {
        return current.get().unitsAround(personId, day);
    }

    @Override
    public Set<String> holdersIn(String unitId, Post post, LocalDate day) {
        return current.get().holdersIn(unitId, post, day);
    }

    @Override
    public Set<String> withBelow(String unitId) {
        return current.get().withBelow(unitId, VietnamTime.today(clock));
    }
}
