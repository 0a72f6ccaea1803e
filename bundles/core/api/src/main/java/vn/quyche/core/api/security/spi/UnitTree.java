package vn.quyche.core.api.security.spi;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows which units stand below a unit, so that a role held for a unit reaches them. Implemented by {@code core.directory};
 * asked on each check of a permission, thus answered from memory.
 */
@ConsumerType
public interface UnitTree {

    /** The unit itself and all units below it today; only itself when it is unknown. */
    Set<String> withBelow(String unitId);
}
