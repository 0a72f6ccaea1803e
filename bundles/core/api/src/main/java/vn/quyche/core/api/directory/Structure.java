package vn.quyche.core.api.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.security.Caller;

/**
 * The school, its campuses, units and classes, and the authorities above it, for the doors. Reading takes
 * {@code directory:read}, changing {@code directory:edit}. All of them are few: lists come whole.
 */
@ProviderType
public interface Structure {

    /**
     * The school with its version.
     *
     * @param school the school
     * @param version for {@code If-Match}
     */
    record SchoolView(School school, long version) {}

    /**
     * What is entered about a unit.
     *
     * @param type its kind; never changes
     * @param name its name
     * @param parentId the unit above
     * @param campusId its campus
     * @param schoolYear for classes, for example {@code 2026-2027}; empty otherwise
     * @param grade for classes: 1 to 12, 0 for groups of a preschool; 0 otherwise
     */
    record UnitData(
            UnitType type,
            String name,
            Optional<String> parentId,
            Optional<String> campusId,
            String schoolYear,
            int grade) {

        public UnitData {
            parentId = parentId == null ? Optional.empty() : parentId;
            campusId = campusId == null ? Optional.empty() : campusId;
            schoolYear = schoolYear == null ? "" : schoolYear;
        }

        /** A unit of the whole school that is no class. */
        public static UnitData of(UnitType type, String name) {
            return new UnitData(type, name, Optional.empty(), Optional.empty(), "", 0);
        }
    }

    /**
     * A unit.
     *
     * @param id its id
     * @param data what was entered
     * @param validFrom its first day
     * @param validTo its last day, empty while it lasts
     * @param members how many people belong to it today; empty when the caller may not know
     * @param heads the names of those who lead it today: head, chair, secretary, homeroom teacher
     * @param version for {@code If-Match}
     */
    record UnitView(
            String id,
            UnitData data,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            Optional<Integer> members,
            List<String> heads,
            long version) {}

    /** What is entered about a campus; the fields are those of {@link Campus}. */
    record CampusData(String name, String address) {}

    /** What is entered about an authority; the fields are those of {@link Authority}. */
    record AuthorityData(
            AuthorityLevel level, String name, String organId, LocalDate validFrom, Optional<LocalDate> validTo) {

        public AuthorityData {
            validTo = validTo == null ? Optional.empty() : validTo;
        }
    }

    /** The school. */
    SchoolView school(Caller caller);

    /**
     * Enters or changes the school.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code core.changed-meanwhile}
     */
    SchoolView updateSchool(Caller caller, long version, School school);

    /** The units of a kind or of all kinds, classes included, by kind and name; those that ended only when asked for. */
    List<UnitView> units(Caller caller, Optional<UnitType> type, boolean withEnded);

    /** @throws vn.quyche.core.api.error.NotFound {@code directory.no-unit} */
    UnitView unit(Caller caller, String unitId);

    /**
     * Makes a unit or class.
     *
     * @param key idempotency key, blank for none
     * @return the id
     * @throws vn.quyche.core.api.error.Conflict {@code directory.unit-exists}: same kind, name, campus and school year
     */
    String createUnit(Caller caller, String key, UnitData data, LocalDate validFrom);

    /** Changes name, parent or campus of a unit. */
    UnitView updateUnit(Caller caller, String unitId, long version, UnitData data);

    /**
     * Closes a unit after a day; posts and memberships in it end on that day.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code directory.unit-has-units}
     */
    void closeUnit(Caller caller, String unitId, LocalDate lastDay);

    /** The campuses; those that ended only when asked for. */
    List<Campus> campuses(Caller caller, boolean withEnded);

    /** Adds a campus and gives its id. */
    String createCampus(Caller caller, String key, CampusData data, LocalDate validFrom);

    /** Changes a campus. */
    Campus updateCampus(Caller caller, String campusId, long version, CampusData data);

    /**
     * Closes a campus after a day.
     *
     * @throws vn.quyche.core.api.error.Conflict {@code directory.campus-in-use} while units stand or people work there
     */
    void closeCampus(Caller caller, String campusId, LocalDate lastDay);

    /** The authorities above the school, past ones included, by level and time. */
    List<Authority> authorities(Caller caller);

    /** Adds an authority and gives its id. */
    String createAuthority(Caller caller, String key, AuthorityData data);

    /** Changes an authority or ends it. */
    Authority updateAuthority(Caller caller, String authorityId, long version, AuthorityData data);
}
