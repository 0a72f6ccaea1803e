package vn.quyche.core.directory.internal.model;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.quyche.core.api.PhoneNumber;
import vn.quyche.core.api.VietnameseText;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.error.Checks;

/** What must hold of what is entered about a person. */
public final class PersonRules {

    private static final Pattern EMAIL =
            Pattern.compile("[a-z0-9._%+-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,24}");
    private static final Pattern STAFF_CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./_-]{0,39}");
    private static final int OLDEST = 100;
    private static final int YOUNGEST = 15;

    private PersonRules() {}

    /**
     * Checks and normalises: NFC, one space between words, phone in its one form, address in lower case.
     *
     * @param today ages are counted on this day
     * @return what to store; only of use when the checks found nothing
     */
    public static People.Data check(Checks checks, People.Data data, LocalDate today) {
        String family = name(checks, "familyName", data.familyName(), 0);
        String middle = name(checks, "middleName", data.middleName(), 0);
        String given = name(checks, "givenName", data.givenName(), 1);
        data.birthDate()
                .ifPresent(birth -> checks.that(
                        !birth.isBefore(today.minusYears(OLDEST)) && !birth.isAfter(today.minusYears(YOUNGEST)),
                        "birthDate",
                        "directory.bad-birth-date"));
        String phone = line(checks, "phone", data.phone(), 40);
        if (!phone.isEmpty()) {
            phone = PhoneNumber.normalise(phone).orElseGet(() -> {
                checks.add("phone", "directory.bad-phone");
                return "";
            });
        }
        String email = line(checks, "email", data.email(), 254).toLowerCase(Locale.ROOT);
        checks.that(email.isEmpty() || EMAIL.matcher(email).matches(), "email", "directory.bad-email");
        String code = line(checks, "staffCode", data.staffCode(), 40);
        checks.that(code.isEmpty() || STAFF_CODE.matcher(code).matches(), "staffCode", "directory.bad-staff-code");
        return new People.Data(family, middle, given, data.birthDate(), data.gender(), phone, email, code);
    }

    /** Cuts a full name: the first word is the family name, the last one the given name. */
    public static People.Data named(String fullName, People.Data rest) {
        String[] words = VietnameseText.line(fullName).split(" ");
        int last = words.length - 1;
        String family = last > 0 ? words[0] : "";
        String middle = last > 1 ? String.join(" ", Arrays.copyOfRange(words, 1, last)) : "";
        return new People.Data(
                family,
                middle,
                words[last],
                rest.birthDate(),
                rest.gender(),
                rest.phone(),
                rest.email(),
                rest.staffCode());
    }

    private static String name(Checks checks, String field, String value, int min) {
        String name = line(checks, field, value, min, 100);
        NameLetters.checkPerson(checks, field, name);
        return name;
    }

    private static String line(Checks checks, String field, String value, int max) {
        return line(checks, field, value, 0, max);
    }

    private static String line(Checks checks, String field, String value, int min, int max) {
        return VietnameseText.line(checks.text(field, value, min, max));
    }
}
