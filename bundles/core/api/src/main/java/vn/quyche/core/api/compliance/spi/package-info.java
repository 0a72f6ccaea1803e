/**
 * What bundles contribute to compliance: duties that come again, and evidence.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.compliance.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
