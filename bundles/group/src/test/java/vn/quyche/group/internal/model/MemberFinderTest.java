package vn.quyche.group.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.quyche.core.api.Regulated;
import vn.quyche.core.api.directory.Person;
import vn.quyche.group.api.Platform;
import vn.quyche.group.api.members.PlatformAccount;
import vn.quyche.group.api.members.Recognised;

@Regulated("BC.1.2")
class MemberFinderTest {

    private static final Person DANG = person("dang", "Nguyễn Hải Đăng", "0912345601");
    private static final Person LAN = person("lan", "Trần Thị Ngọc Lan", "0912345602");
    private static final Person LAN_TOO = person("lan2", "Lê Thị Lan", "");
    private static final Person HOA = person("hoa", "Phạm Thị Hoa", "0912345604");
    private static final Person HOA_TOO = person("hoa2", "Phạm Thị Hoà", "0912345604");

    private final MemberFinder finder = new MemberFinder(
            List.of(DANG, LAN, LAN_TOO, HOA, HOA_TOO),
            Set.of("dang", "lan2"),
            List.of(new PlatformAccount(
                    "lan2",
                    "",
                    Platform.ZALO,
                    PlatformAccount.Stage.INSTALLED,
                    "Hoa Cúc Trắng",
                    Optional.of(Instant.EPOCH),
                    Optional.empty(),
                    1)));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Hải Đăng",
                "nguyen hai dang",
                "NGUYỄN  HẢI ĐĂNG 9A",
                "🌸 Nguyễn Hải Đăng 🌸",
                "𝑵𝒈𝒖𝒚𝒆̂̃𝒏 Hải Đăng",
                "★ Thầy Nguyễn Hải Đăng (6A1) ★",
                "Đăng Hải Nguyễn",
                "Hải Đăng Toán",
                "Thầy Hải Đăng 9A2",
                "Nguyễn\u200b Hải Đăng"
            })
    void findsAPersonHoweverTheNameIsDecorated(String name) {
        for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            assertThat(finder.find(row(Normalizer.normalize(name, form), "")).personId())
                    .as(form + " " + name)
                    .contains("dang");
        }
    }

    @Test
    void theNumberFindsWhoeverHidesBehindANickname() {
        MemberFinder.Found found = finder.find(row("Cá Mập Con", "0912345602"));
        assertThat(found.by()).isEqualTo(Recognised.PHONE);
        assertThat(found.personId()).contains("lan");
    }

    @Test
    void theAccountThatWasGivenFindsToo() {
        MemberFinder.Found found = finder.find(row("hoa cúc trắng ❤", ""));
        assertThat(found.by()).isEqualTo(Recognised.ACCOUNT);
        assertThat(found.personId()).contains("lan2");
    }

    @Test
    void aSharedNumberIsSettledByTheName() {
        assertThat(finder.find(row("Phạm Thị Hoa", "0912345604")).candidates())
                .containsExactlyInAnyOrder("hoa", "hoa2");
        assertThat(finder.find(row("Con cô Hoa", "0912345604")).unclear()).isTrue();
    }

    @Test
    void namesThatDifferInATonalMarkOnlyAreToldApartByIt() {
        assertThat(finder.find(row("Phạm Thị Hoà", "")).personId()).contains("hoa2");
        assertThat(finder.find(row("pham thi hoa", "")).unclear()).isTrue();
    }

    @Test
    void peopleSettleWhatNobodyCanSayForSure() {
        assertThat(finder.find(row("Lan", "")).candidates())
                .as("those who belong come first")
                .containsExactly("lan2", "lan");
        assertThat(finder.find(row("Nguyễn Hải Đăng", "0987654321")).candidates())
                .as("somebody of the same name, perhaps")
                .containsExactly("dang");
        assertThat(finder.find(row("Nguyễn Hải Đăng", "0912345602")).candidates())
                .as("the name of one, the number of another")
                .containsExactlyInAnyOrder("dang", "lan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vũ Quốc Bảo", "🌸🌸🌸", "", "9A", "=HYPERLINK(\"x\")", "Zalo Shop"})
    void nobodyIsFoundBehindAStranger(String name) {
        MemberFinder.Found found = finder.find(row(name, "0999999999"));
        assertThat(found.personId()).isEmpty();
        assertThat(found.unclear()).isFalse();
    }

    private static DeclaredRow row(String name, String phone) {
        return new DeclaredRow(1, name, phone);
    }

    private static Person person(String id, String name, String phone) {
        return new Person(id, name, Set.of(), Set.of(), Set.of(), phone, "");
    }
}
