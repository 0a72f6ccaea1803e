package vn.quyche.core.api.web;

import org.osgi.annotation.versioning.ConsumerType;

/** Says how something fares. Register it as a service; it is asked often and must answer within a second. */
@ConsumerType
public interface HealthCheck {

    /** How it fares. */
    enum Status {
        OK,
        /** Works, but a person should look at it soon. */
        WARN,
        /** Does not work. */
        DOWN
    }

    /**
     * The answer.
     *
     * @param status how it fares
     * @param detail one line for the administrator: what, why, what to do; no personal data
     */
    record Result(Status status, String detail) {

        /** All is well. */
        public static Result ok(String detail) {
            return new Result(Status.OK, detail);
        }

        /** Works, but should be looked at. */
        public static Result warn(String detail) {
            return new Result(Status.WARN, detail);
        }

        /** Does not work. */
        public static Result down(String detail) {
            return new Result(Status.DOWN, detail);
        }
    }

    /** A stable name, {@code <domain>.<what>}. */
    String name();

    /** Whether the platform must not be called ready without it. */
    default boolean essential() {
        return false;
    }

    /** Looks now. */
    Result check();
}
