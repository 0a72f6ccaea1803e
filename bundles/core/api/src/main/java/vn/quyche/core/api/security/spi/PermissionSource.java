package vn.quyche.core.api.security.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import vn.quyche.core.api.security.Permission;

/** Declares the permissions that a bundle checks. Registering is declaring. */
@ConsumerType
public interface PermissionSource {

    /** The permissions of the bundle. */
    List<Permission> permissions();
}
