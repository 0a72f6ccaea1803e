package vn.quyche.core.compliance.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.directory.Person;
import vn.quyche.core.api.directory.Post;
import vn.quyche.core.api.directory.Unit;
import vn.quyche.core.api.directory.UnitType;
import vn.quyche.testkit.FakeDirectory;

class AudienceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 5);

    private final FakeDirectory directory = new FakeDirectory()
            .unit("block", UnitType.GRADE_BLOCK, "Khối 9")
            .unit(new Unit("class", UnitType.SCHOOL_CLASS, "9A1", Optional.of("block"), Optional.empty()))
            .unit(new Unit("cell", UnitType.PARTY_CELL, "Chi bộ", Optional.of("block"), Optional.empty()))
            .person("head", "Trần Thị Ánh")
            .person("homeroom", "Lê Văn Bình", Post.HOMEROOM_TEACHER)
            .person("comrade", "Phạm Thu Cúc")
            .person("nurse", "Đỗ Minh Dung", Post.HEALTH_OFFICER)
            .member("head", "block")
            .member("homeroom", "class")
            .member("comrade", "cell");

    @Test
    void aUnitStandsForThoseBelowItButNotForASensitiveOne() {
        assertThat(people(new Audience(false, Set.of(), Set.of("block"), Set.of())))
                .containsExactlyInAnyOrder("head", "homeroom");
        assertThat(people(new Audience(false, Set.of(), Set.of("class"), Set.of())))
                .containsExactly("homeroom");
    }

    @Test
    void namesPeopleByPostAndByThemselves() {
        assertThat(people(new Audience(false, Set.of(Post.HEALTH_OFFICER), Set.of("class"), Set.of("comrade"))))
                .containsExactlyInAnyOrder("nurse", "homeroom", "comrade");
    }

    private List<String> people(Audience audience) {
        return audience.on(TODAY, directory).stream().map(Person::id).toList();
    }
}
