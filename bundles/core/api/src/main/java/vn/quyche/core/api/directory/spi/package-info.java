/**
 * What bundles contribute to a person's leaving.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.directory.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
