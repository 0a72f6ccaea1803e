/**
 * Regulations as data, parameters that limit, and duties with a due time.
 *
 * <p>Implemented by {@code core.compliance}.
 */
@Export
@Version("1.0.0")
package vn.quyche.core.api.compliance;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
