package vn.quyche.core.compliance.internal.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.quyche.core.api.compliance.Escalation;

/** Escalations as a column holds them, with semicolons between. */
public final class EscalationText {

    /** The longest text that the column holds. */
    public static final int MAX = 400;

    private EscalationText() {}

    /** The steps as one text. */
    public static String of(Collection<Escalation> steps) {
        return steps.stream().map(Escalation::text).collect(Collectors.joining("; "));
    }

    static List<Escalation> parse(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("; ")).map(Escalation::parse).toList();
    }
}
