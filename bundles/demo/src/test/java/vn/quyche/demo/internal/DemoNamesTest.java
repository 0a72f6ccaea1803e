package vn.quyche.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemoNamesTest {

    @Test
    void makesDifferentNamesTheSameEachTime() {
        assertThat(DemoNames.make(60)).doesNotHaveDuplicates().hasSize(60).isEqualTo(DemoNames.make(60));
    }
}
