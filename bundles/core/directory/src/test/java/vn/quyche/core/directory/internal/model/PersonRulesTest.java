package vn.quyche.core.directory.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.PhoneNumber;
import vn.quyche.core.api.directory.People;
import vn.quyche.core.api.error.Checks;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Invalid;

class PersonRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    @ParameterizedTest
    @CsvSource({
        "0912345678,0912345678",
        "0912 345 678,0912345678",
        "0912.345.678,0912345678",
        "+84 912 345 678,0912345678",
        "+84(0)912345678,0912345678",
        "84912345678,0912345678",
        "0084-912-345-678,0912345678",
        "912345678,0912345678",
        "02438221234,02438221234",
        "(024) 3822 1234,02438221234",
        "2438221234,02438221234"
    })
    void bringsPhoneNumbersToOneForm(String typed, String stored) {
        assertThat(PhoneNumber.normalise(typed)).contains(stored);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "123", "01234567890", "09123456789", "abc", "+1 212 555 0100", "٠٩١٢٣٤٥٦٧٨"})
    void knowsWhatIsNoPhoneNumber(String typed) {
        assertThat(PhoneNumber.normalise(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Nguyễn Văn An,Nguyễn,Văn,An",
        "Lê  Thị   Hồng Nhung,Lê,Thị Hồng,Nhung",
        "Trần Bình,Trần,'',Bình",
        "Bình,'','',Bình"
    })
    void cutsFullNames(String full, String family, String middle, String given) {
        People.Data data = PersonRules.named(full, data("", "", ""));

        assertThat(data.familyName()).isEqualTo(family);
        assertThat(data.middleName()).isEqualTo(middle);
        assertThat(data.givenName()).isEqualTo(given);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        People.Data wrong = new People.Data(
                "Nguyễn",
                null,
                "An",
                Optional.of(TODAY.minusYears(3)),
                Optional.empty(),
                "12",
                "không phải thư",
                "mã số");
        Checks checks = new Checks();
        PersonRules.check(checks, wrong, TODAY);

        assertThatThrownBy(checks::orThrow)
                .asInstanceOf(type(Invalid.class))
                .extracting(e -> e.fields().stream().map(FieldError::field).toList())
                .isEqualTo(List.of("birthDate", "phone", "email", "staffCode"));
    }

    @Test
    void sameNameHoweverTyped() {
        assertThat(NameKey.of("Lê Thị HOÀ")).isEqualTo(NameKey.of("lê  thị hòa"));
        assertThat(NameKey.of("Nguyễn Thuý")).isEqualTo(NameKey.of("Nguyễn Thúy"));
        assertThat(NameKey.of("Hưng")).isNotEqualTo(NameKey.of("Hùng"));
    }

    @Test
    void theSchoolYearBeginsInAugust() {
        assertThat(SchoolYear.of(LocalDate.of(2026, 7, 31))).isEqualTo("2025-2026");
        assertThat(SchoolYear.of(LocalDate.of(2026, 8, 1))).isEqualTo("2026-2027");
        assertThat(SchoolYear.valid("2026-2027")).isTrue();
        assertThat(SchoolYear.valid("2026-2028")).isFalse();
    }

    private static People.Data data(String family, String middle, String given) {
        return new People.Data(family, middle, given, Optional.empty(), Optional.empty(), "", "", "");
    }
}
