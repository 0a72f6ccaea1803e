/**
 * The school's messaging groups and the directives that are issued in them.
 *
 * <p>Called by the doors of this bundle and by tests; other domains hear of it by events. Promises that a directive, once
 * issued, is never altered, and that nobody outside the membership rule becomes a member.
 */
@Export
@Version("1.0.0")
package vn.quyche.group.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
