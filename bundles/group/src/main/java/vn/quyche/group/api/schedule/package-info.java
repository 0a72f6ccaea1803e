/**
 * Directives that are issued at a moment, and the quiet hours in which none is.
 *
 * <p>Called by the doors of this bundle and by tests. Promises that a directive is issued once, wholly or not at all, and
 * that whoever planned it is told when it was not.
 */
@Export
@Version("1.0.0")
package vn.quyche.group.api.schedule;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
