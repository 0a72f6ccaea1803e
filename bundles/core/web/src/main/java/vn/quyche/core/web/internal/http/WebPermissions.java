package vn.quyche.core.web.internal.http;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** What it takes to watch the platform. ({@code platform:operate} is declared where dead letters are.) */
@Component
public final class WebPermissions implements PermissionSource {

    /** Reads the figures at {@code /metrics}. */
    public static final String METRICS = "platform:metrics";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.undelegable(METRICS, Role.ADMIN));
    }
}
