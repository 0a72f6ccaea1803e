package vn.quyche.group.internal.ui;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vn.quyche.testkit.UiRules;

class UiRulesTest {

    private final UiRules rules = UiRules.of(Path.of("src/main/resources"));

    @Test
    void templatesAreSafe() {
        rules.templatesAreSafe();
    }

    @Test
    void textsAreComplete() {
        rules.textsAreComplete();
    }

    @Test
    void codesHaveTexts() {
        rules.codesHaveTexts(Path.of("src/main/java"));
    }
}
