/**
 * What bundles contribute to persistence: jobs that run in the background.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.persistence.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
