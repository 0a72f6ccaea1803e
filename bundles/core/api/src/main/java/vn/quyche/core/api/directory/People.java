package vn.quyche.core.api.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.security.Caller;

/**
 * The people of the school, their posts and memberships, for the doors.
 *
 * <p>Reading takes {@code directory:read}; date of birth, gender, phone and staff code are empty unless the caller holds
 * {@code directory:read-personal} or is the person. Memberships in the Party and the trade union, and the posts that tell
 * of them, take {@code directory:read-sensitive} besides. Changing takes {@code directory:edit}.
 */
@ProviderType
public interface People {

    /** Where a person stands on a day. */
    enum State {
        /** Works at the school. */
        WORKING,
        /** Will come. */
        COMING,
        /** Has left. */
        LEFT
    }

    /**
     * What to look for; empty fields do not restrict.
     *
     * @param text a part of name, phone or staff code, without regard to case and diacritics
     * @param unitId belongs to the unit
     * @param post holds the post
     * @param campusId works at the campus
     * @param state where they stand today
     */
    record Query(
            Optional<String> text,
            Optional<String> unitId,
            Optional<Post> post,
            Optional<String> campusId,
            Optional<State> state) {

        /** Everybody who works at the school. */
        public static Query working() {
            return new Query(
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(State.WORKING));
        }
    }

    /**
     * A person in a list, as of today.
     *
     * @param id the id
     * @param fullName the full name
     * @param posts the posts held today
     * @param units the names of the units, classes included
     * @param campuses the names of the campuses
     * @param phone empty unless the caller may see it
     * @param email the official address
     * @param staffCode empty unless the caller may see it
     * @param state where the person stands
     */
    record Row(
            String id,
            String fullName,
            Set<Post> posts,
            List<String> units,
            List<String> campuses,
            String phone,
            String email,
            String staffCode,
            State state) {}

    /**
     * What is entered about a person.
     *
     * @param familyName họ
     * @param middleName tên đệm, may be empty
     * @param givenName tên
     * @param birthDate date of birth
     * @param gender gender
     * @param phone any usual form ({@code 0912 345 678}, {@code +84912345678}); stored as {@code 0912345678}
     * @param email the official address, may be empty
     * @param staffCode mã định danh in the sector's database, may be empty; unique
     */
    record Data(
            String familyName,
            String middleName,
            String givenName,
            Optional<LocalDate> birthDate,
            Optional<Gender> gender,
            String phone,
            String email,
            String staffCode) {

        public Data {
            familyName = familyName == null ? "" : familyName;
            middleName = middleName == null ? "" : middleName;
            givenName = givenName == null ? "" : givenName;
            birthDate = birthDate == null ? Optional.empty() : birthDate;
            gender = gender == null ? Optional.empty() : gender;
            phone = phone == null ? "" : phone;
            email = email == null ? "" : email;
            staffCode = staffCode == null ? "" : staffCode;
        }

        /** The full name. */
        public String fullName() {
            return (familyName + " " + middleName + " " + givenName)
                    .replaceAll(" +", " ")
                    .strip();
        }
    }

    /**
     * A time of working at the school.
     *
     * @param from the first day
     * @param to the last day, empty while it lasts
     */
    record Employment(LocalDate from, Optional<LocalDate> to) {}

    /**
     * A post held for a time.
     *
     * @param id its id
     * @param post the post
     * @param unitId the unit in which it is held
     * @param unitName its name, empty for none
     * @param campusId the campus at which it is held
     * @param campusName its name, empty for none
     * @param concurrent kiêm nhiệm
     * @param decisionNumber the number of the decision, may be empty
     * @param from the first day
     * @param to the last day, empty while it lasts
     */
    record Assignment(
            String id,
            Post post,
            Optional<String> unitId,
            String unitName,
            Optional<String> campusId,
            String campusName,
            boolean concurrent,
            String decisionNumber,
            LocalDate from,
            Optional<LocalDate> to) {}

    /**
     * A membership in a unit for a time.
     *
     * @param id its id
     * @param unitId the unit
     * @param unitName its name
     * @param type its kind
     * @param from the first day
     * @param to the last day, empty while it lasts
     */
    record Membership(
            String id, String unitId, String unitName, UnitType type, LocalDate from, Optional<LocalDate> to) {}

    /**
     * All about a person that the caller may see.
     *
     * @param id the id
     * @param data what was entered; personal fields are empty unless the caller may see them
     * @param state where the person stands today
     * @param employments the times of working here, newest first
     * @param assignments posts, newest first
     * @param memberships memberships, newest first
     * @param personalShown whether the personal fields are shown
     * @param sensitiveShown whether sensitive memberships are shown
     * @param version for {@code If-Match}
     */
    record Detail(
            String id,
            Data data,
            State state,
            List<Employment> employments,
            List<Assignment> assignments,
            List<Membership> memberships,
            boolean personalShown,
            boolean sensitiveShown,
            long version) {}

    /** A post to give; the fields are those of {@link Assignment}. */
    record NewAssignment(
            Post post,
            Optional<String> unitId,
            Optional<String> campusId,
            boolean concurrent,
            String decisionNumber,
            LocalDate from) {

        public NewAssignment {
            unitId = unitId == null ? Optional.empty() : unitId;
            campusId = campusId == null ? Optional.empty() : campusId;
        }
    }

    /**
     * The people that match, by the Vietnamese order of names unless sorted by {@code post}, {@code unit}, {@code campus} or
     * {@code state}; among equals the name decides.
     */
    Page<Row> list(Caller caller, Query query, PageRequest page);

    /**
     * The matching people as a table for a file: the headings first. Takes {@code directory:read-personal}.
     *
     * @param like a page of the list, for its order
     */
    List<List<String>> table(Caller caller, Query query, PageRequest like);

    /** @throws vn.quyche.core.api.error.NotFound {@code directory.no-person} */
    Detail get(Caller caller, String personId);

    /**
     * Enters a person who works here from a day.
     *
     * @param key idempotency key, blank for none
     * @return the id
     * @throws vn.quyche.core.api.error.Conflict {@code directory.staff-code-taken}, {@code directory.person-exists} (same
     *     name and date of birth)
     */
    String create(Caller caller, String key, Data data, LocalDate firstDay);

    /**
     * Changes what was entered about a person.
     *
     * @param version the version that was read
     * @throws vn.quyche.core.api.error.Conflict {@code core.changed-meanwhile}
     */
    Detail update(Caller caller, String personId, long version, Data data);

    /** Lets a person who has left work here again from a day. */
    void rejoin(Caller caller, String personId, LocalDate firstDay);

    /**
     * Gives a person a post.
     *
     * @param key idempotency key, blank for none
     * @return the id of the assignment
     * @throws vn.quyche.core.api.error.Conflict {@code directory.post-held} when the person holds it there already,
     *     {@code directory.post-taken} when another one is principal, or homeroom teacher of the class
     */
    String assign(Caller caller, String key, String personId, NewAssignment assignment);

    /** Ends a post after a day. */
    void endAssignment(Caller caller, String assignmentId, LocalDate lastDay);

    /**
     * Makes a person a member of a unit.
     *
     * @param key idempotency key, blank for none
     * @return the id of the membership
     * @throws vn.quyche.core.api.error.Conflict {@code directory.member-already}
     */
    String join(Caller caller, String key, String personId, String unitId, LocalDate from);

    /** Ends a membership after a day. */
    void endMembership(Caller caller, String membershipId, LocalDate lastDay);
}
