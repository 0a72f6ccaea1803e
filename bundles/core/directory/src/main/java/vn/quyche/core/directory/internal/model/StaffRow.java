package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.quyche.core.api.directory.Gender;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.directory.Post;

/**
 * A row of a staff list, understood and checked. What is empty says nothing: it never takes away what the directory knows.
 *
 * @param data name, date of birth and so on
 * @param posts the posts, homeroom teacher not among them
 * @param unit the subject group or office, by name
 * @param campus the campus, by name
 * @param homerooms the classes, by name
 * @param party whether a member of the Party
 * @param union whether a member of the trade union
 * @param joinedOn the first day at the school
 */
public record StaffRow(
        People.Data data,
        Set<Post> posts,
        String unit,
        String campus,
        List<String> homerooms,
        Optional<Boolean> party,
        Optional<Boolean> union,
        Optional<LocalDate> joinedOn) {

    private static final String SEPARATOR = ";";

    public StaffRow {
        homerooms = List.copyOf(homerooms);
        posts = posts.isEmpty() ? Set.of() : Set.copyOf(posts);
    }

    /** As a plan keeps it. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("familyName", data.familyName());
        map.put("middleName", data.middleName());
        map.put("givenName", data.givenName());
        map.put("birthDate", data.birthDate().map(LocalDate::toString).orElse(""));
        map.put("gender", data.gender().map(Gender::name).orElse(""));
        map.put("phone", data.phone());
        map.put("email", data.email());
        map.put("staffCode", data.staffCode());
        map.put("posts", posts.stream().sorted().map(Post::name).collect(Collectors.joining(",")));
        map.put("unit", unit);
        map.put("campus", campus);
        map.put("homerooms", String.join(SEPARATOR, homerooms));
        map.put("party", party.map(String::valueOf).orElse(""));
        map.put("union", union.map(String::valueOf).orElse(""));
        map.put("joinedOn", joinedOn.map(LocalDate::toString).orElse(""));
        map.values().removeIf(String::isEmpty);
        return map;
    }

    /** The row that a plan kept. */
    public static StaffRow fromMap(Map<String, String> map) {
        Set<Post> posts = EnumSet.noneOf(Post.class);
        text(map, "posts").ifPresent(names -> {
            for (String name : names.split(",")) {
                posts.add(Post.valueOf(name));
            }
        });
        return new StaffRow(
                new People.Data(
                        text(map, "familyName").orElse(""),
                        text(map, "middleName").orElse(""),
                        text(map, "givenName").orElse(""),
                        text(map, "birthDate").map(LocalDate::parse),
                        text(map, "gender").map(Gender::valueOf),
                        text(map, "phone").orElse(""),
                        text(map, "email").orElse(""),
                        text(map, "staffCode").orElse("")),
                posts,
                text(map, "unit").orElse(""),
                text(map, "campus").orElse(""),
                text(map, "homerooms")
                        .map(names -> List.of(names.split(SEPARATOR)))
                        .orElse(List.of()),
                text(map, "party").map(Boolean::valueOf),
                text(map, "union").map(Boolean::valueOf),
                text(map, "joinedOn").map(LocalDate::parse));
    }

    private static Optional<String> text(Map<String, String> map, String key) {
        return Optional.ofNullable(map.get(key));
    }
}
