package vn.quyche.district.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.district.api.SchoolGroup;

class ModelRulesTest {

    private static SchoolGroup group(String id, String name, String platform, String leader) {
        return new SchoolGroup(
                id, "N" + id, name, "SCHOOL", platform, "Toàn trường", leader, "", "1/QĐ", Optional.empty(), "");
    }

    @Test
    @Regulated("TB.1")
    void tellsNewChangedAndGoneGroupsApart() {
        SchoolGroup kept = group("1", "Hội đồng", "ZALO", "Lan");
        SchoolGroup old = group("2", "Tổ Toán", "ZALO", "Vinh");
        ListDifference difference = ListDifference.of(
                Map.of("1", kept, "2", old, "3", group("3", "Chi đoàn", "VIBER", "Ánh")),
                List.of(kept, group("2", "Tổ Toán", "ZALO", "Hà"), group("4", "Tổ Văn", "ZALO", "Đăng")));
        assertThat(difference.added()).extracting(SchoolGroup::id).containsExactly("4");
        assertThat(difference.changed()).extracting(SchoolGroup::id).containsExactly("2");
        assertThat(difference.gone()).containsExactly("3");
        assertThat(difference.same()).containsExactly("1");
    }

    @Test
    @Regulated("TB.1")
    void onlyAnotherNameOrApplicationNeedsANewDecision() {
        SchoolGroup before = group("1", "Hội đồng", "ZALO", "Lan");
        assertThat(ListDifference.needsDecision(before, group("1", "Hội đồng", "ZALO", "Vinh")))
                .isFalse();
        assertThat(ListDifference.needsDecision(before, group("1", "Hội đồng A", "ZALO", "Lan")))
                .isTrue();
        assertThat(ListDifference.needsDecision(before, group("1", "Hội đồng", "VIBER", "Lan")))
                .isTrue();
    }

    @Test
    @Regulated("TB.1")
    void refusesAListWithAGroupTwiceOrWithoutAName() {
        assertThatThrownBy(
                        () -> SchoolGroupRule.check(List.of(group("1", "A", "ZALO", ""), group("1", "B", "ZALO", ""))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> SchoolGroupRule.check(List.of(group("1", " ", "ZALO", ""))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> SchoolGroupRule.check(List.of(group("1", "A", "zalo <b>", ""))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> SchoolGroupRule.check(
                        Collections.nCopies(SchoolGroupRule.MOST + 1, group("1", "A", "ZALO", ""))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> SchoolGroupRule.check(Collections.singletonList(null)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    @Regulated("TB.2")
    void makesCodesThatCannotBeGuessedAndAreReadAsPeopleTypeThem() {
        CheckCode codes = new CheckCode();
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            made.add(codes.next());
        }
        assertThat(made).hasSize(1000).allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{10}"));
        String code = codes.next();
        assertThat(CheckCode.read(CheckCode.printed(code).toLowerCase())).contains(code);
        assertThat(CheckCode.read("o0Il1-abcde")).contains("00111ABCDE");
        assertThat(CheckCode.read("Tổ Toán")).isEmpty();
        assertThat(CheckCode.read("ABCDE")).isEmpty();
    }

    @ParameterizedTest
    @Regulated("TB.2")
    @ValueSource(
            strings = {
                "Phòng GD&ĐT thông báo",
                "UBND xã Hòa An - Giáo dục",
                "BGH trường Tiểu học Hòa An",
                "HOI DONG SU PHAM",
                "Nhóm chính thức lớp 1A",
                "Công đoàn THHA"
            })
    void seesThatANameClaimsAnAgency(String name) {
        assertThat(AgencyClaim.in(name)).isTrue();
    }

    @ParameterizedTest
    @Regulated("TB.2")
    @ValueSource(strings = {"Hội mua chung rau sạch", "Lớp 1A vui vẻ", "Đi chợ phiên", "Pgdx"})
    void leavesOtherNamesAlone(String name) {
        assertThat(AgencyClaim.in(name)).isFalse();
    }
}
