package vn.quyche.core.document.internal.model;

import java.util.List;
import java.util.stream.Collectors;
import vn.quyche.core.api.error.FieldError;
import vn.quyche.core.api.error.Invalid;

/** A Word file holds what would be printed wrong, or is none. Says everything that is in the way, not the first only. */
public final class NotPrintable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Obstacle> obstacles;

    /**
     * One thing that is in the way.
     *
     * @param code the key of its text
     * @param args what fills the text
     */
    public record Obstacle(String code, List<Object> args) {

        public Obstacle {
            args = List.copyOf(args);
        }
    }

    public NotPrintable(List<Obstacle> obstacles) {
        super(obstacles.stream().map(Obstacle::code).collect(Collectors.joining(" ")));
        this.obstacles = List.copyOf(obstacles);
    }

    public NotPrintable(String code, Object... args) {
        this(List.of(new Obstacle(code, List.of(args))));
    }

    /** The refusal of the field through which the file came. */
    public Invalid at(String field) {
        return new Invalid(obstacles.stream()
                .map(one -> new FieldError(field, one.code(), one.args()))
                .toList());
    }
}
