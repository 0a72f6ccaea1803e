/**
 * The district's list of official groups: the schools, what is collected from them, decisions and published lists.
 *
 * <p>Called by the doors of this bundle and by tests. Promises that what was published for a day stays what it was, and that
 * a school's list is taken over whole or not at all.
 */
@Export
@Version("1.0.0")
package vn.quyche.district.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
