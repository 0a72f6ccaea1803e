/**
 * What bundles contribute to a person's leaving and joining.
 */
@Export
@Version("1.1.0")
package vn.quyche.core.api.directory.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
