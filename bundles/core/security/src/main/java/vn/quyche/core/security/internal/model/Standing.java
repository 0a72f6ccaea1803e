package vn.quyche.core.security.internal.model;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import vn.quyche.core.api.security.Roles.Reach;
import vn.quyche.core.api.security.Scope;
import vn.quyche.core.api.security.spi.UnitTree;

/**
 * What an account is and holds, read once and asked often.
 *
 * @param active whether it may be used at all
 * @param mustChangePassword whether nothing but changing the password is allowed yet
 * @param holds its own roles
 * @param received what was delegated to its person
 */
public record Standing(
        String accountId,
        String userName,
        String name,
        Optional<String> personId,
        boolean active,
        boolean mustChangePassword,
        List<Held> holds,
        List<Received> received) {

    public Standing {
        holds = List.copyOf(holds);
        received = List.copyOf(received);
    }

    /**
     * Whether it allows a permission on a scope today.
     *
     * @param roleAllows whether a role (first) allows a permission (second) now
     */
    public boolean allows(
            String permission, Scope scope, LocalDate today, BiPredicate<String, String> roleAllows, UnitTree tree) {
        if (!usable()) {
            return false;
        }
        for (Held held : holds) {
            if (held.on(today) && roleAllows.test(held.role(), permission) && held.covers(scope, personId, tree)) {
                return true;
            }
        }
        for (Received one : received) {
            if (one.on(today) && one.permissions().contains(permission) && restrictedTo(one, scope, tree)) {
                for (Held held : one.giverHolds()) {
                    if (held.on(today)
                            && roleAllows.test(held.role(), permission)
                            && held.covers(scope, personId, tree)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean restrictedTo(Received one, Scope scope, UnitTree tree) {
        return one.unitId().isEmpty()
                || scope.unitId().isPresent()
                        && tree.withBelow(one.unitId().get())
                                .contains(scope.unitId().get());
    }

    /** Whether it allows the permission anywhere. */
    public boolean allowsSomewhere(String permission, LocalDate today, BiPredicate<String, String> roleAllows) {
        return usable()
                && (holds.stream().anyMatch(held -> held.on(today) && roleAllows.test(held.role(), permission))
                        || received.stream()
                                .anyMatch(one -> one.on(today)
                                        && one.permissions().contains(permission)
                                        && one.giverHolds().stream()
                                                .anyMatch(held ->
                                                        held.on(today) && roleAllows.test(held.role(), permission))));
    }

    /** The units for which it allows the permission; {@code *} for the whole school. */
    public Set<String> unitsFor(
            String permission, LocalDate today, BiPredicate<String, String> roleAllows, UnitTree tree) {
        Set<String> units = new HashSet<>();
        if (!usable()) {
            return units;
        }
        holds.stream()
                .filter(held -> held.on(today) && roleAllows.test(held.role(), permission))
                .forEach(held -> units.addAll(held.units(tree)));
        received.stream()
                .filter(one -> one.on(today) && one.permissions().contains(permission))
                .forEach(one -> one.giverHolds().stream()
                        .filter(held -> held.on(today) && roleAllows.test(held.role(), permission))
                        .forEach(held -> units.addAll(within(held.units(tree), one.unitId(), tree))));
        return units;
    }

    private static Set<String> within(Set<String> units, Optional<String> restriction, UnitTree tree) {
        if (restriction.isEmpty()) {
            return units;
        }
        Set<String> allowed = new HashSet<>(tree.withBelow(restriction.get()));
        if (!units.contains(Held.WHOLE_SCHOOL)) {
            allowed.retainAll(units);
        }
        return allowed;
    }

    /** The roles that it holds today by itself and that reach further than its own matters. */
    public Set<String> delegableRolesOn(LocalDate today) {
        Set<String> roles = new HashSet<>();
        holds.stream()
                .filter(held -> held.on(today) && held.reach() != Reach.OWN)
                .forEach(held -> roles.add(held.role()));
        return roles;
    }

    private boolean usable() {
        return active && !mustChangePassword;
    }
}
