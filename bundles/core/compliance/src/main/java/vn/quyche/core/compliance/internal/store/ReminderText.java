package vn.quyche.core.compliance.internal.store;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Reminders as a column holds them: seconds with commas between. */
final class ReminderText {

    private ReminderText() {}

    static String of(Collection<Duration> reminders) {
        return reminders.stream().map(one -> String.valueOf(one.toSeconds())).collect(Collectors.joining(","));
    }

    static List<Duration> parse(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(Long::parseLong)
                        .map(Duration::ofSeconds)
                        .toList();
    }
}
