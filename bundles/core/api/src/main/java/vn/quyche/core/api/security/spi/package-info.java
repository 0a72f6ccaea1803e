/**
 * What bundles contribute to security: the permissions that they check, the limits of delegating them, the tree of units.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.security.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
