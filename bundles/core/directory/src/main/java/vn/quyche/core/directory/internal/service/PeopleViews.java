package vn.quyche.core.directory.internal.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.Campus;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.People.Assignment;
import vn.quyche.core.api.directory.People.Detail;
import vn.quyche.core.api.directory.People.Membership;
import vn.quyche.core.api.directory.People.Query;
import vn.quyche.core.api.directory.People.Row;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.directory.internal.model.HeldPost;
import vn.quyche.core.directory.internal.model.PersonFile;
import vn.quyche.core.directory.internal.model.Snapshot;
import vn.quyche.core.directory.internal.model.UnitMember;

/** Shows people of one snapshot to one caller, without what the caller may not see. */
final class PeopleViews {

    private final Snapshot snapshot;
    private final Sight sight;
    private final LocalDate today;

    PeopleViews(Snapshot snapshot, Sight sight, LocalDate today) {
        this.snapshot = snapshot;
        this.sight = sight;
        this.today = today;
    }

    /** The people that match, by name. */
    List<PersonFile> matching(Query query) {
        String text = VietnameseText.fold(query.text().orElse(""));
        return snapshot.files().stream()
                .filter(file ->
                        query.state().map(state -> file.state(today) == state).orElse(true))
                .filter(file -> matches(file, text))
                .filter(file ->
                        query.post().map(post -> posts(file).contains(post)).orElse(true))
                .filter(file -> query.unitId().map(unit -> belongs(file, unit)).orElse(true))
                .filter(file -> query.campusId()
                        .map(campus -> campusIds(file).contains(campus))
                        .orElse(true))
                .toList();
    }

    Row row(PersonFile file) {
        boolean personal = sight.personal(file.id());
        People.Data data = file.person().data();
        return new Row(
                file.id(),
                file.fullName(),
                posts(file),
                unitIds(file).stream()
                        .map(this::unitName)
                        .sorted(Comparator.comparing(VietnameseText::sortKey))
                        .toList(),
                campusIds(file).stream()
                        .map(this::campusName)
                        .sorted(Comparator.comparing(VietnameseText::sortKey))
                        .toList(),
                personal ? data.phone() : "",
                data.email(),
                personal ? data.staffCode() : "",
                file.state(today));
    }

    Detail detail(PersonFile file) {
        boolean personal = sight.personal(file.id());
        boolean sensitive = sight.sensitive(file.id());
        return new Detail(
                file.id(),
                personal ? file.person().data() : impersonal(file.person().data()),
                file.state(today),
                newestFirst(file.employments()).stream()
                        .map(e ->
                                new People.Employment(e.span().from(), e.span().to()))
                        .toList(),
                newestFirst(file.posts()).stream()
                        .filter(held -> sensitive || !sight.tells(held.post(), held.unitId()))
                        .map(this::assignment)
                        .toList(),
                newestFirst(file.members()).stream()
                        .filter(member -> sensitive || !sight.sensitiveUnit(member.unitId()))
                        .map(this::membership)
                        .toList(),
                personal,
                sensitive,
                file.person().version());
    }

    private boolean matches(PersonFile file, String text) {
        if (text.isEmpty() || file.folded().contains(text)) {
            return true;
        }
        People.Data data = file.person().data();
        String digits = text.replaceAll("[^0-9]", "");
        boolean byPhone = digits.length() >= 3 && data.phone().contains(digits);
        boolean byCode = VietnameseText.fold(data.staffCode()).contains(text);
        // Who may not see phone and code must not find them out by searching either.
        return (byPhone || byCode) && sight.personal(file.id());
    }

    private boolean belongs(PersonFile file, String unitId) {
        return unitIds(file).contains(unitId);
    }

    private Set<Post> posts(PersonFile file) {
        Set<Post> posts = EnumSet.noneOf(Post.class);
        shownPosts(file).forEach(held -> posts.add(held.post()));
        return posts;
    }

    private Set<String> unitIds(PersonFile file) {
        Set<String> units = new LinkedHashSet<>();
        shownPosts(file).forEach(held -> held.unitId().ifPresent(units::add));
        file.members().stream()
                .filter(member -> member.span().covers(today))
                .filter(member -> sight.sensitive(file.id()) || !sight.sensitiveUnit(member.unitId()))
                .forEach(member -> units.add(member.unitId()));
        return file.employed(today) ? units : Set.of();
    }

    private Set<String> campusIds(PersonFile file) {
        return snapshot.find(file.id(), today).map(person -> person.campusIds()).orElse(Set.of());
    }

    private List<HeldPost> shownPosts(PersonFile file) {
        return file.posts().stream()
                .filter(held -> held.span().covers(today))
                .filter(held -> sight.sensitive(file.id()) || !sight.tells(held.post(), held.unitId()))
                .toList();
    }

    private Assignment assignment(HeldPost held) {
        return new Assignment(
                held.id(),
                held.post(),
                held.unitId(),
                held.unitId().map(this::unitName).orElse(""),
                held.campusId(),
                held.campusId().map(this::campusName).orElse(""),
                held.concurrent(),
                held.decisionNumber(),
                held.span().from(),
                held.span().to());
    }

    private Membership membership(UnitMember member) {
        return snapshot.storedUnit(member.unitId())
                .map(unit -> new Membership(
                        member.id(),
                        member.unitId(),
                        unit.data().name(),
                        unit.data().type(),
                        member.span().from(),
                        member.span().to()))
                .orElseThrow();
    }

    private String unitName(String unitId) {
        return snapshot.storedUnit(unitId).map(unit -> unit.data().name()).orElse("");
    }

    private String campusName(String campusId) {
        return snapshot.campus(campusId).map(Campus::name).orElse("");
    }

    private static People.Data impersonal(People.Data data) {
        return new People.Data(
                data.familyName(),
                data.middleName(),
                data.givenName(),
                Optional.empty(),
                Optional.empty(),
                "",
                data.email(),
                "");
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return reversed;
    }
}
