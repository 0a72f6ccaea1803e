package vn.quyche.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.quyche.core.api.security.Caller;
import vn.quyche.testkit.TestCaller;

class DemoCastTest {

    private final List<Caller> people = IntStream.range(0, 60)
            .mapToObj(place -> TestCaller.person("p" + place))
            .toList();
    private final DemoCast cast = new DemoCast(new DemoGroups.Ids("s", "p", "u", "h", "m"), people);

    @Test
    void whoMissedATrainingComesToTheNextButOne() {
        Set<Integer> missed = Set.of(17, 29, 41);

        assertThat(cast.allBut(missed)).hasSize(57).doesNotContain("p17", "p29", "p41");
        assertThat(cast.only(missed, 29)).containsExactlyInAnyOrder("p17", "p41");
    }

    @Test
    void theAccountOfAPersonIsFound() {
        assertThat(cast.of("p8")).isEqualTo(cast.pioneerLeader());
        assertThat(List.of(cast.principal(), cast.vice(), cast.clerk(), cast.itOfficer(), cast.unionChair()))
                .extracting(DemoCast::id)
                .containsExactly("p0", "p1", "p3", "p4", "p6");
    }

    @Test
    void phoneNumbersAreDifferent() {
        assertThat(IntStream.range(0, 60).mapToObj(DemoStaff::phone).toList())
                .doesNotHaveDuplicates()
                .allMatch(phone -> phone.matches("09[0-9]{8}"));
    }
}
