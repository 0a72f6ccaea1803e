package vn.quyche.core.web.internal.health;

import java.util.List;
import vn.quyche.core.api.web.HealthCheck;

/**
 * How the platform fares.
 *
 * @param ready whether it may be called: everything essential works
 * @param checks each check, those that are not well first
 */
public record HealthReport(boolean ready, List<Line> checks) {

    /**
     * How one thing fares.
     *
     * @param name its stable name
     * @param status how it fares
     * @param essential whether the platform is not ready without it
     * @param detail one line for the administrator
     */
    public record Line(String name, HealthCheck.Status status, boolean essential, String detail) {

        static Line of(String name, boolean essential, HealthCheck.Result result) {
            return new Line(name, result.status(), essential, result.detail());
        }

        boolean blocks() {
            return essential && status == HealthCheck.Status.DOWN;
        }
    }
}
