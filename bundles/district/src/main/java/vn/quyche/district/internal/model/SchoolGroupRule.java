package vn.quyche.district.internal.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.district.api.SchoolGroup;

/** What a school's list must be: each group with id, code and name, none twice, no longer than a school's can be. */
@Regulated("TB.1")
public final class SchoolGroupRule {

    /** More groups than this are no school's. */
    public static final int MOST = 5_000;

    private static final String WORD = "[A-Z][A-Z0-9_]{0,39}";

    private SchoolGroupRule() {}

    /**
     * The list with its texts brought into the form in which they are stored.
     *
     * @throws Invalid naming the first rows that are wrong
     */
    public static List<SchoolGroup> check(List<SchoolGroup> groups) {
        if (groups.size() > MOST) {
            throw new Invalid("groups", "district.too-many-groups", MOST);
        }
        Checks checks = new Checks();
        Set<String> ids = new HashSet<>();
        List<SchoolGroup> checked = new ArrayList<>(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            String field = "groups[" + i + "]";
            SchoolGroup group = groups.get(i);
            if (group == null) {
                checks.add(field, "core.required");
                continue;
            }
            SchoolGroup clean = check(checks, field, group);
            checks.that(ids.add(clean.id()), field + ".id", "district.group-twice", clean.id());
            checked.add(clean);
        }
        checks.orThrow();
        return List.copyOf(checked);
    }

    private static SchoolGroup check(Checks checks, String field, SchoolGroup group) {
        String kind = checks.text(field + ".kind", group.kind(), 0, 40);
        checks.that(kind.isEmpty() || kind.matches(WORD), field + ".kind", "core.bad-characters");
        String platform = checks.text(field + ".platform", group.platform(), 1, 40);
        checks.that(platform.isEmpty() || platform.matches(WORD), field + ".platform", "core.bad-characters");
        return new SchoolGroup(
                checks.text(field + ".id", group.id(), 1, 40),
                checks.text(field + ".code", group.code(), 1, 40),
                checks.text(field + ".name", group.name(), 1, 200),
                kind,
                platform,
                checks.text(field + ".members", group.members(), 0, 2000),
                checks.text(field + ".leader", group.leader(), 0, 1000),
                checks.text(field + ".administrator", group.administrator(), 0, 1000),
                checks.text(field + ".decisionNumber", group.decisionNumber(), 0, 60),
                group.decisionDate(),
                checks.text(field + ".remark", group.remark(), 0, 1000));
    }
}
