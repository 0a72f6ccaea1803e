package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import java.util.Optional;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.AuthorityLevel;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.directory.Structure.AuthorityData;
import vn.quyche.core.api.directory.Structure.CampusData;
import vn.quyche.core.api.directory.Structure.UnitData;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.core.api.error.Checks;

/** What must hold of what is entered about the school, its units, and what stands above it. */
public final class StructureRules {

    /** The law on local government of 2025 ended the district level; the relation may not last longer. */
    static final LocalDate LAST_DAY_OF_DISTRICTS = LocalDate.of(2025, 6, 30);

    public static final int LAST_GRADE = 12;

    private StructureRules() {}

    /** Checks and normalises the school. */
    public static School check(Checks checks, School school) {
        return new School(
                title(checks, "name", school.name(), 1, 200),
                title(checks, "code", school.code(), 0, 40),
                title(checks, "abbreviation", school.abbreviation(), 0, 40),
                title(checks, "place", school.place(), 0, 100),
                title(checks, "address", school.address(), 0, 300));
    }

    /** Checks and normalises a unit; classes have a school year and a grade, other units have none. */
    public static UnitData check(Checks checks, UnitData data) {
        checks.that(data.type() != null, "type", "core.required");
        String year = VietnameseText.line(checks.text("schoolYear", data.schoolYear(), 0, 9));
        boolean isClass = data.type() == UnitType.SCHOOL_CLASS;
        checks.that(!isClass || SchoolYear.valid(year), "schoolYear", "directory.bad-school-year");
        checks.that(isClass || year.isEmpty(), "schoolYear", "directory.only-for-classes");
        checks.that(
                data.grade() >= 0 && data.grade() <= LAST_GRADE && (isClass || data.grade() == 0),
                "grade",
                "directory.bad-grade");
        return new UnitData(
                data.type(),
                title(checks, "name", data.name(), 1, 200),
                filled(data.parentId()),
                filled(data.campusId()),
                year,
                data.grade());
    }

    /** Checks and normalises a campus. */
    public static CampusData check(Checks checks, CampusData data) {
        return new CampusData(
                title(checks, "name", data.name(), 1, 200), title(checks, "address", data.address(), 0, 300));
    }

    /** Checks and normalises an authority. */
    public static AuthorityData check(Checks checks, AuthorityData data) {
        checks.that(data.level() != null, "level", "core.required");
        checks.that(data.validFrom() != null, "validFrom", "core.required");
        if (data.validFrom() != null) {
            checks.that(
                    data.validTo().map(last -> !last.isBefore(data.validFrom())).orElse(true),
                    "validTo",
                    "directory.ends-before-start");
        }
        if (data.level() == AuthorityLevel.DISTRICT_OFFICE) {
            checks.that(
                    data.validTo()
                            .map(last -> !last.isAfter(LAST_DAY_OF_DISTRICTS))
                            .orElse(false),
                    "validTo",
                    "directory.district-ended");
        }
        return new AuthorityData(
                data.level(),
                title(checks, "name", data.name(), 1, 200),
                title(checks, "organId", data.organId(), 0, 60),
                data.validFrom(),
                data.validTo());
    }

    private static Optional<String> filled(Optional<String> id) {
        return id == null ? Optional.empty() : id.filter(text -> !text.isBlank());
    }

    private static String title(Checks checks, String field, String value, int min, int max) {
        String title = VietnameseText.line(checks.text(field, value, min, max));
        NameLetters.checkTitle(checks, field, title);
        return title;
    }
}
