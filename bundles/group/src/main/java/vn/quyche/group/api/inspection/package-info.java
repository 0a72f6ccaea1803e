/**
 * Inspection of the groups: a report on a group and a period with its figures, what was found, and what became of it.
 *
 * <p>Called by the doors of this bundle and by tests. Promises that the figures are those of the period by the rules of its
 * days, and that a signed report never changes.
 */
@Export
@Version("1.1.0")
package vn.quyche.group.api.inspection;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
