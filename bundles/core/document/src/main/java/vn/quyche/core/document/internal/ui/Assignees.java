package vn.quyche.core.document.internal.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.document.Assignee;
import vn.quyche.core.api.document.Routing;
import vn.quyche.core.api.ui.Form;
import vn.quyche.core.api.ui.UiRequest;

/** To whom documents are routed, as fields of forms. */
final class Assignees {

    private static final String UNIT = "unit:";
    private static final String PERSON = "person:";

    private final Directory directory;
    private final Clock clock;

    Assignees(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Units, then people, for a select. */
    Map<String, String> options() {
        LocalDate today = VietnamTime.today(clock);
        Map<String, String> options = new LinkedHashMap<>();
        units(today).forEach((id, name) -> options.put(UNIT + id, name));
        directory.staff(today).forEach(person -> options.put(PERSON + person.id(), person.fullName()));
        return options;
    }

    /** Units for check boxes. */
    Map<String, String> units() {
        return units(VietnamTime.today(clock));
    }

    /** What a form says about who handles documents. */
    static Routing routing(UiRequest request) {
        List<Assignee> collaborators = Stream.concat(
                        Form.texts(request, "units").stream().map(Assignee::unit),
                        Form.texts(request, "collaborators").stream().map(Assignee::person))
                .toList();
        return new Routing(
                request.form("opinion"), lead(request.form("lead")), collaborators, Form.day(request, "dueOn"));
    }

    private static Optional<Assignee> lead(String chosen) {
        if (chosen.startsWith(UNIT)) {
            return Optional.of(Assignee.unit(chosen.substring(UNIT.length())));
        }
        return chosen.startsWith(PERSON)
                ? Optional.of(Assignee.person(chosen.substring(PERSON.length())))
                : Optional.empty();
    }

    private Map<String, String> units(LocalDate today) {
        Map<String, String> units = new LinkedHashMap<>();
        directory.units(today).stream()
                .filter(unit -> !unit.type().sensitive() && unit.type() != UnitType.SCHOOL_CLASS)
                .sorted(Comparator.comparing(Unit::name))
                .forEach(unit -> units.put(unit.id(), unit.name()));
        return units;
    }
}
