/**
 * What keeps a directive as evidence: legal holds, and exports with their chain of custody.
 *
 * <p>Called by the doors of this bundle and by tests. Promises that nothing of a directive under a hold is withdrawn, and that
 * nobody but a leader or the office takes a directive out of its group, each time recorded.
 */
@Export
@Version("1.0.0")
package vn.quyche.group.api.custody;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
