/**
 * What the district's published lists change, as the school reads it. Clause TB.4.
 *
 * <p>Called by the doors of this bundle and by tests.
 */
@Export
@Version("1.0.0")
package vn.quyche.group.api.district;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
