package vn.quyche.testkit;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.quyche.core.api.compliance.Clause;
import vn.quyche.core.api.compliance.Parameter;
import vn.quyche.core.api.compliance.Regulations;

/** Regulations with values that a test sets; a parameter that was not set is a mistake, as in the real one. */
public final class FakeRegulations implements Regulations {

    private final Map<String, Clause> clauses = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    /** Sets a value: a number, text, {@code true}, or a duration as {@code PT4H}; holds on every day. */
    public FakeRegulations with(String key, Object value) {
        values.put(key, String.valueOf(value));
        return this;
    }

    /** Adds a clause. */
    public FakeRegulations with(Clause clause) {
        clauses.put(clause.id(), clause);
        return this;
    }

    @Override
    public List<Clause> clauses() {
        return List.copyOf(clauses.values());
    }

    @Override
    public List<Clause> absentClauses() {
        return List.of();
    }

    @Override
    public Optional<Clause> clause(String id) {
        return Optional.ofNullable(clauses.get(id));
    }

    @Override
    public List<Parameter> parameters(LocalDate day) {
        return values.entrySet().stream()
                .map(one -> new Parameter(one.getKey(), "", "text", one.getValue(), one.getValue(), "", one.getKey()))
                .toList();
    }

    @Override
    public int intValue(String key, LocalDate day) {
        return Integer.parseInt(text(key, day));
    }

    @Override
    public Duration duration(String key, LocalDate day) {
        return Duration.parse(text(key, day));
    }

    @Override
    public boolean flag(String key, LocalDate day) {
        return Boolean.parseBoolean(text(key, day));
    }

    @Override
    public String text(String key, LocalDate day) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no pack declares parameter " + key);
        }
        return value;
    }
}
