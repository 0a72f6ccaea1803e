package vn.quyche.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCountTest {

    @TempDir
    private Path checkout;

    @Test
    void addsUpTheReportsOfTheModules() throws IOException {
        report("bundles/group/target/surefire-reports/TEST-a.xml", 10, 0, 0, 1);
        report("bundles/group/target/failsafe-reports/TEST-b.xml", 5, 1, 2, 0);
        // A test built a copy of all this: its reports are not ours.
        report("itests/assembly/target/new-domain/bundles/group/target/surefire-reports/TEST-a.xml", 10, 0, 0, 1);
        Files.writeString(checkout.resolve("bundles/group/target/surefire-reports/notes.txt"), "tests=\"7\"");
        assertThat(TestCount.of(checkout).line()).isEqualTo("11 passed, 3 failed, 1 skipped");
        assertThat(TestCount.of(checkout).isGood()).isFalse();
        assertThat(TestCount.of(checkout).broken())
                .containsExactly("vn.quyche.a.LetterTest.leaves[1]: [letters] ", "vn.quyche.a.LetterTest.waits: ");

        TestCount.forget(checkout);
        assertThat(TestCount.of(checkout)).isEqualTo(new TestCount(0, 0, 0, List.of()));
        assertThat(TestCount.of(checkout).isGood()).as("no test at all").isFalse();
        assertThat(new TestCount(3, 0, 1, List.of()).isGood()).isTrue();
    }

    private void report(String file, int tests, int errors, int failures, int skipped) throws IOException {
        Path path = checkout.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="a" time="1.0" tests="%d" \
                errors="%d" skipped="%d" failures="%d">
                  <properties><property name="x" value=" tests=&quot;9&quot;"/></properties>
                  <testcase name="passes" classname="vn.quyche.a.LetterTest"/>
                  <testcase name="leaves[1]" classname="vn.quyche.a.LetterTest">
                    <failure message="[letters] &#10;Expecting empty"><![CDATA[trace]]></failure>
                  </testcase>
                  <testcase name="waits" classname="vn.quyche.a.LetterTest"><error type="x"/></testcase>
                </testsuite>
                """.formatted(tests, errors, skipped, failures));
    }
}
